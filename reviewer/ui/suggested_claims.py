"""Suggested claims on the Read page: under the text, and in a list in the annotations' place."""

from PySide6.QtCore import QObject, Signal

from reviewer.domain.changes import Changes
from reviewer.domain.proposals import ClaimProposal, Outcome
from reviewer.domain.wording import short_quantity_text
from reviewer.services import deciding, proposed
from reviewer.ui.document_pane import DocumentPane
from reviewer.ui.models.row_roles import one_line
from reviewer.ui.models.suggested_claims import topic_words
from reviewer.ui.models.suggestion_list import record_words
from reviewer.ui.passage_desk import PassageDesk
from reviewer.ui.session import Session
from reviewer.ui.spans import Span
from reviewer.ui.views.suggested_marks import SuggestedMarks
from reviewer.ui.views.suggested_panel import SuggestedPanel

_MATTERS = ("suggestion_decision", "annotation", "claim", "source", "edition")


class SuggestedClaims(QObject):
    """Joins the pane that is read, its list of suggested claims, and the session."""

    selected = Signal(str)  # the key of a suggestion; empty for none

    def __init__(self, session: Session, pane: DocumentPane, desk: PassageDesk) -> None:
        super().__init__(pane)
        self._session, self._pane, self._desk = session, pane, desk
        self._found: tuple[ClaimProposal, ...] = ()  # in the open document, whatever became of it
        self._was_read = False
        self.marks = SuggestedMarks(pane.view)
        self.panel = SuggestedPanel(short_quantity_text)
        desk.addWidget(self.panel)
        panel = self.panel
        pane.source_changed.connect(lambda _id: self.load())
        pane.annotation_opened.connect(lambda _id: self.close())
        self.marks.clicked.connect(self._clicked)
        desk.panel.suggestions_requested.connect(self.open)
        panel.accepted.connect(lambda key: self._done(session.run(deciding.accept, key)))
        panel.dismissed.connect(lambda key: self._done(session.run(deciding.dismiss, key)))
        panel.edit_requested.connect(self._edit)
        panel.selected.connect(self._show)
        panel.closed.connect(self._back)

    @property
    def is_open(self) -> bool:
        """Whether the list stands in the annotations' place."""
        return self._desk.currentWidget() is self.panel

    @property
    def current_key(self) -> str:
        """The suggestion that is selected in the list while it is open; else empty."""
        return self.panel.current_key if self.is_open else ""

    def load(self) -> None:
        """Look the suggestions of the open document up."""
        edition_id = self._pane.edition_id
        self._found, self._was_read = (), False
        if edition_id:
            project = self._session.project
            self._found = proposed.claims_in(project, edition_id)
            self._was_read = proposed.was_read(project, edition_id)
        self._fill()

    def _fill(self) -> None:
        """What is left of what was found: the annotations that the pane holds are asked."""
        rows = (
            proposed.still_pending(
                self._session.project,
                self._found,
                (row.annotation for row in self._pane.rows.values()),
            )
            if self._found
            else ()
        )
        self.panel.set_rows(rows, was_read=self._was_read)
        if self._was_read:
            self.panel.set_record(record_words(proposed.record_of_claims(self._session.project)))
        self._desk.panel.set_suggested(len(rows))
        self.marks.set_spans(
            Span(
                each.key,
                each.claim.start,
                each.claim.end,
                label=f"Suggested: {topic_words(each)}, {one_line(each.claim.exact)}",
            )
            for each in rows
        )

    def refresh(self, changes: Changes) -> None:
        """Keep up with what was done."""
        if self._pane.edition_id and any(map(changes.touched, _MATTERS)):
            self._fill()

    def open(self) -> None:
        """Show the list, with the keyboard in it."""
        self._desk.panel.flush()
        self._desk.setCurrentWidget(self.panel)
        self.panel.enter()

    def close(self) -> None:
        """Show the annotations again."""
        if self.is_open:
            self._desk.setCurrentWidget(self._desk.panel)
            self.marks.set_selected("")
            self.selected.emit("")

    def _back(self) -> None:
        self.close()
        self._desk.panel.focus_list()

    def _clicked(self, key: str) -> None:
        self._desk.setCurrentWidget(self.panel)
        self.panel.select(key)
        self._show(key)

    def _show(self, key: str) -> None:
        row = self.panel.row_of(key)
        self.marks.set_selected(key if row else "")
        if row and self.is_open:
            self._pane.view.bring(row.claim.start)
        self.selected.emit(self.current_key)

    def _done(self, changes: Changes | None) -> bool:
        """What was refused was read anew or decided elsewhere: show what is suggested now."""
        if changes is None:
            self.load()
        return bool(changes)

    def _edit(self, key: str) -> None:
        if not self._done(self._session.run(deciding.accept, key, Outcome.EDITED)):
            return
        annotation_id = proposed.made_of(self._session.project, key)
        self.close()
        self._pane.select(annotation_id)
        self._desk.panel.focus_editor()
