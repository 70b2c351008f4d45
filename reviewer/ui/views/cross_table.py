"""A table against sources whose heads and first column stay in sight."""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from reviewer.ui.metrics import em, grid
from reviewer.ui.models.cross_table import CrossTable
from reviewer.ui.views.cross_delegate import CrossDelegate, row_height
from reviewer.ui.views.cross_header import CrossHeader
from reviewer.ui.views.own_keys import OwnKeys

Index = QModelIndex | QPersistentModelIndex
_NAMES, _LONG_NAMES, _SOURCE, _WIDEST = 15, 36, 11, 20  # widths in em
_OVER_GAPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CrossTableView(QTableView):
    """Arrows go from cell to cell, with Ctrl over gaps; Enter and a double click open one.

    The first column is a second view that lies over this one and scrolls with it.
    """

    opened = Signal(QModelIndex)
    row_changed = Signal()  # another row is current, or none

    def __init__(
        self, model: CrossTable, name: str, *, lines: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._frozen = QTableView(self)
        self._key, self._source_id = "", ""
        self._widths_are_ours = True
        self.setAccessibleName(name)
        self._frozen.setAccessibleName(f"{name}: names of the rows")
        for view in (self, self._frozen):
            _prepare(view)
            view.setModel(model)
        self._frozen.setSelectionModel(self.selectionModel())
        self._frozen.setFocusProxy(self)
        self._frozen.setAutoScroll(False)  # it has one column to show, whichever is current
        self._frozen.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._frozen.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._frozen.doubleClicked.connect(self.opened)
        self.doubleClicked.connect(self.opened)
        self.verticalScrollBar().valueChanged.connect(self._frozen.verticalScrollBar().setValue)
        self._frozen.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.horizontalHeader().sectionResized.connect(self._widened)
        self._frozen.horizontalHeader().sectionResized.connect(self._names_widened)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        OwnKeys(self)
        self._space()

    @property
    def cross(self) -> CrossTable:
        """Its model."""
        model = self.model()
        assert isinstance(model, CrossTable)
        return model

    def place(self) -> tuple[str, str]:
        """Key of the current row and id of the current source, each empty for none."""
        self._remember()
        return self._key, self._source_id

    def remember(self, key: str, source_id: str) -> None:
        """Where to be once there is something to be at."""
        self._key, self._source_id = key, source_id

    def go_to(self, key: str, source_id: str = "") -> bool:
        """Make a cell current; False if its row is not shown."""
        row = self.cross.row_of(key) if key else -1
        if row < 0:
            return False
        self.setCurrentIndex(self.cross.index(row, self.cross.column_of(source_id)))
        return True

    def add_action(self, text: str, *keys: str) -> QAction:
        """An entry of the context menu that its keys reach while the table has the focus."""
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(action)
        self._frozen.addAction(action)
        return action

    def _remember(self) -> None:
        here = self.currentIndex()
        if here.isValid():
            source = self.cross.source_at(here)
            self._key, self._source_id = self.cross.key_at(here.row()), source.id if source else ""

    def _restore(self) -> None:
        """After a reset: the same cell, or the first row; no column keeps another's width."""
        self._narrow_columns()
        self._fill()
        if not self.go_to(self._key, self._source_id) and self.cross.rowCount():
            self.setCurrentIndex(self.cross.index(0, 0))
        self.row_changed.emit()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        elif event.key() in _OVER_GAPS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._to_next_value(_OVER_GAPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _to_next_value(self, step: int) -> None:
        """The next cell of the row that is no gap; there may be a great many gaps."""
        here = self.currentIndex()
        column = here.column() + step
        while 0 <= column < self.cross.columnCount():
            place = self.cross.index(here.row(), column)
            if place.data():
                self.setCurrentIndex(place)
                return
            column += step

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.row_changed.emit()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """What lies under the first column is not in sight."""
        if index.column() > 0:
            super().scrollTo(index, hint)
            hidden = self.columnWidth(0) - self.visualRect(index).left()
            if hidden > 0:
                bar = self.horizontalScrollBar()
                bar.setValue(bar.value() - hidden)
        else:
            bar = self.horizontalScrollBar()
            before = bar.value()
            super().scrollTo(index, hint)
            bar.setValue(before)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._frozen.viewport().update()

    # Sizes

    def minimumSizeHint(self) -> QSize:
        """The heads and a row."""
        return QSize(em(self, _NAMES), self.horizontalHeader().sizeHint().height() + em(self, 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()
        self._lay()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._lay()

    def _space(self) -> None:
        for view in (self, self._frozen):
            view.verticalHeader().setDefaultSectionSize(row_height(self, self._lines))
            view.horizontalHeader().setDefaultSectionSize(em(self, _SOURCE))
            view.horizontalHeader().setMinimumSectionSize(grid(self, 16))
        self.setColumnWidth(0, em(self, _NAMES))
        self._narrow_columns()
        self._lay()

    def _narrow_columns(self) -> None:
        """The second view has the first column alone."""
        self._frozen.setColumnWidth(0, self.columnWidth(0))

    def _fill(self) -> None:
        """Columns as wide as there is room for, until the person drags one."""
        columns = self.cross.columnCount() - 1
        if self._widths_are_ours and columns > 0:
            whole = self.viewport().width()
            room = (whole - em(self, _NAMES)) // columns
            width = max(em(self, _SOURCE), min(em(self, _WIDEST), room))
            # What is left goes to the names: topics often differ in their last words alone.
            names = max(em(self, _NAMES), min(em(self, _LONG_NAMES), whole - columns * width))
            if (width, names) != (
                self.horizontalHeader().defaultSectionSize(),
                self.columnWidth(0),
            ):
                self.horizontalHeader().setDefaultSectionSize(width)
                self.setColumnWidth(0, names)

    def _widened(self, column: int, _before: int, width: int) -> None:
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._widths_are_ours = False
        if column == 0:
            self._frozen.setColumnWidth(0, width)
            self._lay()

    def _names_widened(self, column: int, _before: int, width: int) -> None:
        if column == 0 and self.columnWidth(0) != width:
            self.setColumnWidth(0, width)

    def _lay(self) -> None:
        head = self.horizontalHeader().height()
        frame = self.frameWidth()
        room = max(0, self.viewport().width())
        wide = min(self.columnWidth(0), room)
        self._frozen.horizontalHeader().setFixedHeight(head)
        self._frozen.setGeometry(frame, frame, wide, head + self.viewport().height())
        self._frozen.verticalScrollBar().setValue(self.verticalScrollBar().value())


def _prepare(view: QTableView) -> None:
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setHorizontalHeader(CrossHeader(view))
    view.horizontalHeader().show()
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setCornerButtonEnabled(False)
    view.setMouseTracking(True)
    view.setTabKeyNavigation(False)
    view.setItemDelegate(CrossDelegate(view))
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
