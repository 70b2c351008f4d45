"""The ring around a widget that draws itself, as the style sheet has it around all others."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from reviewer.ui.metrics import grid
from reviewer.ui.theme import shade

WIDTH = 2


def paint_focus_ring(painter: QPainter, widget: QWidget) -> None:
    """Just inside the widget's edge; to be called where it has the focus."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(shade("accent", widget), WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = WIDTH / 2
    box = QRectF(widget.rect()).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, grid(widget), grid(widget))
    painter.restore()
