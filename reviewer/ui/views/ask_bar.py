"""A sentence with two answers, in place: what would happen is read before it happens."""

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reviewer.ui.metrics import grid
from reviewer.ui.views.words import Words, rescale


class AskBar(QWidget):
    """Hidden until ``ask``; Escape is the second answer. Emits ``accepted`` or ``declined``."""

    accepted = Signal()
    declined = Signal()

    def __init__(self, yes: str, no: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words("", "text").wrapping()
        self.yes, self.no = QPushButton(yes), QPushButton(no)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.yes)
        self._buttons.addWidget(self.no)
        self._buttons.addStretch()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._words)
        self._column.addLayout(self._buttons)
        for button in (self.yes, self.no):
            button.setAutoDefault(True)  # Enter presses the button that has the focus
        self.yes.clicked.connect(lambda: self._answer(self.accepted))
        self.no.clicked.connect(lambda: self._answer(self.declined))
        self._space()
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that was last asked."""
        return self._words.text()

    def ask(self, sentence: str, *, focus: bool = True) -> None:
        """Shows the sentence; the focus goes to the answer that changes nothing."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
        if focus:
            self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._answer(self.declined)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            rescale(self)
            self._space()

    def _answer(self, signal: SignalInstance) -> None:
        self.hide()
        signal.emit()

    def _space(self) -> None:
        step = grid(self)
        self._column.setContentsMargins(3 * step, 2 * step, 3 * step, 3 * step)
        self._column.setSpacing(2 * step)
        self._buttons.setSpacing(2 * step)
