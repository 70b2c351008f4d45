"""Draws annotations: tinted words, an underline a lane, brackets and signs in the margin.

Nothing is told by colour alone: lanes keep overlapping spans apart, a bracket begins with the shape
of its tag as the codebook has it, open contradictions have a zigzag under the words and two opposed
arrows in the margin, other relations a ring on the bracket, the selected one has a frame and its
related ones a dashed frame.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import cycle
from math import floor

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from reviewer.ui.chips import paint_shape
from reviewer.ui.spans import Marks, Span
from reviewer.ui.views.span_places import Placed

_TURNS = 64
MARGIN_LANES = 4
"""Brackets beside one another; deeper lanes share the outermost."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Which annotations stand out."""

    selected: str | None = None
    related: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Pens:
    """Sizes in pixels, from the text's em, and colours by tag name and by role."""

    em: float
    margin: float  # x of the innermost bracket
    unit: float  # what sizes in the margin are parts of; the em, or less where it is narrow
    tag: Callable[[str], QColor]
    role: Callable[[str], QColor]
    room: float  # from the bottom of a line's text to the top of the next
    scale: float  # pixels of the screen in one of ours

    def sizes(self) -> tuple[float, ...]:
        """All of it but the colours."""
        return self.em, self.margin, self.unit, self.room, self.scale

    @cached_property
    def thick(self) -> float:
        """Of an underline."""
        return max(2.0, round(self.em * 0.11))

    @cached_property
    def lane(self) -> float:
        """From one underline to the next."""
        return self.thick + max(1.0, round(self.em * 0.07))

    @cached_property
    def bracket(self) -> float:
        """From one bracket to the next."""
        return max(4.0, round(self.unit * 0.34))

    @cached_property
    def chip(self) -> float:
        """Width of a tag's shape on its bracket: the least that tells the twelve apart."""
        return max(9.0, round(self.unit * 0.58))

    @cached_property
    def sign(self) -> float:
        """Width of the sign of an open contradiction."""
        return round(self.unit * 0.95)

    @cached_property
    def lowest(self) -> int:
        """The lane of which the underline still has room below its line."""
        return max(0, int(self.room / self.lane) - 1)


