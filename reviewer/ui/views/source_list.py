"""The sources of the project at the left of the window."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, Signal, SignalInstance
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewer.domain.views import SourceSummary
from reviewer.ui.actions import tip
from reviewer.ui.metrics import grid
from reviewer.ui.models.source_list import SourceListModel
from reviewer.ui.views.empty_state import EmptyState
from reviewer.ui.views.filter_field import FilterField
from reviewer.ui.views.row_delegate import RowDelegate
from reviewer.ui.views.row_list import RowList
from reviewer.ui.views.section_header import SectionHeader

FILTER_FROM = 8
"""Fewer sources are found with the eye; a field would only be in the way."""


class SourceList(QWidget):
    """Enter or a click opens a source; the arrow keys only look.

    ``source_selected``, ``properties_requested`` and ``remove_requested`` give a source's id.
    """

    source_selected = Signal(str)
    properties_requested = Signal(str)
    remove_requested = Signal(str)
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Sources")
        self._model = SourceListModel(self)
        self._header = SectionHeader("Sources", "Import…", "Import sources (Ctrl+I)")
        self._filter = FilterField("Filter sources")
        self._list = RowList(self._model, "Sources", self)
        self._list.setItemDelegate(RowDelegate(2, badge=True, parent=self._list))
        self._none = EmptyState(
            "No sources yet. Drop text or Markdown files here, or press Ctrl+I.", "Import files…"
        )
        self._none.button.setToolTip(tip("import_files"))
        self._nothing = EmptyState("No source fits these words.", "Show all")
        self._pages = QStackedWidget()
        for page in (self._list, self._none, self._nothing):
            self._pages.addWidget(page)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._filter_row = QVBoxLayout()
        self._filter_row.addWidget(self._filter)
        self._column.addWidget(self._header)
        self._column.addLayout(self._filter_row)
        self._column.addWidget(self._pages, 1)
        self.setFocusProxy(self._list)
        self._space()
        self._wire()
        self._show_page()

    def set_rows(self, rows: Iterable[SourceSummary]) -> None:
        """All sources; the current one stays current."""
        self._model.set_rows(rows)
        self._show_page()

    def update_rows(self, changed: Iterable[SourceSummary], removed: Iterable[str] = ()) -> None:
        """New or different rows, and ids of those that are gone."""
        self._model.update_rows(changed, removed)
        self._show_page()

    def select(self, source_id: str) -> None:
        """Marks the source that is open, without a signal."""
        self._list.select_key(source_id)

    @property
    def current_id(self) -> str:
        """The source that the keys act on, or empty."""
        return self._list.current_key

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space()

    def _wire(self) -> None:
        actions = (
            (self._list.add_action("Open", "Return", "Enter"), self.source_selected),
            (self._list.add_action("Properties…", "F2", "Alt+Return"), self.properties_requested),
            (self._list.add_action("Remove from the project", "Del"), self.remove_requested),
        )
        for action, signal in actions:
            action.triggered.connect(lambda _=False, out=signal: self._emit_current(out))
            action.setEnabled(False)
            self._list.key_changed.connect(lambda key, act=action: act.setEnabled(bool(key)))
        self._list.add_action("Import files…").triggered.connect(self.import_requested)
        self._list.clicked.connect(self._clicked)
        self._header.button.clicked.connect(self.import_requested)
        self._none.button.clicked.connect(self.import_requested)
        self._nothing.button.clicked.connect(self._filter.clear)
        self._filter.textChanged.connect(self._narrow)
        self._filter.left_downwards.connect(self._into_list)

    def _emit_current(self, signal: SignalInstance) -> None:
        if self.current_id:
            signal.emit(self.current_id)

    def _clicked(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None:
            self.source_selected.emit(row.source.id)

    def _narrow(self, words: str) -> None:
        self._model.set_filter(words)
        self._show_page()

    def _into_list(self) -> None:
        if not self.current_id and self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(0))
        self._list.setFocus()

    def _show_page(self) -> None:
        total = self._model.total
        self._header.set_count(str(total) if total else "")
        if total < FILTER_FROM and self._filter.text():
            self._filter.clear()
        self._filter.setVisible(total >= FILTER_FROM)
        shown = self._model.rowCount()
        page = self._list if shown else self._nothing if total else self._none
        self._pages.setCurrentWidget(page)

    def _space(self) -> None:
        step = grid(self)
        self._filter_row.setContentsMargins(3 * step, 0, 3 * step, step)
