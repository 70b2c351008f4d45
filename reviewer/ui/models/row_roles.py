"""What the lists of passages give to the delegate that draws them."""

from enum import IntEnum

from PySide6.QtCore import Qt

_FIRST = int(Qt.ItemDataRole.UserRole)


class RowRole(IntEnum):
    """Data roles beside Qt's own; the display role is the quote on one line."""

    ID = _FIRST + 1  # str: id of the annotation
    COLOURS = _FIRST + 2  # tuple[str, ...]: names of tag colours
    DETAIL = _FIRST + 3  # str: tag names, or where the passage comes from
    VALUE = _FIRST + 4  # str: the claim's value in short
    HAS_NOTE = _FIRST + 5  # bool
    RELATIONS = _FIRST + 6  # int
    OPEN = _FIRST + 7  # int: open contradictions among them
    PICKED = _FIRST + 8  # bool: chosen as a side


LINE = 240
"""Characters of a quote that a list looks at; no row is wider."""


def one_line(text: str) -> str:
    """The beginning of a text without line breaks."""
    return " ".join(text[: 2 * LINE].split())[:LINE]
