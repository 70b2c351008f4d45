"""The list of hits that hangs below the search box."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStackedWidget, QVBoxLayout

from reviewer.ui.metrics import em
from reviewer.ui.models.hits import HitModel
from reviewer.ui.views.empty_state import EmptyState
from reviewer.ui.views.hit_delegate import HitDelegate

_EDGE = 1


class HitPopup(QFrame):
    """The list, or a word that there is nothing."""

    def __init__(self, model: HitModel) -> None:
        super().__init__()
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        self.setForegroundRole(QPalette.ColorRole.Dark)  # the edge, to be seen in the dark too
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view = QListView()
        self.view.setModel(model)
        self.view.setItemDelegate(HitDelegate(self.view))
        self.view.setAccessibleName("Found")
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = EmptyState("")
        self.nothing.setForegroundRole(QPalette.ColorRole.WindowText)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.addWidget(self._pages)

    def show_answer(self, query: str, *, found: bool) -> None:
        """Hits, or that there are none."""
        self.nothing.set_text(f"Nothing found for “{query}”.")
        self._pages.setCurrentWidget(self.view if found else self.nothing)

    def wanted_height(self, width: int) -> int:
        """Pixels that the whole answer needs at a width."""
        if self._pages.currentWidget() is self.nothing:
            return em(self, 6)
        # Lines are broken at the width of the view, which has none yet while it is hidden.
        self.view.resize(width - 2 * _EDGE, self.view.height())
        rows = range(self.view.model().rowCount())
        return sum(self.view.sizeHintForRow(row) for row in rows) + em(self, 0.5)
