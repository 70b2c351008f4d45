"""The claims that are suggested in the document of one pane, and the lines under them."""

from PySide6.QtCore import QObject, Signal

from reviewer.domain.changes import Changes
from reviewer.domain.proposals import ClaimProposal
from reviewer.services import proposed
from reviewer.ui.document_pane import DocumentPane
from reviewer.ui.models.row_roles import one_line
from reviewer.ui.models.suggested_claims import topic_words
from reviewer.ui.session import Session
from reviewer.ui.spans import Span
from reviewer.ui.views.suggested_marks import SuggestedMarks

_MATTERS = ("suggestion_decision", "annotation", "claim", "source", "edition")


class PaneClaims(QObject):
    """``rows`` are those still to be decided; ``changed`` when they may be others."""

    changed = Signal()
    clicked = Signal(str)  # the key of a suggestion

    def __init__(self, session: Session, pane: DocumentPane) -> None:
        super().__init__(pane)
        self._session, self.pane = session, pane
        self._found: tuple[ClaimProposal, ...] = ()  # in the document, whatever became of them
        self.rows: tuple[ClaimProposal, ...] = ()
        self.was_read = False
        self.marks = SuggestedMarks(pane.view)
        self.marks.clicked.connect(self.clicked)
        pane.source_changed.connect(lambda _id: self.load())

    def load(self) -> None:
        """Look the suggestions of the open document up."""
        edition_id = self.pane.edition_id
        self._found, self.was_read = (), False
        if edition_id:
            project = self._session.project
            self._found = proposed.claims_in(project, edition_id)
            self.was_read = proposed.was_read(project, edition_id)
        self._fill()

    def refresh(self, changes: Changes) -> None:
        """Keep up with what was done."""
        if self.pane.edition_id and any(map(changes.touched, _MATTERS)):
            self._fill()

    def _fill(self) -> None:
        """What is left of what was found: the annotations that the pane holds are asked."""
        made = (row.annotation for row in self.pane.rows.values())
        self.rows = (
            proposed.still_pending(self._session.project, self._found, made) if self._found else ()
        )
        self.marks.set_spans(
            Span(
                each.key,
                each.claim.start,
                each.claim.end,
                label=f"Suggested: {topic_words(each)}, {one_line(each.claim.exact)}",
            )
            for each in self.rows
        )
        self.changed.emit()
