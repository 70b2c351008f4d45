"""A document view and what it shows: a source, its annotations, which of them is selected."""

from PySide6.QtCore import QObject, Signal

from reviewer.domain.changes import Changes
from reviewer.domain.records import Annotation, Source, Tag
from reviewer.domain.views import Passage
from reviewer.services import reading
from reviewer.ui.annotation_rows import byline, rows_of, span_of
from reviewer.ui.models.annotation_list import AnnotationRow
from reviewer.ui.session import Session
from reviewer.ui.views.document_view import DocumentView

Refreshed = tuple[list[AnnotationRow], frozenset[str]]
"""Rows that are new or different, and ids of annotations that are gone."""


class DocumentPane(QObject):
    """Brings a source into its view, and keeps view and rows in line with the project.

    ``name`` is what the pane is called where there are several; the source's title then stands
    elsewhere, and not above the text.
    """

    source_leaving = Signal()  # what is being typed belongs to the source that goes
    source_left = Signal(str)  # its id; the view still shows it, and another is about to be opened
    source_changed = Signal(str)  # its id; empty when none is open
    annotation_changed = Signal(str)  # which is selected; empty for none
    annotation_opened = Signal(str)  # by a click or by Enter
    annotation_stepped_to = Signal(str)  # by going from one to the next
    selection_changed = Signal(bool)  # whether text is selected

    def __init__(self, session: Session, view: DocumentView, name: str = "") -> None:
        super().__init__(view)
        self._session = session
        self.view = view
        self.name = name
        self.source: Source | None = None
        self.edition_id = ""
        self.annotation_id = ""
        self.selection: tuple[int, int] | None = None
        self.rows: dict[str, AnnotationRow] = {}
        self._tags: dict[str, Tag] = {}
        self._is_stepping = False
        view.selection_changed.connect(self._selected)
        view.annotation_activated.connect(self._activated)

    @property
    def source_id(self) -> str:
        """Which source is open, or empty."""
        return self.source.id if self.source else ""

    @property
    def passage(self) -> Passage | None:
        """The selected annotation with its source; the text around it is left out."""
        row = self.rows.get(self.annotation_id)
        return Passage(row.annotation, self.source) if row and self.source else None

    def set_tags(self, tags: tuple[Tag, ...]) -> None:
        """The codebook; rows take their new names and colours with the next ``refresh``."""
        self._tags = {tag.id: tag for tag in tags}
        self.view.set_tags(tags)

    def open_source(self, source_id: str) -> bool:
        """Show a source's newest edition; False if there is no such source any more."""
        if source_id == self.source_id:
            return True
        project = self._session.project
        found = reading.source_summaries(project, [source_id])
        if not found:
            return False
        self.source_leaving.emit()
        self.source_left.emit(self.source_id)
        (summary,) = found
        self.source, self.edition_id = summary.source, summary.edition.id
        document = reading.document(project, self.edition_id)
        self.view.set_document(document, *self._header(summary.source))
        self.view.set_source(summary.source)
        self._name_view(summary.source)
        rows = rows_of(project, reading.annotations_in(project, self.edition_id), self._tags)
        self.rows = {row.id: row for row in rows}
        self.view.set_spans(map(span_of, rows))
        self.annotation_id = ""
        self._mark()
        self.source_changed.emit(source_id)
        return True

    def close(self) -> None:
        """Show no source."""
        self.source_leaving.emit()
        self.source, self.edition_id, self.annotation_id = None, "", ""
        self.rows = {}
        self.view.set_document(None)
        self._mark()
        self.source_changed.emit("")

    def select(self, annotation_id: str) -> None:
        """Let an annotation of this document stand out, or none (empty)."""
        self.annotation_id = annotation_id
        self._mark()
        self.annotation_changed.emit(annotation_id)

    def show(self, source_id: str, annotation_id: str) -> None:
        """Open a source at one of its annotations."""
        self.open_source(source_id)
        self.select(annotation_id)
        if annotation_id:
            self.view.show_annotation(annotation_id)

    def step(self, step: int) -> None:
        """Go ``step`` annotations on, or back."""
        self._is_stepping = True
        self.view.next_annotation(step)
        self._is_stepping = False

    def refresh(self, changes: Changes) -> Refreshed:
        """Bring just those annotations up to date that the changes touched, and tell which."""
        if self.source_id in changes.touched("source"):
            self._refresh_source()
        if not self.edition_id:
            return [], frozenset()
        project = self._session.project
        touched = set(reading.annotations_touched(project, changes))
        if changes.touched("tag") or changes.touched("source"):
            # A new name or colour shows on every annotation that has the tag, and the trash takes
            # other sides away from any of them.
            touched |= {a.id for a in reading.annotations_in(project, self.edition_id)}
        if not touched:
            return [], frozenset()
        rows = rows_of(project, filter(self._is_here, reading.annotations(project, touched)),
                       self._tags)  # fmt: skip
        gone = frozenset(changes.deleted("annotation"))
        self.rows.update((row.id, row) for row in rows)
        for key in gone:
            self.rows.pop(key, None)
        self.view.update_spans(map(span_of, rows), gone)
        if self.annotation_id not in gone:
            self._mark()
        return rows, gone

    def _refresh_source(self) -> None:
        found = reading.source_summaries(self._session.project, [self.source_id])
        if not found:
            self.close()
            return
        self.source = found[0].source
        self.view.set_title(*self._header(self.source))
        self.view.set_source(self.source)
        self._name_view(self.source)

    def _header(self, source: Source) -> tuple[str, str]:
        return "" if self.name else source.title, byline(source)

    def _name_view(self, source: Source) -> None:
        if self.name:
            self.view.setAccessibleName(f"{self.name} document: {source.title}")

    def _is_here(self, annotation: Annotation) -> bool:
        return annotation.edition_id == self.edition_id

    def _mark(self) -> None:
        row = self.rows.get(self.annotation_id)
        related = {p.annotation.id for link in row.relations for p in link.others} if row else set()
        self.view.select_annotation(self.annotation_id or None, related)

    def _selected(self, span: tuple[int, int] | None) -> None:
        self.selection = span
        self.selection_changed.emit(span is not None)

    def _activated(self, annotation_id: str) -> None:
        signal = self.annotation_stepped_to if self._is_stepping else self.annotation_opened
        signal.emit(annotation_id)
