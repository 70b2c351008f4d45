"""What a reviewer does on the Read page: each gesture becomes one call of a service."""

from typing import TYPE_CHECKING

from reviewer.domain.claim import Claim
from reviewer.domain.vocabulary import Dimension, RelationKind
from reviewer.services import annotating, codebook, reading, relating, sources
from reviewer.ui.annotation_rows import span_of
from reviewer.ui.session import Session

if TYPE_CHECKING:
    from reviewer.ui.read_page import ReadPage


class ReadEditing:
    """Takes the signals of the page's panes; what came of them is shown by the page's refresh."""

    def __init__(self, session: Session, page: "ReadPage") -> None:
        self._session = session
        self._page = page
        page.sources.remove_requested.connect(lambda key: session.run(sources.remove_source, key))
        page.view.tag_chosen.connect(self._tag)
        page.view.note_chosen.connect(self._note)
        page.view.span_moved.connect(self._move_span)
        page.view.hinted.connect(lambda told: session.said.emit(told, False))
        page.view.relate_requested.connect(self.start_relating)
        page.picker.relation_made.connect(self._relate)
        page.picker.cancelled.connect(self.leave_picker)
        self._connect_codebook()
        self._connect_panel()

    def _connect_codebook(self) -> None:
        run, tree = self._session.run, self._page.codebook
        tree.tag_added.connect(lambda name, parent: run(codebook.add_tag, name, parent))
        tree.tag_changed.connect(lambda seen, new: run(codebook.change_tag, seen, new))
        tree.tag_moved.connect(lambda key, to, place: run(codebook.move_tag, key, to, place))
        tree.tag_merged.connect(lambda key, into: run(codebook.merge_tags, key, into))
        tree.tag_deleted.connect(lambda key: run(codebook.delete_tag, key))
        tree.delete_requested.connect(self._ask_delete_tag)
        tree.tag_chosen.connect(self.tag_selection)

    def _connect_panel(self) -> None:
        run, panel = self._session.run, self._page.panel
        panel.claim_edited.connect(self._edit_claim)
        panel.note_edited.connect(self._edit_note)
        panel.tag_added.connect(lambda key, tag: run(annotating.add_tag_to, key, tag))
        panel.tag_removed.connect(lambda key, tag: run(annotating.remove_tag_from, key, tag))
        panel.new_tag_requested.connect(self._new_tag_for)
        panel.delete_requested.connect(lambda key: run(annotating.delete_annotation, key))
        panel.relate_requested.connect(self.start_relating)

    def tag_selection(self, tag_id: str) -> None:
        """Tag the selected text, or else the selected annotation."""
        if self._page.selection is not None:
            self._tag(tag_id, *self._page.selection)
        elif self._page.annotation_id:
            self._session.run(annotating.add_tag_to, self._page.annotation_id, tag_id)

    def _tag(self, tag_id: str | None, start: int, end: int) -> str:
        changes = self._session.run(
            annotating.tag_passage, self._page.edition_id, start, end, tag_id or None
        )
        if changes is None:
            return ""
        made = changes.inserted("annotation")
        at = made or annotating.annotations_at(
            self._session.project, self._page.edition_id, start, end
        )
        if at:
            self._page.view.clear_selection()
            self._page.select_annotation(at[0])
        return at[0] if at else ""

    def _note(self, start: int, end: int) -> None:
        if self._tag(None, start, end):
            self._page.panel.focus_note()

    def note_on_selection(self) -> None:
        """Annotate the selected text and put the caret into its note."""
        if self._page.selection is not None:
            self._note(*self._page.selection)

    def _move_span(self, key: str, seen: tuple[int, int], start: int, end: int) -> None:
        done = self._session.run(annotating.move_span, key, seen, start, end)
        row = self._page.panel.model.row(key)
        if not done and row is not None:  # it was refused: show where it still is
            self._page.view.update_spans([span_of(row)])

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

    def _ask_delete_tag(self, tag_id: str) -> None:
        told = codebook.deletion_consequences(self._session.project, tag_id)
        self._page.codebook.ask_delete(self._page.tags[tag_id], told)

    def _edit_claim(self, annotation_id: str, seen: Claim | None, new: Claim | None) -> None:
        if seen is None and new == Claim():
            new = annotating.read_claim_for(self._session.project, annotation_id)
        self._session.edit(
            annotating.edit_claim, annotation_id, seen, new,
            on_conflict=lambda _field, _theirs: self._show_claim_conflict(annotation_id),
        )  # fmt: skip

    def _show_claim_conflict(self, annotation_id: str) -> None:
        for stored in reading.annotations(self._session.project, [annotation_id]):
            self._page.panel.show_conflict("claim", stored.claim or Claim())

    def _edit_note(self, annotation_id: str, seen: str, new: str) -> None:
        self._session.edit(
            annotating.edit_note, annotation_id, seen, new,
            on_conflict=lambda _field, theirs: self._page.panel.show_conflict("note", str(theirs)),
        )  # fmt: skip

    def make_claim(self) -> None:
        """Read a claim from the text of the selected annotation, if it has none; then edit it."""
        row = self._page.panel.model.row(self._page.annotation_id)
        if row is not None and row.annotation.claim is None:
            self._edit_claim(self._page.annotation_id, None, Claim())
        self._page.panel.focus_editor()

    def delete_annotation(self) -> None:
        """Delete the selected annotation; the status line offers Undo."""
        if self._page.annotation_id:
            self._session.run(annotating.delete_annotation, self._page.annotation_id)

    def start_relating(self, annotation_id: str = "") -> None:
        """Show the list of possible other sides of an annotation (else of the selected one)."""
        annotation_id = annotation_id or self._page.annotation_id
        if not annotation_id:
            return
        self._page.panel.flush()
        candidates = relating.candidates(self._session.project, annotation_id)
        self._page.right.setCurrentWidget(self._page.picker)
        self._page.picker.start(self._page.passage(annotation_id), candidates)

    def _relate(self, kind: RelationKind, dimension: Dimension | None, members: list[str]) -> None:
        if self._session.run(relating.relate, kind, dimension, members) is not None:
            self.leave_picker()

    def leave_picker(self) -> None:
        """Give up picking another side: the annotations again."""
        if self._page.right.currentWidget() is self._page.picker:
            self._page.right.setCurrentWidget(self._page.panel)
            self._page.panel.focus_list()
