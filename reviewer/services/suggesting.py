"""Reading a project's texts for suggestions: in a worker, on a read-only project, then kept.

What is kept is derived: it is no work of anyone's, is not in the journal, and can be made again.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, MutableMapping, Sequence
from dataclasses import dataclass
from datetime import date

from reviewer.analysis.progress import Tell, part, untold
from reviewer.analysis.suggest import Lexicon, Reading, Text, read_text, suggest
from reviewer.domain.periods import parse_period
from reviewer.domain.proposals import ClaimProposal, RelationProposal, claim_keys, relation_key
from reviewer.domain.records import Edition, Source
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.term import Term, TermKind
from reviewer.domain.vocabulary import QuantityKind
from reviewer.storage import contents, queries, suggestions
from reviewer.storage.project import Project
from reviewer.storage.terms import terms

MOST = 1000
"""Undecided relations that are kept, the best: nobody decides on more between two readings."""

_READING = 2
"""Reading a text takes so many times as long as comparing it with all others, as measured."""

Known = MutableMapping[str, tuple[object, Reading]]
"""Edition → what was read in it, and with what: it is not read again while that is the same."""


@dataclass(frozen=True, slots=True)
class Run:
    """What was found: the claims of the editions that were read, and all relations."""

    edition_ids: tuple[str, ...]
    claims: tuple[ClaimProposal, ...]
    relations: tuple[RelationProposal, ...]


def read_suggestions(
    project: Project,
    edition_ids: Collection[str] | None = None,
    known: Known | None = None,
    tell: Tell = untold,
) -> Run:
    """Read the newest text of each source, or only those given, and compare all with each other.

    What is in ``known`` is not read again, except for texts that are given; what was read is put
    in, and what is no longer the newest text of a source outside the trash is taken out. ``tell``
    is asked many times a second, and what it raises ends the work.
    """
    given = {edition.id: (edition, source) for edition, source in current_texts(project)}
    asked = given.keys() if edition_ids is None else given.keys() & set(edition_ids)
    words = lexicon_of(terms(project))
    held: Known = {} if known is None else known
    for gone in held.keys() - given.keys():
        del held[gone]
    by = {key: (_published(source), words) for key, (_, source) in given.items()}
    unread = {
        key
        for key in given
        if (edition_ids is not None and key in asked) or key not in held or held[key][0] != by[key]
    }
    whole = sum(edition.length for edition, _ in given.values()) or 1
    to_read = _READING * sum(given[key][0].length for key in unread)
    done, total = 0, to_read + whole
    for key in given:
        if key in unread:
            end = done + _READING * given[key][0].length
            text = Text(key, contents.read_document(project, key), by[key][0])
            read = read_text(text, lexicon=words, tell=part(tell, done / total, end / total))
            held[key], done = (by[key], read), end
    readings = [held[key][1] for key in given]
    found = suggest(readings, lexicon=words, tell=part(tell, done / total, 1.0))
    most = MOST + len(suggestions.decided(project))
    sources = {key: source for key, (_, source) in given.items()}
    return _keyed(readings, frozenset(asked), sources, found[:most])


def lexicon_of(known: Iterable[Term]) -> Lexicon:
    """A project's own words as the rules take them."""
    given = tuple(known)
    measures, names = (
        tuple((term.word, term.meaning) for term in given if term.kind is kind)
        for kind in (TermKind.MEASURE, TermKind.NAME)
    )
    return Lexicon(measures, names)


def _tells_something(claim: SuggestedClaim) -> bool:
    """Whether the text tells what is measured; of a day or a rank, of whom as well."""
    told, quantity = claim.claim, claim.claim.quantity
    bare = quantity is not None and quantity.kind in (QuantityKind.DATE, QuantityKind.ORDINAL)
    return bool(told.measure and (told.subject or not bare))


def current_texts(project: Project) -> tuple[tuple[Edition, Source], ...]:
    """The newest edition of each source outside the trash, in the order of the sources."""
    return tuple((each.edition, each.source) for each in queries.summaries(project))


def store(project: Project, run: Run) -> None:
    """Put what was found in the place of what was found before; there is nothing to undo."""
    with project.transaction("") as tx:
        suggestions.replace_claims(tx, run.edition_ids, run.claims)
        suggestions.replace_relations(tx, run.relations)


def _published(source: Source) -> date | None:
    period = parse_period(source.published)
    return period.last if period else None


def _keyed(
    readings: Iterable[Reading],
    wanted: Collection[str],
    sources: dict[str, Source],
    relations: Sequence[SuggestedRelation],
) -> Run:
    members: dict[str, list[SuggestedClaim]] = defaultdict(list)
    for relation in relations:
        for member in relation.members:
            members[member.source].append(member)
    keys: dict[int, str] = {}  # by identity: equal claims of one place have equal keys anyway
    claims: list[ClaimProposal] = []
    for reading in readings:
        edition_id = reading.text.source
        own = tuple(filter(_tells_something, reading.claims)) if edition_id in wanted else ()
        asked = [*own, *members[edition_id]]
        if asked:
            text = reading.text.document.text
            found = claim_keys(sources[edition_id].id, text, asked)
            claims += map(ClaimProposal, found, own)
            keys.update(zip(map(id, asked), found, strict=True))
    return Run(
        tuple(wanted),
        tuple(claims),
        tuple(
            RelationProposal(relation_key(keys[id(m)] for m in relation.members), relation)
            for relation in relations
        ),
    )
