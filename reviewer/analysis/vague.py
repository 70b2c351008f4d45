"""Numbers that name only their size: "hundreds of", "tens of thousands of", "dozens of"."""

from decimal import Decimal

from reviewer.analysis.numbers import Numeral, plain
from reviewer.analysis.tokens import Tokens

_SIZES = {
    "dozens": (24, 100), "scores": (40, 100), "hundreds": (100, 1000),
    "thousands": (1000, 10_000), "millions": (10**6, 10**7), "billions": (10**9, 10**10),
    "trillions": (10**12, 10**13),
}  # fmt: skip
_SOME = frozenset(("several", "few"))
_SOME_OF = {
    "dozen": (24, 100), "hundred": (200, 1000), "thousand": (2000, 10_000),
    "million": (2 * 10**6, 10**7), "billion": (2 * 10**9, 10**10),
}  # fmt: skip
_LEADS = {"tens": 10, "dozens": 24, "scores": 40, "hundreds": 100}
WORDS = frozenset(_SIZES) | frozenset(_LEADS)
OPENERS = WORDS | _SOME

Vague = tuple[Numeral, Numeral]
"""From the least that the words promise to what would be told by the next larger word."""


def read_vague(tokens: Tokens, index: int) -> Vague | None:
    """ "Hundreds of", "tens of thousands of": ends before "of", without which it says nothing."""
    word = tokens[index].low
    some = index + (word == "a" and tokens.word(index + 1) == "few")
    if tokens[some].low in _SOME:
        return _several(tokens, some + 1)
    if word not in WORDS or not _opens(tokens, index):
        return None
    if word in _LEADS and tokens.word(index + 1) == "of" and tokens.word(index + 2) in _SIZES:
        size = _SIZES[tokens[index + 2].low]
        if size[0] >= _SIZES["thousands"][0]:
            lead = _LEADS[word]
            top = {10: 100, 24: 100, 40: 100, 100: 1000}[lead]
            return _ends(lead * size[0], top * size[0], index + 3)
    if word not in _SIZES or tokens.word(index + 1) != "of":
        return None
    return _ends(*_SIZES[word], index + 1)


def _several(tokens: Tokens, index: int) -> Vague | None:
    """ "Several hundred", "a few dozen": from two of them to the next larger word."""
    size = _SOME_OF.get(tokens.word(index))
    if size is None or tokens.word(index + 1) in ("of", "and", "or"):
        return None
    return _ends(*size, index + 1)


def _opens(tokens: Tokens, index: int) -> bool:
    """ "Two dozens" and "several hundreds" are other numbers; "the scores of" are other things."""
    before = tokens[index - 1].low if tokens.near(index) else ""
    if before == "of":
        return tokens[index - 2].low not in WORDS
    return before not in ("the", "its", "their", "test", "several")


def _ends(low: int, high: int, end: int) -> Vague:
    return _numeral(low, end), _numeral(high, end)


def _numeral(value: int, end: int) -> Numeral:
    return Numeral(plain(Decimal(value)), plain(Decimal(value)), end)
