"""Years and their like: "2024", "1990s", "2023-26", "fiscal year 2027", "the third quarter"."""

from datetime import date

from reviewer.analysis import calendar
from reviewer.analysis.designators import HEADS
from reviewer.analysis.moments import PREPOSITIONS, Frame, Moment, two_figures, year_after, year_at
from reviewer.analysis.nouns import is_plural
from reviewer.analysis.ordinals import ENDINGS, ORDINALS
from reviewer.analysis.tokens import Tokens
from reviewer.analysis.units import unit_at
from reviewer.domain.periods import Period

_SURELY_YEAR = frozenset(
    ["in", "since", "during", "by", "the", "its", "their", "our", "this", "until", "till"]
)
_QUARTERS = {"q1": 1, "q2": 4, "q3": 7, "q4": 10}
_ORDINAL_PARTS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "final": 3, "last": 3}
_FISCAL = frozenset(("fiscal", "financial"))
_PLAIN_FIRST, _PLAIN_LAST = 1900, 2099
_DECADE = 10
_DECEMBER = 12
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": _DECEMBER}
SEASONS = frozenset(_SEASONS)
OF_A_YEAR = frozenset((
    "levels", "prices", "terms", "standards", "elections", "figures", "games", "results",
    "estimates", "floods", "olympics", "wildfires", "protests",
))  # fmt: skip
"""Plurals that a year describes: "below 2005 levels", "in 2015 prices"."""
_OPENERS = frozenset("(\"'\u201c\u2018[\u2014\u2013,")
_CENTURY = 100
_FIRST_CENTURY, _LAST_CENTURY = 11, 22


def read_year(tokens: Tokens, index: int, *, sure: bool) -> Moment | None:
    """ "2024"; unless ``sure``, only where the words around make it a year."""
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
    joined_by_word = tokens.word(index + 1) == "to"
    if _measures(tokens, index + 1) and not (joined_by_word and led in _SURELY_YEAR):
        return False
    if (led in HEADS and led != "fiscal") or unit_at(tokens, index + 1)[0]:
        return False
    possessive = led.endswith(("'s", "\u2019s", "s'"))
    plural = tokens.same_line(index + 1) and not after.is_capital and is_plural(after.text)
    if plural and after.low not in OF_A_YEAR:
        return possessive or led in _SURELY_YEAR
    return _PLAIN_FIRST <= year <= _PLAIN_LAST or led in PREPOSITIONS or possessive


def _measures(tokens: Tokens, index: int) -> bool:
    """Whether a range with a unit begins here: "2000 - 2500 calories", "2000 to 2100 MW"."""
    if not (tokens[index].is_dash or tokens.word(index) == "to"):
        return False
    number = tokens[index + 1]
    return number.is_number and unit_at(tokens, index + 2)[0] is not None


def _is_tied(tokens: Tokens, index: int) -> bool:
    """Whether what follows at once makes the figures something else: "2000%", "2030:15"."""
    after = tokens[index]
    if after.text in (":", "-"):
        return tokens.tight(index + 1)
    return after.is_word or after.text in "%/$\u20ac\u00a3"


def read_decade(tokens: Tokens, index: int) -> Moment | None:
    """ "1990s": ten years; "1900s" too, for that is how the news uses it of late."""
    year = year_at(tokens, index)
    after = tokens[index + 1]
    plural = after.low == "s" or (after.text in "'\u2019" and tokens[index + 2].low == "s")
    if year is None or year % _DECADE or not (plural and after.text and tokens.tight(index + 1)):
        return None
    end = index + 2 + (after.low != "s")
    return Moment(calendar.years_of(year, year + _DECADE - 1), end)


def read_years(tokens: Tokens, index: int) -> Moment | None:
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
        short = two_figures(tokens, index + 2)
        last = first - first % _CENTURY + short if short else None
    if last is None or not first < last or _runs_on(tokens, index + 3):
        return None
    return Moment(calendar.years_of(first, last), index + 3)


def _runs_on(tokens: Tokens, index: int) -> bool:
    """Whether what follows makes two years something else: a code, a phone number, a measure."""
    after = tokens[index]
    code = after.is_word or (after.is_dash and tokens[index + 1].is_number)
    return (tokens.tight(index) and code) or unit_at(tokens, index)[0] is not None


