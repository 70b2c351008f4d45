"""Where what a person typed stands in a text: without regard to case and accents.

The same folding as that of the search index, so that what the index finds is found here too.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

Span = tuple[int, int]
_WORD = re.compile(r"[^\W_]+")


def words_of(query: str) -> list[str]:
    """The words of what was typed: runs of letters and digits."""
    return _WORD.findall(query)


class Finder:
    """Finds a query in texts; spans are half-open offsets of code points.

    Tried in this order: all that was typed as it stands, whole words (of which the last may be
    unfinished), words inside words.
    """

    def __init__(self, query: str) -> None:
        whole = _folded(query.strip())[0]
        words = [_folded(word)[0] for word in words_of(query)]
        full = [rf"\b{re.escape(word)}\b" for word in words[:-1]]
        full += [rf"\b{re.escape(word)}" for word in words[-1:]]
        inside = sorted(map(re.escape, words), key=len, reverse=True)
        patterns = (re.escape(whole), "|".join(full), "|".join(inside))
        self._patterns = [re.compile(pattern) for pattern in patterns if pattern]

    def first(self, text: str) -> Span:
        """The best place; ``(0, 0)`` if there is none."""
        return next(iter(self.all(text)), (0, 0))

    def all(self, text: str) -> tuple[Span, ...]:
        """All places of the best sort that there is, in order."""
        folded, origin = _folded(text)
        for pattern in self._patterns:
            if spans := tuple(_spans(pattern, folded, origin)):
                return spans
        return ()


def _spans(pattern: re.Pattern[str], folded: str, origin: list[int] | None) -> Iterator[Span]:
    for found in pattern.finditer(folded):
        start, end = found.span()
        if start < end:
            yield (start, end) if origin is None else (origin[start], origin[end])


def _folded(text: str) -> tuple[str, list[int] | None]:
    """The text in lower case without accents, and for each character of that the place in ``text``
    that it came from, and the end (None: the same places)."""
    if text.isascii():
        return text.lower(), None
    pieces = [_fold(character) for character in text]
    origin = [at for at, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), [*origin, len(text)]


@lru_cache(maxsize=4096)
def _fold(character: str) -> str:
    """One character, or none for an accent by itself."""
    bare = [c for c in unicodedata.normalize("NFD", character) if not unicodedata.combining(c)]
    folded = "".join(bare or "").lower()
    return folded if len(folded) <= 1 else character
