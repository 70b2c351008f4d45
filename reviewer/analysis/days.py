"""Days and months: "2024-07-10", "13/7/2024", "Tuesday, July 10", "9-10 July", "in May"."""

import re

from reviewer.analysis import calendar
from reviewer.analysis.moments import (
    FIRST_YEAR,
    LAST_YEAR,
    PREPOSITIONS,
    Frame,
    Moment,
    two_figures,
    year_after,
    year_at,
)
from reviewer.analysis.ordinals import ORDINALS
from reviewer.analysis.tenses import is_of_this_year, looks_ahead, year_of
from reviewer.analysis.tokens import Tokens
from reviewer.analysis.units import unit_at
from reviewer.domain.periods import Period
from reviewer.domain.yearparts import PARTS

_ALSO_WORDS = frozenset(("may", "march", "mar", "jan", "sept", "dec", "sep", "jun"))
"""Months that are other words in small letters, or their like."""
_ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
_UNCLEAR = re.compile(r"[0-9][/.\-][0-9]{1,2}[/.\-][0-9]{2}")
_LAST_DAY, _LAST_MONTH = 31, 12
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "that", "our"))


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


def read_hyphened(tokens: Tokens, index: int) -> Moment | None:
    """ "05-Aug-2016", "Sep/23/2020", "2019-aug-01", "Dec-2018": figures tied to a month's name."""
    sign = tokens[index + 1].text
    if sign not in ("-", "/") or not all(tokens.tight(index + k) for k in (1, 2)):
        return None
    three = tokens[index + 3].text == sign and tokens.tight(index + 3) and tokens.tight(index + 4)
    places = [index, index + 2, *([index + 4] if three else [])]
    month = next((m for p in places if (m := calendar.MONTHS.get(tokens[p].low, 0))), 0)
    year = next((y for p in places if (y := year_at(tokens, p))), None)
    end = places[-1] + 1
    if not month or year is None:
        return None
    if not three:
        return Moment(calendar.month_of(year, month), end) if year_at(tokens, end - 1) else None
    number = next((d for p in places if (d := _day(tokens, p))), 0)
    day = calendar.day_of(year, month, number) if number else None
    return Moment(Period(day, day), end) if day else None


def read_slashed(tokens: Tokens, index: int, frame: Frame) -> Moment | None:
    """ "13/7/2024" has one reading; "7/10/2024" has two, and the text must show which is meant."""
    parts, end = _figures(tokens, index)
    if not parts:
        return None
    one, other, year = parts
    days = {
        True: calendar.day_of(year, other, one) if other <= _LAST_MONTH else None,
        False: calendar.day_of(year, one, other) if one <= _LAST_MONTH else None,
    }
    if not any(days.values()):
        return None
    if None in days.values() or one == other:
        day = days[True] or days[False]
    else:
        day = days[frame.day_first] if frame.day_first is not None else None
    return Moment(Period(day, day) if day else None, end)


def _figures(tokens: Tokens, index: int) -> tuple[tuple[int, int, int] | None, int]:
    """Two small figures and a year, with slashes, dashes or points, and where they end."""
    parts, end = _parts(tokens, index)
    lengths = [len(part) for part in parts]
    long = lengths[2:] == [4] or (lengths[2:] == [2] and tokens[index + 1].text == "/")
    if not long or max(lengths[:2]) > 2 or not all(part.isdecimal() for part in parts):  # noqa: PLR2004 - figures of a day
        return None, index
    one, other, year = (int(part) for part in parts)
    year += 2000 if lengths[2] == 2 else 0  # noqa: PLR2004 - "7/10/24"
    sound = 0 < one <= _LAST_DAY and 0 < other <= _LAST_DAY and FIRST_YEAR <= year <= LAST_YEAR
    return ((one, other, year), end) if sound else (None, index)


def _parts(tokens: Tokens, index: int) -> tuple[list[str], int]:
    """Three pieces of one date and where they end; fewer if it is none."""
    led = tokens.tight(index) and tokens[index - 1].text not in "(["
    if not tokens[index].is_number or led:
        return [], index
    parts = tokens[index].text.split(".")
    sign = tokens[index + 1].text
    if len(parts) != 1:
        return parts if len(parts) == len("dmy") else [], index + 1
    tied = all(tokens.tight(index + k) for k in range(1, 5))
    if sign not in ("/", "-") or sign != tokens[index + 3].text or not tied:
        return [], index
    if tokens.tight(index + 5) and tokens[index + 5].text == "/":
        return [], index
    return [tokens[index + k].text for k in (0, 2, 4)], index + 5


