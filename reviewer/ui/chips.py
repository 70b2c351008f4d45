"""The mark of a tag: each colour has a shape of its own, so that it needs no eye for colour."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from reviewer.ui.theme import tag_shade

_CORNERS: dict[str, tuple[tuple[float, float], ...]] = {
    "orange": ((0, -1), (1, 0.9), (-1, 0.9)),
    "brown": ((0, 1), (1, -0.9), (-1, -0.9)),
    "green": ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
    "red": ((0, -1.1), (1.1, 0), (0, 1.1), (-1.1, 0)),
    "navy": ((-1, -0.5), (1, -0.5), (1, 0.5), (-1, 0.5)),
    "olive": (
        (-0.35, -1), (0.35, -1), (0.35, -0.35), (1, -0.35), (1, 0.35), (0.35, 0.35),
        (0.35, 1), (-0.35, 1), (-0.35, 0.35), (-1, 0.35), (-1, -0.35), (-0.35, -0.35),
    ),
}  # fmt: skip
"""Corners in units of the radius, y downwards."""

_HOLLOW = frozenset({"teal", "grey"})


def paint_chip(painter: QPainter, box: QRectF, colour: str, widget: QWidget | None = None) -> None:
    """Draws the mark of ``colour`` in the largest square that fits the middle of ``box``."""
    paint_shape(painter, box, colour, tag_shade(colour, widget))


def paint_shape(painter: QPainter, box: QRectF, colour: str, shade: QColor) -> None:
    """The shape of the tag colour of that name, in a shade that is known already."""
    radius = min(box.width(), box.height()) / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if colour in _HOLLOW:
        line = radius * 0.45
        painter.setPen(QPen(shade, line))
        painter.drawPath(_outline(colour, box.center(), radius - line / 2))
    else:
        painter.setBrush(shade)
        painter.drawPath(_outline(colour, box.center(), radius))
    painter.restore()


def chip_icon(colour: str, size: int, widget: QWidget | None = None) -> QIcon:
    """The mark as an icon of ``size`` logical pixels, for menus."""
    ratio = widget.devicePixelRatioF() if widget else 1.0
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    margin = size / 8
    paint_chip(
        painter, QRectF(margin, margin, size - 2 * margin, size - 2 * margin), colour, widget
    )
    painter.end()
    return QIcon(pixmap)


def _outline(colour: str, centre: QPointF, radius: float) -> QPainterPath:
    made = QPainterPath()
    if colour in ("blue", "teal"):
        made.addEllipse(centre, radius, radius)
        return made
    corners = _CORNERS.get(colour) or _regular(colour)
    points = [QPointF(centre.x() + x * radius, centre.y() + y * radius) for x, y in corners]
    made.moveTo(points[0])
    for point in points[1:]:
        made.lineTo(point)
    made.closeSubpath()
    return made


def _regular(colour: str) -> tuple[tuple[float, float], ...]:
    """Hexagon, pentagon, star; anything else is the square of grey."""
    if colour == "cyan":
        return tuple(
            (sin(i * pi / 5) * r, -cos(i * pi / 5) * r)
            for i, r in ((i, 1.15 if i % 2 == 0 else 0.5) for i in range(10))
        )
    corners = {"purple": 6, "pink": 5}.get(colour)
    if corners is None:
        return _CORNERS["green"]
    return tuple((sin(i * 2 * pi / corners), -cos(i * 2 * pi / corners)) for i in range(corners))
