"""The scroll bar of a document, with a tick wherever annotations are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from reviewer.ui.finder import Hits
from reviewer.ui.offsets import ShownText
from reviewer.ui.spans import Marks
from reviewer.ui.theme import shade, tag_shade

_SETTLE_MS = 120


@dataclass(frozen=True, slots=True)
class Tick:
    """A row of pixels; what begins there: an annotation (its colour), a contradiction, a hit."""

    row: int
    colour: str  # empty: no annotation
    contradiction: bool
    hit: bool = False


class MarksBar(QScrollBar):
    """Asks ``ticks(rows)`` for what to draw: as much work as there are pixels, not annotations.

    Ticks are drawn once, a moment after something changed, and never while one scrolls or types.
    """

    def __init__(self, ticks: Callable[[int], Sequence[Tick]], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._ask = ticks
        self._drawn = QPixmap()
        self._soon = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._soon.timeout.connect(self._draw)
        self.rangeChanged.connect(lambda _low, _high: self._soon.start())

    def refresh(self) -> None:
        """Annotations have changed."""
        self._soon.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._drawn.isNull():
            QPainter(self).drawPixmap(self._groove().topLeft(), self._drawn)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._soon.start()

    def _groove(self) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarGroove, self
        )

    def _draw(self) -> None:
        size, scale = self._groove().size(), self.devicePixelRatioF()
        self._drawn = QPixmap(size * scale)
        self._drawn.setDevicePixelRatio(scale)
        self._drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._drawn)
        third, half = max(3, size.width() // 3), size.width() // 2
        danger, found = shade("danger", self), shade("warning", self)
        for tick in self._ask(size.height()):
            if tick.colour:
                hue = tag_shade(tick.colour, self)
                painter.fillRect(size.width() - third - 1, tick.row, third, 2, hue)
            if tick.contradiction:
                painter.fillRect(1, tick.row - 1, half, 3, danger)
            if tick.hit:
                painter.fillRect(1, tick.row, size.width() - 2, 1, found)
        painter.end()
        self.update()


def ticks_of(
    document: QTextDocument, shown: ShownText, marks: Marks, hits: Hits, rows: int
) -> list[Tick]:
    """A few look-ups a row: what begins between its line and the next row's."""
    if not rows or not (len(marks.index) or len(hits)):
        return []
    edges = [_offset(document, shown, row / rows) for row in range(rows)]
    edges.append(shown.from_view(document.characterCount()))
    ticks = []
    for row, (start, end) in enumerate(pairwise(edges)):
        first, open_one = marks.index.first_from(start), marks.contradicted.first_from(start)
        colour = ""
        if first is not None and first.start < end:
            colour = first.colours[0] if first.colours else "grey"
        contradicted = open_one is not None and open_one.start < end
        hit = hits.first_from(start) < hits.first_from(end)
        if colour or hit:
            ticks.append(Tick(row, colour, contradicted, hit))
    return ticks


def _offset(document: QTextDocument, shown: ShownText, part: float) -> int:
    """Code point about where this part of the document's lines ends."""
    line = part * document.lineCount()
    block = document.findBlockByLineNumber(int(line))
    within = (line - block.firstLineNumber()) / max(1, block.lineCount())
    return shown.from_view(block.position() + int(within * (block.length() - 1)))
