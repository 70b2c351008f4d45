"""Suggested claims of a page: under its documents' texts, and listed in the annotations' place."""

from PySide6.QtCore import QObject, Signal

from reviewer.domain.changes import Changes
from reviewer.domain.proposals import Outcome
from reviewer.domain.wording import short_quantity_text
from reviewer.services import deciding, proposed, reading
from reviewer.ui.models.suggestion_list import record_words
from reviewer.ui.pane_claims import PaneClaims
from reviewer.ui.passage_desk import PassageDesk
from reviewer.ui.session import Session
from reviewer.ui.views.suggested_panel import SuggestedPanel


class SuggestedClaims(QObject):
    """Joins the panes of a desk, one list that follows the desk's pane, and the session."""

    selected = Signal(str)  # the key of a suggestion; empty for none

    def __init__(self, session: Session, desk: PassageDesk) -> None:
        super().__init__(desk)
        self._session, self._desk = session, desk
        self._of = {pane: PaneClaims(session, pane) for pane in desk.panes}
        self.panel = SuggestedPanel(short_quantity_text)
        desk.addWidget(self.panel)
        for claims in self._of.values():
            claims.changed.connect(lambda claims=claims: self._if_served(claims))
            claims.clicked.connect(lambda key, claims=claims: self._clicked(claims, key))
            claims.pane.annotation_opened.connect(lambda _id: self.close())
        desk.pane_changed.connect(self._serve)
        desk.panel.suggestions_requested.connect(self.open)
        panel = self.panel
        panel.accepted.connect(lambda key: self._done(session.run(deciding.accept, key)))
        panel.dismissed.connect(
            lambda key, why: self._done(session.run(deciding.dismiss, key, why))
        )
        panel.edit_requested.connect(self._edit)
        panel.selected.connect(self._show)
        panel.closed.connect(self._back)
        self._fill()

    @property
    def is_open(self) -> bool:
        """Whether the list stands in the annotations' place."""
        return self._desk.currentWidget() is self.panel

    @property
    def current_key(self) -> str:
        """The suggestion that is selected in the list while it is open; else empty."""
        return self.panel.current_key if self.is_open else ""

    @property
    def served(self) -> PaneClaims:
        """The claims that the list shows: those of the document that had the focus last."""
        return self._of[self._desk.pane]

    @property
    def are_marked(self) -> bool:
        """Whether there are lines under them in the documents."""
        return self.served.marks.is_shown

    def set_marked(self, *, marked: bool) -> None:
        """Underline them in the documents, or leave them unmarked."""
        for claims in self._of.values():
            claims.marks.set_shown(shown=marked)

    def load(self) -> None:
        """Look the suggestions of the open documents up."""
        for claims in self._of.values():
            claims.load()

    def refresh(self, changes: Changes) -> None:
        """Keep up with what was done; what is taken back is selected again."""
        for claims in self._of.values():
            claims.refresh(changes)
        if changes.touched("source") and not self.served.pane.edition_id:
            self._fill()  # there may be one to open now, or none any more
        for key in changes.deleted("suggestion_decision"):
            if self.is_open and self.panel.row_of(key):
                self.panel.select(key)

    def open(self) -> None:
        """Show the list, with the keyboard in it."""
        self._desk.panel.flush()
        self._desk.setCurrentWidget(self.panel)
        self.panel.enter(self._desk.pane.view.top_offset())

    def close(self) -> None:
        """Show the annotations again."""
        if self.is_open:
            self._desk.setCurrentWidget(self._desk.panel)
            self._mark("")
            self.selected.emit("")

    def _if_served(self, claims: PaneClaims) -> None:
        if claims is self.served:
            self._fill()

    def _serve(self) -> None:
        """Another document has the focus: nothing of it is selected yet."""
        self.panel.clear()
        self._mark("")
        self._fill()

    def _fill(self) -> None:
        claims, session = self.served, self._session
        is_open = bool(claims.pane.edition_id)
        self.panel.set_place(claims.pane.name)
        self.panel.set_rows(
            claims.rows,
            is_open=is_open,
            was_read=claims.was_read,
            any_source=is_open or (session.is_open and bool(reading.source_ids(session.project))),
        )
        if claims.was_read:
            record = proposed.record_of_claims(session.project)
            self.panel.set_record(record_words(record))
        self._desk.panel.set_suggested(len(claims.rows))

    def _back(self) -> None:
        self.close()
        self._desk.panel.focus_list()

    def _clicked(self, claims: PaneClaims, key: str) -> None:
        if self._desk.is_picking:  # the click is about the other side of a relation
            return
        self._desk.follow(claims.pane)
        self._desk.panel.flush()
        self._desk.setCurrentWidget(self.panel)
        self.panel.select(key)
        self._show(key)

    def _show(self, key: str) -> None:
        row = self.panel.row_of(key)
        self._mark(key if row else "")
        if row and self.is_open:
            self._desk.pane.view.bring(row.claim.start)
        self.selected.emit(self.current_key)

    def _mark(self, key: str) -> None:
        for claims in self._of.values():
            claims.marks.set_selected(key if claims is self.served else "")

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
        self._desk.pane.select(annotation_id)
        self._desk.panel.focus_editor()
