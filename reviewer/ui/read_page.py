"""The Read page: sources and codebook, the document, its annotations; and what is done there."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from reviewer.domain.changes import Changes
from reviewer.domain.records import Tag
from reviewer.services import reading
from reviewer.ui.document_pane import DocumentPane
from reviewer.ui.metrics import em
from reviewer.ui.passage_desk import PassageDesk
from reviewer.ui.read_editing import ReadEditing
from reviewer.ui.session import Session
from reviewer.ui.suggested_claims import SuggestedClaims
from reviewer.ui.tag_jumps import TagJumps
from reviewer.ui.views.codebook_tree import CodebookTree
from reviewer.ui.views.document_view import DocumentView
from reviewer.ui.views.focus_order import focus_next
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
        self._been: list[tuple[str, str]] = []  # source and annotation, for going back
        self.sources = SourceList()
        self.codebook = CodebookTree()
        self.view = DocumentView()
        self.pane = DocumentPane(session, self.view)
        self.right = PassageDesk(session, [self.pane])
        self.panel = self.right.panel
        self.picker = self.right.picker
        self.editing = ReadEditing(session, self.right, self.sources, self.codebook)
        self.tag_jumps = TagJumps(session, self.right, self.go_to_annotation, self.codebook)
        self.suggested = SuggestedClaims(session, self.right)
        self._build()
        self._connect()

    @property
    def source_id(self) -> str:
        """Which source is open, or empty."""
        return self.pane.source_id

    @property
    def edition_id(self) -> str:
        """Which text of the source is open, or empty."""
        return self.pane.edition_id

    @property
    def annotation_id(self) -> str:
        """Which annotation is selected, or empty."""
        return self.pane.annotation_id

    @property
    def selection(self) -> tuple[int, int] | None:
        """The selected text, in code points, if any is."""
        return self.pane.selection

    @property
    def tags(self) -> dict[str, Tag]:
        """The codebook as it is shown, by id."""
        return self.right.tags

    def _build(self) -> None:
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
        self.view.files_dropped.connect(self.files_dropped)
        self.pane.source_left.connect(self.source_left)
        self.pane.source_changed.connect(self._source_changed)
        self.right.annotation_changed.connect(self.annotation_changed)
        self.right.selection_changed.connect(self.selection_changed)
        self.panel.jump_requested.connect(self.go_to_annotation)
        self.panel.relation_requested.connect(self.relation_requested)

    # What is shown

    def load(self, source_id: str) -> None:
        """Show the project that was just opened, at this source if it is there, else its first."""
        self._been.clear()
        summaries = reading.source_summaries(self._session.project)
        self.sources.set_rows(summaries)
        self._say_how_to_begin()
        self.pane.close()
        self.right.load()
        self._count_tags()
        ids = [summary.source.id for summary in summaries]
        if ids:
            self.open_source(source_id if source_id in ids else ids[0])

    def clear(self) -> None:
        """Show nothing: the project is closed."""
        self.pane.close()
        self.sources.set_rows(())
        self.codebook.set_tags((), {})

    def _say_how_to_begin(self) -> None:
        any_source = bool(reading.source_ids(self._session.project))
        self.view.set_empty_text(_OPEN_ONE if any_source else _IMPORT)

    def _count_tags(self) -> None:
        self.codebook.set_tags(self.tags.values(), reading.tag_counts(self._session.project))

    def open_source(self, source_id: str) -> None:
        """Show a source's newest edition with its annotations."""
        if self.pane.open_source(source_id):
            self.sources.select(source_id)

    def _source_changed(self, source_id: str) -> None:
        if not source_id:
            self.editing.leave_picker()
        self.source_changed.emit(source_id)

    def refresh(self, changes: Changes) -> None:
        """Bring just those rows up to date that the changes touched."""
        project = self._session.project
        touched = reading.sources_touched(project, changes)
        if changes.touched("source"):  # the trash changes what other sources' counts are
            touched |= set(reading.source_ids(project))
        if touched:
            rows = reading.source_summaries(project, touched)
            self.sources.update_rows(rows, touched - {row.source.id for row in rows})
            self._say_how_to_begin()
        self.right.refresh(changes)
        self.suggested.refresh(changes)
        if any(map(changes.touched, ("tag", "annotation_tag", "source"))):
            self._count_tags()

    # Where the reviewer is

    def select_annotation(self, annotation_id: str) -> None:
        """Open an annotation of this document for editing, or none (empty)."""
        self.pane.select(annotation_id)

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
        self.pane.show(source_id, annotation_id)

    def go_to_passage(self, source_id: str, start: int, end: int) -> None:
        """Open a source and flash a passage of it."""
        if self.source_id:
            self._been.append((self.source_id, self.annotation_id))
        self.open_source(source_id)
        if end > start:
            self.view.show_passage(start, end)

    def flush(self) -> None:
        """Commit what is being typed, or moved."""
        self.right.flush()

    def focus_pane(self, step: int) -> None:
        """Give the focus to the next pane (or the one before): F6."""
        panes = [self.sources, self.codebook, self.view, self.right.currentWidget() or self.right]
        focus_next(panes, self.focusWidget(), step)
