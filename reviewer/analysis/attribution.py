"""One saying that two texts put into different mouths."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from reviewer.analysis.attribution_read import FEWEST, Utterance
from reviewer.analysis.concepts import words_of
from reviewer.analysis.matters import names_shared
from reviewer.analysis.naming_read import ROLES
from reviewer.analysis.proposing import (
    Stated,
    Told,
    best_first,
    claim_in_words,
    days_apart,
    of_two_texts,
    when_told,
)
from reviewer.analysis.sharing import sharing
from reviewer.analysis.stated import Statements
from reviewer.analysis.stems import bare, noun_stem
from reviewer.domain.suggestion import SuggestedRelation
from reviewer.domain.vocabulary import Dimension, RelationKind

SPEAKER = "speaker"
VERSION = 1
_ALIKE = 0.8  # of the stems of either saying
_MOSTLY, _HALF = 0.6, 0.5  # of the shorter and of the longer quotation, in texts on one matter
_IN_ORDER = 4  # stems
_OWN_WORDS = 3  # stems: "we are doing everything we can" is anybody's
_LONG = 7  # words
_LONGEST = 60  # stems of a quotation that are looked at
_BODIES = frozenset((
    "department", "ministry", "bureau", "agency", "authority", "administration", "commission",
    "office", "council", "service", "board", "company", "corporation", "group", "inc", "ltd", "plc",
    "institute", "association", "union", "government", "organisation", "organization", "committee",
    "bank", "university", "centre", "center", "police", "court", "foundation", "network",
))  # fmt: skip
_CAMPAIGN = 14  # days in which one statement is quoted


def suggest_attributions(readings: Iterable[Stated]) -> tuple[SuggestedRelation, ...]:
    """Sayings that different texts give to different speakers, best first."""
    texts = [reading.statements for reading in readings]
    return best_first(_differing(texts))


def _differing(texts: list[Statements]) -> Iterator[SuggestedRelation]:
    said = [Told(text, utterance) for text in texts for utterance in text.utterances]
    for one, other in sharing(said, _keys, of_two_texts):
        a, b = one.item, other.item
        alike = 1.0 if _word_for_word(one, other) else _alike(a, b)
        quoted = a.quoted and b.quoted
        if alike < _ALIKE and quoted and _may_quote_one(one, other):
            alike = _in_order(a, b)
        if not alike and quoted and _at_once(one, other):
            alike = _nearly(a, b)
        if not alike or not _two_people(one, other):
            continue
        yield SuggestedRelation(
            RelationKind.CONTRADICTS, Dimension.ATTRIBUTION,
            round((0.6 if quoted else 0.45) + 0.2 * alike, 3), SPEAKER, VERSION,
            f"The same words are given to {a.speaker} in one text and to {b.speaker} in the other.",
            tuple(
                claim_in_words(
                    told,
                    told.item.speaker,
                    "said",
                    told.text.text[told.item.start : told.item.end],
                    when=when_told(None, told.text.reference),
                    speaker=told.item.speaker,
                )
                for told in (one, other)
            ),
        )  # fmt: skip


def _keys(said: Told[Utterance]) -> Iterator[tuple[str, str]]:
    return pairwise(said.item.words)


def _word_for_word(one: Told[Utterance], other: Told[Utterance]) -> bool:
    """Whether both quote the same words, or the one a part of what the other does."""
    a, b = one.item, other.item
    if not (a.quoted and b.quoted):
        return False
    short, long = sorted((_spelt(one), _spelt(other)), key=len)
    own = min(len(a.words), len(b.words)) >= _OWN_WORDS or len(short.split()) >= _LONG
    return short == long or (own and f" {short} " in f" {long} ")


def _spelt(told: Told[Utterance]) -> str:
    """What is said, without signs and in one case."""
    return " ".join(words_of(told.text.text[told.item.start : told.item.end]))


def _alike(one: Utterance, other: Utterance) -> float:
    """The share of stems in common; 0 where one denies or gives another figure."""
    if one.denials != other.denials or one.figures != other.figures:
        return 0.0
    a, b = set(one.words), set(other.words)
    share = len(a & b) / len(a | b)
    return share if share >= _ALIKE and min(len(a), len(b)) >= FEWEST else 0.0


def _may_quote_one(one: Told[Utterance], other: Told[Utterance]) -> bool:
    """Whether the two texts tell of one matter at one time, and both speakers can be persons."""
    a, b = one.text, other.text
    gap = days_apart(when_told(None, a.reference), when_told(None, b.reference))
    if not names_shared(a.topic, b.topic) or (gap is not None and abs(gap) > _CAMPAIGN):
        return False
    common = set(a.topic) & set(b.topic)
    return not any(
        _person(each.item.speaker) <= common and not _is_person(each) for each in (one, other)
    )


def _at_once(one: Told[Utterance], other: Told[Utterance]) -> bool:
    a, b = (when_told(None, each.text.reference) for each in (one, other))
    gap = days_apart(a, b)
    return one.item.sure and other.item.sure and gap is not None and abs(gap) <= _CAMPAIGN


def _nearly(one: Utterance, other: Utterance) -> float:
    """The share of stems in order where nearly all of either quotation's are the other's."""
    fewest = min(len(one.words), len(other.words))
    alike = _in_order(one, other) if fewest >= FEWEST else 0.0
    return alike if alike * fewest >= _ALIKE * max(len(one.words), len(other.words)) else 0.0


def _is_person(told: Told[Utterance]) -> bool:
    names = _person(told.item.speaker)
    return any(use.person and not names.isdisjoint(use.key) for use in told.text.names)


def _in_order(one: Utterance, other: Utterance) -> float:
    """The share of stems that follow each other in both, or 0 where that is too few."""
    if one.denials != other.denials or (
        one.figures - other.figures and other.figures - one.figures
    ):
        return 0.0
    short, long = sorted((one.words[:_LONGEST], other.words[:_LONGEST]), key=len)
    matched = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
    common = sum(block.size for block in matched)
    enough = common >= _IN_ORDER and common >= _MOSTLY * len(short)
    alike = common / len(short)
    return alike if enough and (alike >= _ALIKE or common >= _HALF * len(long)) else 0.0


def _two_people(one: Told[Utterance], other: Told[Utterance]) -> bool:
    """Whether neither speaker can be the other under a longer or shorter name, or speak for it:
    "Costra", "Costra spokesman Piero Galli"."""
    a, b = _person(one.item.speaker), _person(other.item.speaker)
    if not a or not b or a & b:
        return False
    if _is_body(one) and _is_body(other) and one.text.reference == other.text.reference:
        return False  # a ministry and its bureau give out one release
    mine, theirs = a <= set(other.item.context), b <= set(one.item.context)
    if all(told.item.sure and told.item.quoted for told in (one, other)):
        mine, theirs = mine and not _is_person(one), theirs and not _is_person(other)
    return not (mine or theirs)


def _is_body(told: Told[Utterance]) -> bool:
    """ "Department of Mines", "the FDA": no one person."""
    speaker = told.item.speaker
    return speaker.isupper() or not _BODIES.isdisjoint(speaker.lower().split())


def _person(speaker: str) -> set[str]:
    return {noun_stem(word) for word in speaker.split() if bare(word) not in ROLES}
