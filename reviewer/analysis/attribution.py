"""One saying that two texts put into different mouths."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from reviewer.analysis.attribution_read import Utterance
from reviewer.analysis.naming_read import ROLES
from reviewer.analysis.proposing import (
    Stated,
    Told,
    best_first,
    claim_in_words,
    of_two_texts,
    when_told,
)
from reviewer.analysis.sharing import sharing
from reviewer.analysis.stated import Statements
from reviewer.analysis.wordforms import bare, stem
from reviewer.domain.suggestion import SuggestedRelation
from reviewer.domain.vocabulary import Dimension, RelationKind

SPEAKER = "speaker"
VERSION = 1
_ALIKE = 0.8  # of the stems of either saying


def suggest_attributions(readings: Iterable[Stated]) -> tuple[SuggestedRelation, ...]:
    """Sayings that different texts give to different speakers, best first."""
    texts = [reading.statements for reading in readings]
    return best_first(_differing(texts))


def _differing(texts: list[Statements]) -> Iterator[SuggestedRelation]:
    said = [Told(text, utterance) for text in texts for utterance in text.utterances]
    for one, other in sharing(said, _keys, of_two_texts):
        a, b = one.item, other.item
        alike = _alike(a, b)
        if alike < _ALIKE or not _two_people(a, b):
            continue
        quoted = a.quoted and b.quoted
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


def _alike(one: Utterance, other: Utterance) -> float:
    """The share of stems in common; 0 where one denies or gives another figure."""
    if one.denials != other.denials or one.figures != other.figures:
        return 0.0
    a, b = set(one.words), set(other.words)
    return len(a & b) / len(a | b)


def _two_people(one: Utterance, other: Utterance) -> bool:
    """Whether neither speaker can be the other under a longer or shorter name."""
    a, b = _person(one.speaker), _person(other.speaker)
    if not a or not b or a & b:
        return False
    return not (a <= set(other.context) or b <= set(one.context))


def _person(speaker: str) -> set[str]:
    return {stem(word) for word in speaker.split() if bare(word) not in ROLES}
