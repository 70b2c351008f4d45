"""A proposal beside its reason, taken by one press."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reviewer.ui.metrics import SMALL, grid
from reviewer.ui.views.words import Words, rescale


class HintRow(QWidget):
    """``button.clicked`` takes the answer; without one the row is not there."""

    def __init__(self, reason: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason = Words(reason, "muted", size=SMALL)
        self._text = reason
        self.button = QPushButton()
        self.button.setAutoDefault(True)  # Enter takes it
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._reason)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._space()

    def set_answer(self, answer: str) -> None:
        """What is proposed; empty for nothing."""
        self.button.setText(answer)
        self.button.setAccessibleName(f"{self._text} {answer}")
        self.setVisible(bool(answer))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            rescale(self)
            self._space()

    def _space(self) -> None:
        self._column.setSpacing(grid(self))
