"""Whether two values can be meant of one: equal within what their words leave open."""

import re
from math import inf

from reviewer.analysis.corpus import Item
from reviewer.analysis.frames import Frame
from reviewer.analysis.money_apart import one_currency
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind

_CONVERTED, _HALF = 0.03, 0.5
_YEAR = re.compile(
    r"\b(?:1[5-9]|20)\d\d(?!\d)|\b(?:this|next|last) year\b|\byears ago\b", re.IGNORECASE
)
_KEPT = re.compile(
    r"\b(?:stay|stays|stayed|remains?|remained|keeps?|kept|holds?|held|left|frozen|unchanged|stands)"
    r"(?: \w+){0,2} at\s*$",
    re.IGNORECASE,
)
_LEAD = 50
_BEYOND = 0.03
_DAYS, _LEAP = 365.25, 2
_ROUNDED, _ROUND_FROM = 0.01, 100


def are_equal(one: Item, other: Item) -> bool:
    """Within rounding, in one currency; of two bounds, the same bound; of dates, days in common."""
    a, b = one.frame, other.frame
    if a.kind is QuantityKind.DATE or b.kind is QuantityKind.DATE:
        return a.kind is b.kind and (a.span.meets(b.span) or _is_one_day_of_a_year(one, other))
    mine, theirs = quantity_of(one), quantity_of(other)
    if _is_moved(one, other) or _is_moved(other, one):
        return False
    if a.kind is QuantityKind.MONEY and not one_currency(mine, theirs):
        return False
    if a.span.is_bound or b.span.is_bound:
        return a.span.value == b.span.value or _is_just_beyond(a, b) or _is_just_beyond(b, a)
    if _only_touch(a, b):
        return False
    converted = a.kind is QuantityKind.MEASURE and mine.unit != theirs.unit
    meets = a.span.meets(b.span, _CONVERTED if converted else 0.0)
    return meets or _is_rounded(a.span.value, b.span.value)


def _is_moved(before: Item, kept: Item) -> bool:
    """Whether one is what a value was before, and the other what it is said to stay at."""
    lead = kept.text[max(kept.frame.sentence, kept.claim.start - _LEAD) : kept.claim.start]
    return before.frame.change == "from" and bool(_KEPT.search(lead))


def _only_touch(a: Frame, b: Frame) -> bool:
    """Whether two ranges share less than half of the shorter: 85 to 95 and 95 to 105."""
    widths = a.span.high - a.span.low, b.span.high - b.span.low
    common = min(a.span.high, b.span.high) - max(a.span.low, b.span.low)
    return min(widths) > 0 and common < _HALF * min(widths)


def _is_one_day_of_a_year(one: Item, other: Item) -> bool:
    """Whether two dates differ by whole years that only one of them states: the year of the other
    was worked out, and may be another."""
    stated = [bool(_YEAR.search(item.claim.exact)) for item in (one, other)]
    a, b = one.frame.span, other.frame.span
    apart = abs(a.low - b.low)
    if all(stated) or apart == inf:
        return False
    if abs(apart / _DAYS - round(apart / _DAYS)) * _DAYS <= _LEAP and round(apart / _DAYS) > 0:
        return True
    day, whole = (b, a) if stated[0] else (a, b)
    moved = [(day.low + years * _DAYS, day.high + years * _DAYS) for years in (-1, 1)]
    return any(whole.low <= low + _LEAP and high - _LEAP <= whole.high for low, high in moved)


def quantity_of(item: Item) -> Quantity:
    """Its quantity: an item without one has no frame."""
    quantity = item.claim.claim.quantity
    assert quantity is not None
    return quantity


def _is_just_beyond(bound: Frame, figure: Frame) -> bool:
    """Whether a figure is one that a bound was made of: "just over 5 billion" of 5.1 billion."""
    if not bound.span.is_bound or figure.span.is_bound:
        return False
    allowed = bound.span.low <= figure.span.value <= bound.span.high
    return allowed and abs(figure.span.value - bound.span.value) <= _BEYOND * abs(bound.span.value)


def _is_rounded(x: float, y: float) -> bool:
    """Whether one is the other with figures of less weight set to nothing: 1,190 and 1,200, but not
    872,000 and 880,000."""
    if not x or not y or abs(x - y) > _ROUNDED * max(abs(x), abs(y)):
        return False
    return abs(x - y) * 2 <= max(_step(x), _step(y))


def _step(value: float) -> float:
    """Of what size the last figure is that is not 0; 0 of what is too small to be rounded."""
    if abs(value) < _ROUND_FROM or value % 10 or abs(value) == inf:
        return 0.0
    step = 10.0
    while value % (step * 10) == 0:
        step *= 10
    return step
