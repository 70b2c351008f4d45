"""The Read page: sources and codebook, the document, its annotations; and what is done there."""

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from reviewer.analysis.amounts import parse_amount
from reviewer.domain.changes import Changes
from reviewer.domain.claim import Claim
from reviewer.domain.records import Annotation, Tag
from reviewer.domain.views import Passage, RelationView
from reviewer.domain.vocabulary import Dimension, RelationKind, Status
from reviewer.domain.wording import form_text, short_quantity_text
from reviewer.services import annotating, codebook, reading, relating, sources
from reviewer.ui.metrics import em
from reviewer.ui.models.annotation_list import AnnotationRow, relation_link
from reviewer.ui.session import Session
from reviewer.ui.spans import Span
from reviewer.ui.views.annotation_panel import AnnotationPanel
from reviewer.ui.views.codebook_tree import CodebookTree
from reviewer.ui.views.document_view import DocumentView
from reviewer.ui.views.relate_picker import RelatePicker
from reviewer.ui.views.source_list import SourceList


class ReadPage(QWidget):
    """Wires the three panes to the session; holds which source and annotation are open."""

    relation_requested = Signal(str)  # show it in the workbench
    source_changed = Signal(str)  # its id; empty when none is open
    annotation_changed = Signal(str)  # its id; empty when none is selected
    properties_requested = Signal(str)  # of a source
    import_requested = Signal()
    files_dropped = Signal(list)
    tags_requested = Signal(int, int)  # offer all tags for this span
    selection_changed = Signal(bool)  # whether there is one

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.source_id = ""
        self.edition_id = ""
        self.annotation_id = ""
        self.selection: tuple[int, int] | None = None
        self._tags: dict[str, Tag] = {}
        self._been: list[tuple[str, str]] = []  # source and annotation, for going back
        self.sources = SourceList()
        self.codebook = CodebookTree()
        self.view = DocumentView()
        self.panel = AnnotationPanel(parse_amount, form_text, short_quantity_text)
        self.picker = RelatePicker(short_quantity_text)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.right = QStackedWidget()
        self.right.addWidget(self.panel)
        self.right.addWidget(self.picker)
        self.left = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self.left.addWidget(self.sources)
        self.left.addWidget(self.codebook)
        self.panes = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        for pane, stretch in ((self.left, 0), (self.view, 1), (self.right, 0)):
            self.panes.addWidget(pane)
            self.panes.setStretchFactor(self.panes.indexOf(pane), stretch)
        self._widths_are_ours = True
        self.panes.splitterMoved.connect(self._panes_moved)
        self.left.setSizes([4000, 5000])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panes)

    def restore_panes(self, state: QByteArray) -> None:
        """Widths as they were left; they are kept from now on."""
        self._widths_are_ours = not self.panes.restoreState(state)

    def panes_state(self) -> QByteArray | None:
        """Widths to keep, once the person has chosen any."""
        return None if self._widths_are_ours else self.panes.saveState()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widen()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._widen()

    def _widen(self) -> None:
        """The document keeps half of a narrow window; in a wide one all that the sides leave."""
        if self._widths_are_ours:
            whole = self.width()
            left, right = min(em(self, 19), whole * 2 // 10), min(em(self, 24), whole * 3 // 10)
            self.panes.setSizes([left, whole - left - right, right])

    def _panes_moved(self) -> None:
        self._widths_are_ours = False

    def _connect(self) -> None:
        run = self._session.run
        self.sources.source_selected.connect(self.open_source)
        self.sources.properties_requested.connect(self.properties_requested)
        self.sources.remove_requested.connect(lambda key: run(sources.remove_source, key))
        self.sources.import_requested.connect(self.import_requested)
        self._connect_codebook()
        self.view.tag_chosen.connect(self._tag)
        self.view.note_chosen.connect(self._note)
        self.view.more_tags_requested.connect(self.tags_requested)
        self.view.annotation_activated.connect(self._activated)
        self.view.selection_changed.connect(self._selected)
        self.view.files_dropped.connect(self.files_dropped)
        self._connect_panel()
        self.picker.relation_made.connect(self._relate)
        self.picker.cancelled.connect(self._leave_picker)

    def _connect_codebook(self) -> None:
        run, tree = self._session.run, self.codebook
        tree.tag_added.connect(lambda name, parent: run(codebook.add_tag, name, parent))
        tree.tag_changed.connect(lambda seen, new: run(codebook.change_tag, seen, new))
        tree.tag_moved.connect(lambda key, to, place: run(codebook.move_tag, key, to, place))
        tree.tag_merged.connect(lambda key, into: run(codebook.merge_tags, key, into))
        tree.tag_deleted.connect(lambda key: run(codebook.delete_tag, key))
        tree.delete_requested.connect(self._ask_delete_tag)
        tree.tag_chosen.connect(self.tag_selection)

    def _connect_panel(self) -> None:
        run, panel = self._session.run, self.panel
        panel.annotation_selected.connect(self._picked_in_panel)
        panel.claim_edited.connect(self._edit_claim)
        panel.note_edited.connect(self._edit_note)
        panel.tag_added.connect(lambda key, tag: run(annotating.add_tag_to, key, tag))
        panel.tag_removed.connect(lambda key, tag: run(annotating.remove_tag_from, key, tag))
        panel.new_tag_requested.connect(self._new_tag_for)
        panel.delete_requested.connect(lambda key: run(annotating.delete_annotation, key))
        panel.relate_requested.connect(self.start_relating)
        panel.jump_requested.connect(self.go_to_annotation)
        panel.relation_requested.connect(self.relation_requested)

    # What is shown

    def load(self, source_id: str) -> None:
        """Show the project that was just opened, at this source if it is there, else its first."""
        project = self._session.project
        self._been.clear()
        summaries = reading.source_summaries(project)
        self.sources.set_rows(summaries)
        self._load_tags()
        ids = [summary.source.id for summary in summaries]
        self._close_document()
        if ids:
            self.open_source(source_id if source_id in ids else ids[0])

    def clear(self) -> None:
        """Show nothing: the project is closed."""
        self._close_document()
        self.sources.set_rows(())
        self.codebook.set_tags((), {})

    def _close_document(self) -> None:
        self._leave_picker()
        self.source_id = self.edition_id = ""
        self.view.set_document(None)
        self.panel.set_document_open(False)
        self._set_annotation("")
        self.source_changed.emit("")

    def _load_tags(self) -> None:
        tags = reading.tags(self._session.project)
        self._tags = {tag.id: tag for tag in tags}
        self.codebook.set_tags(tags, reading.tag_counts(self._session.project))
        self.view.set_tags(tags)
        self.panel.set_tags(tags)

    def open_source(self, source_id: str) -> None:
        """Show a source's newest edition with its annotations."""
        if source_id == self.source_id:
            return
        found = reading.source_summaries(self._session.project, [source_id])
        if not found:
            return
        self.panel.flush()
        (summary,) = found
        self.source_id, self.edition_id = source_id, summary.edition.id
        document = reading.document(self._session.project, self.edition_id)
        self.view.set_document(document, summary.source.title, byline(summary.source))
        rows = self._rows(reading.annotations_in(self._session.project, self.edition_id))
        self.view.set_spans(map(self._span, rows))
        self.panel.set_document_open(True)
        self.panel.set_rows(rows)
        self._set_annotation("")
        self.sources.select(source_id)
        self.source_changed.emit(source_id)

    def _rows(self, found: Iterable[Annotation]) -> list[AnnotationRow]:
        given = list(found)
        views = reading.relations_of(self._session.project, [a.id for a in given])
        by_member: dict[str, list[RelationView]] = {}
        for view in views:
            for member in view.relation.members:
                by_member.setdefault(member, []).append(view)
        return [
            AnnotationRow(
                annotation,
                tuple(self._tags[t] for t in annotation.tag_ids if t in self._tags),
                tuple(relation_link(v, annotation.id) for v in by_member.get(annotation.id, ())),
            )
            for annotation in given
        ]

    def _span(self, row: AnnotationRow) -> Span:
        target = row.annotation.target
        is_open = any(
            link.relation.kind is RelationKind.CONTRADICTS and link.relation.status is Status.OPEN
            for link in row.relations
        )
        return Span(
            row.id, target.start, target.end,
            tuple(tag.colour for tag in row.tags), span_label(row),
            related=bool(row.relations), open_contradiction=is_open,
        )  # fmt: skip

    def refresh(self, changes: Changes) -> None:
        """Bring just those rows up to date that the changes touched."""
        project = self._session.project
        touched = reading.sources_touched(project, changes)
        if touched:
            rows = reading.source_summaries(project, touched)
            shown = {row.source.id for row in rows}
            self.sources.update_rows(rows, touched - shown)
            if self.source_id in touched and self.source_id not in shown:
                self._close_document()
            elif self.source_id in touched:
                self._refresh_header(changes)
        if changes.touched("tag") or changes.touched("annotation_tag"):
            self._load_tags()
        self._refresh_annotations(changes)

    def _refresh_header(self, changes: Changes) -> None:
        if self.source_id in changes.touched("source"):
            source = reading.source_of(self._session.project, self.edition_id)
            self.view.set_title(source.title, byline(source))

    def _refresh_annotations(self, changes: Changes) -> None:
        if not self.edition_id:
            return
        project = self._session.project
        touched = set(reading.annotations_touched(project, changes))
        if changes.touched("tag"):  # a new name or colour shows on every annotation that has it
            touched |= {a.id for a in reading.annotations_in(project, self.edition_id)}
        if not touched:
            return
        alive = [a for a in reading.annotations(project, touched)
                 if a.edition_id == self.edition_id]  # fmt: skip
        gone = changes.deleted("annotation")
        rows = self._rows(alive)
        self.view.update_spans(map(self._span, rows), gone)
        self.panel.update_rows(rows, gone)
        if self.annotation_id in gone:
            self._set_annotation("")
        elif self.annotation_id:
            self._mark_selected()

    # Where the reviewer is

    def _set_annotation(self, annotation_id: str) -> None:
        self.annotation_id = annotation_id
        self._mark_selected()
        self.annotation_changed.emit(annotation_id)

    def _mark_selected(self) -> None:
        row = self.panel.model.row(self.annotation_id) if self.annotation_id else None
        related = {p.annotation.id for link in row.relations for p in link.others} if row else set()
        self.view.select_annotation(self.annotation_id or None, related)

    def _activated(self, annotation_id: str) -> None:
        """An annotation was clicked, or opened by Enter, in the document."""
        if self.right.currentWidget() is self.picker:
            self.picker.pick_from_document(self._passage(annotation_id))
            return
        self.panel.select(annotation_id)
        self._set_annotation(annotation_id)

    def _picked_in_panel(self, annotation_id: str) -> None:
        self._set_annotation(annotation_id)
        if annotation_id:
            self.view.show_annotation(annotation_id)

    def _passage(self, annotation_id: str) -> Passage:
        project = self._session.project
        (passage,) = reading.passages(project, reading.annotations(project, [annotation_id]))
        return passage

    def go_to_annotation(self, annotation_id: str) -> None:
        """Open its source, scroll to it and select it; ``go_back`` returns from there."""
        project = self._session.project
        found = reading.annotations(project, [annotation_id])
        if not found:
            return
        if self.source_id:
            self._been.append((self.source_id, self.annotation_id))
        self._show(reading.source_of(project, found[0].edition_id).id, annotation_id)

    def go_back(self) -> None:
        """Return to where the last jump began."""
        if self._been:
            self._show(*self._been.pop())

    def _show(self, source_id: str, annotation_id: str) -> None:
        self.open_source(source_id)
        if annotation_id:
            self.panel.select(annotation_id)
            self._set_annotation(annotation_id)
            self.view.show_annotation(annotation_id)

    def go_to_passage(self, source_id: str, start: int, end: int) -> None:
        """Open a source and flash a passage of it."""
        if self.source_id:
            self._been.append((self.source_id, self.annotation_id))
        self.open_source(source_id)
        if end > start:
            self.view.show_passage(start, end)

    def _selected(self, span: tuple[int, int] | None) -> None:
        self.selection = span
        self.selection_changed.emit(span is not None)

    # What the reviewer does

    def tag_selection(self, tag_id: str) -> None:
        """Tag the selected text, or else the selected annotation."""
        if self.selection is not None:
            self._tag(tag_id, *self.selection)
        elif self.annotation_id:
            self._session.run(annotating.add_tag_to, self.annotation_id, tag_id)

    def _tag(self, tag_id: str | None, start: int, end: int) -> str:
        changes = self._session.run(
            annotating.tag_passage, self.edition_id, start, end, tag_id or None
        )
        if changes is None:
            return ""
        made = changes.inserted("annotation")
        at = made or annotating.annotations_at(self._session.project, self.edition_id, start, end)
        if at:
            self.view.clear_selection()
            self.panel.select(at[0])
            self._set_annotation(at[0])
        return at[0] if at else ""

    def _note(self, start: int, end: int) -> None:
        if self._tag(None, start, end):
            self.panel.focus_note()

    def note_on_selection(self) -> None:
        """Annotate the selected text and put the caret into its note."""
        if self.selection is not None:
            self._note(*self.selection)

    def tag_with_new(self, name: str, start: int, end: int) -> None:
        """Make a tag of that name and tag the passage with it."""
        changes = self._session.run(codebook.add_tag, name)
        if changes:
            self._tag(changes.inserted("tag")[0], start, end)

    def tags(self) -> tuple[Tag, ...]:
        """The codebook as it is shown."""
        return tuple(self._tags.values())

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
        self.codebook.ask_delete(self._tags[tag_id], told)

    def _edit_claim(self, annotation_id: str, seen: Claim | None, new: Claim | None) -> None:
        if seen is None and new == Claim():
            new = annotating.read_claim_for(self._session.project, annotation_id)
        self._session.edit(
            annotating.edit_claim, annotation_id, seen, new,
            on_conflict=lambda _field, _theirs: self._show_claim_conflict(annotation_id),
        )  # fmt: skip

    def _show_claim_conflict(self, annotation_id: str) -> None:
        for stored in reading.annotations(self._session.project, [annotation_id]):
            self.panel.show_conflict("claim", stored.claim or Claim())

    def _edit_note(self, annotation_id: str, seen: str, new: str) -> None:
        self._session.edit(
            annotating.edit_note, annotation_id, seen, new,
            on_conflict=lambda _field, theirs: self.panel.show_conflict("note", str(theirs)),
        )  # fmt: skip

    def make_claim(self) -> None:
        """Read a claim from the text of the selected annotation, if it has none; then edit it."""
        row = self.panel.model.row(self.annotation_id)
        if row is not None and row.annotation.claim is None:
            self._edit_claim(self.annotation_id, None, Claim())
        self.panel.focus_editor()

    def delete_annotation(self) -> None:
        """Delete the selected annotation; the status line offers Undo."""
        if self.annotation_id:
            self._session.run(annotating.delete_annotation, self.annotation_id)

    def start_relating(self, annotation_id: str = "") -> None:
        """Show the list of possible other sides of an annotation (else of the selected one)."""
        annotation_id = annotation_id or self.annotation_id
        if not annotation_id:
            return
        self.panel.flush()
        candidates = relating.candidates(self._session.project, annotation_id)
        self.picker.start(self._passage(annotation_id), candidates)
        self.right.setCurrentWidget(self.picker)
        self.picker.setFocus()

    def _relate(self, kind: RelationKind, dimension: Dimension | None, members: list[str]) -> None:
        if self._session.run(relating.relate, kind, dimension, members) is not None:
            self._leave_picker()

    def _leave_picker(self) -> None:
        self.right.setCurrentWidget(self.panel)
        self.panel.focus_list()

    def flush(self) -> None:
        """Commit what is being typed."""
        self.panel.flush()

    def focus_pane(self, step: int) -> None:
        """Give the focus to the next pane (or the one before): F6."""
        panes = [self.sources, self.codebook, self.view, self.right.currentWidget() or self.right]
        focused = self.focusWidget()
        inside = [
            i for i, p in enumerate(panes) if focused and (p is focused or p.isAncestorOf(focused))
        ]
        here = inside[0] if inside else -1 if step > 0 else 0
        panes[(here + step) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)


def byline(source: object) -> str:
    """Publisher, date and grade on one line, as far as they are known."""
    publisher, published, grade = (
        getattr(source, name) for name in ("publisher", "published", "reliability")
    )
    graded = f"{grade} · {grade.label}" if grade else "not graded"
    return " · ".join(part for part in (publisher, published or "no date", graded) if part)


def span_label(row: AnnotationRow) -> str:
    """What hovering over an annotation tells: tags, claim, note, relations."""
    lines = [", ".join(tag.name for tag in row.tags) or "No tag"]
    claim = row.annotation.claim
    if claim is not None:
        value = short_quantity_text(claim.quantity) if claim.quantity else ""
        lines.append(" · ".join(p for p in (claim.subject, claim.measure, value) if p))
    if row.annotation.note:
        lines.append(row.annotation.note[:200])
    lines += [
        f"{link.relation.kind.label} · {link.relation.status.label}" for link in row.relations
    ]
    return "\n".join(line for line in lines if line)
