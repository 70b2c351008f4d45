"""Suggested relations: the list at the left, the one to be decided at the right, a key for each
thing that can be done of it."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from reviewer.domain.proposals import SuggestionView
from reviewer.ui.metrics import em
from reviewer.ui.models.relation_words import Show
from reviewer.ui.models.suggestion_list import SuggestionListModel
from reviewer.ui.views.empty_state import EmptyState
from reviewer.ui.views.hint_strip import HintStrip
from reviewer.ui.views.row_delegate import RowDelegate
from reviewer.ui.views.row_list import RowList
from reviewer.ui.views.suggestion_detail import SuggestionDetail

UNREAD = (
    "Nothing was read for suggestions yet. Reviewer can read all sources and propose where they"
    " disagree, with a reason for each. Nothing is decided until you accept it."
)
NO_SOURCES = (
    "There are no sources to read yet. What you import is read for suggestions as it comes in."
)
READ, IMPORT = "Read all sources for suggestions", "Import sources…"
NONE_LEFT = (
    "No suggestions are left. New ones come with new sources, or when the sources are read again."
)
HINT = (
    "A accepts, D dismisses (W says why before), E accepts and opens it for editing, C compares."
    " After each the next is selected; Ctrl+Z takes it back."
)


_ROOMY = 24
"""Em of height below which the hint makes room for the passages."""


class SuggestionsWorkbench(QWidget):
    """Signals carry the key of the suggestion that is selected; ``dismissed`` also why."""

    accepted = Signal(str)
    edit_requested = Signal(str)
    dismissed = Signal(str, str)
    compare_requested = Signal(str)
    jump_requested = Signal(str, int)  # and the number of the passage
    selected = Signal(str)  # empty for none
    run_requested = Signal()
    import_requested = Signal()

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Suggestions")
        self._model = SuggestionListModel(show, self)
        self.list = RowList(self._model, "Suggestions, best first", self)
        self.list.setItemDelegate(RowDelegate(2, parent=self.list))
        self.detail = SuggestionDetail(show)
        self.hint = HintStrip(HINT)
        self.wants_hint = True
        self._any_source = False
        self.empty = EmptyState(NO_SOURCES, IMPORT)
        self.empty.button.setToolTip(f"{IMPORT} (Ctrl+I)")
        self._splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self.detail)
        self._splitter.setStretchFactor(1, 1)
        self._widths_are_ours = True
        self._pages = QStackedWidget()
        self._pages.addWidget(self._splitter)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(self.hint)
        self._wire()
        self._show(self.list.current_key)
        self._widen()

    @property
    def current_key(self) -> str:
        """Which suggestion is selected, or empty."""
        return self.list.current_key if self._model.rowCount() else ""

    @property
    def count(self) -> int:
        """How many suggestions there are."""
        return self._model.rowCount()

    def view_of(self, key: str) -> SuggestionView | None:
        """A suggestion that is listed."""
        return self._model.row_at(self._model.place_of(key))

    def set_rows(self, rows: Iterable[SuggestionView], *, was_read: bool, any_source: bool) -> None:
        """All suggestions, best first; the selected one stays, or the next becomes so.

        ``was_read`` tells an empty list apart from one that was never made, ``any_source`` from
        one that cannot be made.
        """
        self.list.go_on(lambda: self._model.set_rows(rows))
        self._any_source = any_source
        self.empty.set_text(NO_SOURCES if not any_source else NONE_LEFT if was_read else UNREAD)
        self.empty.button.setText(READ if any_source else IMPORT)
        self.empty.button.setToolTip(
            f"{READ} (Ctrl+Shift+R)" if any_source else f"{IMPORT} (Ctrl+I)"
        )
        if self.count and not self.current_key:
            self.list.setCurrentIndex(self._model.index(0))
        self._show(self.current_key)

    def select(self, key: str) -> None:
        """Select a suggestion, e.g. one whose decision was taken back."""
        self.list.select_key(key)

    def act(self, name: str) -> None:
        """``accept``, ``edit``, ``dismiss`` or ``compare`` what is selected, if anything is."""
        if self.current_key:
            {
                "accept": self._accept,
                "edit": self._edit,
                "dismiss": self.detail.dismiss,
                "compare": self._compare,
            }[name]()

    def step(self, rows: int) -> None:
        """Select the suggestion so many rows further down (or up), as far as there is one."""
        row = max(0, min(self.list.currentIndex().row() + rows, self.count - 1))
        self.list.setCurrentIndex(self._model.index(row))

    def focus_pane(self, step: int) -> None:
        """The keyboard to the list, a passage or the buttons: the next, or the one before."""
        panes: list[QWidget] = [self.list, *self.detail.cards, self.detail.accept_button]
        focused = self.focusWidget()
        inside = [i for i, p in enumerate(panes) if p is focused or p.isAncestorOf(focused or p)]
        at = (inside[0] + step) % len(panes) if focused and inside else 0
        panes[at].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widen()
        self._show_hint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._widen()
            self._show_hint()

    def _wire(self) -> None:
        self.list.key_changed.connect(self._selected)
        for text, keys, act in (
            ("Accept", ("A",), self._accept),
            ("Accept and edit", ("E",), self._edit),
            ("Dismiss", ("D", "Del"), self.detail.dismiss),
            ("Say why, then dismiss", ("W",), self.detail.why.setFocus),
            ("Compare side by side", ("C",), self._compare),
            ("Go to the buttons", ("Return", "Enter"), self.detail.accept_button.setFocus),
            ("Scroll the passages", ("Space",), lambda: self.detail.turn_page(1)),
            ("Scroll the passages back", ("Shift+Space",), lambda: self.detail.turn_page(-1)),
        ):
            self.list.add_action(text, *keys).triggered.connect(act)
        back = QShortcut(QKeySequence("Esc"), self.detail.why)
        back.setContext(Qt.ShortcutContext.WidgetShortcut)
        back.activated.connect(self.list.setFocus)
        self.detail.accepted.connect(self._accept)
        self.detail.edit_requested.connect(self._edit)
        self.detail.compare_requested.connect(self._compare)
        self.detail.dismissed.connect(self._dismiss)
        self.detail.jump_requested.connect(
            lambda number: self.jump_requested.emit(self.current_key, number)
        )
        self.empty.button.clicked.connect(self._begin)
        self._splitter.splitterMoved.connect(self._moved)

    def _begin(self) -> None:
        (self.run_requested if self._any_source else self.import_requested).emit()

    def _accept(self) -> None:
        if self.current_key:
            self.accepted.emit(self.current_key)

    def _edit(self) -> None:
        if self.current_key:
            self.edit_requested.emit(self.current_key)

    def _compare(self) -> None:
        if self.current_key:
            self.compare_requested.emit(self.current_key)

    def _dismiss(self, why: str) -> None:
        if self.current_key:
            typed = self.detail.why.hasFocus()
            self.dismissed.emit(self.current_key, why)
            if typed:
                self.list.setFocus()

    def _selected(self, key: str) -> None:
        self._show(key)
        self.selected.emit(self.current_key)

    def _show(self, key: str) -> None:
        target = self.list if self.count else self.empty.button
        if self.focusProxy() is not target:
            focused = QApplication.focusWidget()
            here = focused is not None and self.isAncestorOf(focused)
            self._pages.setCurrentWidget(self._splitter if self.count else self.empty)
            self.setFocusProxy(target)
            if here:
                target.setFocus()
        self._show_hint()
        view = self.view_of(key)
        self.detail.setVisible(view is not None)
        if view is not None:
            self.detail.set_view(view)

    def _show_hint(self) -> None:
        roomy = self.height() >= em(self, _ROOMY)
        self.hint.setVisible(self.wants_hint and self.count > 0 and roomy)

    def _widen(self) -> None:
        self.list.setMinimumWidth(em(self, 12))
        if self._widths_are_ours:
            left = min(em(self, 20), self.width() * 3 // 10)
            self._splitter.setSizes([left, self.width() - left])

    def _moved(self) -> None:
        self._widths_are_ours = False
