"""Dates and periods as the news writes them, as the days from first to last that they may mean."""

from dataclasses import replace
from datetime import date

from reviewer.analysis import relative
from reviewer.analysis.calendar import MONTHS
from reviewer.analysis.days import (
    read_day_first,
    read_hyphened,
    read_iso,
    read_month_first,
    read_slashed,
    read_year_first,
)
from reviewer.analysis.moments import FIRST_YEAR, LAST_YEAR, Frame, Moment
from reviewer.analysis.tokens import Reading, Tokens
from reviewer.analysis.weeks import read_nth_week, read_week_of, read_weekday
from reviewer.analysis.years import (
    read_century,
    read_decade,
    read_fiscal,
    read_season,
    read_share,
    read_year,
    read_years,
)
from reviewer.domain.periods import Period
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind, Role
from reviewer.domain.yearparts import PARTS, part_of

_STARTS = frozenset(("since", "from", "beginning", "starting"))
_MOVED = frozenset((
    "slipped", "moved", "shifted", "delayed", "postponed", "pushed", "changed", "brought",
    "rescheduled", "revised", "extended", "back", "deferred", "forward",
))  # fmt: skip
"""Behind these "from May to June" is a change of one date and no period."""
_ENDS = frozenset(("until", "till", "by", "through"))


def frame_of(reference: date | None, *, day_first: bool | None = None) -> Frame:
    """What dates are resolved against.

    A reference so early or late that "next decade" leaves the calendar is as good as none.
    """
    usable = reference is not None and FIRST_YEAR <= reference.year <= LAST_YEAR
    return Frame(reference if usable else None, day_first=day_first)


def read_date(tokens: Tokens, index: int, frame: Frame) -> Reading | None:
    """The date or period that begins at ``index``."""
    between = tokens[index].low == "between"
    start = index + between
    moment = _moment(tokens, start, frame)
    if moment is None:
        return None
    joined = _joint(tokens, start, moment, between=between)
    other = _later(tokens, joined, frame) if joined else None
    if other:
        moment, other = _in_one_frame(tokens, (start, joined), (moment, other), frame)
        if tokens[moment.end].text == "-" and not tokens.tight(moment.end):
            other = other if moment.has_year and other.has_year else None
    if other and _in_order(moment, other):
        assert moment.period is not None
        assert other.period is not None
        period = Period(moment.period.first, other.period.last)
        return _reading(tokens, index, Moment(period, other.end))
    closed = moment.period and moment.end > start + 2  # "between 2014-2018"
    return None if between and not closed else _reading(tokens, index, moment)


def _later(tokens: Tokens, index: int, frame: Frame) -> Moment | None:
    """The second date of a range; behind the joining word four figures are a year."""
    index += tokens[index].low == "the"
    return _moment(tokens, index, frame) or read_year(tokens, index, sure=True)


def _in_one_frame(
    tokens: Tokens, starts: tuple[int, int], moments: tuple[Moment, Moment], frame: Frame
) -> tuple[Moment, Moment]:
    """Both with the years that one of them, or their order, implies: "Nov-Feb 2017"."""
    one, other = moments
    if not (one.period and other.period and one.period.first and other.period.last):
        if other.period and other.period.last and not one.has_year:
            one = _moment(tokens, starts[0], replace(frame, year=other.period.last.year)) or one
        return one, other
    if not one.has_year and other.has_year:
        for year in (other.period.last.year, other.period.last.year - 1):
            again = _moment(tokens, starts[0], replace(frame, year=year))
            if again and _in_order(again, other):
                return again, other
    elif not other.has_year and not _in_order(one, other):
        for year in (one.period.first.year, one.period.first.year + 1):
            again = _later(tokens, starts[1], replace(frame, year=year))
            if again and _in_order(one, again):
                return one, again
    return one, other


def _reading(tokens: Tokens, index: int, moment: Moment) -> Reading:
    period = moment.period or Period(None, None)
    quantity = Quantity(
        QuantityKind.DATE,
        period.first,
        period.last,
        approximator=moment.word,
        role=_role(tokens, index),
    )
    return Reading(index, moment.end, quantity)


def _role(tokens: Tokens, index: int) -> Role:
    before = tokens[index - 1].low if tokens.near(index) else ""
    if before in ("in", "the", "to", "early", "late"):
        before = tokens[index - 2].low
    return Role.START if before in _STARTS else Role.END if before in _ENDS else Role.PLAIN


def _joint(tokens: Tokens, start: int, moment: Moment, *, between: bool) -> int:
    """Where the later date of a range begins, or 0."""
    end = moment.end
    if not tokens.near(end):
        return 0
    word = tokens[end].low
    if tokens[end].text == "~" or (
        tokens[end].is_dash and (tokens[end].text != "-" or tokens.near(end + 1))
    ):
        return end + 1
    if between:
        return end + 1 if word in ("and", "to", "through") else 0
    if word in ("through", "thru"):
        return end + 1
    named = tokens[start].is_number or tokens[start].low in MONTHS
    led = moment.has_year or named or tokens[start - 1].low in ("from", "in", "on")
    if tokens[start - 1].low == "from" and tokens[start - 2].low in _MOVED:
        return 0
    return end + 1 if word in ("to", "until", "till") and led else 0


def _in_order(one: Moment, other: Moment) -> bool:
    if not (one.period and other.period and one.period.first and other.period.last):
        return False
    return one.period.first <= other.period.last


def _moment(tokens: Tokens, index: int, frame: Frame) -> Moment | None:
    """What the readers find here, the surest first."""
    return (
        read_iso(tokens, index)
        or read_hyphened(tokens, index)
        or read_slashed(tokens, index, frame)
        or read_years(tokens, index)
        or read_fiscal(tokens, index)
        or read_nth_week(tokens, index, frame)
        or read_share(tokens, index, frame)
        or read_century(tokens, index)
        or read_season(tokens, index)
        or _part(tokens, index, frame)
        or read_week_of(tokens, index, frame)
        or _relative(tokens, index, frame)
        or read_weekday(tokens, index, frame)
        or read_day_first(tokens, index, frame)
        or read_month_first(tokens, index, frame)
        or read_year_first(tokens, index)
        or read_decade(tokens, index)
        or read_year(tokens, index, sure=False)
    )


def _part(tokens: Tokens, index: int, frame: Frame) -> Moment | None:
    """ "Mid-2024", "early 1990s", "late May"."""
    word = tokens[index].low
    tied = tokens[index + 1].is_dash and tokens.tight(index + 1)
    if word == "end" and tied:
        word = "late"  # "end-July"
    if word not in PARTS:
        return None
    place = index + 1 + tied
    if not tokens.near(place):
        return None
    moment = (
        read_month_first(tokens, place, frame)
        or read_decade(tokens, place)
        or read_year(tokens, place, sure=True)
    )
    if moment is None or moment.period is None:
        return replace(moment, word=word) if moment else None
    first, last = moment.period.first, moment.period.last
    if first is None or first == last or first.day != 1:
        return None
    return replace(moment, period=part_of(word, moment.period), word=word)


def _relative(tokens: Tokens, index: int, frame: Frame) -> Moment | None:
    found = relative.read_relative(tokens, index, frame.reference)
    return Moment(*found, has_year=False) if found else None
