"""The right side of a page: the annotations of the document that has the focus, or the picker."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from reviewer.analysis.amounts import parse_amount
from reviewer.domain.changes import Changes
from reviewer.domain.records import Tag
from reviewer.domain.views import Passage
from reviewer.domain.wording import form_text, short_quantity_text
from reviewer.services import reading
from reviewer.ui.document_pane import DocumentPane
from reviewer.ui.session import Session
from reviewer.ui.views.annotation_panel import AnnotationPanel
from reviewer.ui.views.relate_picker import RelatePicker


class PassageDesk(QStackedWidget):
    """One annotation panel for all document panes of a page: it follows the focus.

    ``pane`` is the one that it serves now; there is always one.
    """

    pane_changed = Signal()
    annotation_changed = Signal(str)  # which is selected in the pane; empty for none
    selection_changed = Signal(bool)  # whether text is selected in the pane
    compare_requested = Signal(str, str)  # an annotation, and a relation of it or empty for any

    def __init__(self, session: Session, panes: Sequence[DocumentPane]) -> None:
        super().__init__()
        self._session = session
        self.panes = tuple(panes)
        self.pane = self.panes[0]
        self._known: tuple[frozenset[str], ...] = (frozenset(),) * 3  # see reading.claim_words
        self.tags: dict[str, Tag] = {}  # the codebook as it is shown, by id
        self.panel = AnnotationPanel(parse_amount, form_text, short_quantity_text)
        self.picker = RelatePicker(short_quantity_text)
        self.addWidget(self.panel)
        self.addWidget(self.picker)
        self.panel.annotation_selected.connect(self._picked_in_panel)
        self.panel.compare_requested.connect(self.compare_requested)
        for pane in self.panes:
            self._connect(pane)
        self._show_pane()

    def _connect(self, pane: DocumentPane) -> None:
        pane.view.installEventFilter(self)
        pane.source_leaving.connect(self.flush)
        pane.source_changed.connect(lambda _key: self._if_served(pane, self._show_pane))
        pane.annotation_changed.connect(lambda _key: self._if_served(pane, self._show_selected))
        pane.annotation_opened.connect(lambda key: self._activated(pane, key))
        pane.annotation_stepped_to.connect(lambda key: self._stepped(pane, key))
        pane.view.compare_requested.connect(lambda: self._compare(pane))
        pane.selection_changed.connect(
            lambda is_any: self._if_served(pane, lambda: self.selection_changed.emit(is_any))
        )

    @property
    def is_picking(self) -> bool:
        """Whether the other side of an annotation is being picked."""
        return self.currentWidget() is self.picker

    @property
    def counterpart_id(self) -> str:
        """The annotation selected in another pane, if it is not the one selected in this."""
        others = (pane.annotation_id for pane in self.panes if pane is not self.pane)
        return next((key for key in others if key and key != self.pane.annotation_id), "")

    def follow(self, pane: DocumentPane) -> None:
        """Serve this pane."""
        if pane is not self.pane:
            self.panel.flush()
            self.pane = pane
            self._show_pane()
            self.selection_changed.emit(pane.selection is not None)
            self.pane_changed.emit()

    def load(self) -> None:
        """Take over the codebook and the words of the project that was just opened."""
        self.load_tags()
        self._known = tuple(map(frozenset, reading.claim_words(self._session.project)))
        self.panel.set_known(*map(tuple, self._known))

    def load_tags(self) -> None:
        """Take over the codebook."""
        tags = reading.tags(self._session.project)
        self.tags = {tag.id: tag for tag in tags}
        self.panel.set_tags(tags)
        for pane in self.panes:
            pane.set_tags(tags)

    def refresh(self, changes: Changes) -> None:
        """Bring panes and panel up to date."""
        if changes.touched("tag"):
            self.load_tags()
        self._learn_words(changes)
        for pane in self.panes:
            rows, gone = pane.refresh(changes)
            if pane is self.pane and (rows or gone):
                self.panel.update_rows(rows, gone)
            if pane.annotation_id in gone:
                pane.select("")

    def _learn_words(self, changes: Changes) -> None:
        """Offer new words from now on; one that no claim uses any more stays until reopening."""
        new = reading.claim_words_in(changes)
        known = tuple(old | more for old, more in zip(self._known, new, strict=True))
        if known != self._known:
            self._known = known
            self.panel.set_known(*map(tuple, known))

    def passage(self, annotation_id: str) -> Passage:
        """An annotation with its source and the text around it."""
        project = self._session.project
        (passage,) = reading.passages(project, reading.annotations(project, [annotation_id]))
        return passage

    def flush(self) -> None:
        """Commit what is being typed, or moved."""
        self.panel.flush()
        for pane in self.panes:
            pane.view.ends.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.follow(next(pane for pane in self.panes if pane.view is watched))
        return super().eventFilter(watched, event)

    def _if_served(self, pane: DocumentPane, do: Callable[[], None]) -> None:
        if pane is self.pane:
            do()

    def _show_pane(self) -> None:
        pane = self.pane
        self.panel.set_place(pane.name)
        self.panel.model.source_of = lambda: self.pane.source
        self.panel.set_document_open(bool(pane.source_id))
        self.panel.set_rows(pane.rows.values())
        self._show_selected()

    def _show_selected(self) -> None:
        if self.panel.editor.annotation_id != self.pane.annotation_id:
            self.panel.select(self.pane.annotation_id)
        self.annotation_changed.emit(self.pane.annotation_id)

    def _activated(self, pane: DocumentPane, annotation_id: str) -> None:
        """An annotation was clicked, or opened by Enter, in a document."""
        if self.is_picking:
            self.picker.pick_from_document(self.passage(annotation_id))
        else:
            self._stepped(pane, annotation_id)

    def _stepped(self, pane: DocumentPane, annotation_id: str) -> None:
        self.follow(pane)
        pane.select(annotation_id)

    def _compare(self, pane: DocumentPane) -> None:
        self.follow(pane)
        self.compare_requested.emit(pane.annotation_id, "")

    def _picked_in_panel(self, annotation_id: str) -> None:
        self.pane.select(annotation_id)
        if annotation_id:
            self.pane.view.show_annotation(annotation_id)
