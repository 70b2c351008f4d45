"""Counts with their nouns, fractions and ordinals, and what only looks like them."""

from decimal import Decimal, localcontext
from itertools import chain

from reviewer.analysis.bounds import trailing_bound
from reviewer.analysis.nouns import FUNCTION_WORDS, counted_noun, noun_phrase
from reviewer.analysis.numbers import Numeral, read_numeral
from reviewer.analysis.tokens import Reading, Tokens
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind

DESIGNATOR_HEADS = frozenset((
    "article", "articles", "section", "sections", "chapter", "chapters", "clause", "resolution",
    "resolutions", "highway", "route", "flight", "page", "pages", "figure", "table", "number",
    "no", "nos", "phase", "phases", "version", "type", "grade", "level", "room", "gate",
    "channel", "district", "ward", "area", "zone", "part", "volume", "issue", "apollo",
    "boeing", "airbus", "falcon", "schedule", "annex", "appendix", "paragraph", "para", "line",
    "bus", "platform", "row", "seat", "pillar", "stage", "tier", "category", "class", "group",
    "world", "war", "track", "step", "rule", "act", "bill", "amendment", "directive",
    "regulation", "protocol", "iphone", "windows",
))  # fmt: skip
"""Words after which a number is a name: "Highway 1", "Article 5"."""

_ORDINALS = {
    word: value
    for value, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}
ORDINAL_WORDS = frozenset(_ORDINALS)
_ORDINAL_ENDINGS = ("st", "nd", "rd", "th")

_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
}  # fmt: skip
_SIGNS = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3)}
FRACTION_SIGNS = frozenset(_SIGNS)
_FRACTION_DIGITS = 28
_MAX_DENOMINATOR = 100


def read_count(tokens: Tokens, index: int, *, hedged: bool = False) -> Reading | None:
    """A number with the noun that it counts; ``hedged`` tells that "about" or the like precedes.

    The reading ends with the number: the noun may stand apart from it and is kept as the unit.
    """
    between = tokens[index].low == "between"
    low = _countable(tokens, index + between)
    if low is None or (_is_name(tokens, index) and not between):
        return None
    joined = _joint(tokens, low.end, between=between)
    high = _countable(tokens, joined) if joined else None
    if high and low.value < high.value:
        noun = counted_noun(tokens, trailing_bound(tokens, high.end)[1])
        if noun:
            scaled = low.scaled(high.power) if high.power and not low.power else low
            return Reading(index, high.end, _count(scaled, high, noun))
    if between:
        return None
    noun = counted_noun(tokens, trailing_bound(tokens, low.end)[1])
    if not noun and not _stands_alone(low, hedged=hedged):
        return None
    if _is_odd(tokens, index, low):
        return None
    return Reading(index, low.end, _count(low, low, noun))


def _count(low: Numeral, high: Numeral, noun: str) -> Quantity:
    step = min(low.step, high.step)
    return Quantity(QuantityKind.COUNT, low.value, high.value, unit=noun, step=step)


def _countable(tokens: Tokens, index: int) -> Numeral | None:
    """A number that is neither part of a name nor tied to letters ("NH90", "737s")."""
    numeral = read_numeral(tokens, index)
    if numeral is None:
        return None
    end = numeral.end
    if tokens[index].is_number and not numeral.power and tokens.tight(end):
        if tokens[end].is_word:
            return _short_scaled(tokens, numeral)
        if tokens[end].is_dash and tokens.tight(end + 1) and not tokens[end + 1].is_number:
            return None
        if tokens[end].text in ":/":
            return None
    elif tokens[end].is_dash and tokens.tight(end) and tokens.tight(end + 1):
        return None if tokens[end + 1].is_word else numeral
    return numeral


def _short_scaled(tokens: Tokens, numeral: Numeral) -> Numeral | None:
    """ "15k troops", "12m people": the letter is a scale when a counted noun follows."""
    scaled = read_numeral(tokens, numeral.end - 1, short=True)
    if scaled and scaled.power and counted_noun(tokens, scaled.end):
        return scaled
    return None


def _joint(tokens: Tokens, index: int, *, between: bool) -> int:
    if not tokens.near(index):
        return 0
    word = tokens[index].low
    if between:
        return index + 1 if word == "and" else 0
    if word == "to" and any(tokens[index - back].low == "from" for back in range(2, 5)):
        return 0
    return index + 1 if tokens[index].is_dash or word in ("to", "or") else 0


def _is_name(tokens: Tokens, index: int) -> bool:
    """Whether the words before or the capital make the number a name: "COVID-19", "Five Eyes"."""
    token, before = tokens[index], tokens[index - 1]
    if index and tokens.tight(index):
        if before.is_word or before.text in "/:#_.&'\u2019":
            return True
        if before.is_dash and tokens.tight(index - 1) and not tokens[index - 2].is_number:
            return True
    if not token.is_number and token.is_capital and token.low != "a":
        return not tokens.opens_sentence(index) or tokens[index + 1].is_capital
    if not tokens.near(index):
        return False
    numbered = before.text == "." and tokens[index - 2].low == "no"
    return numbered or before.low in DESIGNATOR_HEADS


