"""Dates that count from the day of writing: "last June", "next year", "two years ago", "today"."""

from datetime import date, timedelta

from reviewer.analysis import calendar
from reviewer.analysis.numbers import read_numeral
from reviewer.analysis.tokens import Tokens
from reviewer.domain.periods import Period

_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_SHIFTS = {
    "last": -1, "past": -1, "previous": -1, "prior": -1, "this": 0, "current": 0, "next": 1,
    "coming": 1, "following": 1, "upcoming": 1,
}  # fmt: skip
WORDS = frozenset(_DAYS) | frozenset(_SHIFTS)
_UNITS = frozenset(("week", "month", "quarter", "year", "decade"))
_PAPERS = frozenset((
    "usa", "india", "russia", "pakistan", "malaysia", "china", "africa", "europe", "asia",
    "psychology", "history", "physics", "medicine", "business", "world", "christianity", "nursing",
))  # fmt: skip
"""Before "Today" these make the name of a paper."""
_BEFORE = frozenset(("before", "earlier", "ago"))
_LAST_MONTH_AGE = 2  # months; a month that is only just over is "in June", not "last June"
_FURTHEST = 1000  # units back or ahead that still make a date
_MAX_YEAR = 9000

Found = tuple[Period | None, int]
"""The days, None without a reference, and the token where the phrase ends."""


def read_relative(tokens: Tokens, index: int, reference: date | None) -> Found | None:
    """The phrase that begins at ``index``, resolved against the day of writing."""
    word = tokens[index].low
    if word in _DAYS:
        if tokens[index].text == "Today" and tokens[index - 1].low in _PAPERS:
            return None
        day = reference + timedelta(days=_DAYS[word]) if reference else None
        return Period(day, day) if day else None, index + 1
    if word in _UNITS and tokens.word(index + 1) in _BEFORE:
        return _unit_before(tokens, index, reference)
    if word in _SHIFTS and tokens.near(index + 1):
        return _shifted(tokens, index, reference)
    return _ago(tokens, index, reference)


def _unit_before(tokens: Tokens, index: int, reference: date | None) -> Found | None:
    """ "The year before", "a month earlier"; "the year before the war" is another matter."""
    led = tokens[index - 1].low
    after = tokens[index + 2]
    ends = not after.is_word or after.low in ("and", "but", "when", "as", "in", "while")
    if led not in ("the", "a") or not ends:
        return None
    return _unit(tokens[index].low, -1, reference), index + 2


def _shifted(tokens: Tokens, index: int, reference: date | None) -> Found | None:
    shift = _SHIFTS[tokens[index].low]
    token = tokens[index + 1]
    if token.low == "week":
        week = _unit("week", shift, reference)
        return _day_of_week(tokens, index + 2, week) or (week, index + 2)
    if token.low in _UNITS:
        return _unit(token.low, shift, reference), index + 2
    if token.low in ("fiscal", "financial", "calendar") and tokens.word(index + 2) == "year":
        return _unit("year", shift, reference), index + 3
    return _shifted_name(tokens, index, shift, reference)


def _shifted_name(tokens: Tokens, index: int, shift: int, reference: date | None) -> Found | None:
    """ "Last June", "next Friday", "this past Wednesday"."""
    token = tokens[index + 1]
    if token.low in calendar.WEEKDAYS and len(token.text) > len("Thurs"):
        if reference is None:
            return None, index + 2
        weekday = calendar.WEEKDAYS[token.low]
        nearest = _nearest_weekday(weekday, tokens[index].low, reference)
        day = nearest or _weekday(weekday, shift, reference)
        return Period(day, day), index + 2
    if not token.is_capital or tokens[index].low not in ("last", "this", "next", "past"):
        return None
    if token.low in calendar.MONTHS and not tokens[index + 2].is_number:
        month = calendar.MONTHS[token.low]
        return _named_month(month, shift, reference) if reference else None, index + 2
    return None


def _day_of_week(tokens: Tokens, index: int, week: Period | None) -> Found | None:
    """ "Next week Monday", "next week on Tuesday": the day of that week."""
    place = index + (tokens.word(index) == "on" or tokens[index].is_dash)
    weekday = calendar.WEEKDAYS.get(tokens.word(place))
    if weekday is None or not tokens[place].is_capital:
        return None
    day = week.first + timedelta(days=weekday) if week and week.first else None
    return Period(day, day) if day else None, place + 1


def _named_month(month: int, shift: int, reference: date) -> Period:
    if shift < 0:
        return calendar.latest_month(month, reference, at_least=_LAST_MONTH_AGE)
    if shift > 0:
        return calendar.next_month(month, reference, at_least=1)
    return calendar.month_of(reference.year, month)


def _weekday(weekday: int, shift: int, reference: date) -> date:
    """The day of the week before, this week or the next, from Monday to Sunday."""
    return reference + timedelta(days=weekday - reference.weekday() + 7 * shift)


def _nearest_weekday(weekday: int, word: str, reference: date) -> date | None:
    """ "Past Wednesday", "coming Thursday": the nearest, today left out."""
    gap = (weekday - reference.weekday()) % 7
    if word == "past":
        return reference - timedelta(days=7 - gap)
    return reference + timedelta(days=gap or 7) if word in ("coming", "upcoming") else None


def _unit(unit: str, shift: int, reference: date | None) -> Period | None:
    """The calendar unit some units from the reference's own; decades begin or end with it."""
    if reference is None or not 1 <= reference.year + shift * 10 < _MAX_YEAR:
        return None
    if unit == "week":
        return calendar.week_of(reference, shift)
    if unit == "month":
        return calendar.month_of(*calendar.months_on(reference, shift))
    if unit == "quarter":
        year, month = calendar.months_on(reference, 3 * shift)
        return calendar.months_of(year, (month - 1) // 3 * 3 + 1, 3)
    if unit == "year":
        return calendar.years_of(reference.year + shift)
    first = reference.year - 10 if shift < 0 else reference.year
    return calendar.years_of(first, first + 9)


def _ago(tokens: Tokens, index: int, reference: date | None) -> Found | None:
    """ "Two years ago", "three weeks earlier"."""
    numeral = read_numeral(tokens, index)
    alone = tokens[index].low in ("a", "an") and numeral is None
    place = index + 1 if alone else numeral.end if numeral else 0
    unit = tokens.word(place).removesuffix("s") if place else ""
    if unit not in _UNITS | {"day"} or tokens.word(place + 1) != "ago":
        return None
    count = int(numeral.value) if numeral and numeral.value < _FURTHEST else 1 if alone else 0
    exact = alone or (numeral is not None and numeral.value == count)
    if not reference or not count or not exact or reference.year <= count * 10:
        return None, place + 2
    return _back(unit, count, reference), place + 2


def _back(unit: str, count: int, reference: date) -> Period:
    if unit in ("day", "week"):
        day = reference - timedelta(days=count * (7 if unit == "week" else 1))
        return Period(day, day) if unit == "day" else calendar.week_of(day)
    if unit in ("month", "quarter"):
        months = count * (3 if unit == "quarter" else 1)
        return calendar.month_of(*calendar.months_on(reference, -months))
    years = count * (10 if unit == "decade" else 1)
    return calendar.years_of(reference.year - years)
