"""Where the bars of a document view stand: none covers the text that it is about."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF

from reviewer.ui.views.find_bar import FindBar
from reviewer.ui.views.reading_view import ReadingView
from reviewer.ui.views.selection_bar import SelectionBar, place_beside
from reviewer.ui.views.text_geometry import around


def place_bars(
    view: ReadingView, find_bar: FindBar, bar: SelectionBar, boxes: Sequence[QRectF]
) -> None:
    """The find bar along the bottom; the selection's beside it, else above the find bar.

    ``boxes`` are those of the selection in the viewport; without any its bar goes.
    """
    below = 0 if find_bar.isHidden() else find_bar.sizeHint().height()
    room = view.free_room(below)  # whatever is docked now: the bar's own place may not decide it
    find_bar.setGeometry(0, view.height() - below, room.right() + 1, below)
    if not boxes:
        bar.hide()
        view.dock(below)
        return
    covered = around(boxes).toAlignedRect().translated(room.topLeft())
    size = bar.fit(room.width() - 8, room.height() // 2)
    gap = round(view.line_gap() / 2) + 4
    place = place_beside(covered, size, room.adjusted(4, 4, -4, -4), gap)
    view.dock(below if place else below + size.height() + 8)
    if not place and bar.isHidden():
        view.ensureCursorVisible()  # the docked bar may have taken the selection's place
    docked = QPoint(room.left() + 4, view.height() - below - size.height() - 4)
    bar.move(place or docked)
    bar.show()
    bar.raise_()
