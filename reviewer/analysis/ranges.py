"""Where the upper end of a range begins: "10-12", "10 to 12", "between 10 and 12"."""

from reviewer.analysis.numbers import Numeral
from reviewer.analysis.tokens import Tokens

_SPANNING = frozenset((
    "range", "ranges", "ranged", "ranging", "vary", "varies", "varied", "varying", "anywhere",
    "estimates", "estimated", "spanning", "spans", "is", "are",
))  # fmt: skip
"""Words after which "from 10 to 12" is a range and not a change from one to the other."""
_CHANGES = frozenset(("by", "up", "down", "rose", "fell", "risen", "fallen", "grew", "dropped"))
"""Words before a change: "rose 3 percent to 5 percent", "grew by $43 million to $419 million"."""
_FARTHEST_FROM = 4


def joint(tokens: Tokens, first: int, index: int, *, between: bool) -> int:
    """The token behind the word or dash at ``index`` that joins the number from ``first`` on to a
    second one, or 0. "From 10 to 12" is a change, unless a word before it says otherwise."""
    if not tokens.near(index) or not tokens.near(index + 1):
        return 0
    token = tokens[index]
    if token.is_dash and tokens.tight(index) and tokens[index + 1].low == "to":
        return index + 2 + tokens[index + 2].is_dash  # "three-to-four-month", "two- to three-year"
    if token.is_dash:
        joins = token.text != "\u2014" or tokens.tight(index)
    elif between:
        joins = token.low in ("and", "to", "through")
    elif token.low == "to":
        joins = _is_amount_of_change(tokens, first, index) or not is_change(tokens, first)
    else:
        joins = token.low in ("or", "through")
    return index + 1 if joins else 0


def _is_amount_of_change(tokens: Tokens, first: int, index: int) -> bool:
    """ "By 1 to 1.5 degrees", where the unit is of both, and "by 0.1% to 0.2%"."""
    led = tokens[first - 1].low
    bare = tokens[first].is_number and tokens[index - 1].is_number
    percents = led == "by" and tokens[index - 1].low in ("%", "percent", "cent")
    return percents or (bare and led in _CHANGES)


def is_year(numeral: Numeral) -> bool:
    """Whether it is written as a year is."""
    return numeral.single and numeral.figure.isdecimal() and len(numeral.figure) == len("2024")


def is_dated(tokens: Tokens, first: int, numeral: Numeral) -> bool:
    """Whether the figure is a year and no end of a range: "since 2019 to $4.1bn"."""
    year = is_year(numeral)
    led = tokens[first - 1].low if tokens.near(first) else ""
    return (
        year
        and led in ("in", "since", "during", "until", "by", "of", "from")
        and (tokens.word(numeral.end) == "to")
    )


def is_change(tokens: Tokens, first: int) -> bool:
    """Whether the number at ``first`` is where something came from, or by how much it changed."""
    if tokens[first - 1].low in _CHANGES:
        return True
    for place in range(first - 1, first - _FARTHEST_FROM, -1):
        if tokens[place].low == "from":
            return tokens[place - 1].low not in _SPANNING
        if not tokens[place].is_word:
            return False
    return False
