"""The right pane: the annotations of the document, and the selected one opened for editing."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QModelIndex, QSize, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from reviewer.domain.claim import Claim
from reviewer.domain.quantity import Quantity
from reviewer.domain.records import Tag
from reviewer.ui.metrics import grid, set_spacing
from reviewer.ui.models.annotation_list import AnnotationList, AnnotationRow
from reviewer.ui.models.claim_fields import Parse, Show
from reviewer.ui.models.row_roles import RowRole
from reviewer.ui.views.annotation_editor import AnnotationEditor
from reviewer.ui.views.filter_field import FilterField
from reviewer.ui.views.link_button import LinkButton
from reviewer.ui.views.passage_delegate import PassageDelegate
from reviewer.ui.views.passage_view import PassageView
from reviewer.ui.views.scrolled import Following
from reviewer.ui.views.tone_label import ToneLabel

_NO_DOCUMENT = (
    "No document is open.\n\nChoose a source, or import one, to see its annotations here."
)
_NO_ANNOTATIONS = "No annotations yet.\n\nSelect a passage and press 1 to 9 to tag it."

_FRAME = 4  # pixels, left and right; asking for it would differ while the theme is being switched


class AnnotationPanel(QWidget):
    """``parse`` reads a typed value; ``show`` and ``show_short`` give a quantity in words.

    Only what the person does emits ``annotation_selected``; ``select`` does not.
    """

    annotation_selected = Signal(str)
    claim_edited = Signal(str, object, object)
    note_edited = Signal(str, str, str)
    tag_added = Signal(str, str)
    tag_removed = Signal(str, str)
    new_tag_requested = Signal(str, str)
    delete_requested = Signal(str)
    relate_requested = Signal(str)
    jump_requested = Signal(str)
    relation_requested = Signal(str)
    suggestions_requested = Signal()  # the claims that are suggested for the document
    compare_requested = Signal(str, str)  # with a relation, or empty for any

    def __init__(
        self,
        parse: Parse,
        show: Show,
        show_short: Callable[[Quantity], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_open = False
        self._place = ""
        self._updating = False
        self.model = AnnotationList(show_short, self)
        self.title = ToneLabel("Annotations", "text", strong=True)
        self.suggested = LinkButton("")
        self.suggested.setToolTip("Claims that were read in the text, to be accepted or dismissed")
        self.filter = FilterField("Filter annotations")
        self.filter.setPlaceholderText("Filter by quote, tag, subject or note")
        self.list = PassageView("Annotations")
        # The list asks for the number of rows twice a row whenever one is added. Asking Python for
        # it takes 50 ms among 10,000 rows; this proxy, which sorts and filters nothing, takes 2.
        self._rows = QSortFilterProxyModel(self)
        self._rows.setSourceModel(self.model)
        self.list.setModel(self._rows)
        self.list.setItemDelegate(PassageDelegate(self.list))
        self.empty = ToneLabel()
        self.editor = AnnotationEditor(parse, show, show_short)
        self._build()
        self._connect()
        self.set_suggested(0)
        self._refresh()

    def set_document_open(self, is_open: bool) -> None:
        """Whether there is a document that annotations could be of."""
        self._is_open = is_open
        if not is_open:
            self.set_rows(())
        self._refresh()

    def set_suggested(self, count: int) -> None:
        """How many claims are suggested for the document; a link leads there."""
        self.suggested.setText(f"{count:,} suggested")
        self.suggested.setAccessibleName(f"{count:,} suggested claims")
        self.suggested.setVisible(count > 0)

    def set_place(self, name: str) -> None:
        """Which of several documents this is about, e.g. "left"; empty where there is one."""
        self._place = f", {name.lower()}" if name else ""

    def set_rows(self, rows: Iterable[AnnotationRow]) -> None:
        """The annotations of another document; the editor stays open if its own is among them."""
        self.editor.flush()
        self._updating = True
        self.model.set_rows(rows)
        self._updating = False
        self._follow()

    def update_rows(self, changed: Iterable[AnnotationRow], removed_ids: Iterable[str]) -> None:
        """Just these rows; what is being typed is kept."""
        self._updating = True
        self.model.update_rows(changed, removed_ids)
        self._updating = False
        gone = self.editor.annotation_id and self.model.row(self.editor.annotation_id) is None
        if gone and self.list.currentIndex().isValid():
            self._refresh()
            self._chosen(self.list.currentIndex())
        else:
            self._follow()

    def select(self, annotation_id: str) -> None:
        """Opens an annotation for editing; an id that is not here closes the editor."""
        self.editor.flush()
        row = self.model.row(annotation_id)
        if row is None:
            self.editor.clear()
        else:
            self.editor.set_row(row)
        self._point()

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """The codebook, for adding tags."""
        self.editor.set_tags(tags)

    def set_known(
        self, subjects: Sequence[str], measures: Sequence[str], speakers: Sequence[str] = ()
    ) -> None:
        """Words that claims of this project use, offered while typing."""
        self.editor.claim.set_known(subjects, measures, speakers)

    def show_conflict(self, field: str, theirs: str | Claim) -> None:
        """Says that "note" or "claim" of the open annotation was changed elsewhere."""
        self.editor.show_conflict(field, theirs)

    def flush(self) -> None:
        """Hands on whatever was typed, e.g. before the window closes."""
        self.editor.flush()

    def unsaved(self) -> tuple[str, ...]:
        """Labels of the fields that show what could not be stored."""
        return self.editor.unsaved()

    def focus_editor(self) -> None:
        """The keyboard to the claim of the selected annotation."""
        if self.editor.annotation_id:
            self.editor.claim.focus_first()

    def focus_note(self) -> None:
        """The keyboard to the note of the selected annotation."""
        if self.editor.annotation_id:
            self.editor.note.editor.setFocus()

    def focus_list(self) -> None:
        """The keyboard to the list, or to the filter while the list is empty."""
        (self.list if self.model.rowCount() else self.filter).setFocus()

    def minimumSizeHint(self) -> QSize:
        """As wide as the editor, which scrolls up and down only: nothing of it may be cut."""
        bar = self.scroll_area.verticalScrollBar().sizeHint().width() + _FRAME
        least = super().minimumSizeHint()
        return QSize(
            max(least.width(), self.editor.minimumSizeHint().width() + bar), least.height()
        )

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()

    def _build(self) -> None:
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        pad = grid(self, 3)
        self.empty.setContentsMargins(pad, pad, pad, pad)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self.scroll_area = Following()
        self.scroll_area.setAccessibleName("Selected annotation")
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setWidget(self.editor)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._stack)
        self.splitter.addWidget(self.scroll_area)
        self.splitter.setSizes([4000, 6000])
        head = QWidget()
        rows = QVBoxLayout(head)
        set_spacing(rows, self, around=3, between=2)
        heading = QHBoxLayout()
        heading.addWidget(self.title, 1)
        heading.addWidget(self.suggested)
        rows.addLayout(heading)
        rows.addWidget(self.filter)
        layout = QVBoxLayout(self)
        set_spacing(layout, self, between=0)
        layout.addWidget(head)
        layout.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.suggested.clicked.connect(self.suggestions_requested)
        self.filter.textChanged.connect(self._filter)
        self.filter.left_downwards.connect(self._enter_list)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.activated.connect(lambda _index: self.focus_editor())
        self.list.relate_pressed.connect(lambda: self._ask(self.relate_requested.emit))
        self.list.compare_pressed.connect(
            lambda: self._ask(lambda key: self.compare_requested.emit(key, ""))
        )
        self.list.delete_pressed.connect(lambda: self._ask(self.delete_requested.emit))
        for name in (
            "claim_edited", "note_edited", "tag_added", "tag_removed", "new_tag_requested",
            "delete_requested", "relate_requested", "jump_requested", "relation_requested",
            "compare_requested",
        ):  # fmt: skip
            getattr(self.editor, name).connect(getattr(self, name))

    def _filter(self, text: str) -> None:
        self._updating = True
        self.model.set_filter(text)
        self._updating = False
        self._follow()

    def _enter_list(self) -> None:
        if self.model.rowCount():
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self._rows.index(0, 0))
            self.list.setFocus()

    def _chosen(self, index: QModelIndex) -> None:
        annotation_id = index.data(RowRole.ID) if index.isValid() else None
        if self._updating or not annotation_id or annotation_id == self.editor.annotation_id:
            return
        self.select(annotation_id)
        self.annotation_selected.emit(annotation_id)

    def _ask(self, emit: Callable[[str], None]) -> None:
        if self.editor.annotation_id:
            self.flush()
            emit(self.editor.annotation_id)

    def _follow(self) -> None:
        """Brings editor and list in line with the rows, without telling anyone."""
        open_id = self.editor.annotation_id
        row = self.model.row(open_id)
        if row is not None:
            self.editor.set_row(row)
        elif open_id:
            self.editor.clear()
        self._point()

    def _point(self) -> None:
        """Makes what the editor shows the current row of the list, without telling anyone."""
        index = self._rows.mapFromSource(self.model.index_of(self.editor.annotation_id))
        self._updating = True
        if index != self.list.currentIndex():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        if not index.isValid():
            self.list.clearSelection()
        self._updating = False
        self._refresh()

    def _refresh(self) -> None:
        total, shown = self.model.total, self.model.rowCount()
        count = f"{total:,}" if shown == total else f"{shown:,} of {total:,}"
        self.title.setText(
            f"Annotations{self._place} ({count})" if self._is_open else f"Annotations{self._place}"
        )
        self.filter.setEnabled(total > 0)
        if not self._is_open:
            self.empty.setText(_NO_DOCUMENT)
        elif not total:
            self.empty.setText(_NO_ANNOTATIONS)
        else:
            self.empty.setText(f"Nothing matches “{self.filter.text().strip()}”.\n\nEsc clears.")
        self._stack.setCurrentWidget(self.list if shown else self.empty)
        self.scroll_area.setVisible(bool(self.editor.annotation_id))
