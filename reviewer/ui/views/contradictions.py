"""The Contradictions workbench: the relations at the left, the one to be decided at the right."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from reviewer.domain.views import RelationView
from reviewer.ui.metrics import em
from reviewer.ui.models.relation_words import Show
from reviewer.ui.views.decision_form import DecisionForm
from reviewer.ui.views.empty_state import EmptyState
from reviewer.ui.views.relation_detail import RelationDetail
from reviewer.ui.views.relation_list import RelationList

_NONE = (
    "Nothing to decide yet. In Read, select an annotation and press R, pick the other side, "
    "and say how the two stand to each other. Or accept one under Suggestions."
)


class ContradictionsWorkbench(QWidget):
    """``show`` puts a quantity into words.

    ``relation_edited``, ``settled`` and ``dismissed`` give a relation as seen and as wished, and
    expect ``update_rows`` before they return; ``relation_selected`` is the moment for
    ``set_difference``.
    """

    relation_edited = Signal(object, object)
    settled = Signal(object, object)
    dismissed = Signal(object, object)
    reopened = Signal(str)
    jump_requested = Signal(str)
    compare_requested = Signal(str)
    remove_requested = Signal(str)
    relation_selected = Signal(str)

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Contradictions")
        self._list = RelationList(show)
        self._detail = RelationDetail(show)
        self._unselected = EmptyState("Select a relation at the left to decide it.")
        self._none = EmptyState(_NONE)
        self._right = QStackedWidget()
        self._right.addWidget(self._detail)
        self._right.addWidget(self._unselected)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self._list)
        self.splitter.addWidget(self._right)
        self.splitter.setStretchFactor(1, 1)
        self._widths_are_ours = True
        self.splitter.setChildrenCollapsible(False)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.splitter)
        self._pages.addWidget(self._none)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._pages)
        self.setFocusProxy(self._list)
        self._widen()
        self._wire()
        self._show_current(self._list.current_id)

    def set_rows(self, rows: Iterable[RelationView]) -> None:
        """All relations; the current one stays current, else the first becomes so."""
        self._list.set_rows(rows)
        if not self._list.current_id:
            self._list.select_first()
        self._show_current(self._list.current_id)

    def update_rows(self, changed: Iterable[RelationView], removed: Iterable[str] = ()) -> None:
        """New or different relations, and ids of those that are gone."""
        self._list.update_rows(changed, removed)
        self._show_current(self._list.current_id)

    def select(self, relation_id: str) -> None:
        """Makes a relation current; filters that hide it are dropped."""
        self._list.select(relation_id)

    @property
    def current_id(self) -> str:
        """The relation that is shown, or empty."""
        return self._list.current_id

    def set_difference(self, text: str) -> None:
        """How the values of the current relation differ, in a sentence."""
        self._detail.set_difference(text)

    def set_tag_colours(self, colours: Mapping[str, str]) -> None:
        """Tag id → name of its colour, for the marks on the quotes."""
        self._detail.set_tag_colours(colours)

    def show_conflict(self, field: str, theirs: object) -> None:
        """Says beside a field of the current relation what it was changed to elsewhere."""
        self.form.show_conflict(field, theirs)

    @property
    def form(self) -> DecisionForm:
        """The form that the current relation is judged in."""
        return self._detail.form

    @property
    def filters(self) -> tuple[str, str]:
        """Status and kind that the list is narrowed to; empty for all."""
        return self._list.filters

    def set_filters(self, filters: Sequence[str]) -> None:
        """Narrows the list; the first relation that is left becomes current."""
        self._list.set_filters(filters)
        if not self._list.current_id:
            self._list.select_first()

    def remove(self) -> None:
        """Asks for the current relation to be removed."""
        if self.current_id:
            self.remove_requested.emit(self.current_id)

    def step(self, rows: int) -> None:
        """Makes the relation so many rows further down (or up) current."""
        self._list.step(rows)

    def focus_pane(self, step: int) -> None:
        """The keyboard to the list, the passages or the form: the next one, or the one before."""
        panes = [self._list, *self._detail.cards, self._detail.form]
        focused = self.focusWidget()
        inside = [i for i, p in enumerate(panes) if focused and p.isAncestorOf(focused)]
        target = panes[(inside[0] + step) % len(panes)] if inside else self._list
        if target is self._detail.form:
            self._detail.focus_first()
        else:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def flush(self) -> None:
        """Commits what was typed and not yet handed on."""
        self.form.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter, unless the window has taken it for the same."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.form.settle()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widen()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._widen()

    def _wire(self) -> None:
        self._list.relation_selected.connect(self._selected)
        self._list.remove_requested.connect(self.remove_requested)
        self.splitter.splitterMoved.connect(self._moved)
        form = self.form
        self._list.entered.connect(self._detail.focus_first)
        form.edited.connect(self.relation_edited)
        form.settled.connect(self.settled)
        form.dismissed.connect(self.dismissed)
        form.reopened.connect(self.reopened)
        self._detail.jump_requested.connect(self.jump_requested)
        for part in (self._list, self._detail):
            part.compare_requested.connect(self._compare)

    def _compare(self) -> None:
        if self.current_id:
            self.compare_requested.emit(self.current_id)

    def _selected(self, relation_id: str) -> None:
        self._show_current(relation_id)
        self.relation_selected.emit(relation_id)

    def _show_current(self, relation_id: str) -> None:
        self._pages.setCurrentWidget(self.splitter if self._list.total else self._none)
        view = self._list.view_of(relation_id)
        if view is None:
            self.form.clear()
            self._right.setCurrentWidget(self._unselected)
            return
        self._detail.set_view(view)
        self._right.setCurrentWidget(self._detail)

    def _widen(self) -> None:
        self._list.setMinimumWidth(em(self, 12))
        if self._widths_are_ours:
            left = min(em(self, 20), self.width() * 3 // 10)
            self.splitter.setSizes([left, self.width() - left])

    def _moved(self) -> None:
        self._widths_are_ours = False
