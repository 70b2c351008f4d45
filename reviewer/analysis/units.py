"""Percents, durations and measures: a number and a unit, "450kW", "six-month", "two percent"."""

from dataclasses import replace
from decimal import Decimal

from reviewer.analysis.fractions import fraction_numeral
from reviewer.analysis.nouns import FUNCTION_WORDS, base_after, counted_noun, singular
from reviewer.analysis.numbers import SHORT_SCALES, Numeral, plain, read_numeral
from reviewer.analysis.ranges import is_change, is_dated, joint
from reviewer.analysis.tokens import Reading, Tokens
from reviewer.analysis.unit_table import CAPITALS, FIRST_WORDS, SMALL_ONLY, TIGHT_ONLY, UNITS, Unit
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind

_QUAKES = frozenset(("quake", "earthquake", "tremor", "temblor", "aftershock", "foreshock"))
_MINUS_WORDS = ("minus", "negative")
_ABOVE_ALL_AGES = 130
_VERBS_OF_A_PERSON = frozenset((
    "was", "is", "who", "has", "had", "from", "of", "told", "said", "died", "whose", "will",
))  # fmt: skip
PEOPLED = frozenset((
    "population", "circulation", "audience", "users", "sales", "views", "copies", "subscribers",
    "customers", "people", "votes", "downloads", "viewers", "members", "households", "followers",
))  # fmt: skip
"""Words near a figure that make its "m" a million."""
_PEOPLE = frozenset((
    "child", "person", "people", "adult", "woman", "man", "player", "pupil", "boy", "girl", "those",
    "anyone", "everyone", "youth", "resident", "worker", "patient", "voter", "citizen", "driver",
    "american", "briton", "male", "female", "student", "teenager",
))  # fmt: skip


def read_unit_quantity(tokens: Tokens, index: int) -> Reading | None:
    """A number or a range with a unit, or "magnitude 5.6", that begins at ``index``."""
    if tokens[index].low == "magnitude":
        return _magnitude(tokens, index)
    between = tokens[index].low == "between"
    start = index + between
    sign = _minus(tokens, start)
    low = _number(tokens, start + sign)
    if low is None:
        return None
    unit, end = unit_at(tokens, low.end)
    dated = unit is None and is_dated(tokens, start, low)
    joined = 0 if dated else joint(tokens, start, end, between=between)
    high = _number(tokens, joined) if joined and not sign else None
    if high:
        found = _range(tokens, index, (low, high), unit)
        if found:
            return found
    if unit is None and not between:
        unit, low = _borrowed(tokens, start, low)
    if unit is None and "." in low.figure and low.single and tokens.word(low.end) in _QUAKES:
        unit = UNITS["magnitude",]  # "a 7.8 earthquake"
    if unit is None or between or (sign and unit.kind is QuantityKind.DURATION):
        return None
    return Reading(index, end, _quantity(tokens, low, low, unit, end, negative=bool(sign)))


def _borrowed(tokens: Tokens, start: int, low: Numeral) -> tuple[Unit | None, Numeral]:
    """ "From 5 to 7 per cent": the first figure of a change is of the second one's unit."""
    if tokens.word(low.end) != "to" or not is_change(tokens, start):
        return None, low
    high = read_numeral(tokens, low.end + 1)
    unit = unit_at(tokens, high.end)[0] if high else None
    if unit and high and high.power and not low.power and low.single:
        low = low.scaled(high.power)
    return unit, low


def _range(
    tokens: Tokens, index: int, ends: tuple[Numeral, Numeral], unit: Unit | None
) -> Reading | None:
    low, high = ends
    other, end = unit_at(tokens, high.end)
    if other is None or (unit and other != unit):
        return None
    if high.power and not low.power and low.value < high.value:
        low = low.scaled(high.power)
    if not low.value < high.value:
        return None
    return Reading(index, end, _quantity(tokens, low, high, other, end))


def _number(tokens: Tokens, index: int) -> Numeral | None:
    """A numeral, or a fraction that a unit may follow: "half a", "1/2", "three-quarters of a"."""
    found = fraction_numeral(tokens, index) or read_numeral(tokens, index)
    if found and found.single and found.figure and tokens[found.end].low in SHORT_SCALES:
        scaled = read_numeral(tokens, index, short=True)
        followed = scaled and tokens.near(scaled.end) and unit_at(tokens, scaled.end)[0]
        if followed and tokens.tight(found.end):  # "31.9m tonnes"
            return scaled
    return found


def unit_at(tokens: Tokens, index: int) -> tuple[Unit | None, int]:
    """The unit that begins at ``index``, over a tight hyphen too, and where it ends."""
    asked = index
    if tokens[index].is_dash and tokens.tight(index) and tokens.tight(index + 1):
        index += 1
    token = tokens[index]
    if not tokens.near(index):
        return None, asked
    if token.text in CAPITALS and asked == index:
        plain_end = not tokens[index + 1].is_capital and not tokens.tight(index + 1)
        ends = plain_end or tokens[index + 1].text in ".,;)"
        letter = UNITS["w",] if token.text == "W" else UNITS["°", token.low]
        return (letter, index + 1) if ends or token.text == "W" else (None, asked)
    for length in range(FIRST_WORDS.get(token.low, 0), 0, -1):
        words = tuple(tokens[index + k].low for k in range(length))
        unit = UNITS.get(words)
        if unit and all(_follows(tokens, index + k) for k in range(1, length)):
            if words[0] in TIGHT_ONLY and not _is_sign(tokens, index, length):
                continue
            return unit, index + length
    return None, asked


