"""Icons of one family (Lucide, https://lucide.dev) in the palettes' colours, crisp at any scale.

Those that the style sheet names are files of their own for each palette: it knows no other way.
"""

from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImageReader, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from reviewer.assets import asset
from reviewer.ui.metrics import em
from reviewer.ui.theme import shade

IN_SHEET = {
    "check": ("check", "accent_text", 3.0),
    "down": ("chevron-down", "muted", 2.5),
    "up": ("chevron-up", "muted", 2.5),
    "clear": ("x", "muted", 2.0),
}
"""File of the style sheet → icon, role of its colour, and width of its strokes of 24."""


@cache
def _drawing(name: str) -> str:
    return asset("resources", "icons", "lucide", f"{name}.svg").read_text("utf-8")


def tinted(name: str, colour: str, stroke: float = 2.0) -> str:
    """The icon as SVG in a colour, its strokes so wide; it is 24 wide and high."""
    drawing = _drawing(name).replace("currentColor", colour)
    return drawing.replace('stroke-width="2"', f'stroke-width="{stroke:g}"')


@cache
def _pixmap(name: str, colour: str, side: int, gap: int, scale: float) -> QPixmap:
    data = QByteArray(tinted(name, colour).encode())
    buffer = QBuffer(data)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    device = round(side * scale)
    reader.setScaledSize(QSize(device, device))
    drawn = QPixmap.fromImageReader(reader)
    made = QPixmap(device + round(gap * scale), device)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    made.setDevicePixelRatio(scale)
    return made


def icon(
    name: str, widget: QWidget, role: str = "muted", size: float = 1.0, gap: float = 0.0
) -> QIcon:
    """An icon for a widget, ``size`` em high; to be asked for anew when palette or font changes.

    ``gap`` is of em at its right: Qt leaves 4 px before the words beside it, whatever their size.
    """
    side, room = em(widget, size), em(widget, gap)
    made = QIcon()
    for mode, tone in ((QIcon.Mode.Normal, role), (QIcon.Mode.Disabled, "faint")):
        colour = shade(tone).name(QColor.NameFormat.HexRgb)  # the widget's palette may come later
        for scale in sorted({1.0, 2.0, widget.devicePixelRatioF()}):
            made.addPixmap(_pixmap(name, colour, side, room, scale), mode)
    return made


def put_icon(
    button: QAbstractButton,
    name: str,
    widget: QWidget,
    role: str = "muted",
    *,
    size: float = 1.0,
    gap: float = 0.0,
) -> None:
    """``icon`` for that widget on a button, which shows it as large as it is."""
    button.setIcon(icon(name, widget, role, size, gap))
    button.setIconSize(QSize(em(widget, size) + em(widget, gap), em(widget, size)))
