"""A grade as a letter or digit in a rounded outline, with what it means."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.ui.metrics import SMALL, grid, scaled
from reviewer.ui.theme import shade


class GradeBadge(QWidget):
    """``set_grade("B", "usually reliable")``; the meaning is its tooltip and accessible name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_grade(self, letter: str, meaning: str) -> None:
        """The letter to show and what it means in a sentence."""
        self._letter = letter
        self.setToolTip(meaning)
        self.setAccessibleName(meaning)
        self.update()

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height() + grid(self, 0.5)
        return QSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = shade("muted", self)
        painter.setPen(QPen(ink, 1))
        radius = self.height() / 4
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setFont(scaled(self.font(), SMALL, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)
