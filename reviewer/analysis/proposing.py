"""Statements in words as members of a suggestion, and the words of its reason."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Generic, NamedTuple, Protocol, TypeVar

from reviewer.analysis.events import Days
from reviewer.analysis.stated import Statements
from reviewer.domain.claim import Claim
from reviewer.domain.periods import period_text
from reviewer.domain.quantity import Quantity
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind

_TOGETHER = 7
"""Days: what is told of one week is told of one time; news takes that long to go round."""
_OFTEN = 3  # suggestions that one passage is part of


class Spanned(Protocol):
    """What was read from ``text[start:end]``."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Item = TypeVar("Item")
Read = TypeVar("Read", bound=Spanned)


class Told(NamedTuple, Generic[Item]):
    """A thing that was read, with the text that tells it."""

    text: Statements
    item: Item


class Stated(Protocol):
    """A text whose statements were read, as in ``suggest.Reading``."""

    @property
    def statements(self) -> Statements: ...


def claim_in_words(
    told: Told[Read],
    subject: str,
    measure: str,
    said: str,
    *,
    when: Days | None = None,
    speaker: str = "",
) -> SuggestedClaim:
    """The claim of the item's span whose value is the words that it says."""
    text, start, end = told.text, told.item.start, told.item.end
    value = Quantity(QuantityKind.TEXT, raw=said)
    claim = Claim(subject, measure, value, period_text(*when) if when else "", speaker)
    return SuggestedClaim(text.source, start, end, text.text[start:end], claim)


def in_denial(
    rule: tuple[str, int],
    scores: tuple[float, float],
    reason: str,
    members: Iterable[SuggestedClaim],
    *,
    later: bool,
) -> SuggestedRelation:
    """What one text says and the other denies, or what has come about since where one is
    ``later``; ``rule`` is its name and version, ``scores`` are those of the one and of the
    other."""
    return SuggestedRelation(
        RelationKind.UPDATES if later else RelationKind.CONTRADICTS,
        Dimension.TEMPORAL if later else Dimension.NEGATION,
        scores[later],
        *rule,
        reason,
        tuple(members),
    )


def of_two_texts(one: Told[Item], other: Told[Item]) -> bool:
    """Whether two texts tell them: what one text tells twice is told in order, not at odds."""
    return one.text.source != other.text.source


def when_told(days: Days | None, reference: date | None) -> Days | None:
    """The days that a statement holds for: those that it gives, else the day of writing."""
    return days or ((reference, reference) if reference else None)


def days_apart(one: Days | None, other: Days | None) -> int | None:
    """Days from the first period to the second, negative backwards, 0 where they overlap or lie
    within a week; None where one is unknown."""
    if one is None or other is None:
        return None
    gap = 0
    if one[1] < other[0]:
        gap = (other[0] - one[1]).days
    elif other[1] < one[0]:
        gap = (other[1] - one[0]).days
    return gap if abs(gap) > _TOGETHER else 0


def on_day(when: Days | None) -> str:
    """ " (2024-05-13)", or nothing."""
    return f" ({period_text(*when)})" if when else ""


def best_first(found: Iterable[SuggestedRelation]) -> tuple[SuggestedRelation, ...]:
    """By score; of suggestions about overlapping passages only the best, and of those with one
    passage the best few: what ten texts say against one is seen from three."""
    ordered = sorted(found, key=lambda each: (-each.score, _places(each)))
    kept: list[SuggestedRelation] = []
    taken: dict[tuple[str, ...], list[SuggestedRelation]] = {}
    uses: Counter[tuple[str, int, int]] = Counter()
    for each in ordered:
        places = _places(each)
        rivals = taken.setdefault(tuple(source for source, _, _ in places), [])
        often = any(uses[place] >= _OFTEN for place in places)
        if not often and not any(_overlap(places, _places(rival)) for rival in rivals):
            rivals.append(each)
            kept.append(each)
            uses.update(places)
    return tuple(kept)


def _places(relation: SuggestedRelation) -> list[tuple[str, int, int]]:
    return sorted((each.source, each.start, each.end) for each in relation.members)


def _overlap(one: list[tuple[str, int, int]], other: list[tuple[str, int, int]]) -> bool:
    return all(a[1] < b[2] and b[1] < a[2] for a, b in zip(one, other, strict=True))
