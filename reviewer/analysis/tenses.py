"""Whether a date that leaves out its year or week lies ahead of the day of writing."""

from datetime import date

from reviewer.analysis import calendar
from reviewer.analysis.tokens import Tokens

_AHEAD = frozenset((
    "will", "shall", "due", "scheduled", "next", "expected", "planned", "set", "would", "forecast",
    "payable", "deadline", "plans", "plan", "upcoming", "expects", "hopes", "intends", "ll",
    "coming",
))  # fmt: skip
_PAST = frozenset(("was", "were", "had", "said", "did", "last", "since", "ended", "told"))
_UP_TO = frozenset(("by", "until", "till", "before", "next", "through"))
_FARTHEST_VERB, _FARTHEST_LEAD, _FARTHEST_YEAR = 26, 4, 24
_SOON = 92  # days; a day without a year that is nearer than this may still be to come


def looks_ahead(tokens: Tokens, index: int, *, lead: int = _FARTHEST_LEAD) -> bool:
    """Whether the verb before, in the same sentence, is of the future, or "by" or "until" stands
    at most ``lead`` words before."""
    for place in range(index - 1, max(index - _FARTHEST_VERB, -1), -1):
        word = tokens[place].low
        if _ends_sentence(tokens, place) or not tokens.near(place + 1) or word in _PAST:
            return False
        if word == "to" and tokens[place - 1].low in ("is", "are"):
            return True
        if word in _AHEAD or (word in _UP_TO and index - place <= lead):
            return True
    return False


def is_of_this_year(tokens: Tokens, index: int) -> bool:
    """Whether "this year" stands before, in the same sentence."""
    for place in range(index - 1, max(index - _FARTHEST_YEAR, 0), -1):
        if _ends_sentence(tokens, place) or not tokens.near(place + 1):
            return False
        if tokens[place].low == "year" and tokens[place - 1].low == "this":
            return True
    return False


def _ends_sentence(tokens: Tokens, place: int) -> bool:
    """A full stop does, but not the one of "U.S. judge"."""
    if tokens[place].text == ".":
        return tokens[place + 1].is_capital or len(tokens[place - 1].text) > 1
    return tokens[place].text in ("!", "?", ";")


def year_of(day: tuple[int, int], reference: date, *, ahead: bool) -> int:
    """The year of a month and day that leave it out: news tells of the past, and of what is
    near."""
    month, number = day
    nearest = calendar.nearest_year(month, number, reference)
    there = calendar.day_of(nearest, month, min(number, 28)) or reference
    gap = (there - reference).days
    if ahead:
        return nearest + (gap < -_SOON)
    return nearest - (gap > _SOON)
