"""Dates and periods as the news writes them, as the days from first to last that they may mean."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from reviewer.analysis import calendar, relative
from reviewer.analysis.counts import DESIGNATOR_HEADS
from reviewer.analysis.nouns import is_plural
from reviewer.analysis.tokens import Reading, Tokens
from reviewer.analysis.units import unit_at
from reviewer.domain.periods import Period
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind, Role
from reviewer.domain.yearparts import PARTS, part_of

_ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
_PREPOSITIONS = frozenset((
    "in", "since", "by", "until", "till", "through", "during", "from", "of", "for", "before",
    "after", "between", "to", "and", "late", "early", "mid", "year", "next", "last", "this",
    "over", "around", "about", "circa", "on", "as", "fiscal",
))  # fmt: skip
_SURELY_YEAR = frozenset(
    ["in", "since", "during", "by", "the", "its", "their", "our", "this", "until", "till"]
)
_STARTS = frozenset(("since", "from", "beginning", "starting"))
_ENDS = frozenset(("until", "till", "by", "through"))
_QUARTERS = {"q1": 1, "q2": 4, "q3": 7, "q4": 10}
_ORDINAL_PARTS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "final": 3, "last": 3}
_FISCAL = frozenset(("fiscal", "financial"))
_FIRST_YEAR, _LAST_YEAR = 1500, 2199
_PLAIN_FIRST, _PLAIN_LAST = 1900, 2099
_MAX_DAY = 31
_DECADE = 10
_OPENERS = frozenset("(\"'\u201c\u2018[\u2014\u2013,")
_CENTURY = 100


@dataclass(frozen=True, slots=True)
class Frame:
    """What a date leaves out: the day of writing, and the year that its other half states."""

    reference: date | None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """Up to before token ``end``; ``period`` is None where a reference would be needed."""

    period: Period | None
    end: int
    word: str = ""  # early, mid or late
    has_year: bool = True


def read_date(tokens: Tokens, index: int, reference: date | None) -> Reading | None:
    """The date or period that begins at ``index``.

    A reference so early or late that "next decade" leaves the calendar is as good as none.
    """
    usable = reference is not None and _FIRST_YEAR <= reference.year <= _LAST_YEAR
    frame = Frame(reference if usable else None)
    between = tokens[index].low == "between"
    start = index + between
    moment = _moment(tokens, start, frame)
    if moment is None:
        return None
    joined = _joint(tokens, start, moment, between=between)
    other = _moment(tokens, joined, frame) if joined else None
    if other and other.period and not moment.has_year and other.has_year and other.period.last:
        moment = _moment(tokens, start, Frame(reference, other.period.last.year)) or moment
    if other and _in_order(moment, other):
        assert moment.period is not None
        assert other.period is not None
        period = Period(moment.period.first, other.period.last)
        return _reading(tokens, index, Moment(period, other.end))
    return None if between else _reading(tokens, index, moment)


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
    if between:
        return end + 1 if word == "and" else 0
    if tokens[end].is_dash and (tokens[end].text != "-" or tokens.tight(end)):
        return end + 1
    return end + 1 if word in ("to", "until") and tokens[start - 1].low == "from" else 0


def _in_order(one: Moment, other: Moment) -> bool:
    if not (one.period and other.period and one.period.first and other.period.last):
        return False
    return one.period.first <= other.period.last


def _moment(tokens: Tokens, index: int, frame: Frame) -> Moment | None:
    for read in _READERS:
        moment = read(tokens, index, frame)
        if moment:
            return moment
    return None


def year_at(tokens: Tokens, index: int) -> int | None:
    """Four figures that can be a year; whether they are is for the words around to say."""
    text = tokens[index].text
    if len(text) == 4 and text.isdecimal() and _FIRST_YEAR <= int(text) <= _LAST_YEAR:  # noqa: PLR2004 - figures of a year
        return int(text)
    return None


def _iso(tokens: Tokens, index: int, frame: Frame) -> Moment | None:  # noqa: ARG001 - one signature for all
    year = year_at(tokens, index)
    if year is None or tokens[index + 1].text != "-":
        return None
    if not all(tokens.tight(index + k) for k in (1, 2)):
        return None
    month = _two_figures(tokens, index + 2)
    if not month:
        return None
    if tokens[index + 3].text == "-" and tokens.tight(index + 3) and tokens.tight(index + 4):
        day = calendar.day_of(year, month, _two_figures(tokens, index + 4))
        return Moment(Period(day, day), index + 5) if day else None
    if month > 12 or month > year % 100:  # noqa: PLR2004 - "2011-12" is two years, "2023-05" a month
        return None
    return Moment(calendar.month_of(year, month), index + 3)


def _two_figures(tokens: Tokens, index: int) -> int:
    text = tokens[index].text
    return int(text) if len(text) == 2 and text.isdecimal() else 0  # noqa: PLR2004 - two figures


def _slashed(tokens: Tokens, index: int, frame: Frame) -> Moment | None:  # noqa: ARG001 - one signature for all
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
    if len(text) <= 2 and tokens[index].is_number and 0 < int(text) <= _MAX_DAY:  # noqa: PLR2004 - two figures
        return int(text)
    return 0


def _after_day(tokens: Tokens, index: int) -> int:
    """Behind a day and its "th"."""
    return index + 1 + (tokens.tight(index + 1) and tokens[index + 1].low in _ORDINAL_ENDINGS)


def _month(tokens: Tokens, index: int) -> tuple[int, int]:
    """A month's number and where its name ends, or 0."""
    token = tokens[index]
    month = calendar.MONTHS.get(token.low, 0) if token.is_capital else 0
    abbreviated = month and len(token.text) < 5 and tokens[index + 1].text == "."  # noqa: PLR2004 - "Sept"
    return month, index + 1 + bool(abbreviated and tokens.tight(index + 1))


