"""Words that open a bound or loosen a value: "more than", "at least", "up to", "or so"."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from enum import Enum

from reviewer.analysis.tokens import Tokens
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind


class Bound(Enum):
    """What a word does to the value that it stands before."""

    ABOVE = ">"
    FROM = ">="
    BELOW = "<"
    TO = "<="
    NEAR = "~"


_PHRASES = {
    Bound.ABOVE: (
        "over", "more than", "above", "exceeding", "in excess of", "upwards of", "upward of",
        "greater than", "higher than", "larger than", "better than", "north of", "bigger than",
        "surpassing", "topping", "exceed",
        "exceeds", "exceeded", "topped", "surpassed", "surpasses", "longer than", "older than", ">",
    ),
    Bound.FROM: (
        "at least", "no fewer than", "no less than", "not less than", "a minimum of", "minimum of",
        "not fewer than", "as few as", "as little as", "as low as", "greater than or equal to",
        "more than or equal to", "equal to or more than", "≥",
    ),
    Bound.BELOW: ("under", "less than", "fewer than", "below", "lower than", "smaller than",
        "just short of", "short of", "just shy of", "shy of", "not quite", "south of", "sub -",
        "shorter than", "younger than", "<",
    ),
    Bound.TO: (
        "up to", "at most", "as many as", "as much as", "no more than", "not more than",
        "a maximum of", "maximum of", "as high as", "not exceeding", "less than or equal to",
        "fewer than or equal to", "equal to or less than", "≤",
    ),
    Bound.NEAR: (
        "about", "around", "approximately", "roughly", "nearly", "almost", "some", "circa",
        "close to",
        "an estimated", "estimated", "approx", "approx.", "c.", "ca.", "~", "≈", "more or less",
        "in the region of", "near", "practically", "virtually", "in the order of",
        "on the order of",
        "to the tune of", "an average of", "averaging", "a reported", "reportedly", "barely",
        "close on",
        "some estimated", "very nearly", "just about", "somewhere around", "little more than",
        "an approximate", "approaching", "just",
    ),
}  # fmt: skip
_INTENSIFIERS = ("just", "well", "slightly", "a little", "far", "significantly", "considerably")


def _table() -> Iterator[tuple[tuple[str, ...], Bound]]:
    for bound, phrases in _PHRASES.items():
        for phrase in phrases:
            words = tuple(phrase.removesuffix(".").split()) + (".",) * phrase.endswith(".")
            yield words, bound
            if bound in (Bound.ABOVE, Bound.BELOW) and phrase.isascii() and len(phrase) > 1:
                for word in _INTENSIFIERS:
                    yield (*word.split(), *words), bound


PHRASES = dict(_table())
"""Words of an approximator → what it does."""
_LONGEST = max(len(words) for words in PHRASES)
_LAST_WORDS = frozenset(words[-1] for words in PHRASES)
PLACES_TOO = frozenset({"over", "above", "under", "below", "around", "near"})
"""Approximators that also say where, when or how old: "children under five"."""
BEFORE_DATES = frozenset(("about", "around", "approximately", "roughly", "circa", "c.", "ca.", "~"))
"""Approximators of dates too; behind the others "1500" is an amount and no year."""
_LASTING = frozenset((
    "for", "of", "lasting", "lasted", "lasts", "took", "taking", "takes", "spent", "spanning",
    "spans", "is",
))  # fmt: skip
_TRAILING = {
    ("or", "more"): Bound.FROM,
    ("or", "above"): Bound.FROM,
    ("or", "higher"): Bound.FROM,
    ("or", "greater"): Bound.FROM,
    ("or", "older"): Bound.FROM,
    ("and", "over"): Bound.FROM,
    ("and", "above"): Bound.FROM,
    ("or", "below"): Bound.TO,
    ("or", "lower"): Bound.TO,
    ("or", "under"): Bound.TO,
    ("and", "under"): Bound.TO,
    ("or", "so"): Bound.NEAR,
    ("or", "thereabouts"): Bound.NEAR,
    ("or", "fewer"): Bound.TO,
    ("or", "less"): Bound.TO,
    ("-", "plus"): Bound.FROM,
    ("plus",): Bound.FROM,
    ("+",): Bound.FROM,
}
_TRAILING_FIRST = frozenset(words[0] for words in _TRAILING)


_TAKE_OVER = frozenset((
    "hand", "hands", "handed", "handing", "turned", "turning", "take", "takes", "took", "taken",
    "taking", "signing", "rolled", "rolling", "spread", "spreads", "spreading",
))  # fmt: skip
"""Verbs that "over" belongs to: "handed over 300 houses" is just 300."""


def leading_bound(tokens: Tokens, index: int, floor: int) -> tuple[Bound | None, int]:
    """The longest approximator that ends right before ``index``, and where it begins."""
    if index <= floor or tokens[index - 1].low not in _LAST_WORDS or not tokens.near(index):
        return None, index
    for length in range(min(_LONGEST, index - floor), 0, -1):
        first = index - length
        words = tuple(tokens[place].low for place in range(first, index))
        if words in PHRASES and all(tokens.near(place) for place in range(first + 1, index)):
            return PHRASES[words], first
    return None, index


def trailing_bound(tokens: Tokens, index: int) -> tuple[Bound | None, int]:
    """ "Or more", "or so", "+" at ``index``, and where it ends."""
    if tokens[index].low not in _TRAILING_FIRST or not tokens.near(index):
        return None, index
    for words, bound in _TRAILING.items():
        if words[0] == "and" and _goes_on(tokens, index + len(words)):
            continue
        if tokens.phrase_at(index, words) and (words[0].isalpha() or tokens.tight(index)):
            return bound, index + len(words)
    return None, index


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether "and more", "and over" belong to what follows: "20 ships and more than 500 men"."""
    token = tokens[index]
    return tokens.near(index) and (token.is_word or token.is_number or token.text in "$£€")


def suits(bound: Bound, phrase: str, quantity: Quantity, before: str) -> bool:
    """Whether the words are a bound here: "over four years" mostly says when."""
    if quantity.kind is QuantityKind.DATE:
        return bound is Bound.NEAR and phrase in BEFORE_DATES
    if quantity.kind is QuantityKind.ORDINAL:
        return False
    lasts = quantity.kind is QuantityKind.DURATION and not quantity.unit.endswith("old")
    if lasts and phrase in PLACES_TOO:
        return phrase == "around" or before in _LASTING
    counted = quantity.kind in (QuantityKind.COUNT, QuantityKind.MONEY)
    return not (counted and phrase == "over" and before in _TAKE_OVER)


def bounded(quantity: Quantity, bound: Bound, phrase: str) -> Quantity:
    """The quantity with its bound opened; a range keeps both ends."""
    loose = replace(quantity, approximator=phrase)
    if quantity.low != quantity.high or not isinstance(quantity.low, Decimal):
        return loose
    match bound:
        case Bound.ABOVE:
            return replace(loose, high=None, low_open=True)
        case Bound.FROM:
            return replace(loose, high=None)
        case Bound.BELOW:
            return replace(loose, low=None, high_open=True)
        case Bound.TO:
            return replace(loose, low=None)
        case Bound.NEAR:
            return loose
