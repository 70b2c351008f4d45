"""How actions name what they act on: short, in quotes, on one line."""

import os

LIMIT = 48


def quoted(words: str, limit: int = LIMIT) -> str:
    """The words on one line within typographic quotes, cut at ``limit`` characters."""
    line = " ".join(words.split())
    return f"“{line if len(line) <= limit else line[: limit - 1].rstrip() + '…'}”"


def counted(number: int, one: str, many: str = "") -> str:
    """``1 source``, ``3 sources``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def readable(name: str) -> str:
    """A file's name as text: it may hold bytes that are none, which could not be stored."""
    return os.fsencode(name).decode(errors="replace")
