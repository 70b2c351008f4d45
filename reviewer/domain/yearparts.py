"""Early, mid and late: which days of a month, year or decade the word is taken to mean."""

from datetime import date

from reviewer.domain.periods import Period

PARTS = ("early", "mid", "late")

_MONTH_DAYS = 31
_YEAR_DAYS = 366


def part_of(word: str, period: Period) -> Period:
    """The early, mid or late part of a closed period of a month, a year or some years.

    A month: days 1 to 10, 11 to 20, 21 to its end. A year: January to April, May to August,
    September to December. Several years: their first half is early, their second late, their
    middle mid (1990s: to 1994, from 1995, 1994 to 1996). The words themselves promise less.
    """
    first, last = period.first, period.last
    assert first is not None
    assert last is not None
    length = (last - first).days + 1
    if length <= _MONTH_DAYS:
        firsts = {"early": 1, "mid": 11, "late": 21}
        lasts = {"early": 10, "mid": 20, "late": last.day}
        return Period(first.replace(day=firsts[word]), last.replace(day=lasts[word]))
    if length <= _YEAR_DAYS:
        if word == "late":
            return Period(date(first.year, 9, 1), last)
        if word == "mid":
            return Period(date(first.year, 5, 1), date(first.year, 8, 31))
        return Period(first, date(first.year, 4, 30))
    years = last.year - first.year + 1
    firsts = {"early": 0, "mid": (2 * years) // 5, "late": years // 2}
    lasts = {"early": years // 2 - 1, "mid": (3 * years) // 5, "late": years - 1}
    return Period(date(first.year + firsts[word], 1, 1), date(first.year + lasts[word], 12, 31))
