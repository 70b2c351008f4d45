"""A form that puts labels beside the fields where there is room, and above them where not."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from reviewer.ui.metrics import grid
from reviewer.ui.views.field_slot import FieldSlot
from reviewer.ui.views.tone_label import ToneLabel

_ROOMY = 30
"""Average characters across from which labels stand beside their fields."""


class FormGrid(QWidget):
    """Rows of a label and a slot, and rows of one widget across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[ToneLabel | None, QWidget]] = []
        self._is_stacked = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(grid(self, 2))
        self._grid.setVerticalSpacing(0)

    def add_field(self, label: str, slot: FieldSlot) -> None:
        """The label is the editor's buddy, so that screen readers say it."""
        words = ToneLabel(label)
        words.setWordWrap(False)
        words.setBuddy(slot.editor)
        words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._rows.append((words, slot))
        self._place(len(self._rows) - 1)

    def add_widget(self, widget: QWidget) -> None:
        self._rows.append((None, widget))
        self._place(len(self._rows) - 1)

    def set_shown(self, widget: QWidget, shown: bool) -> None:
        """Shows or hides a row by its slot or widget, without leaving a gap."""
        for label, held in self._rows:
            if held is widget:
                held.setVisible(shown)
                if label:
                    label.setVisible(shown)

    def minimumSizeHint(self) -> QSize:
        # As narrow as the stacked form may be, or it could never become so.
        parts = [part for row in self._rows for part in row if part and not part.isHidden()]
        narrow = max((part.minimumSizeHint().width() for part in parts), default=0)
        return QSize(narrow, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= self.fontMetrics().averageCharWidth() * _ROOMY
        if self._is_stacked == roomy:
            self._is_stacked = not roomy
            for row in range(len(self._rows)):
                self._place(row)
            self.updateGeometry()

    def _place(self, row: int) -> None:
        label, widget = self._rows[row]
        # Air belongs to each row, so that a hidden one leaves none behind.
        gap = grid(self)
        widget.setContentsMargins(0, 0, 0, gap)
        if label is None:
            self._grid.addWidget(widget, 2 * row, 0, 1, 2)
        elif self._is_stacked:
            label.setContentsMargins(0, 0, 0, 0)
            self._grid.addWidget(label, 2 * row, 0, 1, 2)
            self._grid.addWidget(widget, 2 * row + 1, 0, 1, 2)
        else:
            label.setContentsMargins(0, gap, 0, 0)
            self._grid.addWidget(label, 2 * row, 0)
            self._grid.addWidget(widget, 2 * row, 1)
