"""What stands where there is nothing yet: a sentence that says what to do, and its button."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reviewer.ui.metrics import em, grid
from reviewer.ui.views.scrolled import Scrolled
from reviewer.ui.views.words import Words, rescale

_ALL = 1000
"""A share of the width beside which that of the margins is nothing."""


class EmptyState(Scrolled):
    """Words in the middle; with ``action``, a button below them: connect ``button.clicked``.

    It scrolls where the room is too low for it.
    """

    def __init__(self, text: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words(text, "muted").wrapping()
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton(action)
        self.button.setVisible(bool(action))
        self._column = QVBoxLayout(self.page)
        self._column.addStretch(2)
        middle = QHBoxLayout()  # a label that may be no wider would stand at the left
        middle.addStretch(1)
        middle.addWidget(self._words, _ALL)
        middle.addStretch(1)
        self._column.addLayout(middle)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(3)
        for part in (self.viewport(), self.page):  # it stands on whatever is around it
            part.setAutoFillBackground(False)
        self.setAccessibleName(text)
        self._space()

    def set_text(self, text: str) -> None:
        """Another sentence."""
        self._words.setText(text)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        """The sentence that is shown."""
        return self._words.text()

    def minimumSizeHint(self) -> QSize:
        """The button's width, and a line or two."""
        return QSize(self.page.minimumSizeHint().width(), em(self, 3))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            rescale(self)
            self._space()

    def _space(self) -> None:
        step = grid(self)
        self._words.setMaximumWidth(em(self, 28))  # a line that is short enough to read
        self._column.setContentsMargins(3 * step, 2 * step, 3 * step, 2 * step)
        self._column.setSpacing(3 * step)
