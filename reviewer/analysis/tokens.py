"""Text as words, numbers and signs with their places: what every reader of this package walks over.

A number is one token with its separators ("1,700", "79.5", "1.2.3"), a word keeps its apostrophes
("Zealand's"), every other visible character stands alone. White space is no token. The one
expression is possessive throughout, so it reads any text once.
"""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from reviewer.domain.quantity import Quantity

_TOKEN = re.compile(
    r"[0-9]++(?:[,.][0-9]++|[\u00a0\u2009\u202f][0-9]{3}(?![0-9]))*+"
    r"|(?<![^\s(\-~<>=])\.[0-9]++"
    r"|[^\W\d_]++(?:['\u2019][^\W\d_]++)*+"
    r"|\S"
)
_WIDEST_GAP = 8
_TIGHT, _SAME_LINE, _NEXT_LINE, _FAR = range(4)
DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212")
_SENTENCE_ENDS = frozenset('.!?:;"\u201c\u201d\u2018(\u2022|')


class Token(NamedTuple):
    """``text`` stands at ``start`` to ``end``; ``low`` is its lower-case form."""

    text: str
    start: int
    end: int
    low: str
    is_number: bool
    is_word: bool
    is_capital: bool
    is_dash: bool


@lru_cache(16_384)
def _looks(text: str) -> tuple[str, bool, bool, bool, bool]:
    """What a token is, wherever it stands: each is asked for many times."""
    first = text[:1]
    number = "0" <= first <= "9" or (first == "." and len(text) > 1)
    return text.lower(), number, first.isalpha(), first.isupper(), text in DASHES


_NONE = Token("", 0, 0, *_looks(""))


class Tokens:
    """The tokens of a text, by place in the order of reading; outside it they are empty."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._tokens = [
            Token(match[0], match.start(), match.end(), *_looks(match[0]))
            for match in _TOKEN.finditer(text)
        ]
        self._count = len(self._tokens)
        # Every reader asks for the number at a place; reading it once is a third of the time.
        self.numerals: dict[tuple[int, bool], object] = {}
        self._gaps = [_FAR, *(self._gap(one.end, two.start) for one, two in pairwise(self._tokens))]

    @cached_property
    def lower(self) -> str:
        """The text in lower case, for which each value of a sentence asks several times."""
        return self.text.lower()

    def _gap(self, first: int, last: int) -> int:
        if first == last:
            return _TIGHT
        if last - first == 1 and self.text[first] == " ":
            return _SAME_LINE
        breaks = self.text.count("\n", first, last)
        if breaks > 1 or last - first > _WIDEST_GAP:
            return _FAR
        return _NEXT_LINE if breaks else _SAME_LINE

    def __iter__(self) -> Iterator[Token]:
        return iter(self._tokens)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, index: int) -> Token:
        return self._tokens[index] if 0 <= index < self._count else _NONE

    def tight(self, index: int) -> bool:
        """Whether nothing stands between the token and the one before it."""
        return 0 < index < self._count and self._gaps[index] == _TIGHT

    def near(self, index: int) -> bool:
        """Whether the token follows the one before it in the same paragraph."""
        return 0 < index < self._count and self._gaps[index] <= _NEXT_LINE

    def same_line(self, index: int) -> bool:
        """Whether the token stands on the line of the one before it."""
        return 0 < index < self._count and self._gaps[index] <= _SAME_LINE

    def word(self, index: int) -> str:
        """The token in lower case if it follows the one before it, else nothing."""
        return self[index].low if self.near(index) else ""

    def opens_cell(self, index: int) -> bool:
        """Whether the token is the first of a table's cell."""
        return (
            0 < index < self._count and "\t" in self.text[self[index - 1].end : self[index].start]
        )

    def opens_sentence(self, index: int) -> bool:
        """Whether a capital here may be the sentence's and not a name's."""
        return not self.same_line(index) or self[index - 1].text in _SENTENCE_ENDS

    def slice(self, first: int, end: int) -> str:
        """The text from token ``first`` to before token ``end``."""
        return self.text[self[first].start : self[end - 1].end]

    def phrase_at(self, index: int, words: tuple[str, ...]) -> bool:
        """Whether these words follow each other from ``index`` on."""
        for place, word in enumerate(words, index):
            if self[place].low != word or (place > index and not self.near(place)):
                return False
        return True


@lru_cache(256)
def tokens_of(sentence: str) -> Tokens:
    """The tokens of one sentence, for readers that each go through a text's sentences."""
    return Tokens(sentence)


class Reading(NamedTuple):
    """Tokens ``first`` to before ``end`` say ``quantity``."""

    first: int
    end: int
    quantity: Quantity
