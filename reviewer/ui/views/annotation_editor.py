"""One annotation opened for editing: quote, tags, claim, note and relations."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reviewer.domain.claim import Claim
from reviewer.domain.quantity import Quantity
from reviewer.domain.records import Tag
from reviewer.ui.actions import tip
from reviewer.ui.metrics import grid, set_spacing
from reviewer.ui.models.annotation_list import AnnotationRow
from reviewer.ui.models.claim_fields import Parse, Show
from reviewer.ui.views.claim_form import ClaimForm
from reviewer.ui.views.field_set import FieldSet
from reviewer.ui.views.field_slot import FieldSlot
from reviewer.ui.views.flow_layout import FlowLayout
from reviewer.ui.views.focus_order import tab_through
from reviewer.ui.views.link_button import LinkButton
from reviewer.ui.views.note_edit import NoteEdit
from reviewer.ui.views.quote_label import QuoteLabel
from reviewer.ui.views.relation_links import RelationLinks
from reviewer.ui.views.tag_chip import TagChip
from reviewer.ui.views.tag_chips import TagChips
from reviewer.ui.views.tone_label import ToneLabel

_KEYS = "In the list: R marks a contradiction, C compares, Enter edits, Delete deletes."


class AnnotationEditor(QWidget):
    """Signals carry the annotation's id first; ``seen`` is what the edit started from."""

    claim_edited = Signal(str, object, object)
    note_edited = Signal(str, str, str)
    tag_added = Signal(str, str)
    tag_removed = Signal(str, str)
    new_tag_requested = Signal(str, str)
    delete_requested = Signal(str)
    relate_requested = Signal(str)
    jump_requested = Signal(str)
    relation_requested = Signal(str)
    compare_requested = Signal(str, str)

    def __init__(self, parse: Parse, show: Show, show_short: Callable[[Quantity], str]) -> None:
        super().__init__()
        self._id = ""
        self.quote = QuoteLabel()
        self.chips = TagChips()
        self.claim = ClaimForm(parse, show)
        self.note = FieldSlot(NoteEdit("Note", "Write a note"))
        self._note: FieldSet[str] = FieldSet(
            lambda note: {"note": note},
            lambda _note, _name, text: text,
            lambda seen, new: self.note_edited.emit(self._id, seen, new),
        )
        self._note.add("note", self.note)
        self.relations = RelationLinks(show_short)
        self.relate = QPushButton("Mark contradiction")
        self.delete = LinkButton("Delete annotation", "danger")
        self._build()
        self._connect()

    @property
    def annotation_id(self) -> str:
        """Empty while none is shown."""
        return self._id

    def set_row(self, row: AnnotationRow) -> None:
        """Shows an annotation; one that is shown already keeps what is being typed."""
        annotation = row.annotation
        if annotation.id != self._id:
            self.flush()
        self._id = annotation.id
        self.quote.set_quote(annotation.target.exact)
        self.chips.set_tags(row.tags)
        self.claim.set_claim(annotation.id, annotation.claim, annotation.target.exact)
        self._note.show(annotation.id, annotation.note)
        self.relations.set_links(annotation.id, row.relations)
        chips = self.chips.findChildren(TagChip)
        tab_through([*chips, self.chips, self.claim, self.note, self.relations, self.relate,
                     self.delete])  # fmt: skip

    def clear(self) -> None:
        """Shows no annotation; what could not be stored is kept for its return."""
        self._id = ""
        self.claim.set_claim("", None)
        self._note.show("", None)
        self.relations.set_links("", ())

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """The codebook."""
        self.chips.set_codebook(tags)

    def show_conflict(self, field: str, theirs: str | Claim) -> None:
        """What was stored elsewhere: for "note" its text, for "claim" the whole claim."""
        if field == "note" and isinstance(theirs, str):
            self._note.show(self._id, theirs)
        elif field == "claim" and isinstance(theirs, Claim):
            self.claim.set_claim(self._id, theirs)

    def flush(self) -> None:
        """Hands on whatever was typed."""
        if self._id:
            self.claim.flush()
            self._note.flush()

    def unsaved(self) -> tuple[str, ...]:
        """Labels of the fields that show what could not be stored."""
        return (*self.claim.unsaved(), *(("Note",) if self._note.unsaved() else ()))

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        set_spacing(layout, self, around=3, between=2)
        layout.addWidget(self.quote)
        layout.addWidget(self.chips)
        layout.addSpacing(grid(self))
        layout.addWidget(self.claim)
        for title, body in (("Note", self.note), ("Relations", self.relations)):
            layout.addSpacing(grid(self))
            layout.addWidget(ToneLabel(title, "text", strong=True))
            layout.addWidget(body)
        ends = QWidget()
        flow = FlowLayout(ends, grid(self, 2))
        flow.addWidget(self.relate)
        flow.addWidget(self.delete)
        layout.addWidget(ends)
        layout.addWidget(ToneLabel(_KEYS))
        layout.addStretch()
        self.relate.setAccessibleName("Mark contradiction")
        self.relate.setToolTip(
            tip("relate", "Pick the other side of a contradiction, R in the list")
        )
        self.delete.setToolTip(tip("delete_annotation", "Undo brings it back"))

    def _connect(self) -> None:
        self.claim.claim_edited.connect(
            lambda seen, new: self.claim_edited.emit(self._id, seen, new)
        )
        self.chips.added.connect(lambda tag: self.tag_added.emit(self._id, tag))
        self.chips.removed.connect(lambda tag: self.tag_removed.emit(self._id, tag))
        self.chips.new_requested.connect(lambda name: self.new_tag_requested.emit(self._id, name))
        self.relations.jump_requested.connect(self.jump_requested)
        self.relations.relation_requested.connect(self.relation_requested)
        self.relations.compare_requested.connect(
            lambda relation: self.compare_requested.emit(self._id, relation)
        )
        self.relate.clicked.connect(lambda: self._ask(self.relate_requested.emit))
        self.delete.clicked.connect(lambda: self._ask(self.delete_requested.emit))

    def _ask(self, emit: Callable[[str], None]) -> None:
        self.flush()
        emit(self._id)
