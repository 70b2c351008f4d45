"""Values as spans of numbers, in one unit for each dimension, with the slack of their words."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import inf

from reviewer.analysis.conversion import in_base
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind

_DAYS = {
    "seconds": 1 / 86_400, "minutes": 1 / 1440, "hours": 1 / 24, "days": 1.0, "weeks": 7.0,
    "months": 30.44, "years": 365.25, "years old": 365.25,
}  # fmt: skip
"""Of durations and ages. Other units are converted when two values are compared: see ``based``."""

_ABOUT, _ABOUT_ROUND = 0.05, 0.08  # "about 23,400", "about 20,000"
_NEARLY = 0.1
_BELOW = frozenset(["nearly", "almost", "close to", "just under", "just below", "under", "shy of"])
_CONVERTED = 0.03
_FLOATS = 300
_ROUND = 0.5
_TINY = 1e-9
_ROUNDEST = 0.15
"""The most that rounding is taken to make, as a share of the value: "1 million" is not 1.4."""


@dataclass(frozen=True, slots=True)
class Span:
    """``low`` to ``high`` as stated (infinite where open), and ``least`` to ``most`` as they can
    be meant: half a step of the last stated digit either way, more after "about" and "nearly"."""

    low: float
    high: float
    least: float
    most: float

    @property
    def value(self) -> float:
        """The stated bound that stands for the value."""
        return self.low if self.low > -inf else self.high

    @property
    def is_bound(self) -> bool:
        """Whether it is open on one side."""
        return self.low == -inf or self.high == inf

    def meets(self, other: "Span", slack: float = 0.0) -> bool:
        """Whether both can be meant of one value; ``slack`` is a share of the values. Figures that
        rounding could only just bring together, 4 and 5, are two."""
        room = slack * max(abs(self.value), abs(other.value))
        over = min(other.most + room - self.least, self.most + room - other.least)
        rounded = self.least < self.low and other.least < other.low
        return over > _TINY * abs(self.value) if rounded else over >= 0


def dimension_of(quantity: Quantity) -> str:
    """ "money", "count", "percent", "date", "time" or the physical dimension of the unit."""
    kind = quantity.kind
    if kind is QuantityKind.DURATION:
        return "time"
    if kind is QuantityKind.FRACTION or (kind is QuantityKind.PERCENT and quantity.unit == "%"):
        return "percent"
    if kind is QuantityKind.MEASURE:
        return quantity.unit
    if kind is QuantityKind.PERCENT:
        return "points"
    return kind.value


def based(quantity: Quantity) -> tuple[str, Span] | None:
    """Dimension and span of a measure in the base unit of its dimension; None without a unit that
    is known. The first call loads the library that converts."""
    converted = in_base(quantity) if quantity.kind is QuantityKind.MEASURE else None
    span = span_of(converted) if converted else None
    return (converted.unit, span) if converted and span else None


def span_of(quantity: Quantity) -> Span | None:
    """The value in the base unit of its dimension; days as ordinals; None without numbers."""
    low, high = quantity.low, quantity.high
    if isinstance(low, date) or isinstance(high, date):
        first = low.toordinal() if isinstance(low, date) else -inf
        last = high.toordinal() if isinstance(high, date) else inf
        return Span(first, last, first, last)
    factor = _DAYS.get(quantity.unit, 1.0) if quantity.kind is QuantityKind.DURATION else 1.0
    if quantity.kind is QuantityKind.FRACTION:
        factor = 100.0
    a, b = _number(low), _number(high)
    if a is None and b is None:
        return None
    lowest = -inf if a is None else a * factor
    highest = inf if b is None else b * factor
    half = min(_half_step(quantity, factor), _ROUNDEST * abs(lowest if lowest > -inf else highest))
    least = lowest - (0.0 if quantity.low_open else half)
    most = highest + (0.0 if quantity.high_open else half)
    word = quantity.approximator.lower()
    if word in _BELOW:
        least = min(least, (lowest if lowest > -inf else highest) * (1 - _NEARLY))
    elif word and a is not None and b is not None:
        room = max(half, (_ABOUT_ROUND if _is_round(a) else _ABOUT) * abs(lowest))
        least, most = lowest - room, highest + room
    return Span(lowest, highest, least, most)


def _is_round(value: float) -> bool:
    """Whether a number has but one figure before its noughts."""
    return abs(value) >= 10 and f"{abs(value):.6e}".startswith(  # noqa: PLR2004 - two figures
        tuple(f"{figure}.000000" for figure in range(1, 10))
    )


def _half_step(quantity: Quantity, factor: float) -> float:
    """Half of the last stated digit; a fraction in words is rounder than its digits."""
    if quantity.kind is QuantityKind.FRACTION:
        return 2.5
    step = _number(quantity.step)
    return 0.0 if step is None or _is_small_count(quantity) else step * factor * _ROUND


def _is_small_count(quantity: Quantity) -> bool:
    return quantity.kind is QuantityKind.COUNT and quantity.step == 1


def _number(value: object) -> float | None:
    if not isinstance(value, Decimal) or not value.is_finite():
        return None
    return float(value) if value == 0 or abs(value.adjusted()) < _FLOATS else None
