"""Which ground a part of the window stands on.

The document, what is decided and every field are paper; what leads to them is the window itself.
"""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def on_window(view: QAbstractScrollArea) -> None:
    """A list at a side of the window: no sheet of its own."""
    view.viewport().setBackgroundRole(QPalette.ColorRole.Window)


def on_paper(widget: QWidget) -> None:
    """Something to be read and judged."""
    widget.setAutoFillBackground(True)
    widget.setBackgroundRole(QPalette.ColorRole.Base)
