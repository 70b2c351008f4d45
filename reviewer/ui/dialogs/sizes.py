"""How large a dialog opens: in em, and never larger than the window that it belongs to."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from reviewer.ui.metrics import em


def open_at(dialog: QDialog, wide: float, high: float | None = None) -> None:
    """Size the dialog to ``wide`` by ``high`` em; without ``high`` as high as its parts ask for."""
    width = em(dialog, wide)
    layout = dialog.layout()
    if high is not None:
        height = em(dialog, high)
    elif layout is not None and layout.hasHeightForWidth():
        height = layout.heightForWidth(width)
    else:
        height = dialog.sizeHint().height()
    parent = dialog.parentWidget()
    room = parent.window().size() if parent else dialog.screen().availableSize()
    dialog.resize(QSize(width, height).boundedTo(room))
