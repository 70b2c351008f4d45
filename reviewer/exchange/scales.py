"""From values and days to places along one side of a plot, with ticks at round ones."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil, floor, log10

_TICKS = 5
_MONTH = 30.44
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000)
_YEAR = 12
_LETTERS = ((Decimal(10**12), " tn"), (Decimal(10**9), " bn"), (Decimal(10**6), " m"))
_PLAIN = 15  # digits in front of the point beyond which a number is written with its power


@dataclass(frozen=True, slots=True)
class Scale:
    """``low`` is at ``start``, ``high`` at ``end``; low < high."""

    low: float
    high: float
    start: float
    end: float

    def place(self, value: float) -> float:
        """Where a value is."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def of_values(values: Iterable[float], start: float, end: float) -> Scale:
    """With some air beyond the least and the greatest; for at least one value."""
    found = list(values)
    low, high = min(found), max(found)
    room = (high - low) * 0.12 or abs(high) * 0.1 or 1.0
    return Scale(low - room, high + room, start, end)


def of_days(days: Iterable[date], start: float, end: float) -> Scale:
    """In ordinal days, within what a calendar has; for at least one day."""
    found = [day.toordinal() for day in days]
    low, high = min(found), max(found)
    room = (high - low) * 0.06 or _MONTH
    least, most = date.min.toordinal(), date.max.toordinal()
    return Scale(max(low - room, least), min(high + room, most), start, end)


def value_ticks(scale: Scale) -> list[tuple[float, str]]:
    """Round values and their words: 1, 2 or 5 times a power of ten apart."""
    span = scale.high - scale.low
    power = 10.0 ** floor(log10(span / _TICKS))
    step = next((m * power for m in (1, 2, 5) if span / (m * power) <= _TICKS), 10 * power)
    first, last = ceil(scale.low / step), floor(scale.high / step)
    return [(n * step, number_words(n * step, step)) for n in range(first, last + 1)]


def number_words(value: float, step: float) -> str:
    """``78.5 m``, ``1,500``, ``0.25``: as exact as the step between two ticks."""
    number = Decimal(repr(value))
    for scale, letter in _LETTERS:
        if abs(number) >= scale and abs(number) < scale * 10**_PLAIN:
            digits = max(0, -floor(log10(step / float(scale))))
            return f"{number / scale:,.{min(digits, 3)}f}{letter}"
    if abs(number) >= Decimal(10**_PLAIN):
        return f"{number:.3g}"
    digits = max(0, -floor(log10(step)))
    return f"{number:,.{digits}f}" if digits <= _PLAIN else f"{number:.3g}"


def day_ticks(scale: Scale) -> list[tuple[float, str]]:
    """First days of months, a round number of them apart; single days where the time is short."""
    span = scale.high - scale.low
    months = next((m for m in _MONTHS if span / (m * _MONTH) <= _TICKS + 1), _MONTHS[-1])
    if span < 2 * _MONTH:
        return _single_days(scale)
    first, last = date.fromordinal(ceil(scale.low)), date.fromordinal(floor(scale.high))
    at = -(-(first.year * _YEAR + first.month - 1) // months) * months
    found = []
    while at <= last.year * _YEAR + last.month - 1:
        year, month = divmod(at, _YEAR)
        if year >= date.min.year and (day := date(year, month + 1, 1)) >= first:
            words = f"{year:04}" if months % _YEAR == 0 else f"{year:04}-{month + 1:02}"
            found.append((float(day.toordinal()), words))
        at += months
    return found


def _single_days(scale: Scale) -> list[tuple[float, str]]:
    step = max(1, ceil((scale.high - scale.low) / _TICKS))
    days = range(ceil(scale.low), floor(scale.high) + 1, step)
    return [(float(day), date.fromordinal(day).isoformat()) for day in days]
