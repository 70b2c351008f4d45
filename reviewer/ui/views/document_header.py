"""The line above a document that says which it is, whatever part of it is shown."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reviewer.ui.theme import shade


class DocumentHeader(QWidget):
    """Title, and under it publisher, date and grade; both are cut with … where too long."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = self._byline = ""
        self._left = self._width = 0

    def set_texts(self, title: str, byline: str) -> None:
        """Show these; the whole of both is the tooltip and the accessible name."""
        self._title, self._byline = title, byline
        self.setToolTip("\n".join(filter(None, (title, byline))))
        self.setAccessibleName(", ".join(filter(None, (title, byline))))
        self.updateGeometry()
        self.update()

    def set_column(self, left: int, width: int) -> None:
        """Stand over the column of text, in pixels."""
        self._left, self._width = left, width
        self.update()

    def sizeHint(self) -> QSize:
        if not (self._title or self._byline):
            return QSize(0, 0)
        lines = sum(QFontMetrics(font).height() for text, font in self._lines() if text)
        return QSize(0, lines + self._air() * 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), shade("base", self))
        painter.fillRect(0, self.height() - 1, self.width(), 1, shade("border", self))
        y = self._air()
        for (text, font), role in zip(self._lines(), ("text", "muted"), strict=True):
            if not text:
                continue
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(shade(role, self))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self._width)
            box = QRect(self._left, y, self._width, metrics.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
            y += metrics.height()

    def _air(self) -> int:
        return max(4, self.fontMetrics().height() // 2)

    def _lines(self) -> tuple[tuple[str, QFont], tuple[str, QFont]]:
        title = QFont(self.font())
        title.setBold(True)
        return (self._title, title), (self._byline, self.font())
