"""None of a thing in the one text, some of it in the other, where both tell the same otherwise."""

from collections.abc import Iterator

from reviewer.analysis.absence import Tally
from reviewer.analysis.events import Days
from reviewer.analysis.proposing import (
    Told,
    claim_in_words,
    days_apart,
    of_two_texts,
    on_day,
    when_told,
)
from reviewer.analysis.sharing import sharing
from reviewer.domain.suggestion import SuggestedRelation
from reviewer.domain.vocabulary import Dimension, RelationKind

ABSENCE = "none or some"
VERSION = 1
_SHARED = 3  # stems beside the noun
_ALIKE = 0.6


def opposed_tallies(tallies: list[Told[Tally]]) -> Iterator[SuggestedRelation]:
    """Some against none where the two sentences tell the same otherwise, of one time."""
    for one, other in sharing(tallies, _keys, _differ):
        if days_apart(_when(one), _when(other)) == 0 and _alike(one.item, other.item):
            yield SuggestedRelation(
                RelationKind.CONTRADICTS,
                Dimension.NEGATION,
                0.66,
                ABSENCE,
                VERSION,
                f"“{one.item.said}”{on_day(_when(one))} against “{other.item.said}”"
                f"{on_day(_when(other))}, in sentences that tell the same otherwise.",
                tuple(
                    claim_in_words(told, told.item.noun, "number", told.item.said, when=_when(told))
                    for told in (one, other)
                ),
            )


def _when(told: Told[Tally]) -> Days | None:
    return when_told(told.item.days, told.text.reference)


def _keys(told: Told[Tally]) -> Iterator[tuple[str, str]]:
    return ((told.item.noun, word) for word in told.item.words)


def _differ(one: Told[Tally], other: Told[Tally]) -> bool:
    return of_two_texts(one, other) and one.item.none != other.item.none


def _alike(one: Tally, other: Tally) -> bool:
    a, b = set(one.words) - {one.noun}, set(other.words) - {one.noun}
    shared = a & b
    places = set(one.context) & set(other.context)
    return len(shared) >= max(_SHARED, _ALIKE * min(len(a), len(b))) and bool(places)
