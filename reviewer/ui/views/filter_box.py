"""A box that narrows a list as one types, and hands the keyboard on to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class FilterBox(QLineEdit):
    """Down and Enter leave for the list; Esc clears, and passes on when there is nothing."""

    left_downwards = Signal()

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setToolTip(placeholder)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key
        if event.key() in (key.Key_Down, key.Key_Return, key.Key_Enter):
            self.left_downwards.emit()
        elif event.key() == key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
