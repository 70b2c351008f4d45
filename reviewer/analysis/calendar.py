"""Arithmetic of days, weeks, months and years for the readers of dates."""

from calendar import monthrange
from datetime import date, timedelta

from reviewer.domain.periods import Period

_MONTHS = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
    "august aug", "september sep sept", "october oct", "november nov", "december dec",
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
SHORT_MONTHS = frozenset(name for names in _MONTHS for name in names.split()[1:])
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thurs", "friday fri",
         "saturday sat", "sunday sun")
    )
    for name in names.split()
}  # fmt: skip

_WEEK = 7
_MONTHS_IN_YEAR = 12
_HALF_YEAR_DAYS = 183


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(year: int, month: int) -> Period:
    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def months_of(year: int, month: int, count: int) -> Period:
    """From the first day of the month over ``count`` months of one year."""
    return Period(date(year, month, 1), month_of(year, month + count - 1).last)


def years_of(first: int, last: int | None = None) -> Period:
    return Period(date(first, 1, 1), date(first if last is None else last, 12, 31))


def week_of(day: date, weeks: int = 0) -> Period:
    """Monday to Sunday of the day's week, some weeks on."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)
    return Period(monday, monday + timedelta(days=_WEEK - 1))


def months_on(day: date, months: int) -> tuple[int, int]:
    """Year and month, some months from the day's month."""
    index = day.year * _MONTHS_IN_YEAR + day.month - 1 + months
    return index // _MONTHS_IN_YEAR, index % _MONTHS_IN_YEAR + 1


def latest_month(month: int, reference: date, *, at_least: int = 0) -> Period:
    """The month of that name that began last, some months before the reference or in its month."""
    back = (reference.month - month - at_least) % _MONTHS_IN_YEAR + at_least
    return month_of(*months_on(reference, -back))


def next_month(month: int, reference: date, *, at_least: int = 0) -> Period:
    """The month of that name that comes next, the reference's own month included."""
    ahead = (month - reference.month - at_least) % _MONTHS_IN_YEAR + at_least
    return month_of(*months_on(reference, ahead))


def nearest_year(month: int, day: int, reference: date) -> int:
    """The year that puts the day of the year nearest to the reference."""
    here = reference.year
    there = day_of(here, month, min(day, 28)) or reference
    gap = (there - reference).days
    return here - (gap > _HALF_YEAR_DAYS) + (gap < -_HALF_YEAR_DAYS)
