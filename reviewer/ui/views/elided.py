"""One line of words that is never wider than its place."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class Elided(QLabel):
    """Leaves out the middle where the room ends; the whole is in its tooltip."""

    def __init__(self, words: str = "") -> None:
        super().__init__(textFormat=Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.words = ""
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Show other words."""
        self.words = words
        self.setToolTip(words)
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Of the whole, so that it comes back when there is room again."""
        width = self.fontMetrics().horizontalAdvance(self.words) + 1
        return QSize(width, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        fitted = metrics.elidedText(self.words, Qt.TextElideMode.ElideMiddle, self.width())
        if fitted != self.text():
            self.setText(fitted)
