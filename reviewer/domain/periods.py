"""Partial dates and periods: ISO 8601 days, months and years, and intervals of them with ``/``."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Period:
    """From ``first`` to ``last`` day, both within; None where it is open."""

    first: date | None
    last: date | None

    def overlaps(self, other: "Period") -> bool:
        """Whether the two have a day in common."""
        return (self.first or date.min) <= (other.last or date.max) and (
            other.first or date.min
        ) <= (self.last or date.max)


def parse_period(text: str) -> Period | None:
    """Reads ``2023``, ``2023-05``, ``2023-05-09``, ``2022-03/2024-07``, ``/2024``; else None."""
    first, slash, last = text.strip().partition("/")
    if not slash:
        return _partial(first)
    start, end = _partial(first), _partial(last)
    if (first and start is None) or (last and end is None) or not (first or last):
        return None
    period = Period(start.first if start else None, end.last if end else None)
    backwards = period.first and period.last and period.first > period.last
    return None if backwards else period


def _partial(text: str) -> Period | None:
    found = _PARTIAL.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        assert year is not None
        first = date(year, month or 1, day or 1)
        last_month = month or 12
        return Period(first, date(year, last_month, day or monthrange(year, last_month)[1]))
    except ValueError:
        return None


def period_text(first: date | None, last: date | None) -> str:
    """The shortest ISO form: a day, a month, a year, else an interval; empty if both are open."""
    if first is None and last is None:
        return ""
    if first and last:
        for form in ("%Y", "%Y-%m", "%Y-%m-%d"):
            short = first.strftime(form)
            if parse_period(short) == Period(first, last):
                return short
    return f"{first.isoformat() if first else ''}/{last.isoformat() if last else ''}"