class SpanPainter:
    """Draws the annotations of some blocks with one painter, in viewport pixels."""

    def __init__(self, painter: QPainter, marks: Marks, emphasis: Emphasis, pens: Pens) -> None:
        self._painter, self._marks, self._pens = painter, marks, pens
        self._emphasis = emphasis
        self._reach = (0, 0, QRectF())
        self._mixed: dict[tuple[str, ...], list[QColor]] = {}

    def paint(self, placed: Sequence[Placed], reach: tuple[int, int, QRectF]) -> None:
        """Draw annotations; ``reach`` is the code points and the pixels that are painted now."""
        self._reach = reach
        self._tint(placed)
        self._underline(placed)
        for span, boxes in placed:
            self._frame(span, boxes)
        self._brackets(placed)
        self._signs(placed)

    def _fill(self, rects_of: Mapping[int, Sequence[QRectF]]) -> None:
        """Rectangles by colour, all of one at once: a call of Qt costs more than what it draws.

        In the order of their colours: it may not depend on what else is painted now.
        """
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for rgba in sorted(rects_of):
            self._painter.setBrush(QColor.fromRgba(rgba))
            self._painter.drawRects(rects_of[rgba])
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _colours(self, span: Span) -> list[QColor]:
        made = self._mixed.get(span.colours)
        if made is None:
            made = [self._pens.tag(name) for name in span.colours] or [self._pens.tag("grey")]
            self._mixed[span.colours] = made
        return made

    def _tint(self, placed: Iterable[Placed]) -> None:
        tints: dict[int, list[QRectF]] = {}
        for span, boxes in placed:
            rgb = self._colours(span)[0].rgba() & 0xFFFFFF
            stands_out = 0.24 if span.id == self._emphasis.selected else 0.16
            alpha = round(255 * (stands_out if self._stands_out(span) else 0.1))
            tints.setdefault(alpha << 24 | rgb, []).extend(boxes)
        self._fill(tints)

    def _underline(self, placed: Iterable[Placed]) -> None:
        lines: dict[int, list[QRectF]] = {}
        usual, selected = self._pens.thick, self._emphasis.selected
        for span, boxes in placed:
            colours, depth = self._colours(span), self._depth(span)
            if span.open_contradiction:
                for box in boxes:
                    self._zigzag(box.left(), box.right(), box.bottom() + depth, colours[0])
                continue
            thick = usual + 1 if span.id == selected else usual
            below = depth - thick / 2
            made = [QRectF(b.x(), b.bottom() + below, b.width(), thick) for b in boxes]
            if len(colours) == 1:
                lines.setdefault(colours[0].rgba(), []).extend(made)
            else:
                for line in made:
                    self._dash(line, colours, lines)
        self._fill(lines)

    def _zigzag(self, x: float, right: float, y: float, colour: QColor) -> None:
        """From one tile: Qt takes milliseconds to stroke a long path.

        Not tiled by Qt, which forgets in a QPicture how many pixels of the screen are one of ours.
        """
        tile = zigzag(colour.rgba(), round(self._pens.lane), self._pens.scale)
        scale = tile.devicePixelRatio()
        longest, height = tile.width() / scale, tile.height() / scale
        while x < right:
            width = min(longest, right - x)
            box = QRectF(x, floor(y - height / 2), width, height)
            self._painter.drawPixmap(box, tile, QRectF(0, 0, width * scale, tile.height()))
            x += longest

    def _dash(
        self, line: QRectF, colours: Sequence[QColor], lines: dict[int, list[QRectF]]
    ) -> None:
        """The colours of several tags by turns."""
        x, dash = line.left(), self._pens.em * 0.9
        for colour in cycle(colours):
            if x >= line.right():
                return
            width = min(dash, line.right() - x)
            piece = QRectF(x, line.top(), width, line.height())
            lines.setdefault(colour.rgba(), []).append(piece)
            x += dash

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

    def _brackets(self, placed: Sequence[Placed]) -> None:
        lines: dict[int, list[QRectF]] = {}
        for span, boxes in placed:
            lines.setdefault(self._colours(span)[0].rgba(), []).extend(self._bracket(span, boxes))
        self._fill(lines)
        self._chips(placed)
        self._painter.setBrush(self._pens.role("base"))
        radius = max(2.0, self._pens.bracket * 0.4)
        for span, boxes in placed:
            if span.related and not span.open_contradiction and span.start >= self._reach[0]:
                self._painter.setPen(_pen(self._colours(span)[0], 1.6))
                below = boxes[0].top() + self._pens.chip + radius + 1
                middle = QPointF(self._bracket_x(span), below)
                self._painter.drawEllipse(middle, radius, radius)

    def _chips(self, placed: Iterable[Placed]) -> None:
        """The shape of the first tag where its bracket begins; one place has but one."""
        side, scale = round(self._pens.chip), self._pens.scale
        shapes: dict[tuple[float, float], Span] = {}
        for span, boxes in placed:
            if span.start >= self._reach[0]:
                shapes[self._bracket_x(span), boxes[0].top()] = span
        for (x, top), span in shapes.items():
            name = span.colours[0] if span.colours else "grey"
            tile = chip_tile(name, self._colours(span)[0].rgba(), side, scale)
            self._painter.drawPixmap(round(x - side / 2), round(top), tile)

    def _bracket(self, span: Span, boxes: Sequence[QRectF]) -> tuple[QRectF, ...]:
        """Open towards text that is not painted now."""
        pens, (first, last, clip) = self._pens, self._reach
        top = boxes[0].top() + 2 if span.start >= first else clip.top() - pens.em
        bottom = boxes[-1].bottom() if span.end <= last else clip.bottom() + pens.em
        thick = 3.0 if span.id == self._emphasis.selected else 2.0
        x = round(self._bracket_x(span) - thick / 2)
        serif = pens.bracket * 0.5 + thick / 2
        return (
            QRectF(x, top, thick, bottom - top),
            QRectF(x, top - thick / 2, serif, thick),
            QRectF(x, bottom - thick / 2, serif, thick),
        )

    def _bracket_x(self, span: Span) -> float:
        lane = min(self._marks.lanes[span.id], MARGIN_LANES - 1)
        return self._pens.margin - lane * self._pens.bracket

    def _signs(self, placed: Iterable[Placed]) -> None:
        """Beside each line on which an annotation with an open contradiction begins."""
        first = self._reach[0]
        begun = ((s, boxes) for s, boxes in placed if s.start >= first)
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
        return min(self._marks.lanes[span.id], self._pens.lowest) * self._pens.lane

    def _stands_out(self, span: Span) -> bool:
        return span.id == self._emphasis.selected or span.id in self._emphasis.related


@lru_cache(maxsize=256)
def chip_tile(name: str, rgba: int, side: int, scale: float) -> QPixmap:
    """The shape of a tag colour, ``side`` logical pixels wide and high."""
    tile = QPixmap(round(side * scale), round(side * scale))
    tile.setDevicePixelRatio(scale)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    paint_shape(painter, QRectF(0.5, 0.5, side - 1, side - 1), name, QColor.fromRgba(rgba))
    painter.end()
    return tile


@lru_cache(maxsize=64)
def zigzag(rgba: int, reach: int, scale: float) -> QPixmap:
    """Some turns of a zigzag line, to be set side by side; ``reach`` is its height in pixels."""
    width, height = 2 * reach * _TURNS, reach + 2
    tile = QPixmap(round(width * scale), round(height * scale))
    tile.setDevicePixelRatio(scale)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_pen(QColor.fromRgba(rgba), max(1.5, reach * 0.4)))
    low, high = height - 1.0, 1.0
    turns = [QPointF(n * reach, low if n % 2 == 0 else high) for n in range(-1, 2 * _TURNS + 2)]
    painter.drawPolyline(turns)
    painter.end()
    return tile


def _pen(colour: QColor, width: float = 1.5) -> QPen:
    style, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(colour, width, style, cap, join)
