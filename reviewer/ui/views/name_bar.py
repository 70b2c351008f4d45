"""A line in which a new thing gets its name: Enter makes it, Escape does not."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from reviewer.ui.metrics import SMALL, grid
from reviewer.ui.views.words import Words, rescale


class NameBar(QWidget):
    """Hidden until ``ask``; emits ``named`` with the name in single spaces, or ``declined``."""

    named = Signal(str)
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words("", "muted", size=SMALL).wrapping()
        self.field = QLineEdit()
        self.field.setAccessibleName("Name")  # until it is asked for
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._words)
        self._column.addWidget(self.field)
        self.field.returnPressed.connect(self._done)
        self._space()
        self.hide()

    def ask(self, question: str) -> None:
        """Shows the field under the question, empty and with the focus."""
        self._words.setText(question)
        self.field.setAccessibleName(question)
        self.field.clear()
        self.show()
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.declined.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            rescale(self)
            self._space()

    def _done(self) -> None:
        name = " ".join(self.field.text().split())
        if name:
            self.hide()
            self.named.emit(name)

    def _space(self) -> None:
        step = grid(self)
        self._column.setContentsMargins(3 * step, 2 * step, 3 * step, 3 * step)
        self._column.setSpacing(step)
