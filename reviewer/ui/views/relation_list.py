"""The list of relations at the left of the Contradictions workbench."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewer.domain.views import RelationView
from reviewer.domain.vocabulary import RelationKind, Status
from reviewer.ui.metrics import grid
from reviewer.ui.models.relation_list import RelationListModel
from reviewer.ui.models.relation_words import Show
from reviewer.ui.views.choice import Choice
from reviewer.ui.views.columns import Columns
from reviewer.ui.views.drag_out import drag_out
from reviewer.ui.views.empty_state import EmptyState
from reviewer.ui.views.filter_field import FilterField
from reviewer.ui.views.row_delegate import RowDelegate
from reviewer.ui.views.row_list import RowList


class RelationList(QWidget):
    """``relation_selected`` gives the current row's id, empty for none; Enter is ``entered``."""

    relation_selected = Signal(str)
    remove_requested = Signal(str)
    entered = Signal()
    compare_requested = Signal()

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RelationListModel(show, self)
        self._text = FilterField("Filter by words")
        self._status: Choice[Status | None] = Choice(
            "Status",
            [("All statuses", None), *((each.label.capitalize(), each) for each in Status)],
        )
        self._kind: Choice[RelationKind | None] = Choice(
            "Kind",
            [("All kinds", None), *((each.label.capitalize(), each) for each in RelationKind)],
        )
        self._list = RowList(self._model, "Relations", self)
        self._list.setItemDelegate(RowDelegate(2, parent=self._list))
        drag_out(self._list)
        self._nothing = EmptyState("No relation fits these filters.", "Show all")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._nothing)
        choices = Columns(8, 2, 2)
        choices.set_widgets([self._status, self._kind])
        self._top = QVBoxLayout()
        self._top.addWidget(self._text)
        self._top.addWidget(choices)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self._pages, 1)
        self.setFocusProxy(self._list)
        self._space()
        self._wire()

    def set_rows(self, rows: Iterable[RelationView]) -> None:
        """All relations."""
        self._model.set_rows(rows)
        self._after_change()

    def update_rows(self, changed: Iterable[RelationView], removed: Iterable[str] = ()) -> None:
        """New or different relations, and ids of those that are gone."""
        self._model.update_rows(changed, removed)
        self._after_change()

    def select(self, relation_id: str) -> None:
        """Makes a relation current, dropping filters that hide it."""
        if self._list.select_key(relation_id) or self._model.find(relation_id) is None:
            return
        self.show_all()
        self._list.select_key(relation_id)

    def select_first(self) -> None:
        """Makes the first row current, if there is any."""
        if self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(0))

    def step(self, rows: int) -> None:
        """Makes the row so many further down (or up) current, as far as there is one."""
        row = max(0, min(self._list.currentIndex().row() + rows, self._model.rowCount() - 1))
        self._list.setCurrentIndex(self._model.index(row))

    def show_all(self) -> None:
        """Without filters."""
        self._text.clear()
        self._status.setCurrentIndex(0)
        self._kind.setCurrentIndex(0)

    @property
    def filters(self) -> tuple[str, str]:
        """Status and kind that the list is narrowed to; empty for all. Words are not for long."""
        return str(self._status.value or ""), str(self._kind.value or "")

    def set_filters(self, filters: Sequence[str]) -> None:
        """Narrows the list; what is unknown is left out."""
        self.show_all()
        choices: tuple[Choice[Any], ...] = (self._status, self._kind)
        for choice, wanted in zip(choices, filters, strict=False):
            known = [str(value or "") for value in choice.values]
            choice.setCurrentIndex(known.index(wanted) if wanted in known else 0)

    def view_of(self, relation_id: str) -> RelationView | None:
        """A relation, shown or not."""
        return self._model.find(relation_id)

    @property
    def total(self) -> int:
        """How many relations there are, shown or not."""
        return self._model.total

    @property
    def current_id(self) -> str:
        """The current relation, or empty."""
        return self._list.current_key

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space()

    def _wire(self) -> None:
        self._text.textChanged.connect(self._narrow)
        self._text.left_downwards.connect(self._into_list)
        self._status.currentIndexChanged.connect(self._narrow)
        self._kind.currentIndexChanged.connect(self._narrow)
        self._nothing.button.clicked.connect(self.show_all)
        self._list.key_changed.connect(self.relation_selected)
        enter = self._list.add_action("Decide", "Return", "Enter")
        enter.triggered.connect(self.entered)
        compare = self._list.add_action("Compare side by side", "C")
        compare.triggered.connect(self.compare_requested)
        remove = self._list.add_action("Remove the relation", "Del")
        remove.triggered.connect(self._remove)

    def _remove(self) -> None:
        if self.current_id:
            self.remove_requested.emit(self.current_id)

    def _narrow(self) -> None:
        self._model.set_filter(self._text.text(), self._status.value, self._kind.value)
        self._show_page()

    def _into_list(self) -> None:
        if not self.current_id:
            self.select_first()
        self._list.setFocus()

    def _after_change(self) -> None:
        counts = self._model.counts()
        self._status.setItemText(0, f"All statuses ({self._model.total})")
        for i, status in enumerate(self._status.values):
            if status is not None:
                self._status.setItemText(i, f"{status.label.capitalize()} ({counts[status]})")
        self._show_page()

    def _show_page(self) -> None:
        empty = self._model.total and not self._model.rowCount()
        self._pages.setCurrentWidget(self._nothing if empty else self._list)

    def _space(self) -> None:
        step = grid(self)
        self._top.setContentsMargins(3 * step, 3 * step, 3 * step, 2 * step)
        self._top.setSpacing(2 * step)
