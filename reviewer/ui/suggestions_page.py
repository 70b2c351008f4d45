"""Suggested relations wired to the session: what is pending, and what a person makes of it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.domain.changes import Changes
from reviewer.domain.proposals import Outcome, SuggestionView
from reviewer.domain.views import Passage
from reviewer.domain.wording import quantity_text
from reviewer.services import deciding, proposed, reading
from reviewer.ui.session import Session
from reviewer.ui.views.suggestions_workbench import SuggestionsWorkbench

_MATTERS = ("suggestion_decision", "relation", "relation_member", "annotation", "claim", "source",
            "edition")  # fmt: skip
"""Tables on which it depends what is still to be decided."""


class SuggestionsPage(QWidget):
    """Looks up what is pending when it is shown, and after each change while it is."""

    counted = Signal(object)  # how many are pending; None while that is not known
    edit_requested = Signal(str)  # of a relation that was just made
    compare_requested = Signal(object)  # a list of Passage
    passage_requested = Signal(object)  # a Passage to go to
    selected = Signal(str)
    run_requested = Signal()
    import_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_stale = True
        self._found: tuple[SuggestionView, ...] | None = None  # None until it is looked up
        self.workbench = SuggestionsWorkbench(quantity_text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.workbench)
        self.setFocusProxy(self.workbench)
        bench = self.workbench
        bench.accepted.connect(self._accept)
        bench.edit_requested.connect(self._edit)
        bench.dismissed.connect(self._dismiss)
        bench.compare_requested.connect(self._compare)
        bench.jump_requested.connect(self._jump)
        bench.selected.connect(self.selected)
        bench.run_requested.connect(self.run_requested)
        bench.import_requested.connect(self.import_requested)

    def load(self) -> None:
        """Look everything up: another project was opened, or the texts were read again."""
        self._is_stale, self._found = True, None
        if self.isVisible():
            self._look()
        else:
            self.counted.emit(None)

    def clear(self) -> None:
        """Show nothing: the project is closed."""
        self._found = ()
        self.workbench.set_rows((), was_read=False, any_source=False)
        self.counted.emit(None)

    def refresh(self, changes: Changes) -> None:
        """Keep up with what was done."""
        if any(map(changes.touched, ("source", "edition"))):
            self._found = None  # titles, grades, and what the trash hides
        if any(map(changes.touched, _MATTERS)):
            self._is_stale = True
            if self.isVisible():
                self._look()
                for key in changes.deleted("suggestion_decision"):  # taken back: it is here again
                    self.workbench.select(key)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale and self._session.is_open:
            self._look()

    def _look(self) -> None:
        project = self._session.project
        self._is_stale = False
        was_read = proposed.was_read(project)
        if self._found is None:  # a thousand of them take a second, and deciding may not
            self._found = proposed.relations_found(project)
        any_source = bool(reading.source_ids(project))
        rows = proposed.still_open(project, self._found)
        self.workbench.set_rows(rows, was_read=was_read, any_source=any_source)
        self.counted.emit(len(rows) if was_read and any_source else None)

    def _accept(self, key: str) -> None:
        self._done(self._session.run(deciding.accept, key))

    def _dismiss(self, key: str, why: str) -> None:
        self._done(self._session.run(deciding.dismiss, key, why))

    def _done(self, changes: Changes | None) -> bool:
        """What was refused was read anew or decided elsewhere: show what is suggested now."""
        if changes is None:
            self._found = None
            self._look()
        return bool(changes)

    def _edit(self, key: str) -> None:
        if self._done(self._session.run(deciding.accept, key, Outcome.EDITED)):
            self.edit_requested.emit(proposed.made_of(self._session.project, key))

    def _passages(self, key: str) -> tuple[Passage, ...]:
        view = self.workbench.view_of(key)
        return view.passages if view else ()

    def _compare(self, key: str) -> None:
        self.compare_requested.emit(list(self._passages(key)))

    def _jump(self, key: str, number: int) -> None:
        self.passage_requested.emit(self._passages(key)[number])
