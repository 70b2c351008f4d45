"""Fusion with outlines that can be seen.

Fusion draws the edge of a field or a radio button in a darker shade of the window's colour, which
on a dark window is next to none. Here it is the palettes' ``control`` (the palette's role Dark),
made for a contrast of 3:1 (WCAG 2.2, 1.4.11), and the accent where the keyboard is.
"""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QTextEdit,
    QWidget,
)

NAME = "outlined"

_Part = QStyle.PrimitiveElement
_State = QStyle.StateFlag
_Role = QPalette.ColorRole
_ROUND = 2.5


class OutlineStyle(QProxyStyle):
    """Draws the edges of fields, radio buttons and check boxes; all else is Fusion's."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self.setObjectName(NAME)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element in (_Part.PE_IndicatorRadioButton, _Part.PE_IndicatorCheckBox):
            _indicator(painter, option, is_round=element == _Part.PE_IndicatorRadioButton)
        elif element == _Part.PE_FrameLineEdit or (
            element == _Part.PE_Frame and isinstance(widget, (QPlainTextEdit, QTextEdit))
        ):
            _edge(painter, option)
        else:
            super().drawPrimitive(element, option, painter, widget)


def _line(option: QStyleOption) -> QPen:
    state, palette = option.state, option.palette
    if not state & _State.State_Enabled:
        return QPen(palette.color(_Role.Mid), 1)
    if state & _State.State_HasFocus:
        return QPen(palette.color(_Role.Accent), 2)
    return QPen(palette.color(_Role.Dark), 1)


def _edge(painter: QPainter, option: QStyleOption) -> None:
    pen = _line(option)
    inset = pen.widthF() / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = QRectF(option.rect).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, _ROUND, _ROUND)
    painter.restore()


def _indicator(painter: QPainter, option: QStyleOption, *, is_round: bool) -> None:
    pen, state = _line(option), option.state
    if is_round:
        pen.setWidthF(max(1.5, pen.widthF()))  # a curve of one pixel pales between the pixels
    side = min(option.rect.width(), option.rect.height()) - 2
    corner = option.rect.center() - QPoint(round(side / 2), round(side / 2))
    box = QRectF(corner.x() + 0.5, corner.y() + 0.5, side, side)  # lines in the middle of pixels
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(option.palette.color(_Role.Base))
    if is_round:
        painter.drawEllipse(box)
    else:
        painter.drawRoundedRect(box, _ROUND, _ROUND)
    is_enabled = bool(state & _State.State_Enabled)
    ink = option.palette.color(_Role.Accent if is_enabled else _Role.Dark)
    if state & _State.State_On:
        _mark(painter, box, ink, is_round=is_round)
    elif state & _State.State_NoChange:
        painter.setPen(QPen(ink, 2))
        painter.drawLine(
            QPointF(box.left() + side / 4, box.center().y()),
            QPointF(box.right() - side / 4, box.center().y()),
        )
    painter.restore()


def _mark(painter: QPainter, box: QRectF, ink: QColor, *, is_round: bool) -> None:
    side = box.width()
    if is_round:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(box.center(), side / 4, side / 4)
        return
    tick = QPen(ink, max(1.5, side / 7))
    tick.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(tick)
    corners = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.31))
    painter.drawPolyline([QPointF(box.left() + x * side, box.top() + y * side) for x, y in corners])
