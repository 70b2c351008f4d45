"""What a text states in words, read once: acts, harm, names of things, and who says what."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Protocol

from reviewer.analysis.absence import Tally, tallies_of
from reviewer.analysis.attribution_read import Utterance, utterances_of
from reviewer.analysis.causes import CauseGiven, caused, causes_of
from reviewer.analysis.clauses import Words
from reviewer.analysis.concepts import words_of
from reviewer.analysis.events import Act, Sentence, acts_of, inner_names, names_in
from reviewer.analysis.harm import HarmReport, events_in, harm_of, with_event
from reviewer.analysis.matters import topic_of
from reviewer.analysis.naming_read import Mention, NameUse, mentions_of, name_uses
from reviewer.analysis.nouns import FUNCTION_WORDS
from reviewer.analysis.passages import sentences
from reviewer.analysis.progress import Tell, untold
from reviewer.analysis.quantities import FoundQuantity, read_quantities
from reviewer.analysis.stems import noun_stem
from reviewer.analysis.tokens import Tokens, tokens_of
from reviewer.analysis.verbs import Aspect
from reviewer.domain.document import BlockKind, Document

_LONGEST_SENTENCE = 1500
"""Code points; what is longer is a table or a list, and no sentence."""
_OFTEN = 3  # sentences that name what happened, for the text to be about it
_OPENING = 400  # code points of the text's opening that say what it is about
_DUE = frozenset(("payable", "effective", "due", "expiring", "maturing", "redeemable"))
_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE)


class Readable(Protocol):
    """A text to be read, as in ``suggest.Text``."""

    @property
    def source(self) -> str: ...
    @property
    def document(self) -> Document: ...
    @property
    def reference(self) -> date | None: ...


@dataclass(frozen=True, slots=True)
class Statements:
    """What one text states, in reading order; plain values that can be pickled."""

    source: str
    text: str
    reference: date | None
    opening: Words = ()  # stems of the names at the beginning of the text
    topic: Words = ()  # stems of the names that it comes back to, the most frequent first
    aliases: tuple[tuple[str, Words], ...] = ()  # short form → the stems that it stands for
    acts: tuple[Act, ...] = ()
    harms: tuple[HarmReport, ...] = ()
    causes: tuple[CauseGiven, ...] = ()
    tallies: tuple[Tally, ...] = ()
    mentions: tuple[Mention, ...] = ()
    names: tuple[NameUse, ...] = ()  # each spelling once
    utterances: tuple[Utterance, ...] = ()


def read_statements(
    text: Readable,
    found: tuple[FoundQuantity, ...] | None = None,
    aliases: Mapping[str, str] | None = None,
    *,
    tell: Tell = untold,
) -> Statements:
    """The statements of one text; ``found`` are its quantities, if they were read before, and
    ``aliases`` its short forms with what they stand for ("ROK": "Republic of Korea").

    Time grows with the length of the text alone.
    """
    whole = text.document.text
    if found is None:
        found = read_quantities(whole, reference=text.reference)
    acts: list[Act] = []
    harms: list[HarmReport] = []
    tallies: list[Tally] = []
    mentions: list[Mention] = []
    names: dict[str, NameUse] = {}
    utterances: list[Utterance] = []
    named, sure = Counter[str](), set[str]()
    happened = Counter[str]()
    causes: list[CauseGiven] = []
    for paragraph in _paragraphs(text.document, found):
        for sentence in paragraph:
            tell(sentence.start / len(whole))
            named.update(names_in(sentence.tokens))
            sure.update(inner_names(sentence.tokens))
            acts.extend(_as_planned(act, text.reference, whole) for act in acts_of(sentence))
            harms.extend(harm_of(sentence))
            happened.update(events_in(sentence.words))
            causes.extend(causes_of(sentence))
            tallies.extend(tallies_of(sentence))
            mentions.extend(mentions_of(sentence))
            for use in name_uses(sentence):
                kept = names.get(use.text)
                if kept is None or (use.person and not kept.person):
                    names[use.text] = use
        last = utterances[-1].speaker if utterances else ""
        utterances.extend(utterances_of(paragraph, last))
    opening = names_in(Tokens(whole[:_OPENING]))
    return Statements(
        text.source,
        whole,
        text.reference,
        opening,
        topic_of({name: named[name] for name in named if name in sure}, opening),
        tuple((noun_stem(short), _stems(long)) for short, long in (aliases or {}).items()),
        tuple(acts),
        tuple(with_event(report, _chief(happened)) for report in harms),
        tuple(caused(cause, _chief(happened)) for cause in causes),
        tuple(tallies),
        tuple(mentions),
        tuple(names.values()),
        tuple(utterances),
    )


def _chief(happened: Counter[str]) -> Words:
    """What the text comes back to as having happened, if there is one thing."""
    most = happened.most_common(2)
    if not most or most[0][1] < _OFTEN or (len(most) > 1 and most[0][1] == most[1][1]):
        return ()
    return (most[0][0],)


def _as_planned(act: Act, reference: date | None, whole: str) -> Act:
    """What is told of a day to come is a plan: "opens on 1 May"; not "declared, payable on"."""
    ahead = reference is not None and act.days is not None and act.days[0] > reference
    between = whole[act.end : act.dated[0]].lower().split()
    falls_due = not _DUE.isdisjoint(between)
    done = act.aspect is Aspect.DONE
    return replace(act, aspect=Aspect.PLANNED) if ahead and done and not falls_due else act


def _paragraphs(
    document: Document, found: tuple[FoundQuantity, ...]
) -> Iterator[tuple[Sentence, ...]]:
    whole = document.text
    starts = [each.start for each in found]
    spans = [
        (block.start, block.end)
        for block in document.blocks
        if block.kind in _PROSE and not block.boilerplate
    ]
    for first, last in spans if document.blocks else [(0, len(whole))]:
        before = _Around()
        made = []
        for start, end in sentences(whole, first, last):
            for part in range(start, end, _LONGEST_SENTENCE):
                stop = min(end, part + _LONGEST_SENTENCE)
                here = found[bisect_left(starts, part) : bisect_left(starts, stop)]
                sentence = _sentence(whole, part, stop, here, before)
                made.append(sentence)
                before = _Around.of(sentence.tokens)
        yield tuple(made)


@dataclass(frozen=True, slots=True)
class _Around:
    """Stems of the names and of all words around a sentence."""

    names: Words = ()
    words: Words = ()

    @classmethod
    def of(cls, tokens: Tokens) -> "_Around":
        return cls(names_in(tokens), _words_in(tokens))


def _sentence(
    whole: str, start: int, end: int, found: tuple[FoundQuantity, ...], around: _Around
) -> Sentence:
    tokens = tokens_of(whole[start:end])
    inside = tuple(
        FoundQuantity(each.start - start, each.end - start, each.quantity) for each in found
    )
    names = tuple(dict.fromkeys(around.names + names_in(tokens)))
    return Sentence(start, tokens, inside, _words_in(tokens), names, around.words)


def _stems(phrase: str) -> Words:
    return tuple(noun_stem(word) for word in words_of(phrase) if word not in FUNCTION_WORDS)


@lru_cache(256)
def _words_in(tokens: Tokens) -> Words:
    return tuple(
        dict.fromkeys(
            noun_stem(token.low)
            for token in tokens
            if token.is_word and token.low not in FUNCTION_WORDS
        )
    )