def _weekday(tokens: Tokens, index: int, frame: Frame) -> Moment | None:
    """ "Tuesday, April 23, 2024" whole; a weekday alone says nothing that can be resolved."""
    if tokens[index].low not in calendar.WEEKDAYS or not tokens[index].is_capital:
        return None
    place = index + 1 + (tokens[index + 1].text in (",", "."))
    if tokens.near(place):
        moment = _month_first(tokens, place, frame) or _day_first(tokens, place, frame)
        if moment:
            return moment
    full = len(tokens[index].text) > len("Thurs")
    return Moment(None, index + 1, has_year=False) if full else None


def _month_first(tokens: Tokens, index: int, frame: Frame) -> Moment | None:
    """ "July 10, 2024", "July 11-12", "May 2023", "May of 2023", "in May"."""
    month, place = _month(tokens, index)
    if not month:
        return None
    day = _day(tokens, place) if tokens.same_line(place) else 0
    if day and not _counts_something(tokens, _after_day(tokens, place)):
        end = _after_day(tokens, place)
        last, end = _last_day(tokens, end, day)
        return _days(tokens, end, (month, day, last), frame)
    year, end = _year_after(tokens, place)
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
    year, after = _year_after(tokens, end)
    if year is None:
        year = frame.year
        if year is None and frame.reference:
            year = calendar.nearest_year(month, first, frame.reference)
        if year is None:
            return Moment(None, end, has_year=False)
    both = calendar.day_of(year, month, first), calendar.day_of(year, month, last)
    return Moment(Period(*both), after, has_year=after > end) if all(both) else None


def _year_after(tokens: Tokens, index: int) -> tuple[int | None, int]:
    """A year here, or after a comma or "of"."""
    place = index + (tokens.same_line(index) and tokens[index].low in (",", "of"))
    year = year_at(tokens, place)
    if year is None or not (tokens.near(index) and tokens.near(place)):
        return None, index
    return year, place + 1


def _bare_month(tokens: Tokens, index: int, month: int, end: int, frame: Frame) -> Moment | None:
    """A month without a year needs a word before it that makes it one: may, march, April."""
    before = tokens[index - 1].low if tokens.near(index) else ""
    if before == "-" and tokens[index - 2].low in PARTS:
        before = "mid"
    if before not in _PREPOSITIONS:
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


def _day_first(tokens: Tokens, index: int, frame: Frame) -> Moment | None:
    """ "10 July 2024", "9-10 July", "the 10th of July"."""
    first = _day(tokens, index)
    if not first or tokens.tight(index):
        return None
    last, end = _last_day(tokens, _after_day(tokens, index), first)
    place = end + (tokens.word(end) == "of")
    month, after = _month(tokens, place) if tokens.near(place) else (0, place)
    return _days(tokens, after, (month, first, last), frame) if month else None


def _part(tokens: Tokens, index: int, frame: Frame) -> Moment | None:
    """ "Mid-2024", "early 1990s", "late May"."""
    word = tokens[index].low
    if word not in PARTS:
        return None
    place = index + 1 + (tokens[index + 1].is_dash and tokens.tight(index + 1))
    if not tokens.near(place):
        return None
    moment = (
        _month_first(tokens, place, frame)
        or _decade(tokens, place, frame)
        or _year_alone(tokens, place, sure=True)
    )
    if moment is None or moment.period is None:
        return replace(moment, word=word) if moment else None
    first, last = moment.period.first, moment.period.last
    if first is None or first == last or first.day != 1:
        return None
    return replace(moment, period=part_of(word, moment.period), word=word)


def _decade(tokens: Tokens, index: int, frame: Frame) -> Moment | None:  # noqa: ARG001 - one signature for all
    """ "1990s": ten years; "1900s" too, for that is how the news uses it of late."""
    year = year_at(tokens, index)
    after = tokens[index + 1]
    plural = after.low == "s" or (after.text in "'\u2019" and tokens[index + 2].low == "s")
    if year is None or year % _DECADE or not (plural and after.text and tokens.tight(index + 1)):
        return None
    end = index + 2 + (after.low != "s")
    return Moment(calendar.years_of(year, year + _DECADE - 1), end)


