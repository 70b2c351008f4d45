"""Places in an order: "third consecutive NATO summit", "75th anniversary"."""

from decimal import Decimal

from reviewer.analysis.nouns import noun_phrase
from reviewer.analysis.numbers import NUMBER_WORDS, read_numeral
from reviewer.analysis.tokens import Reading, Tokens
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind

_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {word: value for value, word in enumerate(_WORDS.split(), start=1)} | {
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
    "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
"""Ordinal word → place."""
ENDINGS = ("st", "nd", "rd", "th")
_LONGEST_FIGURE = 5  # there is no 100000th of anything
_NO_PLACE_BEFORE = ("at", "a", "an", "split", "per", "every", "one")


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
        plain = token.text.isdecimal() and len(token.text) <= _LONGEST_FIGURE
        if plain and tokens.tight(index + 1) and tokens[index + 1].low in ENDINGS:
            return int(token.text), index + 2
        return 0, index
    if token.is_capital and not tokens.opens_sentence(index):
        return 0, index
    if tokens[index + 1].is_dash and tokens[index + 2].low in ORDINALS:
        tens = read_numeral(tokens, index)
        if tens and tens.end == index + 1 and tens.value % 10 == 0:
            return int(tens.value) + ORDINALS[tokens[index + 2].low], index + 3
    return ORDINALS.get(token.low, 0), index + 1


def _is_turn_of_phrase(tokens: Tokens, index: int, end: int) -> bool:
    """ "At first", "first, …", "a second issue", "first-hand": no place in an order."""
    if tokens[index].is_number:
        return tokens.tight(index) and tokens[index - 1].text not in "(\"'\u201c\u2018"
    if tokens[end].is_number or tokens[end].low in NUMBER_WORDS:
        return True  # "the first nine months"
    if tokens[end].text in (",", ":") or (tokens[end].is_dash and tokens.tight(end)):
        return True
    before = tokens[index - 1].low if tokens.near(index) else ""
    return before in _NO_PLACE_BEFORE or tokens.word(end) in ("of", "hand", "half")
