"""How one row of a list looks, as a value: the models say what, the one row delegate draws it."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import Qt


class Ask(IntEnum):
    """Roles that the models of lists answer beside Qt's own."""

    LOOK = Qt.ItemDataRole.UserRole + 1  # a Look
    VALUE = Qt.ItemDataRole.UserRole + 2  # the row itself


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one colour, named by a role of the palettes."""

    text: str
    role: str = "muted"


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """A title, lines below it, a letter before it and a word after it.

    Where a line is too long its first run is shortened and the others stay whole.
    """

    title: str
    lines: tuple[Line, ...] = ()
    badge: str = ""
    aside: Run | None = None