def shows_day_first(tokens: Tokens) -> bool | None:
    """Whether dates in figures put the day first, by the evidence of the whole text.

    A date that has one reading shows it ("13/7/2024"); else the way that dates with a month's name
    are written ("10 July 2024", "July 10, 2024"), if they agree. None if nothing shows it.
    """
    figures: set[bool] = set()
    words: set[bool] = set()
    if not _UNCLEAR.search(tokens.text):
        return None
    for index, token in enumerate(tokens):
        if not token.is_number:
            continue
        parts, _ = _figures(tokens, index)
        if parts and max(parts[:2]) > _LAST_MONTH >= min(parts[:2]):
            figures.add(parts[0] > _LAST_MONTH)
        if not _day(tokens, index):
            continue
        after = tokens[_after_day(tokens, index)]
        if after.is_capital and after.low in calendar.MONTHS:
            words.add(True)
        elif tokens[index - 1].is_capital and tokens[index - 1].low in calendar.MONTHS:
            words.add(False)
    for evidence in (figures, words):
        if evidence:
            return evidence.pop() if len(evidence) == 1 else None
    return None


def _day(tokens: Tokens, index: int) -> int:
    """A day of the month in one or two figures, or 0."""
    text = tokens[index].text
    if len(text) <= len("31") and text.isdecimal() and 0 < int(text) <= _LAST_DAY:
        return int(text)
    return 0


def _after_day(tokens: Tokens, index: int) -> int:
    """Behind a day and its "th"."""
    return index + 1 + (tokens.tight(index + 1) and tokens[index + 1].low in _ORDINAL_ENDINGS)


def _month(tokens: Tokens, index: int) -> tuple[int, int]:
    """A month's number and where its name ends, or 0."""
    token = tokens[index]
    month = calendar.MONTHS.get(token.low, 0)
    if month and not token.is_capital and token.low in _ALSO_WORDS:
        month = 0
    abbreviated = month and token.low in calendar.SHORT_MONTHS and tokens[index + 1].text == "."
    return month, index + 1 + bool(abbreviated and tokens.tight(index + 1))


def read_month_first(tokens: Tokens, index: int, frame: Frame) -> Moment | None:
    """ "July 10, 2024", "July 11-12", "May 2023", "May of 2023", "in May"."""
    month, place = _month(tokens, index)
    if not month:
        return None
    day = (_day(tokens, place) or _word_day(tokens, place)) if tokens.same_line(place) else 0
    if day and not _counts_something(tokens, _after_day(tokens, place)):
        end = _after_day(tokens, place)
        last, end = _last_day(tokens, end, day)
        return _days(tokens, end, (month, day, last), frame)
    year, end = year_after(tokens, place)
    if year:
        return Moment(calendar.month_of(year, month), end)
    year, end = _year_said(tokens, place, frame)
    if year:
        return Moment(calendar.month_of(year, month), end, has_year=False)
    return _bare_month(tokens, index, month, place, frame)


def _year_said(tokens: Tokens, index: int, frame: Frame) -> tuple[int | None, int]:
    """ "January of next year", "10 July last year": the year, and where the words end."""
    place = index + (tokens.word(index) == "of")
    shift = {"last": -1, "this": 0, "next": 1}.get(tokens.word(place))
    if shift is None or tokens.word(place + 1) != "year" or frame.reference is None:
        return None, index
    return frame.reference.year + shift, place + 2


def _word_day(tokens: Tokens, index: int) -> int:
    """The day of "January first 2000"; without the year the word may say something else."""
    return ORDINALS.get(tokens[index].low, 0) if year_at(tokens, index + 1) else 0


def _counts_something(tokens: Tokens, index: int) -> bool:
    """Whether a unit follows: in "May 12 percent" the figure is no day."""
    return unit_at(tokens, index)[0] is not None or tokens[index].text in ("%", ":")


