"""The sides of a relation that has more than two: any two can stand beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reviewer.ui.metrics import em, grid
from reviewer.ui.views.flow_layout import FlowLayout
from reviewer.ui.views.words import Words, rescale

SIDE_KEYS = 9
"""So many sides have a key, Alt and their number."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side in words; ``shown`` says in which pane it is, and is empty for in none."""

    annotation_id: str
    words: str
    shown: str = ""


class SidesBar(QWidget):
    """A button a side; one that is pressed goes into the pane that was used last."""

    side_chosen = Signal(str)  # the annotation's id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Sides of the relation")
        self._sides: tuple[Side, ...] = ()
        self._pane, self._is_brief = "", False
        self._buttons: list[QPushButton] = []
        self._lead = Words("", "muted")
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, grid(self))
        self._flow.addWidget(self._lead)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._holder)
        self._space()
        self.hide()

    @property
    def sides(self) -> tuple[Side, ...]:
        """What is offered."""
        return self._sides

    def set_sides(self, sides: Sequence[Side], pane: str) -> None:
        """Offer these for the pane of that name; hidden where there are no more than two."""
        if len(sides) <= 2:  # noqa: PLR2004 - both are in sight already
            sides = ()
        while len(self._buttons) > len(sides):
            button = self._buttons.pop()
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        while len(self._buttons) < len(sides):
            self._add_button()
        self._sides, self._pane = tuple(sides), pane
        self._lead.setText(f"Show {pane.lower()}:")
        for number, (button, side) in enumerate(zip(self._buttons, sides, strict=True), start=1):
            self._fill(button, side, number)
        self.setVisible(bool(sides))

    def set_brief(self, *, brief: bool) -> None:
        """Only numbers, where the documents below have little room; tooltips have the words."""
        if brief != self._is_brief:
            self._is_brief = brief
            self.set_sides(self._sides, self._pane)

    def choose(self, number: int) -> None:
        """Take the side of that number, from 1; there may be none."""
        if 1 <= number <= len(self._sides):
            self.side_chosen.emit(self._sides[number - 1].annotation_id)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            rescale(self)
            self._space()

    def _add_button(self) -> None:
        button = QPushButton()
        button.setCheckable(True)
        number = len(self._buttons) + 1
        button.clicked.connect(lambda: self.choose(number))
        self._buttons.append(button)
        self._flow.addWidget(button)

    def _fill(self, button: QPushButton, side: Side, number: int) -> None:
        where = f" · {side.shown.lower()}" if side.shown else ""
        words = "" if self._is_brief else f"  {side.words}"
        button.setText(f"{number}{words}{where}".replace("&", "&&"))
        button.setChecked(bool(side.shown))
        key = f" (Alt+{number})" if number <= SIDE_KEYS else ""
        shown = f", shown {side.shown.lower()}" if side.shown else ""
        button.setAccessibleName(f"Side {number}: {side.words}{shown}")
        button.setToolTip(f"{side.words}{shown}{key}")

    def _space(self) -> None:
        self._column.setContentsMargins(*(grid(self, n) for n in (3, 2, 3, 1)))
        self._lead.setMinimumHeight(em(self, 1.5))
