"""Draws annotations: tinted words, an underline a lane, brackets and signs in the margin.

Nothing is told by colour alone: lanes keep overlapping spans apart, open contradictions have a
zigzag under the words and two opposed arrows in the margin, other relations a ring on the bracket,
the selected one has a frame and its related ones a dashed frame.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import cycle
from math import floor

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from reviewer.ui.offsets import ShownText
from reviewer.ui.spans import Marks, Span
from reviewer.ui.views.text_geometry import ShownBlock, rects

MARGIN_LANES = 4
"""Brackets beside one another; deeper lanes share the outermost."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Which annotations stand out."""

    selected: str | None = None
    related: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pens:
    """Sizes in pixels, from the text's em, and colours by tag name and by role."""

    em: float
    margin: float  # x of the innermost bracket
    unit: float  # what sizes in the margin are parts of; the em, or less where it is narrow
    tag: Callable[[str], QColor]
    role: Callable[[str], QColor]
    room: float  # from the bottom of a line's text to the top of the next

    @property
    def thick(self) -> float:
        """Of an underline."""
        return max(2.0, round(self.em * 0.11))

    @property
    def lane(self) -> float:
        """From one underline to the next."""
        return self.thick + max(1.0, round(self.em * 0.07))

    @property
    def bracket(self) -> float:
        """From one bracket to the next."""
        return max(4.0, round(self.unit * 0.34))

    @property
    def sign(self) -> float:
        """Width of the sign of an open contradiction."""
        return round(self.unit * 0.95)