def _years(tokens: Tokens, index: int, frame: Frame) -> Moment | None:  # noqa: ARG001 - one signature for all
    """ "2023-26", "2023/24", "2022-2024"."""
    first = year_at(tokens, index)
    joint = tokens[index + 1]
    if first is None or not (joint.is_dash or joint.text == "/"):
        return None
    if tokens.tight(index) and tokens[index - 1].text not in _OPENERS | {"FY"}:
        return None
    if not (tokens.tight(index + 1) and tokens.tight(index + 2)):
        return None
    last = year_at(tokens, index + 2)
    if last is None:
        short = _two_figures(tokens, index + 2)
        last = first - first % _CENTURY + short if short else None
    if last is None or not first < last or (tokens.tight(index + 3) and tokens[index + 3].is_word):
        return None
    return Moment(calendar.years_of(first, last), index + 3)


def _fiscal(tokens: Tokens, index: int, frame: Frame) -> Moment | None:
    """ "Fiscal year 2027", "FY2024", "FY24": the calendar year; where it begins is not stated."""
    token = tokens[index]
    place = index
    if token.low in _FISCAL:
        place = index + 1 + (tokens.word(index + 1) == "year")
    elif token.low == "fy":
        place = index + 1
        short = _two_figures(tokens, place)
        if short and tokens.tight(place):
            return Moment(calendar.years_of(2000 + short), place + 1)
    if place == index or not tokens.near(place):
        return None
    year = year_at(tokens, place)
    return _years(tokens, place, frame) or (
        Moment(calendar.years_of(year), place + 1) if year else None
    )


def _share(tokens: Tokens, index: int, frame: Frame) -> Moment | None:
    """Quarters and halves: "Q3 2024", "the third quarter of 2024", "H1 2025"."""
    token = tokens[index]
    share = (token.low + tokens[index + 1].text) if tokens.tight(index + 1) else ""
    place, count, month = index + 2, 3, 0
    if share in _QUARTERS:
        month = _QUARTERS[share]
    elif share in ("h1", "h2"):
        month, count = (1 if share == "h1" else 7), 6
    elif token.low in _ORDINAL_PARTS and tokens.word(index + 1) in ("quarter", "half"):
        count = 3 if tokens.word(index + 1) == "quarter" else 6
        month = 1 + count * min(_ORDINAL_PARTS[token.low], 12 // count - 1)
    if not month:
        return None
    year, end = _year_after(tokens, place)
    year = year or frame.year
    return Moment(calendar.months_of(year, month, count), end) if year else None


def _year_first(tokens: Tokens, index: int, frame: Frame) -> Moment | None:  # noqa: ARG001 - one signature for all
    """ "2026 June"."""
    year = year_at(tokens, index)
    month, end = _month(tokens, index + 1)
    if year and month and tokens.same_line(index + 1) and not tokens.tight(index):
        return Moment(calendar.month_of(year, month), end)
    return None


def _bare_year(tokens: Tokens, index: int, frame: Frame) -> Moment | None:  # noqa: ARG001 - one signature for all
    return _year_alone(tokens, index, sure=False)


def _year_alone(tokens: Tokens, index: int, *, sure: bool) -> Moment | None:
    year = year_at(tokens, index)
    if year is None or not (sure or _reads_as_year(tokens, index, year)):
        return None
    return Moment(calendar.years_of(year), index + 1)


def _reads_as_year(tokens: Tokens, index: int, year: int) -> bool:
    """Whether the words around make four figures a year and not a count, code or name."""
    before, after = tokens[index - 1], tokens[index + 1]
    if tokens.tight(index) and before.text not in _OPENERS:
        return False
    if tokens.tight(index + 1) and _is_tied(tokens, index + 1):
        return False
    led = before.low if tokens.near(index) else ""
    if led in DESIGNATOR_HEADS or unit_at(tokens, index + 1)[0]:
        return False
    possessive = led.endswith(("'s", "\u2019s", "s'"))
    if tokens.same_line(index + 1) and not after.is_capital and is_plural(after.text):
        return possessive or led in _SURELY_YEAR
    return _PLAIN_FIRST <= year <= _PLAIN_LAST or led in _PREPOSITIONS or possessive


def _is_tied(tokens: Tokens, index: int) -> bool:
    """Whether what follows at once makes the figures something else: "2000%", "2030:15"."""
    after = tokens[index]
    if after.text in (":", "-"):
        return tokens.tight(index + 1)
    return after.is_word or after.text in "%/$\u20ac\u00a3"


def _relative(tokens: Tokens, index: int, frame: Frame) -> Moment | None:
    found = relative.read_relative(tokens, index, frame.reference)
    return Moment(*found, has_year=False) if found else None


_READERS: tuple[Callable[[Tokens, int, Frame], Moment | None], ...] = (
    _iso,
    _slashed,
    _years,
    _fiscal,
    _share,
    _part,
    _relative,
    _weekday,
    _day_first,
    _month_first,
    _year_first,
    _decade,
    _bare_year,
)