def read_fiscal(tokens: Tokens, index: int) -> Moment | None:
    """ "Fiscal year 2027", "FY2024", "FY24": the calendar year; where it begins is not stated."""
    token = tokens[index]
    place = index
    if token.low in _FISCAL:
        place = index + 1 + (tokens.word(index + 1) == "year")
    elif token.low == "fy":
        place = index + 1
        short = two_figures(tokens, place)
        if short and tokens.tight(place):
            return Moment(calendar.years_of(2000 + short), place + 1)
    if place == index or not tokens.near(place):
        return None
    year = year_at(tokens, place)
    return read_years(tokens, place) or (
        Moment(calendar.years_of(year), place + 1) if year else None
    )


def read_season(tokens: Tokens, index: int) -> Moment | None:
    """ "Spring 2026", "the winter of 2024": three months, by the seasons of the north."""
    first = _SEASONS.get(tokens[index].low, 0)
    year, end = year_after(tokens, index + 1) if first else (None, index)
    if year is None:
        return None
    period = calendar.months_of(year, first, 1 if first == _DECEMBER else 3)
    if first == _DECEMBER:
        period = Period(period.first, calendar.month_of(year + 1, 2).last)
    return Moment(period, end)


def read_century(tokens: Tokens, index: int) -> Moment | None:
    """ "The 19th century", "the twenty-first century": its hundred years as the news counts
    them."""
    token = tokens[index]
    if token.is_number:
        ending = tokens.tight(index + 1) and tokens[index + 1].low in ENDINGS
        number = two_figures(tokens, index) if ending else 0
        place = index + 2
    else:
        number, place = ORDINALS.get(token.low, 0), index + 1
        if token.low == "twenty" and tokens[index + 1].is_dash and tokens[index + 2].low == "first":
            number, place = 21, index + 3
    if tokens.word(place) != "century" or not _FIRST_CENTURY <= number <= _LAST_CENTURY:
        return None
    first = (number - 1) * _CENTURY
    return Moment(calendar.years_of(first, first + _CENTURY - 1), place + 1)


def read_share(tokens: Tokens, index: int, frame: Frame) -> Moment | None:
    """Quarters and halves: "Q3 2024", "2017-Q1", "the third quarter of 2024", "H1 2025"."""
    led = year_at(tokens, index)
    if led:
        place = index + 1 + tokens[index + 1].is_dash
        month, count, end = _share(tokens, place) if tokens.same_line(place) else (0, 0, 0)
        quartered = month and tokens[place].low in ("q", "h")
        return Moment(calendar.months_of(led, month, count), end) if quartered else None
    month, count, place = _share(tokens, index)
    if not month:
        return None
    fiscal = tokens[index - 1].low in _FISCAL and tokens.near(index)
    place += tokens[place].is_dash and tokens.tight(place)
    place += 2 * tokens.phrase_at(place, ("of", "fiscal")) + (tokens.word(place) == "fiscal")
    year, end = year_after(tokens, place)
    open_year = year is None and frame.year is None and count == 3  # noqa: PLR2004 - a quarter
    if open_year and fiscal:
        return Moment(None, place, has_year=False)  # where the year begins is not stated
    if open_year and frame.reference and tokens[index].low not in ("last", "final"):
        return _latest_quarter(tokens, (month, place), frame.reference)
    year = year or frame.year
    return Moment(calendar.months_of(year, month, count), end) if year else None


def _latest_quarter(tokens: Tokens, found: tuple[int, int], reference: date) -> Moment | None:
    """ "In the third quarter": the one that began last; "first quarter of the match" is none."""
    month, end = found
    if tokens.word(end) == "of" and tokens.word(end + 1) not in ("the", "this", "last"):
        return None
    if tokens.word(end) == "of" and tokens.word(end + 2) != "year":
        return None
    year = reference.year - (month > reference.month) - (tokens.word(end + 1) == "last")
    return Moment(calendar.months_of(year, month, 3), end, has_year=False)


def _share(tokens: Tokens, index: int) -> tuple[int, int, int]:
    """First month, number of months and end of "Q3", "H1" or "third quarter"; no month if none."""
    token = tokens[index]
    share = (token.low + tokens[index + 1].text) if tokens.tight(index + 1) else ""
    if share in _QUARTERS:
        return _QUARTERS[share], 3, index + 2
    if share in ("h1", "h2"):
        return (1 if share == "h1" else 7), 6, index + 2
    word = tokens.word(index + 1)
    if token.low in _ORDINAL_PARTS and word in ("quarter", "half"):
        count = 3 if word == "quarter" else 6
        return 1 + count * min(_ORDINAL_PARTS[token.low], 12 // count - 1), count, index + 2
    return 0, 0, index
