"""What a date is while it is read: its days so far, where it ends, and what it leaves out."""

from dataclasses import dataclass
from datetime import date

from reviewer.analysis.tokens import Tokens
from reviewer.domain.periods import Period

FIRST_YEAR, LAST_YEAR = 1500, 2199
_YEAR_FIGURES, _SHORT_FIGURES = 4, 2
PREPOSITIONS = frozenset((
    "in", "since", "by", "until", "till", "through", "during", "from", "of", "for", "before",
    "after", "between", "to", "and", "late", "early", "mid", "year", "next", "last", "this",
    "over", "around", "about", "circa", "on", "as", "fiscal",
))  # fmt: skip
"""Words that make what follows a date where it could be something else: "may", "2050"."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a date leaves out: the day of writing, the year that its other half states, and whether
    figures put the day before the month in this text (None: it does not show)."""

    reference: date | None
    year: int | None = None
    day_first: bool | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """Up to before token ``end``; ``period`` is None where a reference would be needed."""

    period: Period | None
    end: int
    word: str = ""  # early, mid or late
    has_year: bool = True


def year_at(tokens: Tokens, index: int) -> int | None:
    """Four figures that can be a year; whether they are is for the words around to say."""
    text = tokens[index].text
    if len(text) == _YEAR_FIGURES and text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return int(text)
    return None


def year_after(tokens: Tokens, index: int) -> tuple[int | None, int]:
    """A year here, or after a comma, "of" or "in"."""
    place = index + (tokens.same_line(index) and tokens[index].low in (",", "of", "in"))
    year = year_at(tokens, place)
    if year is None or not (tokens.near(index) and tokens.near(place)):
        return None, index
    return year, place + 1


def two_figures(tokens: Tokens, index: int) -> int:
    """The number that exactly two figures write, or 0."""
    text = tokens[index].text
    return int(text) if len(text) == _SHORT_FIGURES and text.isdecimal() else 0
