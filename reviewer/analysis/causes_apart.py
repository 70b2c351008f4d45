"""One happening put down to two causes, or to one that the other text rules out."""

from collections.abc import Iterator

from reviewer.analysis.causes import CauseGiven
from reviewer.analysis.events import Days
from reviewer.analysis.matters import names_shared
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

CAUSE = "cause"
VERSION = 1
_CHIEF = 8  # names of a text by which pairs are looked up
_DELIBERATE = "deliberate"


def opposed_causes(given: list[Told[CauseGiven]]) -> Iterator[SuggestedRelation]:
    """Causes of one happening in texts on one matter that cannot both be right."""
    for one, other in sharing(given, _keys, _are_opposed):
        event = next(iter(sorted(set(one.item.events) & set(other.item.events))), "")
        if not event or not names_shared(one.text.topic, other.text.topic):
            continue
        gap = days_apart(_when(one), _when(other))
        earlier, later = (other, one) if gap and gap < 0 else (one, other)
        denied = one.item.none or other.item.none
        yield SuggestedRelation(
            RelationKind.CONTRADICTS,
            Dimension.NEGATION if denied else Dimension.OTHER,
            0.72 if denied else 0.64,
            CAUSE,
            VERSION,
            f"Both say what the {event} came from: “{earlier.item.said}”{on_day(_when(earlier))} "
            f"against “{later.item.said}”{on_day(_when(later))}.",
            tuple(
                claim_in_words(told, event, "cause", told.item.said, when=_when(told))
                for told in (earlier, later)
            ),
        )


def _when(told: Told[CauseGiven]) -> Days | None:
    return when_told(None, told.text.reference)


def _keys(told: Told[CauseGiven]) -> Iterator[tuple[str, str]]:
    for event in told.item.events:
        for name in told.text.topic[:_CHIEF]:
            yield event, name


def _are_opposed(one: Told[CauseGiven], other: Told[CauseGiven]) -> bool:
    a, b = one.item, other.item
    if not of_two_texts(one, other) or (a.none and b.none):
        return False
    if a.none != b.none:
        return a.cause == b.cause
    if a.cause == b.cause:
        return False
    wilful = (a.cause.how == _DELIBERATE) != (b.cause.how == _DELIBERATE)
    return wilful or (a.cause.sole and b.cause.sole)
