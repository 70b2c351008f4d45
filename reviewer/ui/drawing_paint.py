"""Paints the drawings of ``exchange``: in a view, as a picture, on a page."""

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from reviewer.exchange.drawing import (
    USUAL,
    Align,
    Box,
    Dot,
    Drawing,
    Line,
    Path,
    Shape,
    Spot,
    Text,
    Tone,
)
from reviewer.exchange.pictures import paper_colours
from reviewer.ui.metrics import scaled

PICTURE_SCALE = 2  # pixels to a unit in pictures that leave the program
_MARGIN = 16  # units around them
_SOFT = 0.5
_ROLES = {Tone.INK: "text", Tone.SOFT: "muted", Tone.FAINT: "border", Tone.WARNING: "warning"}

Colours = Callable[[str], QColor]  # a role of the palettes, or ``tag.NAME``


def paper(role: str) -> QColor:
    """Colours of what leaves the program, whatever the window wears."""
    known = paper_colours()
    return QColor(known.get(role, known["tag.grey"]))


class DrawingPainter:
    """Puts shapes on a painter, ``scale`` of its units to one of the drawing.

    ``font`` is that of the usual size.
    """

    def __init__(self, painter: QPainter, font: QFont, scale: float, colours: Colours) -> None:
        self._painter, self._font, self._scale, self._colours = painter, font, scale, colours
        self._fonts: dict[tuple[float, bool], tuple[QFont, QFontMetricsF]] = {}
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self, drawing: Drawing) -> None:
        """All of it."""
        for one in drawing.shapes:
            for shape in one.shapes if isinstance(one, Spot) else (one,):
                self._shape(shape)

    def _shape(self, shape: Shape) -> None:
        colour = self._colour(shape)
        match shape:
            case Line():
                self._pen(colour, shape.width)
                self._painter.drawLine(QLineF(
                    self._at(shape.x1, shape.y1), self._at(shape.x2, shape.y2)
                ))  # fmt: skip
            case Path():
                self._pen(colour, shape.width)
                self._painter.drawPolyline(QPolygonF([self._at(x, y) for x, y in shape.corners]))
            case Box():
                self._box(shape, colour)
            case Dot():
                self._dot(shape, colour)
            case Text():
                self._text(shape, colour)

    def _colour(self, shape: Shape) -> QColor:
        named = shape.colour if isinstance(shape, Box) else ""
        colour = self._colours(f"tag.{named}" if named else _ROLES[shape.tone])
        if isinstance(shape, Line | Box) and shape.soft:
            colour.setAlphaF(_SOFT)
        return colour

    def _at(self, x: float, y: float) -> QPointF:
        return QPointF(x * self._scale, y * self._scale)

    def _pen(self, colour: QColor, width: float) -> None:
        self._painter.setPen(QPen(colour, max(1.0, width * self._scale)))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def _box(self, box: Box, colour: QColor) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        corner, size = self._at(box.x, box.y), self._at(max(0, box.width), box.height)
        radius = box.radius * self._scale
        place = QRectF(corner.x(), corner.y(), size.x(), size.y())
        self._painter.drawRoundedRect(place, radius, radius)

    def _dot(self, dot: Dot, colour: QColor) -> None:
        self._pen(colour, 1.5)
        if dot.filled:
            self._painter.setBrush(colour)
        if dot.diamond:
            r = dot.radius * 1.25
            ends = ((0, -r), (r, 0), (0, r), (-r, 0))
            corners = [self._at(dot.x + x, dot.y + y) for x, y in ends]
            self._painter.drawPolygon(QPolygonF(corners))
        else:
            radius = dot.radius * self._scale
            self._painter.drawEllipse(self._at(dot.x, dot.y), radius, radius)

    def _text(self, text: Text, colour: QColor) -> None:
        font, metrics = self._face(text.size, text.bold)
        words = metrics.elidedText(text.line, Qt.TextElideMode.ElideRight, text.room * self._scale)
        width = metrics.horizontalAdvance(words)
        shift = {Align.START: 0.0, Align.MIDDLE: width / 2, Align.END: width}[text.align]
        self._painter.setFont(font)
        self._painter.setPen(colour)
        self._painter.drawText(self._at(text.x, text.y) - QPointF(shift, 0), words)

    def _face(self, size: float, bold: bool) -> tuple[QFont, QFontMetricsF]:
        known = self._fonts.get((size, bold))
        if known is None:
            font = scaled(self._font, size / USUAL, bold=bold)
            known = font, QFontMetricsF(font, self._painter.device())
            self._fonts[size, bold] = known
        return known


def picture_of(drawing: Drawing, font: QFont) -> QImage:
    """At twice its size on white, as it goes to files and the clipboard."""
    face = QFont(font)
    face.setPixelSize(round(USUAL * PICTURE_SCALE))
    margin = _MARGIN * PICTURE_SCALE
    image = QImage(
        round(drawing.width * PICTURE_SCALE) + 2 * margin,
        round(drawing.height * PICTURE_SCALE) + 2 * margin,
        QImage.Format.Format_RGB32,
    )
    image.fill(paper("base"))
    painter = QPainter(image)
    painter.translate(margin, margin)
    DrawingPainter(painter, face, PICTURE_SCALE, paper).paint(drawing)
    painter.end()
    return image