def _follows(tokens: Tokens, index: int) -> bool:
    """Signs and figures of a unit stand right behind its letters: "m2", "km/h"."""
    if tokens[index].is_word and tokens[index - 1].is_word:
        return tokens.near(index)
    return tokens.tight(index)


def _is_sign(tokens: Tokens, index: int, length: int) -> bool:
    """Whether a letter is a unit: the one of "12m people" is a million."""
    if length > 1:
        return True
    if tokens[index].low in SMALL_ONLY and tokens[index].is_capital:
        return False
    if tokens[index].low == "m" and any(tokens[index - k].low in PEOPLED for k in range(2, 6)):
        return False  # "a population of 84m"
    if tokens.word(index + 1) in ("per", "of"):
        return True
    apart = tokens[index].text in ("m", "h") and tokens.same_line(index)
    return (tokens.tight(index) or apart) and not counted_noun(tokens, index + 1)


def _minus(tokens: Tokens, index: int) -> int:
    """How many tokens before a number are its minus: "-3 %" and "minus 3 %", not "2020-3"."""
    token = tokens[index]
    word = token.low in _MINUS_WORDS
    if not word and not token.is_dash:
        return 0
    if tokens[index + 1].is_dash and word:
        return 2
    opens = word or not tokens.tight(index) or tokens[index - 1].text in "(\u20ac"
    follows = tokens.near(index + 1) if word else tokens.tight(index + 1)
    return int(opens and follows and (tokens[index + 1].is_number or word))


def _quantity(
    tokens: Tokens, low: Numeral, high: Numeral, unit: Unit, end: int, *, negative: bool = False
) -> Quantity:
    factor = Decimal(-unit.factor if negative else unit.factor)
    return Quantity(
        unit.kind,
        plain(low.value * factor),
        plain(high.value * factor),
        unit=unit.name,
        step=plain(min(low.step, high.step) * unit.factor),
        base=base_after(tokens, end) if unit.name == "%" else "",
    )


def _magnitude(tokens: Tokens, index: int) -> Reading | None:
    place = index + 1 + (tokens.word(index + 1) in ("of", "-"))
    numeral = read_numeral(tokens, place) if tokens[place].is_number else None
    if numeral is None or not tokens.near(place):
        return None
    unit = UNITS["magnitude",]
    return Reading(index, numeral.end, _quantity(tokens, numeral, numeral, unit, numeral.end))


def read_age(tokens: Tokens, index: int) -> Reading | None:
    """ "Aged 65", "the age of 21", "Ms Orsini, 52, said": an age without its years."""
    numeral = read_numeral(tokens, index)
    if numeral is None or not numeral.single or numeral.value >= _ABOVE_ALL_AGES:
        return None
    if numeral.value != numeral.value.to_integral_value() or unit_at(tokens, numeral.end)[0]:
        return None
    if not (_is_aged(tokens, index) or _is_apposed(tokens, index, numeral.end)):
        return None
    joined = joint(tokens, index, numeral.end, between=False)
    high = read_numeral(tokens, joined) if joined else None
    if high is None or not numeral.value < high.value < _ABOVE_ALL_AGES:
        high = numeral
    unit = Unit(QuantityKind.DURATION, "years old")
    quantity = _quantity(tokens, numeral, high, unit, high.end)
    return Reading(index, high.end, replace(quantity, unit=unit.name))


def _is_aged(tokens: Tokens, index: int) -> bool:
    before = tokens[index - 1].low if tokens.near(index) else ""
    if before in ("of", "between"):
        before = tokens[index - 2].low if tokens.near(index - 1) else ""
        return (before in ("age", "ages", "aged") and tokens[index - 1].low != "between") or (
            before == "aged"
        )
    if before in ("over", "under", "above", "below") and tokens.near(index - 1):
        unnamed = not counted_noun(tokens, index + 1)
        return unnamed and singular(tokens[index - 2].low) in _PEOPLE
    return before in ("aged", "age", "ages")


def _is_apposed(tokens: Tokens, index: int, end: int) -> bool:
    """Between two commas behind a name, in figures."""
    name = tokens[index - 2]
    if tokens[index - 1].text != "," or not (tokens.near(index) and tokens.tight(index - 1)):
        return False
    named = name.is_capital and len(name.text) > 1
    if not (tokens[index].is_number and (named or _describes(tokens, index, end))):
        return False
    return tokens[end].text == "," and tokens.tight(end) and tokens[end + 1].is_word


def _describes(tokens: Tokens, index: int, end: int) -> bool:
    """ "The driver, 34, was arrested": behind a noun, where two figures and a verb follow."""
    described = tokens[index - 2].text.islower() and tokens[index - 2].low not in FUNCTION_WORDS
    two = len(tokens[index].text) == len("34")
    numbered = any(tokens.phrase_at(index - back, ("number", "of")) for back in range(4, 7))
    verb = tokens.word(end + 1) in _VERBS_OF_A_PERSON
    return described and two and verb and not numbered
