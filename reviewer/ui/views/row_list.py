"""A plain list of drawn rows that stays on its current row through every change."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from reviewer.ui.models.keyed_list import Index, KeyedListModel
from reviewer.ui.views.ground import on_window
from reviewer.ui.views.own_keys import OwnKeys


class RowList(QListView):
    """Shows a KeyedListModel; ``key_changed`` gives the current row's key, empty for none."""

    key_changed = Signal(str)

    def __init__(self, model: KeyedListModel[Any], name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._keyed = model
        self._current = ""
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        on_window(self)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        model.modelReset.connect(self._restore)
        OwnKeys(self)

    @property
    def current_key(self) -> str:
        """The key of the current row, or empty."""
        row = self._keyed.row_at(self.currentIndex())
        return "" if row is None else self._keyed.key_of(row)

    def select_key(self, key: str) -> bool:
        """Makes the row current; False if it is not shown."""
        place = self._keyed.place_of(key)
        if not place.isValid():
            return False
        self.setCurrentIndex(place)
        self.scrollTo(place)
        return True

    def go_on(self, change: Callable[[], None]) -> None:
        """Change the rows. The current one stays so; if it goes, the first of the rows that stood
        behind it becomes so, wherever the order puts them: going down misses none."""
        held, at = self.current_key, self.currentIndex().row()
        passed = {self._keyed.key_at(place) for place in range(at)}
        change()
        if not held or self.select_key(held):
            return
        keys = map(self._keyed.key_at, range(self._keyed.rowCount()))
        last = self._keyed.rowCount() - 1
        self.select_key(next((key for key in keys if key not in passed), self._keyed.key_at(last)))

    def add_action(self, text: str, *keys: str) -> QAction:
        """An entry of the context menu that its keys reach while the list has the focus."""
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(action)
        return action

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = self._keyed.row_at(current)
        if row is not None:
            self._current = self._keyed.key_of(row)
        self.key_changed.emit("" if row is None else self._current)

    def _restore(self) -> None:
        if not self.select_key(self._current):
            self.key_changed.emit("")
