"""Days and months: "2024-07-10", "13/7/2024", "Tuesday, July 10", "9-10 July", "in May"."""

from reviewer.analysis import calendar
from reviewer.analysis.moments import PREPOSITIONS, Frame, Moment, two_figures, year_after, year_at
from reviewer.analysis.tokens import Tokens
from reviewer.analysis.units import unit_at
from reviewer.domain.periods import Period
from reviewer.domain.yearparts import PARTS

_ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
_LAST_DAY, _LAST_MONTH = 31, 12


def read_iso(tokens: Tokens, index: int) -> Moment | None:
    """ "2024-07-10", "2023-05"; "2011-12" is two years, and no month."""
    year = year_at(tokens, index)
    if year is None or tokens[index + 1].text != "-":
        return None
    if not all(tokens.tight(index + k) for k in (1, 2)):
        return None
    month = two_figures(tokens, index + 2)
    if not month:
        return None
    if tokens[index + 3].text == "-" and tokens.tight(index + 3) and tokens.tight(index + 4):
        day = calendar.day_of(year, month, two_figures(tokens, index + 4))
        return Moment(Period(day, day), index + 5) if day else None
    if month > min(_LAST_MONTH, year % 100):
        return None
    return Moment(calendar.month_of(year, month), index + 3)


def read_slashed(tokens: Tokens, index: int) -> Moment | None:
    """ "13/7/2024" has one reading; "7/10/2024" has two and stays unresolved."""
    parts = [tokens[index + k].text for k in range(5)]
    if parts[1] not in ("/", ".") or parts[3] != parts[1] or not tokens[index].is_number:
        return None
    year = year_at(tokens, index + 4)
    one, other = _day(tokens, index), _day(tokens, index + 2)
    if not (year and one and other and all(tokens.tight(index + k) for k in range(1, 5))):
        return None
    days = {calendar.day_of(year, other, one), calendar.day_of(year, one, other)} - {None}
    day = days.pop() if len(days) == 1 else None
    return Moment(Period(day, day) if day else None, index + 5)


def _day(tokens: Tokens, index: int) -> int:
    """A day of the month in one or two figures, or 0."""
    text = tokens[index].text
    if len(text) <= len("31") and tokens[index].is_number and 0 < int(text) <= _LAST_DAY:
        return int(text)
    return 0


def _after_day(tokens: Tokens, index: int) -> int:
    """Behind a day and its "th"."""
    return index + 1 + (tokens.tight(index + 1) and tokens[index + 1].low in _ORDINAL_ENDINGS)


def _month(tokens: Tokens, index: int) -> tuple[int, int]:
    """A month's number and where its name ends, or 0."""
    token = tokens[index]
    month = calendar.MONTHS.get(token.low, 0) if token.is_capital else 0
    abbreviated = month and len(token.text) <= len("Sept") and tokens[index + 1].text == "."
    return month, index + 1 + bool(abbreviated and tokens.tight(index + 1))


def read_weekday(tokens: Tokens, index: int, frame: Frame) -> Moment | None:
    """ "Tuesday, April 23, 2024" whole; a weekday alone says nothing that can be resolved."""
    if tokens[index].low not in calendar.WEEKDAYS or not tokens[index].is_capital:
        return None
    place = index + 1 + (tokens[index + 1].text in (",", "."))
    if tokens.near(place):
        moment = read_month_first(tokens, place, frame) or read_day_first(tokens, place, frame)
        if moment:
            return moment
    full = len(tokens[index].text) > len("Thurs")
    return Moment(None, index + 1, has_year=False) if full else None


def read_month_first(tokens: Tokens, index: int, frame: Frame) -> Moment | None:
    """ "July 10, 2024", "July 11-12", "May 2023", "May of 2023", "in May"."""
    month, place = _month(tokens, index)
    if not month:
        return None
    day = _day(tokens, place) if tokens.same_line(place) else 0
    if day and not _counts_something(tokens, _after_day(tokens, place)):
        end = _after_day(tokens, place)
        last, end = _last_day(tokens, end, day)
        return _days(tokens, end, (month, day, last), frame)
    year, end = year_after(tokens, place)
    if year:
        return Moment(calendar.month_of(year, month), end)
    return _bare_month(tokens, index, month, place, frame)


def _counts_something(tokens: Tokens, index: int) -> bool:
    """Whether a unit follows: in "May 12 percent" the figure is no day."""
    return unit_at(tokens, index)[0] is not None or tokens[index].text in ("%", ":")


def _last_day(tokens: Tokens, index: int, first: int) -> tuple[int, int]:
    """The later day of "11-12", or the same day."""
    if tokens[index].is_dash and tokens.near(index) and tokens.near(index + 1):
        last = _day(tokens, index + 1)
        if last > first:
            return last, _after_day(tokens, index + 1)
    return first, index


def _days(tokens: Tokens, end: int, days: tuple[int, int, int], frame: Frame) -> Moment | None:
    """Month, first and last day, whose year stands behind them or is left out."""
    month, first, last = days
    year, after = year_after(tokens, end)
    if year is None:
        year = frame.year
        if year is None and frame.reference:
            year = calendar.nearest_year(month, first, frame.reference)
        if year is None:
            return Moment(None, end, has_year=False)
    both = calendar.day_of(year, month, first), calendar.day_of(year, month, last)
    return Moment(Period(*both), after, has_year=after > end) if all(both) else None


def _bare_month(tokens: Tokens, index: int, month: int, end: int, frame: Frame) -> Moment | None:
    """A month without a year needs a word before it that makes it one: may, march, April."""
    before = tokens[index - 1].low if tokens.near(index) else ""
    if before == "-" and tokens[index - 2].low in PARTS:
        before = "mid"
    if before not in PREPOSITIONS:
        return None
    if frame.year:
        return Moment(calendar.month_of(frame.year, month), end, has_year=False)
    if frame.reference is None:
        return Moment(None, end, has_year=False)
    if before in ("until", "till", "by"):
        period = calendar.next_month(month, frame.reference)
    else:
        period = calendar.latest_month(month, frame.reference)
    return Moment(period, end, has_year=False)


def read_day_first(tokens: Tokens, index: int, frame: Frame) -> Moment | None:
    """ "10 July 2024", "9-10 July", "the 10th of July"."""
    first = _day(tokens, index)
    if not first or tokens.tight(index):
        return None
    last, end = _last_day(tokens, _after_day(tokens, index), first)
    place = end + (tokens.word(end) == "of")
    month, after = _month(tokens, place) if tokens.near(place) else (0, place)
    return _days(tokens, after, (month, first, last), frame) if month else None


def read_year_first(tokens: Tokens, index: int) -> Moment | None:
    """ "2026 June"."""
    year = year_at(tokens, index)
    month, end = _month(tokens, index + 1)
    if year and month and tokens.same_line(index + 1) and not tokens.tight(index):
        return Moment(calendar.month_of(year, month), end)
    return None
