"""Two quantities under their bounds: "more than 5" is told by 6, left open by "at least 4", and
excluded by 4."""

from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from reviewer.domain.quantity import Bound, Quantity
from reviewer.domain.vocabulary import QuantityKind

_NEAR = Decimal("0.1")  # how far "about" reaches to either side
_ROUND = (QuantityKind.ORDINAL, QuantityKind.DATE)  # kinds that nobody rounds


class Agreement(Enum):
    """How what is given stands to what is claimed."""

    TOLD = "all that is given lies within the claim"
    OPEN = "some of what is given lies within the claim"
    EXCLUDED = "nothing that is given lies within the claim"


class Interval(NamedTuple):
    """From ``low`` to ``high``, both within unless open; None has no end."""

    low: Bound | None
    high: Bound | None
    low_open: bool = False
    high_open: bool = False


def agreement(claimed: Quantity, given: Quantity) -> Agreement:
    """Whether ``given`` makes ``claimed`` true; both in the same unit.

    A value is equal to another within half of the coarser last digit, and "about" reaches a tenth
    to either side. TypeError where one is a date and the other is not.
    """
    return within(interval_of(claimed, rounded=_slack(claimed, given)), interval_of(given))


def allows(one: Quantity, other: Quantity) -> bool:
    """Whether both can be true of one thing at one time: neither excludes the other."""
    return (
        agreement(one, other) is not Agreement.EXCLUDED
        or agreement(other, one) is not Agreement.EXCLUDED
    )


def interval_of(quantity: Quantity, rounded: Decimal = Decimal(0)) -> Interval:
    """The values that the quantity stands for, each end moved out by ``rounded``."""
    low, high = quantity.low, quantity.high
    if isinstance(low, Decimal) and isinstance(high, Decimal):
        return Interval(low - rounded, high + rounded, quantity.low_open, quantity.high_open)
    return Interval(low, high, quantity.low_open, quantity.high_open)


def within(claimed: Interval, given: Interval) -> Agreement:
    """Where the given interval lies, seen from the claimed one."""
    if _before(claimed, given) or _before(given, claimed):
        return Agreement.EXCLUDED
    return Agreement.TOLD if _holds(claimed, given) else Agreement.OPEN


def before_or_after(word: str, day: Interval) -> Interval:
    """The days that "before", "after" or "by" make of a date; other words leave it."""
    if word == "before" and isinstance(day.low, date):
        return Interval(None, day.low - timedelta(1)) if day.low > date.min else day
    if word in ("after", "following") and isinstance(day.high, date):
        return Interval(day.high + timedelta(1), None) if day.high < date.max else day
    if word == "by":
        return Interval(None, day.high)
    return day


def _slack(claimed: Quantity, given: Quantity) -> Decimal:
    """How far two values may lie apart and be the same."""
    if claimed.kind in _ROUND or not (claimed.is_exact and given.is_exact):
        return Decimal(0)
    steps = [each.step for each in (claimed, given) if each.step is not None]
    slack = max(steps) / 2 if steps and min(steps) != max(steps) else Decimal(0)
    if claimed.approximator or given.approximator:
        assert isinstance(claimed.low, Decimal)
        slack = max(slack, abs(claimed.low) * _NEAR)
    return slack


def _before(one: Interval, other: Interval) -> bool:
    """Whether all of the one lies below all of the other."""
    if one.high is None or other.low is None:
        return False
    if one.high == other.low:
        return one.high_open or other.low_open
    return _less(one.high, other.low)


def _holds(outer: Interval, inner: Interval) -> bool:
    low = outer.low is None or (
        inner.low is not None
        and (
            _less(outer.low, inner.low)
            or (outer.low == inner.low and (inner.low_open or not outer.low_open))
        )
    )
    high = outer.high is None or (
        inner.high is not None
        and (
            _less(inner.high, outer.high)
            or (outer.high == inner.high and (inner.high_open or not outer.high_open))
        )
    )
    return low and high


def _less(one: Bound, other: Bound) -> bool:
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return one < other
    if isinstance(one, date) and isinstance(other, date):
        return one < other
    raise TypeError("a date cannot be held against a number")
