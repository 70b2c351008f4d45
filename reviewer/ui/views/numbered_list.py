"""A short list whose lines are chosen by their number."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QSizePolicy

from reviewer.ui.metrics import grid
from reviewer.ui.views.ground import on_window


class NumberedList(QListWidget):
    """``numbered`` follows a digit, ``accepted`` Enter; other keys do as in any list."""

    numbered = Signal()
    accepted = Signal()

    def __init__(self, name: str, labels: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        on_window(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for number, label in enumerate(labels, 1):
            item = QListWidgetItem(f"{number}   {label}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, label)
            self.addItem(item)
        self.setSpacing(max(1, grid(self, 0.25)))

    def sizeHint(self) -> QSize:
        rows = (self.sizeHintForRow(0) + 2 * self.spacing()) * self.count()
        return QSize(self.sizeHintForColumn(0) + grid(self, 3), rows + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 10, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = event.key() - Qt.Key.Key_1
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif 0 <= row < min(9, self.count()):
            self.setCurrentRow(row)
            self.numbered.emit()
        elif event.text().isalpha():
            event.ignore()  # every line begins with its number: there is nothing to search
        else:
            super().keyPressEvent(event)
