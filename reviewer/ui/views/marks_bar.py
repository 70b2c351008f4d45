"""The scroll bar of a document, with a tick wherever annotations are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from reviewer.ui.theme import shade, tag_shade

_SETTLE_MS = 120


@dataclass(frozen=True, slots=True)
class Tick:
    """One row of pixels: the colour of an annotation that begins there, and if one is open."""

    row: int
    colour: str
    contradiction: bool


class MarksBar(QScrollBar):
    """Asks ``ticks(rows)`` for what to draw: as much work as there are pixels, not annotations."""

    def __init__(self, ticks: Callable[[int], Sequence[Tick]], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._ask = ticks
        self._ticks: Sequence[Tick] = ()
        self._rows = 0
        # Lines are counted as they come into view: while scrolling, slightly old ticks are drawn.
        self._stale = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._stale.timeout.connect(self._forget)
        self.rangeChanged.connect(lambda _low, _high: self._stale.start())
        self._fresh = False

    def refresh(self) -> None:
        """Annotations have changed; they are asked for when next painted."""
        self._forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        groove = self._groove()
        if not self._fresh or groove.height() != self._rows:
            self._rows, self._fresh = groove.height(), True
            self._ticks = self._ask(self._rows)
        painter = QPainter(self)
        third = max(3, groove.width() // 3)
        danger = shade("danger", self)
        for tick in self._ticks:
            y = groove.top() + tick.row
            right = groove.right() + 1 - third - 1
            painter.fillRect(right, y, third, 2, tag_shade(tick.colour, self))
            if tick.contradiction:
                painter.fillRect(groove.left() + 1, y - 1, groove.width() // 2, 3, danger)

    def _groove(self) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarGroove, self
        )

    def _forget(self) -> None:
        self._fresh = False
        self.update()
