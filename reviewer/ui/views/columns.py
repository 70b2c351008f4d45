"""Puts widgets side by side as long as each has room to be read, and below each other if not."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from reviewer.ui.metrics import em, grid


class Columns(QWidget):
    """At most ``most`` columns, each at least ``ems`` wide; those in one row are equally high.

    ``gap`` is between columns, ``below`` between rows, in steps of the grid; the same if not given.
    ``arranged`` after each change of width, so that parts of neighbours can be made level.
    """

    arranged = Signal()

    def __init__(
        self,
        ems: float,
        most: int,
        gap: float,
        parent: QWidget | None = None,
        below: float | None = None,
    ) -> None:
        super().__init__(parent)
        self._ems, self._most, self._gap = ems, most, gap
        self._below = gap if below is None else below
        self._shown: list[QWidget] = []
        self._count = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._space()

    @property
    def count(self) -> int:
        """How many columns there are now."""
        return self._count

    @property
    def column_width(self) -> int:
        """The width of one column in pixels."""
        gaps = self._grid.horizontalSpacing() * (self._count - 1)
        return (self.width() - gaps) // max(1, self._count)

    def set_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Shows exactly these, in this order; those that leave are deleted."""
        for old in self._shown:
            self._grid.removeWidget(old)
            if old not in widgets:
                old.hide()
                old.deleteLater()
        self._shown = list(widgets)
        self._count = 0
        self._arrange()
        self.arranged.emit()

    def minimumSizeHint(self) -> QSize:
        """One column's: with the width of two it could never become narrow enough for one."""
        widths = [widget.minimumSizeHint().width() for widget in self._shown]
        return QSize(max(widths, default=0), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self.arranged.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space()
            self._arrange()

    def _space(self) -> None:
        self._grid.setHorizontalSpacing(grid(self, self._gap))
        self._grid.setVerticalSpacing(grid(self, self._below))

    def _arrange(self) -> None:
        gap = self._grid.horizontalSpacing()
        least = max(em(self, self._ems), self.minimumSizeHint().width())
        room = (self.width() + gap) // (least + gap)
        count = max(1, min(room, self._most, max(1, len(self._shown))))
        if count == self._count:
            return
        for column in range(max(self._count, count)):
            self._grid.setColumnStretch(column, 1 if column < count else 0)
        self._count = count
        for i, widget in enumerate(self._shown):
            self._grid.removeWidget(widget)
            self._grid.addWidget(widget, i // count, i % count)
