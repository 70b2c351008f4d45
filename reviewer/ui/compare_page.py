"""The Compare page: two documents, both live, and how two of their claims differ."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from reviewer.domain.changes import Changes
from reviewer.domain.views import Passage, RelationView
from reviewer.services import reading
from reviewer.ui.document_pane import DocumentPane
from reviewer.ui.metrics import em
from reviewer.ui.pair_display import PairDisplay, other_side, urgency
from reviewer.ui.passage_desk import PassageDesk
from reviewer.ui.passage_editing import PassageEditing
from reviewer.ui.session import Session
from reviewer.ui.suggested_claims import SuggestedClaims
from reviewer.ui.tag_jumps import TagJumps
from reviewer.ui.views.compared_documents import ComparedDocuments
from reviewer.ui.views.focus_order import focus_next
from reviewer.ui.views.sides_bar import SIDE_KEYS
from reviewer.ui.views.tied_scrolling import TiedScrolling

_CHOOSE = "Choose a source above to read it here."
_IMPORT = "Import sources first: drop files anywhere in this window, or press Ctrl+I."


class ComparePage(QWidget):
    """Wires both documents, the strip and the panel to the session."""

    relation_requested = Signal(str)  # show it in the workbench
    files_dropped = Signal(list)
    tags_requested = Signal(int, int)  # offer all tags for this span of the served document
    state_changed = Signal()  # what is open or selected in the served document
    tie_changed = Signal(bool)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.documents = ComparedDocuments()
        self.frames = (self.documents.left, self.documents.right)
        self.strip, self.sides = self.documents.strip, self.documents.sides
        self.panes = tuple(
            DocumentPane(session, frame.view, name)
            for frame, name in zip(self.frames, ("Left", "Right"), strict=True)
        )
        self.right = PassageDesk(session, self.panes)
        self._display = PairDisplay(session, self.documents, self.panes)
        self.panel, self.picker = self.right.panel, self.right.picker
        self.editing = PassageEditing(session, self.right)
        self.tag_jumps = TagJumps(session, self.right, self.go_to_annotation)
        self.suggested = SuggestedClaims(session, self.right)
        self.scrolling = TiedScrolling(self.frames[0].view, self.frames[1].view)
        self._widths_are_ours = True
        self.across = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self.across.addWidget(self.documents)
        self.across.addWidget(self.right)
        self.across.setStretchFactor(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.across)
        self.setFocusProxy(self.frames[0].view)
        self._connect()
        self._serve()
        self._show()

    def _connect(self) -> None:
        for frame, pane in zip(self.frames, self.panes, strict=True):
            frame.source_chosen.connect(lambda key, pane=pane: self._choose(pane, key))
            pane.view.more_tags_requested.connect(self.tags_requested)
            pane.view.files_dropped.connect(self.files_dropped)
            pane.source_leaving.connect(self.scrolling.forget)
            pane.source_changed.connect(self._source_changed)
            pane.annotation_changed.connect(self._show)
        desk = self.right
        desk.pane_changed.connect(self._serve)
        for signal in (desk.annotation_changed, desk.selection_changed):
            signal.connect(self.state_changed)
        desk.compare_requested.connect(lambda _key, relation: self.compare_selected(relation))
        self.panel.jump_requested.connect(self._show_other)
        self.panel.relation_requested.connect(self.relation_requested)
        self.sides.side_chosen.connect(self.show_side)
        strip = self.strip
        strip.relation_requested.connect(self.relation_requested)
        strip.relate_requested.connect(self.editing.relate_selected)
        strip.centre_requested.connect(self.centre)
        strip.tie_wanted.connect(self._tie_wanted)
        self.documents.drag.dropped.connect(self._dropped)
        self.across.splitterMoved.connect(self._moved)
        for number in range(1, SIDE_KEYS + 1):
            keys = QShortcut(QKeySequence(f"Alt+{number}"), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(lambda number=number: self.sides.choose(number))

    # What the commands act on

    @property
    def pane(self) -> DocumentPane:
        """The document that had the focus last."""
        return self.right.pane

    @property
    def other_pane(self) -> DocumentPane:
        """The document beside it."""
        return self.panes[1] if self.pane is self.panes[0] else self.panes[0]

    # What is shown

    def load(self) -> None:
        """The project was just opened: its sources and tags are asked for when it is shown."""
        self.clear()
        self._is_behind = True

    def catch_up(self) -> None:
        """Take over what ``load`` has put off; the page is about to be shown."""
        if self._is_behind:
            self._is_behind = False
            self.right.load()
            self._offer_sources()

    def clear(self) -> None:
        """Show nothing: the project is closed."""
        self._is_behind = False
        self._display.relation_id = ""
        for pane in self.panes:
            pane.close()
        for frame in self.frames:
            frame.set_sources((), "")
        self.right.follow(self.panes[0])
        self._show()

    def _offer_sources(self) -> None:
        found = reading.source_summaries(self._session.project)
        offered = [(_title(row.source.publisher, row.source.title), row.source.id) for row in found]
        for frame, pane in zip(self.frames, self.panes, strict=True):
            frame.set_sources(offered, pane.source_id)
            frame.view.set_empty_text(_CHOOSE if offered else _IMPORT)

    def refresh(self, changes: Changes) -> None:
        """Bring up to date what the changes touched."""
        if self._is_behind:
            return
        self.right.refresh(changes)
        self.suggested.refresh(changes)
        if changes.touched("source"):
            self._offer_sources()
        self._show()

    def start_with(self, source_id: str, annotation_id: str) -> None:
        """Begin where the reviewer is reading, unless something is open here already."""
        if source_id and not any(pane.source_id for pane in self.panes):
            self.panes[0].show(source_id, annotation_id)

    def open_relation(self, relation_id: str) -> None:
        """Put the first two sides of a relation beside each other."""
        for view in reading.relations(self._session.project, [relation_id]):
            if len(view.passages) > 1:
                first, second = (passage.annotation.id for passage in view.passages[:2])
                self._open(view, first, second)

    def open_annotation(self, annotation_id: str, relation_id: str = "") -> None:
        """Put an annotation on the left, and the other side of a relation of it on the right.

        Without a relation named it is an open contradiction, else any; one may have none at all.
        """
        view = self._relation_of(annotation_id, relation_id)
        if view is None:
            self._put(self.panes[0], annotation_id)
            self.panes[0].view.show_annotation(annotation_id)
            self.panes[0].view.setFocus()
        else:
            self._open(view, annotation_id, other_side(view, annotation_id, ""))

    def open_passages(self, passages: Sequence[Passage]) -> None:
        """Put two passages beside each other that nobody has annotated, and light them up."""
        spans = []
        for pane, passage in zip(self.panes, passages, strict=False):
            pane.open_source(passage.source.id)
            pane.select("")
            target = passage.annotation.target
            spans.append((target.start, target.end))
        self.right.follow(self.panes[0])
        if len(spans) == len(self.panes):
            self.scrolling.align(spans[0], spans[1])
        for pane, span in zip(self.panes, spans, strict=False):
            pane.view.show_passage(*span)
        self.panes[0].view.setFocus()

    def open_pair(self, first_id: str, other_id: str) -> None:
        """Two annotations beside each other, with the relation between them if there is one."""
        view = self._relation_of(first_id, "", other_id)
        between = view is not None and other_id in view.relation.members
        self._display.relation_id = view.relation.id if view and between else ""
        self._beside(first_id, other_id)

    def _open(self, view: RelationView, first: str, second: str) -> None:
        self._display.relation_id = view.relation.id
        self._beside(first, second)

    def _beside(self, first: str, second: str) -> None:
        self._put(self.panes[0], first)
        self._put(self.panes[1], second)
        self.right.follow(self.panes[0])
        self.centre()
        self.panes[0].view.setFocus()

    def _put(self, pane: DocumentPane, annotation_id: str) -> None:
        project = self._session.project
        for annotation in reading.annotations(project, [annotation_id]):
            if pane.open_source(reading.source_of(project, annotation.edition_id).id):
                pane.select(annotation_id)

    def go_to_annotation(self, annotation_id: str) -> None:
        """Show an annotation in the document that has the focus, whichever source it is of."""
        self._put(self.pane, annotation_id)
        self.pane.view.show_annotation(annotation_id)

    def _relation_of(self, annotation_id: str, relation_id: str, partner: str = "") -> (
        RelationView | None
    ):  # fmt: skip
        """The relation named, else one with the partner, else the one that most needs a look."""
        found = [
            view for view in reading.relations_of(self._session.project, [annotation_id])
            if len(view.passages) > 1 and (not relation_id or view.relation.id == relation_id)
        ]  # fmt: skip
        return min(
            found,
            key=lambda view: (partner not in view.relation.members, urgency(view)),
            default=None,
        )

    # What the person does

    def compare_selected(self, relation_id: str = "") -> None:
        """Put the other side of the selected annotation beside it, and both into the middle."""
        here, beside = self.pane.annotation_id, self.other_pane.annotation_id
        view = self._relation_of(here, relation_id, beside) if here else None
        if view is not None:
            self._display.relation_id = view.relation.id
            self._put(self.other_pane, other_side(view, here, beside))
        self.centre()

    def show_side(self, annotation_id: str) -> None:
        """Show a side in the document that has the focus; one that is beside it changes places."""
        here, beside = self.pane.annotation_id, self.other_pane.annotation_id
        if annotation_id == beside and here:
            self._put(self.other_pane, here)
        self._put(self.pane, annotation_id)
        self.centre()

    def centre(self) -> None:
        """Put the selected passages of both documents into the middle, beside each other."""
        sides = [pane.passage for pane in self.panes]
        if sides[0] and sides[1]:
            left, right = (side.annotation.target for side in sides if side)
            self.scrolling.align((left.start, left.end), (right.start, right.end))
        self._show()

    def set_tied(self, *, tied: bool) -> None:
        """Scroll both documents together, or each alone."""
        self.scrolling.is_tied = tied
        self.strip.set_tied(tied=tied)

    def toggle_tie(self) -> None:
        """Tie the documents, or let them go."""
        self._tie_wanted(not self.scrolling.is_tied)

    def _tie_wanted(self, tied: bool) -> None:
        self.set_tied(tied=tied)
        if tied:
            self.centre()
        self.tie_changed.emit(tied)

    def focus_pane(self, step: int) -> None:
        """Give the focus to the next pane (or the one before): F6."""
        panes = [self.frames[0], self.frames[1], self.right.currentWidget() or self.right]
        focus_next(panes, self.focusWidget(), step)

    def flush(self) -> None:
        """Commit what is being typed, or moved."""
        self.right.flush()

    def _choose(self, pane: DocumentPane, source_id: str) -> None:
        self.right.follow(pane)
        if source_id:
            pane.open_source(source_id)
        else:
            pane.close()

    def _show_other(self, annotation_id: str) -> None:
        self._put(self.other_pane, annotation_id)
        self.centre()

    def _dropped(self, first_id: str, other_id: str, from_left: bool) -> None:
        left, right = (first_id, other_id) if from_left else (other_id, first_id)
        self.panes[0].select(left)
        self.panes[1].select(right)
        self.editing.relate_pair(first_id, other_id)

    # How

    def _source_changed(self) -> None:
        for frame, pane in zip(self.frames, self.panes, strict=True):
            frame.set_chosen(pane.source_id)
        if not self.pane.source_id:
            self.editing.leave_picker()
        self.state_changed.emit()
        self._show()

    def _serve(self) -> None:
        for frame, pane in zip(self.frames, self.panes, strict=True):
            frame.set_served(served=pane is self.pane)
        self.state_changed.emit()
        self._show()

    def _show(self) -> None:
        self._display.show(self.pane)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widen()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scrolling.settle_later()
            self._widen()

    def _widen(self) -> None:
        if self._widths_are_ours:
            panel = min(em(self, 22), self.width() * 28 // 100)
            self.across.setSizes([self.width() - panel, panel])

    def _moved(self) -> None:
        self._widths_are_ours = False


def _title(publisher: str, title: str) -> str:
    return f"{publisher} · {title}" if publisher else title
