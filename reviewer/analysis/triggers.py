"""With which words and signs a quantity can begin: most tokens are passed over by this alone."""

from reviewer.analysis import currencies, relative, vague
from reviewer.analysis.calendar import MONTHS, WEEKDAYS
from reviewer.analysis.numbers import FRACTION_SIGNS, NUMBER_WORDS
from reviewer.analysis.ordinals import ORDINALS
from reviewer.analysis.tokens import Tokens
from reviewer.analysis.years import SEASONS
from reviewer.domain.yearparts import PARTS

_OTHERS = frozenset((
    "a", "an", "half", "quarter", "between", "magnitude", "fiscal", "financial", "fy", "q", "h",
    "final", "last", "end", "week", "month", "year", "decade", "u", "minus", "negative",
))  # fmt: skip
_WORDS = (
    NUMBER_WORDS
    | relative.WORDS
    | vague.OPENERS
    | _OTHERS
    | SEASONS
    | frozenset(ORDINALS)
    | frozenset(MONTHS)
    | frozenset(WEEKDAYS)
    | frozenset(PARTS)
    | frozenset(mark.lower() for mark in currencies.MARKS)
    | frozenset(code.lower() for code in currencies.CODES)
    | frozenset(currencies.DOLLAR_PREFIXES)
)
_SIGNS = frozenset(currencies.SIGNS) | frozenset(FRACTION_SIGNS) | frozenset("-\u2212\u2013")


def openings(tokens: Tokens) -> list[int]:
    """The tokens that can be the first of a quantity, in order."""
    return [
        index
        for index, token in enumerate(tokens)
        if token.low in _WORDS or token.is_number or token.text in _SIGNS
    ]
