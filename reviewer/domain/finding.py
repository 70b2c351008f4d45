"""Finding words in a text without regard to case, accents, typographic quotes or line breaks.

Folding may make a character longer (ß), shorter (an accent of its own) or leave it: what is found
in the folded text is brought back to code points of the text itself.
"""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator

_STEP = 1 << 16
"""Code points folded between two chances to pause."""

# Marks that a reader may leave out when searching. Vowel signs of Indic scripts and the marks that
# make another letter of a kana are none of them.
_LEFT_OUT = re.compile(
    "[\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069"
    "\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]"
)
_TYPED_AS = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "\u0131": "i",
}  # fmt: skip


class _Folds(dict[str, str]):
    """Character → how it is compared, worked out when it is first met."""

    def __missing__(self, letter: str) -> str:
        plain = letter.casefold()
        plain = unicodedata.normalize("NFKD", _TYPED_AS.get(plain, plain))
        plain = unicodedata.normalize("NFC", _LEFT_OUT.sub("", plain))
        plain = "".join(_TYPED_AS.get(each, each) for each in plain)
        self[letter] = plain
        return plain


_FOLDS = _Folds()


def fold(words: str) -> str:
    """The words as they are compared: “Café” → “cafe”, “STRASSE” and “Straße” → “strasse”."""
    return "".join(map(_FOLDS.__getitem__, unicodedata.normalize("NFC", words)))


def pattern_of(words: str) -> re.Pattern[str] | None:
    """What to look for in a folded text; white space stands for any. None: nothing to look for."""
    parts = [re.escape(part) for part in fold(words).split()]
    return re.compile(r"\s+".join(parts)) if parts else None


class FoldedText:
    """A text ready to be searched, folded piece by piece so that a window can go on meanwhile."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces: list[str] = []
        self._folded: str | None = None
        # From these places of the folded text on, this much is added to get to the text itself.
        self._from = array("q")
        self._plus = array("q")
        self._length = 0

    def fold(self) -> Iterator[None]:
        """Fold what is not folded yet, with a pause after each piece; searching needs all."""
        while self._folded is None:
            start = len(self._pieces) * _STEP
            piece = self._text[start : start + _STEP]
            if piece:
                self._pieces.append(self._piece(start, piece))
                self._length += len(self._pieces[-1])
                yield
            else:
                self._folded = "".join(self._pieces)
                self._pieces.clear()

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
        """Half-open spans of the text in order, none twice and none overlapping."""
        assert self._folded is not None, "fold first"
        last = 0
        for found in pattern.finditer(self._folded):
            start, end = self._span(*found.span())
            if start >= last:
                last = end
                yield start, end

    def _piece(self, start: int, piece: str) -> str:
        if piece.isascii():
            return piece.lower()
        folds = list(map(_FOLDS.__getitem__, piece))
        folded = "".join(folds)
        # Equal lengths may hide a longer and a shorter one, but only where there are both.
        if len(folded) != len(piece) or not all(folds):
            self._note(start, folds)
        return folded

    def _note(self, start: int, folds: list[str]) -> None:
        at = self._length
        for place, folded in enumerate(folds, start):
            width = len(folded)
            if width != 1:
                for inner in range(1, width):  # the middle of a character is the character
                    self._from.append(at + inner)
                    self._plus.append(place - at - inner)
                self._from.append(at + width)
                self._plus.append(place + 1 - at - width)
            at += width

    def _span(self, start: int, end: int) -> tuple[int, int]:
        if not self._from:
            return start, end
        # The marks after the last letter are part of it.
        return self._place(start), max(self._place(end), self._place(end - 1) + 1)

    def _place(self, folded: int) -> int:
        at = bisect_right(self._from, folded) - 1
        return folded + self._plus[at] if at >= 0 else folded
