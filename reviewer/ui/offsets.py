"""Offsets between the canonical text (code points) and what Qt shows (UTF-16 code units).

Qt breaks down on very long lines, so what is shown may also hold line breaks that the canonical
text does not have. Both differences are sorted lists of places; a look-up is one bisection of each.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

LONG_LINE = 20_000
"""Code points above which a line is shown broken."""

PIECE = 4_000
"""About how many code points each piece of a broken line has."""

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_LAST_SPACE = re.compile(r".*[ \t\u2028\u3000]", re.DOTALL)
_JOINED = re.compile("[\u0300-\u036f\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]")

# Qt would end a block at these, or drop them; one code unit each, so that no offset moves.
_SHOWN_INSTEAD = {
    0x00: "\ufffd", 0x0D: " ", 0xFDD0: "\ufffd", 0xFDD1: "\ufffd", 0xFEFF: "\u200b",
}  # fmt: skip


class Utf16Map:
    """Code points of ``text`` ↔ UTF-16 code units; both directions are monotone.

    A position in the middle of a surrogate pair belongs to the code point that the pair is.
    """

    __slots__ = ("_astral", "_pairs")

    def __init__(self, text: str) -> None:
        self._astral = _astral_places(text)
        self._pairs = [at + before for before, at in enumerate(self._astral)]

    def to_utf16(self, offset: int) -> int:
        """Code units before code point ``offset``."""
        return offset + bisect_left(self._astral, offset) if self._astral else offset

    def from_utf16(self, position: int) -> int:
        """Code points that lie wholly before ``position`` code units."""
        return position - bisect_left(self._pairs, position) if self._pairs else position


class ShownText:
    """A canonical text as the view shows it: ``shown`` has as many breaks more as ``breaks``.

    ``breaks`` are the code points of the canonical text that begin a further piece of a line.
    """

    __slots__ = ("_at", "_breaks", "_units", "shown")

    def __init__(self, text: str) -> None:
        self._units = Utf16Map(text)
        self._breaks = soft_breaks(text)
        self._at = [self._units.to_utf16(b) + n for n, b in enumerate(self._breaks)]
        self.shown = _showable(text, self._breaks)

    def to_view(self, offset: int, *, end: bool = False) -> int:
        """Position of code point ``offset`` in the view; an ``end`` stays before a soft break."""
        units = self._units.to_utf16(offset)
        if not self._breaks:
            return units
        count = bisect_left if end else bisect_right
        return units + count(self._breaks, offset)

    def from_view(self, position: int) -> int:
        """Code point at a position of the view; both sides of a soft break are the same one."""
        if self._at:
            position -= bisect_left(self._at, position)
        return self._units.from_utf16(position)

    def is_soft(self, position: int) -> bool:
        """Whether the view's line that begins at ``position`` goes on with the line before it."""
        at = bisect_left(self._at, position - 1)
        return at < len(self._at) and self._at[at] == position - 1


def soft_breaks(text: str) -> list[int]:
    """Where lines of more than ``LONG_LINE`` code points are to be broken, after a space if any."""
    breaks: list[int] = []
    start = 0
    while start + LONG_LINE < len(text):
        newline = text.rfind("\n", start, start + LONG_LINE + 1)
        if newline >= 0:
            start = newline + 1
            continue
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        while end - start > PIECE:
            start = _break_near(text, start + PIECE)
            breaks.append(start)
        start = end + 1
    return breaks


def _break_near(text: str, at: int) -> int:
    """Just after the last space in the 200 before ``at``, else not within a joined character."""
    space = _LAST_SPACE.match(text, at - 200, at)
    if space:
        return space.end()
    whole = (n for n in range(at, at - 200, -1) if not _joined(text, n))
    return next(whole, at)


def _joined(text: str, at: int) -> bool:
    return bool(_JOINED.match(text[at])) or text[at - 1] == "\u200d"


def _astral_places(text: str) -> list[int]:
    if text.isascii() or len(text.encode("utf-16-le")) == 2 * len(text):
        return []
    return [found.start() for found in _ASTRAL.finditer(text)]


def _showable(text: str, breaks: Sequence[int]) -> str:
    if any(chr(code) in text for code in _SHOWN_INSTEAD):
        text = text.translate(_SHOWN_INSTEAD)
    if not breaks:
        return text
    edges = [0, *breaks, len(text)]
    return "\n".join(text[a:b] for a, b in pairwise(edges))