def _is_odd(tokens: Tokens, index: int, numeral: Numeral) -> bool:
    """A pronominal "one", a "007", or a bare decimal behind a name ("Innovation 4.0")."""
    if tokens[index].low == "one" and numeral.single:
        return True
    if len(numeral.figure) > 1 and numeral.figure[0] == "0" and numeral.figure[1] != ".":
        return True
    before = tokens[index - 1]
    after_name = tokens.near(index) and before.is_capital and before.low not in FUNCTION_WORDS
    return after_name and "." in numeral.figure and not numeral.power


def _stands_alone(numeral: Numeral, *, hedged: bool) -> bool:
    """Whether a number without a noun is still a count: grouped, scaled, or hedged."""
    if not numeral.single or "," in numeral.figure:
        return True
    return hedged and bool(numeral.figure)


def read_ordinal(tokens: Tokens, index: int) -> Reading | None:
    """ "Third consecutive NATO summit" and "75th": the place as value, the noun as unit."""
    value, end = _ordinal(tokens, index)
    if not value or _is_turn_of_phrase(tokens, index, end):
        return None
    quantity = Quantity(
        QuantityKind.ORDINAL,
        Decimal(value),
        Decimal(value),
        unit=noun_phrase(tokens, end),
        step=Decimal(1),
    )
    return Reading(index, end, quantity)


def _ordinal(tokens: Tokens, index: int) -> tuple[int, int]:
    token = tokens[index]
    if token.is_number:
        ending = tokens[index + 1].low
        if token.text.isdecimal() and len(token.text) < 6 and tokens.tight(index + 1):  # noqa: PLR2004 - no 100000th of anything
            return (int(token.text), index + 2) if ending in _ORDINAL_ENDINGS else (0, index)
        return 0, index
    if token.is_capital and not tokens.opens_sentence(index):
        return 0, index
    if tokens[index + 1].is_dash and tokens[index + 2].low in _ORDINALS:
        tens = read_numeral(tokens, index)
        if tens and tens.end == index + 1 and tens.value % 10 == 0:
            return int(tens.value) + _ORDINALS[tokens[index + 2].low], index + 3
    return _ORDINALS.get(token.low, 0), index + 1


def _is_turn_of_phrase(tokens: Tokens, index: int, end: int) -> bool:
    """ "At first", "first, …", "a second issue", "first-hand": no place in an order."""
    if tokens[index].is_number:
        return False
    if tokens[end].text in (",", ":") or (tokens[end].is_dash and tokens.tight(end)):
        return True
    before = tokens[index - 1].low if tokens.near(index) else ""
    return before in ("at", "a", "an", "split", "per") or tokens.word(end) in ("of", "hand")


def read_fraction(tokens: Tokens, index: int) -> Reading | None:
    """ "Two-thirds", "a third of", "half of", "1/4", "¾", "one in five"."""
    parts = (
        _SIGNS.get(tokens[index].text)
        or _slashed(tokens, index)
        or _worded(tokens, index)
        or _one_in(tokens, index)
    )
    if not parts:
        return None
    above, below, *rest = parts
    value = fraction_value(above, below)
    end = rest[0] if rest else index + 1
    return Reading(index, end, Quantity(QuantityKind.FRACTION, value, value))


def fraction_value(above: int, below: int) -> Decimal:
    """The quotient to 28 digits, whatever the thread's decimal context is."""
    with localcontext() as context:
        context.prec = _FRACTION_DIGITS
        return Decimal(above) / Decimal(below)


def _slashed(tokens: Tokens, index: int) -> tuple[int, int, int] | None:
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


def _worded(tokens: Tokens, index: int) -> tuple[int, int, int] | None:
    word = tokens[index].low
    if word == "half" and tokens.word(index + 1) in ("of", "the", "its", "their", "all"):
        return (1, 2, index + 1) if tokens[index - 1].low not in _HALF_OF_A_PERIOD else None
    place = index + 1
    if tokens[place].is_dash and tokens.tight(place) and tokens.tight(place + 1):
        place += 1
    part = _PARTS.get(tokens.word(place), 0)
    if word in ("a", "an"):
        whole = tokens.word(place + 1)
        ends = not tokens[place + 1].is_word or whole in FUNCTION_WORDS
        return (1, part, place + 1) if part and ends and tokens.near(place) else None
    numeral = read_numeral(tokens, index) if part else None
    if numeral is None or not numeral.single or tokens[index].is_number:
        return None
    above = int(numeral.value)
    plural = tokens[place].low.endswith("s")
    return (above, part, place + 1) if 0 < above < part and plural == (above > 1) else None


_HALF_OF_A_PERIOD = frozenset(["first", "second", "other", "latter", "former"])


def _one_in(tokens: Tokens, index: int) -> tuple[int, int, int] | None:
    if tokens[index].low not in ("one", "two", "three", "1", "2", "3"):
        return None
    if tokens.word(index + 1) != "in" or not tokens.near(index + 2):
        return None
    above = read_numeral(tokens, index)
    below = read_numeral(tokens, index + 2)
    if not (above and below and above.single and below.single):
        return None
    if below.value != below.value.to_integral_value() or below.value > _MAX_DENOMINATOR:
        return None
    enough = above.value < below.value and below.end == index + 3
    noun = tokens.word(below.end)
    counted = noun and (noun in FUNCTION_WORDS or counted_noun(tokens, below.end))
    return (int(above.value), int(below.value), below.end) if enough and counted else None


TRIGGERS = frozenset(chain(_PARTS, _ORDINALS))