class SpanPainter:
    """Draws the annotations of some blocks with one painter, in viewport pixels."""

    def __init__(self, painter: QPainter, marks: Marks, emphasis: Emphasis, pens: Pens) -> None:
        self._painter, self._marks, self._pens = painter, marks, pens
        self._emphasis = emphasis
        self._reach = (0, 0, QRectF())

    def paint(self, blocks: Sequence[ShownBlock], text: ShownText, clip: QRectF) -> None:
        """Draw all annotations that lie in ``blocks`` and show in ``clip``."""
        if not blocks or not len(self._marks.index):
            return
        first, last = text.from_view(blocks[0].first), text.from_view(blocks[-1].last)
        found = self._marks.index.overlapping(first, max(last, first + 1))
        placed = [(span, boxes_of(span, blocks, text, clip)) for span in found]
        self._reach = (first, last, clip)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for draw in (self._tint, self._underline, self._frame, self._bracket):
            for span, boxes in placed:
                if boxes:
                    draw(span, boxes)
        self._signs(placed)

    def _colours(self, span: Span) -> list[QColor]:
        return [self._pens.tag(name) for name in span.colours] or [self._pens.tag("grey")]

    def _tint(self, span: Span, boxes: Sequence[QRectF]) -> None:
        colour = QColor(self._colours(span)[0])
        stands_out = 0.24 if span.id == self._emphasis.selected else 0.16
        colour.setAlphaF(stands_out if self._stands_out(span) else 0.1)
        for box in boxes:
            self._painter.fillRect(box, colour)

    def _underline(self, span: Span, boxes: Sequence[QRectF]) -> None:
        for box in boxes:
            y = box.bottom() + self._depth(span)
            if span.open_contradiction:
                self._zigzag(box.left(), box.right(), y, self._colours(span)[0])
            else:
                self._dashes(box.left(), box.right(), y, span)

    def _zigzag(self, x: float, right: float, y: float, colour: QColor) -> None:
        """From one tile: Qt takes milliseconds to stroke a long path."""
        tile = zigzag(
            colour.rgba(), round(self._pens.lane), self._painter.device().devicePixelRatio()
        )
        height = tile.height() / tile.devicePixelRatio()
        self._painter.drawTiledPixmap(QRectF(x, floor(y - height / 2), right - x, height), tile)

    def _dashes(self, x: float, right: float, y: float, span: Span) -> None:
        """One line in one colour, or the colours of several tags by turns."""
        colours = self._colours(span)
        thick = self._pens.thick + (1 if span.id == self._emphasis.selected else 0)
        dash = self._pens.em * 0.9 if len(colours) > 1 else right - x
        for colour in cycle(colours):
            if x >= right:
                return
            stop = min(x + dash, right)
            self._painter.fillRect(QRectF(x, y - thick / 2, stop - x, thick), colour)
            x = stop

    def _frame(self, span: Span, boxes: Sequence[QRectF]) -> None:
        if not self._stands_out(span):
            return
        selected = span.id == self._emphasis.selected
        pen = _pen(self._pens.role("accent" if selected else "text"), 1.6 if selected else 1.0)
        if not selected:
            pen.setStyle(Qt.PenStyle.DashLine)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in boxes:
            self._painter.drawRoundedRect(
                box.adjusted(-1.5, -0.5, 1.5, self._depth(span) + 2), 2, 2
            )

    def _bracket(self, span: Span, boxes: Sequence[QRectF]) -> None:
        """Open towards text that is not painted now."""
        pens, colour = self._pens, self._colours(span)[0]
        first, last, clip = self._reach
        top = boxes[0].top() + 2 if span.start >= first else clip.top() - pens.em
        bottom = boxes[-1].bottom() if span.end <= last else clip.bottom() + pens.em
        x = pens.margin - min(self._marks.lanes[span.id], MARGIN_LANES - 1) * pens.bracket
        serif = x + pens.bracket * 0.5
        self._painter.setPen(_pen(colour, 3.0 if span.id == self._emphasis.selected else 1.6))
        corners = [(serif, top), (x, top), (x, bottom), (serif, bottom)]
        self._painter.drawPolyline([QPointF(*corner) for corner in corners])
        if span.related and not span.open_contradiction and span.start >= first:
            radius = max(2.0, pens.bracket * 0.4)
            self._painter.setBrush(pens.role("base"))
            self._painter.drawEllipse(QPointF(x, boxes[0].center().y()), radius, radius)

    def _signs(self, placed: Iterable[tuple[Span, list[QRectF]]]) -> None:
        """Beside each line on which an annotation with an open contradiction begins."""
        first = self._reach[0]
        begun = ((s, boxes) for s, boxes in placed if boxes and s.start >= first)
        wanted = (boxes[0].center().y() for s, boxes in begun if s.open_contradiction)
        for y in sorted({floor(y) for y in wanted}):
            x = self._pens.margin - MARGIN_LANES * self._pens.bracket - self._pens.sign
            self._sign(x, y)

    def _sign(self, x: float, y: float) -> None:
        """Two opposed arrows, drawn so that no font need have them."""
        size = self._pens.sign
        up, head = size * 0.22, size * 0.24
        self._painter.setPen(_pen(self._pens.role("danger"), max(1.6, self._pens.em * 0.1)))
        for row, tip, way in ((y - up, x + size, -head), (y + up, x, head)):
            self._painter.drawLine(QLineF(x, row, x + size, row))
            corners = [(tip + way, row - head), (tip, row), (tip + way, row + head)]
            self._painter.drawPolyline([QPointF(*corner) for corner in corners])

    def _depth(self, span: Span) -> float:
        """Pixels from the bottom of the text to the span's underline."""
        pens = self._pens
        lowest = max(0, int(pens.room / pens.lane) - 1)
        return min(self._marks.lanes[span.id], lowest) * pens.lane

    def _stands_out(self, span: Span) -> bool:
        return span.id == self._emphasis.selected or span.id in self._emphasis.related


def boxes_of(
    span: Span, blocks: Sequence[ShownBlock], text: ShownText, clip: QRectF
) -> list[QRectF]:
    """Rectangles of a span's text in the viewport, from top to bottom."""
    start, end = text.to_view(span.start), text.to_view(span.end, end=True)
    touched = (b for b in blocks if b.first < end and b.last > start)
    return [box for block in touched for box in rects(block, start, end, clip)]


@lru_cache(maxsize=64)
def zigzag(rgba: int, reach: int, scale: float) -> QPixmap:
    """One turn of a zigzag line, to be set side by side; ``reach`` is its height in pixels."""
    width, height = 2 * reach, reach + 2
    tile = QPixmap(round(width * scale), round(height * scale))
    tile.setDevicePixelRatio(scale)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_pen(QColor.fromRgba(rgba), max(1.5, reach * 0.4)))
    low, high = height - 1.0, 1.0
    turns = [QPointF(n * reach, low if n % 2 == 0 else high) for n in range(-1, 4)]
    painter.drawPolyline(turns)
    painter.end()
    return tile


def _pen(colour: QColor, width: float = 1.5) -> QPen:
    style, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(colour, width, style, cap, join)
