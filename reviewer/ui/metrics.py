"""One grid and one type scale, both derived from the font, so that nothing is cut at 200 %."""

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLayout, QWidget

SMALL = 0.92
HEADING = 1.25
FIGURE = 1.5


def grid(of: QWidget | QFontMetrics, steps: float = 1) -> int:
    """``steps`` of the grid in pixels: one step is 4 px at 100 %, a quarter of a line of text."""
    metrics = of.fontMetrics() if isinstance(of, QWidget) else of
    return round(max(4.0, metrics.height() / 4) * steps)


def em(of: QWidget | QFontMetrics, ems: float) -> int:
    """``ems`` in pixels, an em being the height of a line of text."""
    metrics = of.fontMetrics() if isinstance(of, QWidget) else of
    return round(metrics.height() * ems)


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """The font at ``factor`` times its size; works for fonts in points and in pixels."""
    made = QFont(font)
    if font.pointSizeF() > 0:
        made.setPointSizeF(font.pointSizeF() * factor)
    else:
        made.setPixelSize(max(1, round(font.pixelSize() * factor)))
    made.setBold(bold or font.bold())
    return made


def set_spacing(layout: QLayout, widget: QWidget, *, around: float = 0, between: float = 1) -> None:
    """Margins around and spacing between the items, in steps of the grid."""
    margin = grid(widget, around) if around else 0
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(grid(widget, between) if between else 0)
