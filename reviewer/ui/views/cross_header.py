"""The heads of a table against sources: the title in two lines, then publisher, date and grade."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from reviewer.domain.records import Source
from reviewer.ui.metrics import SMALL, grid, scaled
from reviewer.ui.models.cross_table import source_line
from reviewer.ui.models.look import Ask
from reviewer.ui.theme import shade
from reviewer.ui.views.row_delegate import paint_line

_TITLE_LINES = 2
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class CrossHeader(QHeaderView):
    """Columns can be made wider and narrower; their order is that of the sources."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName("Sources")
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setMinimumSectionSize(grid(self, 16))

    def sizeHint(self) -> QSize:
        small = QFontMetrics(scaled(self.font(), SMALL)).height()
        high = _TITLE_LINES * self.fontMetrics().lineSpacing() + small + 4 * grid(self)
        return QSize(super().sizeHint().width(), high)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        if model is None or not rect.isValid():
            return
        source = model.headerData(section, Qt.Orientation.Horizontal, Ask.VALUE)
        painter.save()
        painter.fillRect(rect, shade("window", self))
        painter.setPen(shade("border", self))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if section == 0:
            painter.drawLine(rect.topRight(), rect.bottomRight())
        step = grid(self)
        box = rect.adjusted(2 * step, step, -2 * step, -step)
        if isinstance(source, Source):
            self._paint_source(painter, box, source)
        else:
            words = model.headerData(section, Qt.Orientation.Horizontal)
            painter.setFont(scaled(self.font(), SMALL))
            painter.setPen(shade("muted", self))
            painter.drawText(box, Qt.AlignmentFlag.AlignBottom, str(words))
        painter.restore()

    def _paint_source(self, painter: QPainter, box: QRect, source: Source) -> None:
        metrics = self.fontMetrics()
        painter.setFont(self.font())
        painter.setPen(shade("text", self))
        title = _in_lines(source.title, metrics, box.width())
        high = _TITLE_LINES * metrics.lineSpacing()
        painter.drawText(QRect(box.left(), box.top(), box.width(), high), _WRAPPED, title)
        small = scaled(self.font(), SMALL)
        metrics = QFontMetrics(small)
        below = QRect(box.left(), box.top() + high, box.width(), metrics.height())
        painter.setFont(small)
        paint_line(painter, below, source_line(source), self, chosen=False)


def _in_lines(words: str, metrics: QFontMetrics, width: int) -> str:
    """As many words as fit into two lines, the second cut with an ellipsis."""
    first = ""
    left = words.split()
    while left and metrics.horizontalAdvance(f"{first} {left[0]}".strip()) <= width:
        first = f"{first} {left.pop(0)}".strip()
    if not first:
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
    rest = metrics.elidedText(" ".join(left), Qt.TextElideMode.ElideRight, width)
    return f"{first}\n{rest}" if rest else first
