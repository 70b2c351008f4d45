"""How large a dialog opens: in em, and never larger than the window that it belongs to."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from reviewer.ui.metrics import em, grid
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
    """At least ``wide`` em wide, and so that its pane shows all it holds if there is room for that.

    There is always room for the scroll bar, so that the pane need not scroll sideways too.
    """
    layout = dialog.layout()
    assert layout is not None
    for part in dialog.findChildren(QWidget):
        part.ensurePolished()  # the style makes buttons and fields larger, else only once shown
        part.updateGeometry()
    margins = layout.contentsMargins()
    # The style keeps a gap beside the bar, which it tells nobody who asks before it is shown.
    bar = pane.verticalScrollBar().sizeHint().width() + grid(dialog)
    sides = margins.left() + margins.right() + bar
    room = max(em(dialog, wide) - sides, pane.page.minimumSizeHint().width())
    high = layout.sizeHint().height() - pane.sizeHint().height() + pane.page.heightForWidth(room)
    high += 2 * grid(dialog)  # fields are a little higher once shown
    open_at(dialog, (room + sides) / em(dialog, 1), high / em(dialog, 1))
