"""What a reviewer does with passages on any page: each gesture becomes one call of a service."""

from reviewer.domain.claim import Claim
from reviewer.domain.vocabulary import Dimension, RelationKind
from reviewer.services import annotating, codebook, reading, relating
from reviewer.ui.annotation_rows import span_of
from reviewer.ui.document_pane import DocumentPane
from reviewer.ui.passage_desk import PassageDesk
from reviewer.ui.session import Session


class PassageEditing:
    """Takes the signals of a desk and its panes; what came of them is shown by their refresh."""

    def __init__(self, session: Session, desk: PassageDesk) -> None:
        self._session = session
        self._desk = desk
        desk.picker.relation_made.connect(self._relate)
        desk.picker.cancelled.connect(self.leave_picker)
        for pane in desk.panes:
            self._connect_pane(pane)
        self._connect_panel()

    def _connect_pane(self, pane: DocumentPane) -> None:
        desk, view = self._desk, pane.view
        # The bar on the selection may be used while another pane has the focus.
        for gesture in (view.tag_chosen, view.note_chosen, view.more_tags_requested):
            gesture.connect(lambda *_: desk.follow(pane))
        view.tag_chosen.connect(self._tag)
        view.note_chosen.connect(self._note)
        view.span_moved.connect(lambda *moved: self._move_span(pane, *moved))
        view.hinted.connect(lambda told: self._session.said.emit(told, False))
        view.relate_requested.connect(lambda: self._relate_in(pane))

    def _connect_panel(self) -> None:
        run, panel = self._session.run, self._desk.panel
        panel.claim_edited.connect(self._edit_claim)
        panel.note_edited.connect(self._edit_note)
        panel.tag_added.connect(lambda key, tag: run(annotating.add_tag_to, key, tag))
        panel.tag_removed.connect(lambda key, tag: run(annotating.remove_tag_from, key, tag))
        panel.new_tag_requested.connect(self._new_tag_for)
        panel.delete_requested.connect(lambda key: run(annotating.delete_annotation, key))
        panel.relate_requested.connect(self.start_relating)

    def tag_selection(self, tag_id: str) -> None:
        """Tag the selected text, or else the selected annotation."""
        pane = self._desk.pane
        if pane.selection is not None:
            self._tag(tag_id, *pane.selection)
        elif pane.annotation_id:
            self._session.run(annotating.add_tag_to, pane.annotation_id, tag_id)

    def _tag(self, tag_id: str | None, start: int, end: int) -> str:
        pane = self._desk.pane
        changes = self._session.run(
            annotating.tag_passage, pane.edition_id, start, end, tag_id or None
        )
        if changes is None:
            return ""
        made = changes.inserted("annotation")
        at = made or annotating.annotations_at(self._session.project, pane.edition_id, start, end)
        if at:
            pane.view.clear_selection()
            pane.select(at[0])
        return at[0] if at else ""

    def _note(self, start: int, end: int) -> None:
        if self._tag(None, start, end):
            self._desk.panel.focus_note()

    def note_on_selection(self) -> None:
        """Annotate the selected text and put the caret into its note."""
        if self._desk.pane.selection is not None:
            self._note(*self._desk.pane.selection)

    def _move_span(
        self, pane: DocumentPane, key: str, seen: tuple[int, int], start: int, end: int
    ) -> None:
        done = self._session.run(annotating.move_span, key, seen, start, end)
        row = pane.rows.get(key)
        if not done and row is not None:  # it was refused: show where it still is
            pane.view.update_spans([span_of(row)])

    def tag_with_new(self, name: str, start: int, end: int) -> None:
        """Make a tag of that name and tag the passage with it."""
        changes = self._session.run(codebook.add_tag, name)
        if changes:
            self._tag(changes.inserted("tag")[0], start, end)

    def tag_span(self, tag_id: str, start: int, end: int) -> None:
        """Tag a passage that was selected before."""
        self._tag(tag_id, start, end)

    def _new_tag_for(self, annotation_id: str, name: str) -> None:
        changes = self._session.run(codebook.add_tag, name)
        if changes:
            tag_id = changes.inserted("tag")[0]
            self._session.run(annotating.add_tag_to, annotation_id, tag_id)

    def _edit_claim(self, annotation_id: str, seen: Claim | None, new: Claim | None) -> None:
        if seen is None and new == Claim():
            new = annotating.read_claim_for(self._session.project, annotation_id)
        self._session.edit(
            annotating.edit_claim, annotation_id, seen, new,
            on_conflict=lambda _field, _theirs: self._show_claim_conflict(annotation_id),
        )  # fmt: skip

    def _show_claim_conflict(self, annotation_id: str) -> None:
        for stored in reading.annotations(self._session.project, [annotation_id]):
            self._desk.panel.show_conflict("claim", stored.claim or Claim())

    def _edit_note(self, annotation_id: str, seen: str, new: str) -> None:
        self._session.edit(
            annotating.edit_note, annotation_id, seen, new,
            on_conflict=lambda _field, theirs: self._desk.panel.show_conflict("note", str(theirs)),
        )  # fmt: skip

    def make_claim(self) -> None:
        """Read a claim from the text of the selected annotation, if it has none; then edit it."""
        pane = self._desk.pane
        row = pane.rows.get(pane.annotation_id)
        if row is not None and row.annotation.claim is None:
            self._edit_claim(pane.annotation_id, None, Claim())
        self._desk.panel.focus_editor()

    def delete_annotation(self) -> None:
        """Delete the selected annotation; the status line offers Undo."""
        if self._desk.pane.annotation_id:
            self._session.run(annotating.delete_annotation, self._desk.pane.annotation_id)

    def start_relating(self, annotation_id: str = "") -> None:
        """Show the list of possible other sides of an annotation (else of the selected one)."""
        annotation_id = annotation_id or self._desk.pane.annotation_id
        if annotation_id:
            self._desk.flush()
            candidates = relating.candidates(self._session.project, annotation_id)
            self._desk.setCurrentWidget(self._desk.picker)
            self._desk.picker.start(self._desk.passage(annotation_id), candidates)

    def relate_pair(self, first_id: str, other_id: str) -> None:
        """Ask how two annotations stand to each other; from there one can go back to the list."""
        self.start_relating(first_id)
        self._desk.picker.pick_from_document(self._desk.passage(other_id))

    def relate_selected(self) -> None:
        """The selected annotation is the side that is being picked, or the first of a relation.

        With two documents side by side, what is selected in both is related, unless it is already.
        """
        key, other = self._desk.pane.annotation_id, self._desk.counterpart_id
        if not key:
            return
        if self._desk.is_picking:
            self._desk.picker.pick_from_document(self._desk.passage(key))
        elif other and not self._are_related(key, other):
            self.relate_pair(other, key)
        else:
            self.start_relating(key)

    def _relate_in(self, pane: DocumentPane) -> None:
        self._desk.follow(pane)
        self.relate_selected()

    def _are_related(self, one: str, other: str) -> bool:
        found = reading.relations_of(self._session.project, [one])
        return any(other in view.relation.members for view in found)

    def _relate(self, kind: RelationKind, dimension: Dimension | None, members: list[str]) -> None:
        if self._session.run(relating.relate, kind, dimension, members) is not None:
            self.leave_picker()

    def leave_picker(self) -> None:
        """Give up picking another side: the annotations again."""
        if self._desk.is_picking:
            self._desk.setCurrentWidget(self._desk.panel)
            self._desk.panel.focus_list()
