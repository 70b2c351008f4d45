"""A proposal beside its reason, taken by one press."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from reviewer.ui.metrics import SMALL
from reviewer.ui.views.spaced import COLUMN, Spaced
from reviewer.ui.views.words import Words


class HintRow(Spaced):
    """``button.clicked`` takes the answer; without one the row is not there."""

    def __init__(self, reason: str, parent: QWidget | None = None) -> None:
        super().__init__(COLUMN, 1, parent)
        self._reason = Words(reason, "muted", size=SMALL)
        self._text = reason
        self.button = QPushButton()
        self.button.setAutoDefault(True)  # Enter takes it
        self.line.addWidget(self._reason)
        self.line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def set_answer(self, answer: str) -> None:
        """What is proposed; empty for nothing."""
        self.button.setText(answer)
        self.button.setAccessibleName(f"{self._text} {answer}")
        self.setVisible(bool(answer))
