"""The tree view of the codebook."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from reviewer.ui.metrics import em
from reviewer.ui.models.codebook import CodebookModel
from reviewer.ui.theme import shade
from reviewer.ui.views.ground import on_window
from reviewer.ui.views.own_keys import OwnKeys
from reviewer.ui.views.tag_delegate import TagDelegate


class TagTree(QTreeView):
    """Keeps what is open and current through a reset of its model."""

    def __init__(self, model: CodebookModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setAccessibleName("Codebook")
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        on_window(self)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setItemDelegate(TagDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setExpandsOnDoubleClick(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._closed: set[str] = set()
        self._current = ""
        self.collapsed.connect(lambda index: self._closed.add(self._id(index)))
        self.expanded.connect(lambda index: self._closed.discard(self._id(index)))
        model.modelReset.connect(self._restore)
        OwnKeys(self)

    @property
    def is_editing(self) -> bool:
        """Whether a name is being typed in place."""
        return self.state() == QAbstractItemView.State.EditingState

    def select_id(self, tag_id: str) -> None:
        """Makes a tag current and shows it."""
        place = self._model.place_of(tag_id)
        if place.isValid():
            self.setCurrentIndex(place)
            self.scrollTo(place)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override] # narrower than Qt's stub, as Qt calls it
        super().currentChanged(current, previous)
        if current.isValid():
            self._current = self._id(current)

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """An arrow as large as the text; Fusion's keeps its pixels whatever the type."""
        if not self.model().hasChildren(index):
            return
        reach = em(self, 0.18)
        middle = QPointF(rect.right() - self.indentation() / 2 + 1, rect.center().y() + 0.5)
        low, high = QPointF(-reach / 2, reach), QPointF(-reach / 2, -reach)
        arrow = QPolygonF([high, QPointF(reach / 2, 0), low])
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(shade("muted", self), max(1.4, em(self, 0.1))))
        painter.translate(middle)
        painter.rotate(90 if self.isExpanded(index) else 0)
        painter.drawPolyline(arrow)
        painter.restore()

    def _id(self, index: QModelIndex) -> str:
        tag = self._model.tag_at(index)
        return tag.id if tag else ""

    def _restore(self) -> None:
        closed = {tag_id for tag_id in self._closed if tag_id in self._model.tags}
        current = self._current
        self.expandAll()
        for tag_id in closed:
            self.collapse(self._model.place_of(tag_id))
        self._closed = closed
        self.select_id(current)
