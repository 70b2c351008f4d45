"""How large a dialog opens: in em, and never larger than the window that it belongs to."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from reviewer.ui.metrics import em
from reviewer.ui.views.scrolled import Scrolled


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


def open_around(dialog: QDialog, wide: float, pane: Scrolled) -> None:
    """Size the dialog so that its pane shows all that it holds, if there is room for that."""
    layout = dialog.layout()
    assert layout is not None
    margins = layout.contentsMargins()
    room = em(dialog, wide) - margins.left() - margins.right()
    more = pane.page.heightForWidth(room) - pane.sizeHint().height()
    open_at(dialog, wide, (layout.sizeHint().height() + more) / em(dialog, 1))
