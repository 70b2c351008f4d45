"""The suggested claims of the open document in a list, with a key for each thing to do of them."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.proposals import ClaimProposal
from reviewer.ui.metrics import SMALL, em, grid
from reviewer.ui.models.relation_words import Show
from reviewer.ui.models.suggested_claims import SuggestedClaimsModel
from reviewer.ui.views.empty_state import EmptyState
from reviewer.ui.views.link_button import LinkButton
from reviewer.ui.views.row_delegate import RowDelegate
from reviewer.ui.views.row_list import RowList
from reviewer.ui.views.suggestions_workbench import IMPORT, NO_SOURCES
from reviewer.ui.views.tone_label import ToneLabel
from reviewer.ui.views.words import Words, rescale

NO_SOURCE = "Open a source to see the claims that are suggested in it."
UNREAD = "This source was not read for suggestions yet."
NONE_LEFT = "No claims are suggested here any more."
READ = "Read it for suggestions"


class SuggestedPanel(QWidget):
    """Signals carry the key of the suggestion that is selected; ``dismissed`` also why."""

    accepted = Signal(str)
    edit_requested = Signal(str)
    dismissed = Signal(str, str)
    selected = Signal(str)  # empty for none
    closed = Signal()  # back to the annotations
    run_requested = Signal()
    import_requested = Signal()

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SuggestedClaimsModel(show, self)
        self._place = ""
        self._any_source = False
        self.title = ToneLabel("Suggested claims", "text", strong=True)
        self.back = LinkButton("Annotations")
        self.back.setToolTip("Back to the annotations (Esc)")
        self.record = Words(role="muted", size=SMALL).wrapping()
        self.list = RowList(self._model, "Suggested claims", self)
        self.list.setItemDelegate(RowDelegate(2, parent=self.list))
        self.empty = EmptyState(NO_SOURCES, IMPORT)
        self.accept_button = _button("Accept", "Make the claim (A or Enter)")
        self.edit_button = _button("Edit", "Make the claim, and open it for editing (E)")
        self.why = QLineEdit()
        self.why.setPlaceholderText("Why not?")
        self.why.setAccessibleName("Why the claim is dismissed, optional")
        self.why.setToolTip("W goes here; Enter dismisses, Esc goes back to the list")
        self.dismiss_button = _button("Dismiss", "Not to be suggested again (D or Delete)")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self.setFocusProxy(self.list)
        self._lay_out()
        self._wire()
        self.set_rows((), is_open=False, was_read=False, any_source=False)

    @property
    def count(self) -> int:
        """How many claims are suggested."""
        return self._model.rowCount()

    @property
    def current_key(self) -> str:
        """Which suggestion is selected, or empty."""
        return self.list.current_key if self.count else ""

    def row_of(self, key: str) -> ClaimProposal | None:
        """A suggestion that is listed."""
        return self._model.row_at(self._model.place_of(key))

    def set_place(self, name: str) -> None:
        """Which of several documents this is about, e.g. "left"; empty where there is one."""
        self._place = f", {name.lower()}" if name else ""

    def clear(self) -> None:
        """List nothing, and select nothing of what comes next."""
        self._model.set_rows(())

    def set_rows(
        self, rows: Iterable[ClaimProposal], *, is_open: bool, was_read: bool, any_source: bool
    ) -> None:
        """The suggestions of the document; the selected one stays, or the next becomes so.

        ``is_open`` tells whether there is a document, ``was_read`` whether it was read for them,
        ``any_source`` whether there is one to open.
        """
        focused = QApplication.focusWidget()
        here = focused is not None and self.isAncestorOf(focused)
        self.list.go_on(lambda: self._model.set_rows(rows))
        self.title.setText(f"Suggested claims{self._place} ({self.count:,})")
        self._any_source = any_source
        self._say_what_to_do(is_open=is_open, was_read=was_read)
        self._stack.setCurrentWidget(self.list if self.count else self.empty)
        self.record.setVisible(self.count > 0)
        self._enable()
        if here and not (self.count and self.why.hasFocus()):
            self._place_to_be().setFocus()

    def _say_what_to_do(self, *, is_open: bool, was_read: bool) -> None:
        if not self._any_source:
            text = NO_SOURCES
        elif not is_open:
            text = NO_SOURCE
        else:
            text = NONE_LEFT if was_read else UNREAD
        button = self.empty.button
        self.empty.set_text(text)
        button.setText(READ if self._any_source else IMPORT)
        button.setToolTip("" if self._any_source else f"{IMPORT} (Ctrl+I)")
        button.setVisible(text in {NO_SOURCES, UNREAD})

    def set_record(self, words: str) -> None:
        """What became of such suggestions so far."""
        self.record.setText(f"Read in the text; {words}")

    def select(self, key: str) -> None:
        """Select a suggestion, e.g. one that was clicked at in the document."""
        self.list.select_key(key)

    def enter(self, reading_at: int = 0) -> None:
        """The keyboard to the list; if no row is selected, on the first behind ``reading_at``."""
        if self.count and not self.current_key:
            self.list.setCurrentIndex(self._model.first_behind(reading_at))
        self._place_to_be().setFocus()

    def _place_to_be(self) -> QWidget:
        if self.count:
            return self.list
        return self.back if self.empty.button.isHidden() else self.empty.button

    def act(self, name: str) -> None:
        """``accept``, ``edit`` or ``dismiss`` the selected suggestion, if there is one."""
        key, why = self.current_key, self.why.text().strip()
        if key and name == "dismiss":
            if self.why.hasFocus():
                self.list.setFocus()
            self.dismissed.emit(key, why)
        elif key:
            {"accept": self.accepted, "edit": self.edit_requested}[name].emit(key)

    def minimumSizeHint(self) -> QSize:
        """A few rows; Qt would have room for the record with a word a line."""
        return QSize(super().minimumSizeHint().width(), em(self, 10))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            rescale(self)
            self._space()

    def _wire(self) -> None:
        for text, keys, name in (
            ("Accept", ("A", "Return", "Enter"), "accept"),
            ("Accept and edit", ("E",), "edit"),
            ("Dismiss", ("D", "Del"), "dismiss"),
        ):
            act = self.list.add_action(text, *keys)
            act.triggered.connect(lambda _=False, name=name: self.act(name))
        self.list.add_action("Say why, then dismiss", "W").triggered.connect(self.why.setFocus)
        back = QShortcut(QKeySequence("Esc"), self.why)
        back.setContext(Qt.ShortcutContext.WidgetShortcut)
        back.activated.connect(self.list.setFocus)
        self.why.returnPressed.connect(lambda: self.act("dismiss"))
        self.list.add_action("Back to the annotations", "Esc").triggered.connect(self.closed)
        self.accept_button.clicked.connect(lambda: self.act("accept"))
        self.edit_button.clicked.connect(lambda: self.act("edit"))
        self.dismiss_button.clicked.connect(lambda: self.act("dismiss"))
        self.back.clicked.connect(self.closed)
        self.empty.button.clicked.connect(self._begin)
        self.list.key_changed.connect(self._selected)

    def _begin(self) -> None:
        (self.run_requested if self._any_source else self.import_requested).emit()

    def _selected(self, _key: str) -> None:
        self.why.clear()  # it was about another
        self._enable()
        self.selected.emit(self.current_key)

    def _enable(self) -> None:
        for part in (self.accept_button, self.edit_button, self.why, self.dismiss_button):
            part.setEnabled(bool(self.current_key))
            part.setVisible(self.count > 0)

    def _lay_out(self) -> None:
        self._head, self._foot = QVBoxLayout(), QVBoxLayout()
        self._names = QHBoxLayout()
        self._names.addWidget(self.title, 1)
        self._names.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addLayout(self._names)
        self._head.addWidget(self.record)
        self._taking, self._leaving = QHBoxLayout(), QHBoxLayout()
        for button in (self.accept_button, self.edit_button):
            self._taking.addWidget(button, 1)
        self._leaving.addWidget(self.why, 1)
        self._leaving.addWidget(self.dismiss_button)
        self._foot.addLayout(self._taking)
        self._foot.addLayout(self._leaving)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._stack, 1)
        column.addLayout(self._foot)
        self._space()

    def _space(self) -> None:
        step = grid(self)
        for column in (self._head, self._foot):
            column.setContentsMargins(3 * step, 3 * step, 3 * step, 2 * step)
        self._head.setSpacing(0)
        self._foot.setSpacing(2 * step)
        for row in (self._names, self._taking, self._leaving):
            row.setSpacing(2 * step)


def _button(text: str, tooltip: str) -> QPushButton:
    made = QPushButton(text)
    made.setToolTip(tooltip)
    made.setAutoDefault(True)  # Enter presses it
    return made
