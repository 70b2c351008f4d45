"""The Read page: sources and codebook, the document, its annotations; and what is done there."""

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from reviewer.analysis.amounts import parse_amount
from reviewer.domain.changes import Changes
from reviewer.domain.records import Annotation, Tag
from reviewer.domain.views import Passage
from reviewer.domain.wording import form_text, short_quantity_text
from reviewer.services import reading
from reviewer.ui.annotation_rows import byline, rows_of, span_of
from reviewer.ui.metrics import em
from reviewer.ui.models.annotation_list import AnnotationRow
from reviewer.ui.read_editing import ReadEditing
from reviewer.ui.session import Session
from reviewer.ui.tag_jumps import TagJumps
from reviewer.ui.views.annotation_panel import AnnotationPanel
from reviewer.ui.views.codebook_tree import CodebookTree
from reviewer.ui.views.document_view import DocumentView
from reviewer.ui.views.relate_picker import RelatePicker
from reviewer.ui.views.source_list import SourceList

_OPEN_ONE = "Open a source to read it here."
_IMPORT = (
    "Import sources to begin: drop text or Markdown files anywhere in this window, or press Ctrl+I."
)


class ReadPage(QWidget):
    """Wires the three panes to the session; holds which source and annotation are open."""

    relation_requested = Signal(str)  # show it in the workbench
    source_left = Signal(str)  # its id; the view still shows it
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
        self._known: tuple[frozenset[str], ...] = (frozenset(),) * 3  # see reading.claim_words
        self.tags: dict[str, Tag] = {}  # the codebook as it is shown, by id
        self._been: list[tuple[str, str]] = []  # source and annotation, for going back
        self.sources = SourceList()
        self.codebook = CodebookTree()
        self.view = DocumentView()
        self.panel = AnnotationPanel(parse_amount, form_text, short_quantity_text)
        self.picker = RelatePicker(short_quantity_text)
        self._build()
        self._connect()
        self.editing = ReadEditing(session, self)
        self.tag_jumps = TagJumps(session, self)

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
        self.left.setSizes([5000, 5000])
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
        self.sources.source_selected.connect(self.open_source)
        self.sources.properties_requested.connect(self.properties_requested)
        self.sources.import_requested.connect(self.import_requested)
        self.view.more_tags_requested.connect(self.tags_requested)
        self.view.annotation_activated.connect(self._activated)
        self.view.selection_changed.connect(self._selected)
        self.view.files_dropped.connect(self.files_dropped)
        self._connect_panel()

    def _connect_panel(self) -> None:
        panel = self.panel
        panel.annotation_selected.connect(self._picked_in_panel)
        panel.jump_requested.connect(self.go_to_annotation)
        panel.relation_requested.connect(self.relation_requested)

    # What is shown

    def load(self, source_id: str) -> None:
        """Show the project that was just opened, at this source if it is there, else its first."""
        project = self._session.project
        self._been.clear()
        summaries = reading.source_summaries(project)
        self.sources.set_rows(summaries)
        self._say_how_to_begin()
        self._load_tags()
        self._known = tuple(map(frozenset, reading.claim_words(project)))
        self.panel.set_known(*map(tuple, self._known))
        ids = [summary.source.id for summary in summaries]
        self._close_document()
        if ids:
            self.open_source(source_id if source_id in ids else ids[0])

    def clear(self) -> None:
        """Show nothing: the project is closed."""
        self._close_document()
        self.sources.set_rows(())
        self.codebook.set_tags((), {})

    def _say_how_to_begin(self) -> None:
        any_source = bool(reading.source_ids(self._session.project))
        self.view.set_empty_text(_OPEN_ONE if any_source else _IMPORT)

    def _close_document(self) -> None:
        self.editing.leave_picker()
        self.source_id = self.edition_id = ""
        self.view.set_document(None)
        self.panel.set_document_open(False)
        self._set_annotation("")
        self.source_changed.emit("")

    def _load_tags(self) -> None:
        tags = reading.tags(self._session.project)
        self.tags = {tag.id: tag for tag in tags}
        self._count_tags()
        self.view.set_tags(tags)
        self.panel.set_tags(tags)

    def _learn_words(self, changes: Changes) -> None:
        """Offer new words from now on; one that no claim uses any more stays until reopening."""
        new = reading.claim_words_in(changes)
        known = tuple(old | more for old, more in zip(self._known, new, strict=True))
        if known != self._known:
            self._known = known
            self.panel.set_known(*map(tuple, known))

    def _count_tags(self) -> None:
        self.codebook.set_tags(self.tags.values(), reading.tag_counts(self._session.project))

    def open_source(self, source_id: str) -> None:
        """Show a source's newest edition with its annotations."""
        if source_id == self.source_id:
            return
        found = reading.source_summaries(self._session.project, [source_id])
        if not found:
            return
        self.panel.flush()
        self.source_left.emit(self.source_id)
        (summary,) = found
        self.source_id, self.edition_id = source_id, summary.edition.id
        document = reading.document(self._session.project, self.edition_id)
        self.view.set_document(document, summary.source.title, byline(summary.source))
        self.view.set_source(summary.source)
        rows = self._rows_of(reading.annotations_in(self._session.project, self.edition_id))
        self.view.set_spans(map(span_of, rows))
        self.panel.set_document_open(True)
        self.panel.set_rows(rows)
        self._set_annotation("")
        self.sources.select(source_id)
        self.source_changed.emit(source_id)

    def _rows_of(self, found: Iterable[Annotation]) -> list[AnnotationRow]:
        return rows_of(self._session.project, found, self.tags)

    def refresh(self, changes: Changes) -> None:
        """Bring just those rows up to date that the changes touched."""
        project = self._session.project
        touched = reading.sources_touched(project, changes)
        if changes.touched("source"):  # the trash changes what other sources' counts are
            touched |= set(reading.source_ids(project))
        if touched:
            rows = reading.source_summaries(project, touched)
            shown = {row.source.id for row in rows}
            self.sources.update_rows(rows, touched - shown)
            self._say_how_to_begin()
            if self.source_id in touched and self.source_id not in shown:
                self._close_document()
            elif self.source_id in touched:
                self._refresh_header(changes)
        if changes.touched("tag"):
            self._load_tags()
        elif changes.touched("annotation_tag") or changes.touched("source"):
            self._count_tags()
        self._learn_words(changes)
        self._refresh_annotations(changes)

    def _refresh_header(self, changes: Changes) -> None:
        if self.source_id in changes.touched("source"):
            source = reading.source_of(self._session.project, self.edition_id)
            self.view.set_title(source.title, byline(source))
            self.view.set_source(source)

    def _refresh_annotations(self, changes: Changes) -> None:
        if not self.edition_id:
            return
        project = self._session.project
        touched = set(reading.annotations_touched(project, changes))
        if changes.touched("tag") or changes.touched("source"):
            # A new name or colour shows on every annotation that has the tag, and the trash takes
            # other sides away from any of them.
            touched |= {a.id for a in reading.annotations_in(project, self.edition_id)}
        if not touched:
            return
        alive = [a for a in reading.annotations(project, touched)
                 if a.edition_id == self.edition_id]  # fmt: skip
        gone = changes.deleted("annotation")
        rows = self._rows_of(alive)
        self.view.update_spans(map(span_of, rows), gone)
        self.panel.update_rows(rows, gone)
        if self.annotation_id in gone:
            self._set_annotation("")
        elif self.annotation_id:
            self._mark_selected()

    # Where the reviewer is

    def select_annotation(self, annotation_id: str) -> None:
        """Open an annotation of this document for editing, or none (empty)."""
        self.panel.select(annotation_id)
        self._set_annotation(annotation_id)

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
            self.picker.pick_from_document(self.passage(annotation_id))
            return
        self.select_annotation(annotation_id)

    def _picked_in_panel(self, annotation_id: str) -> None:
        self._set_annotation(annotation_id)
        if annotation_id:
            self.view.show_annotation(annotation_id)

    def passage(self, annotation_id: str) -> Passage:
        """An annotation with its source and the text around it."""
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
        project = self._session.project
        while self._been:
            source_id, annotation_id = self._been.pop()
            if reading.source_summaries(project, [source_id]):  # else it went to the trash
                known = reading.annotations(project, filter(None, [annotation_id]))
                self._show(source_id, annotation_id if known else "")
                return

    def _show(self, source_id: str, annotation_id: str) -> None:
        self.open_source(source_id)
        self.select_annotation(annotation_id)
        if annotation_id:
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

    def flush(self) -> None:
        """Commit what is being typed, or moved."""
        self.panel.flush()
        self.view.ends.settle()

    def focus_pane(self, step: int) -> None:
        """Give the focus to the next pane (or the one before): F6."""
        panes = [self.sources, self.codebook, self.view, self.right.currentWidget() or self.right]
        focused = self.focusWidget()
        inside = [
            i for i, p in enumerate(panes) if focused and (p is focused or p.isAncestorOf(focused))
        ]
        here = inside[0] if inside else -1 if step > 0 else 0
        panes[(here + step) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)
