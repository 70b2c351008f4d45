"""Reading a project's texts for suggestions: in a worker, on a read-only project, then kept.

What is kept is derived: it is no work of anyone's, is not in the journal, and can be made again.
"""

from collections import defaultdict
from collections.abc import Collection, Generator, Iterable, MutableMapping, Sequence
from dataclasses import dataclass
from datetime import date

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

Known = MutableMapping[str, tuple[object, Reading]]
"""Edition → what was read in it, and with what: it is not read again while that is the same."""


@dataclass(frozen=True, slots=True)
class Run:
    """What was found: the claims of the editions that were read, and all relations."""

    edition_ids: tuple[str, ...]
    claims: tuple[ClaimProposal, ...]
    relations: tuple[RelationProposal, ...]


def read_suggestions(
    project: Project, edition_ids: Collection[str] | None = None, known: Known | None = None
) -> Generator[tuple[int, int], None, Run]:
    """Read the newest text of each source, or only those given, and compare all with each other.

    Yields steps done and of how many; closing it stops the work. What is in ``known`` is not read
    again, except for texts that are given; what was read is put in, and what is no longer the
    newest text of a source outside the trash is taken out.
    """
    given = {edition.id: source for edition, source in current_texts(project)}
    held: Known = {} if known is None else known
    for gone in held.keys() - given.keys():
        del held[gone]
    wanted = [key for key in given if edition_ids is None or key in edition_ids]
    words = lexicon_of(terms(project))
    readings: list[Reading] = []
    for done, (edition_id, source) in enumerate(given.items()):
        yield done, len(given) + 1
        published = _published(source)
        by = published, words
        asked = edition_ids is not None and edition_id in edition_ids
        if asked or edition_id not in held or held[edition_id][0] != by:
            document = contents.read_document(project, edition_id)
            held[edition_id] = by, read_text(Text(edition_id, document, published), lexicon=words)
        readings.append(held[edition_id][1])
    yield len(given), len(given) + 1
    found = suggest(readings, lexicon=words)[: MOST + len(suggestions.decided(project))]
    return _keyed(readings, frozenset(wanted), given, found)


def lexicon_of(known: Iterable[Term]) -> Lexicon:
    """A project's own words as the rules take them."""
    given = tuple(known)
    measures, names = (
        tuple((term.word, term.meaning) for term in given if term.kind is kind)
        for kind in (TermKind.MEASURE, TermKind.NAME)
    )
    return Lexicon(measures, names)


def read_at_once(project: Project) -> Run:
    """All steps of ``read_suggestions``, over all texts, without a stop."""
    steps = read_suggestions(project)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            run: Run = end.value
            return run


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
