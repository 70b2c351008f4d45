"""Fractions in words, figures and signs: "two-thirds", "1/4", "½", "one in five"."""

from decimal import Decimal, localcontext

from reviewer.analysis.nouns import FUNCTION_WORDS, base_after, counted_noun, noun_phrase
from reviewer.analysis.numbers import FRACTION_SIGNS, Numeral, read_numeral
from reviewer.analysis.tokens import Reading, Tokens
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind

_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
}  # fmt: skip
WORDS = frozenset(_PARTS)
_DIGITS = 28
_MAX_DENOMINATOR = 100
_HALF_OF_A_PERIOD = frozenset(["first", "second", "other", "latter", "former", "better"])
_AFTER_HALF = frozenset(("of", "the", "its", "their", "his", "her", "our", "all", "that", "those"))

_Found = tuple[int, int, int]
"""Above and below the line, and the token where it ends."""


def read_fraction(tokens: Tokens, index: int) -> Reading | None:
    """ "Two-thirds", "a third of", "half of", "1/4", "¾", "one in five"; its base, if it has
    one."""
    found = (
        _signed(tokens, index)
        or _slashed(tokens, index)
        or _worded(tokens, index)
        or _one_in(tokens, index)
    )
    if not found:
        return None
    above, below, end = found
    value = fraction_value(above, below)
    base = base_after(tokens, end)
    if not base and tokens[end - 2].low in ("in", "of"):
        base = noun_phrase(tokens, end)
    return Reading(index, end, Quantity(QuantityKind.FRACTION, value, value, base=base))


def fraction_numeral(tokens: Tokens, index: int) -> Numeral | None:
    """A fraction as a number that a unit may follow: "1/2 pound", "¾ mile", "quarter of a mile"."""
    found = _signed(tokens, index) or _slashed(tokens, index)
    if not found:
        return None
    above, below, end = found
    end += 2 * tokens.phrase_at(end, ("of", "a"))
    return Numeral(fraction_value(above, below), Decimal("0.1"), end, single=True)


def fraction_value(above: int, below: int) -> Decimal:
    """The quotient to 28 digits, whatever the thread's decimal context is."""
    with localcontext() as context:
        context.prec = _DIGITS
        return Decimal(above) / Decimal(below)


def _signed(tokens: Tokens, index: int) -> _Found | None:
    sign = FRACTION_SIGNS.get(tokens[index].text)
    return (*sign, index + 1) if sign else None


def _slashed(tokens: Tokens, index: int) -> _Found | None:
    """Proper fractions in figures; "24/7", "9/11" and dates are none."""
    above, below = tokens[index].text, tokens[index + 2].text
    if tokens[index + 1].text != "/" or not (tokens.tight(index + 1) and tokens.tight(index + 2)):
        return None
    if not (above.isdecimal() and below.isdecimal() and len(above) + len(below) < 6):  # noqa: PLR2004 - up to 99/100
        return None
    if not (tokens[index].is_number and tokens[index + 2].is_number):
        return None
    proper = 0 < int(above) < int(below) <= _MAX_DENOMINATOR
    chained = tokens.tight(index + 3) and tokens[index + 3].text == "/"
    led = tokens.tight(index) and tokens[index - 1].text == "/"
    if not proper or chained or led or (above, below) == ("9", "11"):
        return None
    return int(above), int(below), index + 3


def _worded(tokens: Tokens, index: int) -> _Found | None:
    word = tokens[index].low
    if word in ("half", "quarter", "a") and _is_scaled(tokens, index):
        return None
    if word == "half":
        return (1, 2, index + 1) if _is_share(tokens, index) else None
    place = index + 1
    if tokens[place].is_dash and tokens.tight(place) and tokens.tight(place + 1):
        place += 1
    part = _PARTS.get(tokens.word(place), 0)
    if word in ("a", "an"):
        whole = tokens.word(place + 1)
        ends = not tokens[place + 1].is_word or whole in FUNCTION_WORDS
        ends = ends and not (tokens[place + 1].is_dash and tokens.tight(place + 1))
        added = part == 2 and tokens[index - 1].low == "and" and _is_time(tokens, index - 2)  # noqa: PLR2004 - a half
        return (1, part, place + 1) if part and ends and not added and tokens.near(place) else None
    numeral = read_numeral(tokens, index) if part else None
    if numeral is None or not numeral.single or tokens[index].is_number:
        return None
    above = int(numeral.value)
    plural = tokens[place].low.endswith("s")
    return (above, part, place + 1) if 0 < above < part and plural == (above > 1) else None


def _is_time(tokens: Tokens, index: int) -> bool:
    """Whether "and a half" goes on with a stretch of time: "a year and a half"."""
    return tokens[index].low.removesuffix("s") in ("hour", "day", "week", "month", "year", "decade")


def _is_scaled(tokens: Tokens, index: int) -> bool:
    """Whether it is a number: "half a million", "a quarter of a million"."""
    numeral = read_numeral(tokens, index)
    return numeral is not None and numeral.value > 1


def _is_share(tokens: Tokens, index: int) -> bool:
    """Whether "half" is a half of something and no part of a year or a match."""
    before = tokens[index - 1].low if tokens.near(index) else ""
    if before in _HALF_OF_A_PERIOD or (tokens[index - 1].is_dash and tokens.tight(index)):
        return False
    after = tokens.word(index + 1)
    if after in _AFTER_HALF:
        return True
    return before in ("by", "than", "in", "nearly", "almost", "about", "over", "to") and bool(
        not tokens[index + 1].is_word or after in FUNCTION_WORDS or counted_noun(tokens, index + 1)
    )


def _one_in(tokens: Tokens, index: int) -> _Found | None:
    """ "One in five", "two out of three"."""
    above = read_numeral(tokens, index)
    if above is None or not above.single or above.end != index + 1:
        return None
    if tokens.phrase_at(above.end, ("out", "of")):
        place = above.end + 2
    elif tokens[above.end].low == "in" and above.value < 4:  # noqa: PLR2004 - "12 in 20" is a place
        place = above.end + 1
    else:
        return None
    below = read_numeral(tokens, place) if tokens.near(above.end) and tokens.near(place) else None
    if not (below and below.single and below.end == place + 1):
        return None
    if any(n.value != n.value.to_integral_value() for n in (above, below)):
        return None
    if not 0 < above.value < below.value <= _MAX_DENOMINATOR:
        return None
    noun = tokens.word(below.end)
    counted = noun and (noun in FUNCTION_WORDS or counted_noun(tokens, below.end))
    return (int(above.value), int(below.value), below.end) if counted else None