def _last_day(tokens: Tokens, index: int, first: int, *, words: bool = False) -> tuple[int, int]:
    """The later day of "11-12", with ``words`` also of "11 and 12", or the same day."""
    word = tokens[index].low
    joined = tokens[index].is_dash or word in ("through", "thru")
    joined = joined or (words and word in ("and", "to"))
    if joined and tokens.near(index) and tokens.near(index + 1):
        last = _day(tokens, index + 1)
        if last > first:
            return last, _after_day(tokens, index + 1)
    return first, index


def _days(tokens: Tokens, end: int, days: tuple[int, int, int], frame: Frame) -> Moment | None:
    """Month, first and last day, whose year stands behind them or is left out."""
    month, first, last = days
    year, after = year_after(tokens, end)
    if year is None:
        year, after = _year_said(tokens, end, frame)
    if year is None:
        year = frame.year
        if year is None and frame.reference:
            ahead = looks_ahead(tokens, end)
            year = year_of((month, first), frame.reference, ahead=ahead)
        if year is None:
            return Moment(None, end, has_year=False)
    if after == end and frame.year is None:
        year = next((y for y in _years_around(year) if calendar.day_of(y, month, first)), year)
    both = calendar.day_of(year, month, first), calendar.day_of(year, month, last)
    return Moment(Period(*both), after, has_year=after > end) if all(both) else None


def _years_around(year: int) -> tuple[int, ...]:
    """The year and the ones next to it: 29 February is not in every one."""
    return tuple(year + gap for gap in (0, -1, 1, -2, 2))


def _bare_month(tokens: Tokens, index: int, month: int, end: int, frame: Frame) -> Moment | None:
    """A month without a year needs a word before it that makes it one: may, march, April."""
    before = tokens[index - 1].low if tokens.near(index) else ""
    if before == "-" and tokens[index - 2].low in (*PARTS, "end"):
        before = "mid"
    joined = tokens[index - 1].is_dash and tokens[index - 2].low in calendar.MONTHS
    if not (before in PREPOSITIONS or joined or _names_a_month(tokens, index, end)):
        return None
    if frame.year:
        return Moment(calendar.month_of(frame.year, month), end, has_year=False)
    if frame.reference is None:
        return Moment(None, end, has_year=False)
    if is_of_this_year(tokens, index):
        period = calendar.month_of(frame.reference.year, month)
    elif looks_ahead(tokens, index):
        period = calendar.next_month(month, frame.reference)
    else:
        period = calendar.latest_month(month, frame.reference)
    return Moment(period, end, has_year=False)


def _names_a_month(tokens: Tokens, index: int, end: int) -> bool:
    """ "The June election", "its April report", "January-March 2024", "April to June"."""
    if not tokens[index].is_capital:
        return False
    after = tokens[end + 1]
    joins = tokens[end].is_dash or tokens.word(end) in ("to", "and", "through")
    if joins and after.is_capital and after.low in calendar.MONTHS:
        return True
    described = tokens.near(end) and tokens[end].text.islower()
    return described and tokens.near(index) and tokens[index - 1].low in _DETERMINERS


def read_day_first(tokens: Tokens, index: int, frame: Frame) -> Moment | None:
    """ "10 July 2024", "9-10 July", "the 10th of July"."""
    first = _day(tokens, index) or ORDINALS.get(tokens[index].low, 0)
    if not 0 < first <= _LAST_DAY or (tokens.tight(index) and not _after_label(tokens, index)):
        return None
    last, end = _last_day(tokens, _after_day(tokens, index), first, words=True)
    place = end + (tokens.word(end) == "of")
    month, after = _month(tokens, place) if tokens.near(place) else (0, place)
    return _days(tokens, after, (month, first, last), frame) if month else None


def _after_label(tokens: Tokens, index: int) -> bool:
    """ "Date:30 December"; the 30 of "10:30 December" is a minute."""
    return tokens[index - 1].text in '(:"\u201c' and not tokens[index - 2].is_number


def read_year_first(tokens: Tokens, index: int) -> Moment | None:
    """ "2026 June"."""
    year = year_at(tokens, index)
    month, end = _month(tokens, index + 1)
    if year and month and tokens.same_line(index + 1) and not tokens.tight(index):
        return Moment(calendar.month_of(year, month), end)
    return None
