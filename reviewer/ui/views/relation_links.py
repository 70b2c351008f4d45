"""The relations of one annotation: how each stands, and a jump to each other side."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.domain.quantity import Quantity
from reviewer.domain.records import Relation
from reviewer.domain.views import Passage
from reviewer.domain.vocabulary import RelationKind
from reviewer.ui.metrics import grid, set_spacing
from reviewer.ui.models.annotation_list import RelationLink
from reviewer.ui.models.row_roles import one_line
from reviewer.ui.views.link_button import LinkButton

_SHORT = 60

_SEEN_FROM_BEHIND = {
    RelationKind.UPDATES: "updated by",
    RelationKind.SUPPORTS: "supported by",
    RelationKind.QUALIFIES: "qualified by",
    RelationKind.DERIVES_FROM: "is the source of",
}


class RelationLinks(QWidget):
    """The relation opens it, the other side goes there; C on either puts both beside each other."""

    relation_requested = Signal(str)
    jump_requested = Signal(str)
    compare_requested = Signal(str)  # a relation

    def __init__(self, show: Callable[[Quantity], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._shown: tuple[str, tuple[RelationLink, ...]] = ("", ())
        self._layout = QVBoxLayout(self)
        set_spacing(self._layout, self, between=0.5)

    def set_links(self, annotation_id: str, links: tuple[RelationLink, ...]) -> None:
        if (annotation_id, links) == self._shown:
            return
        self._shown = (annotation_id, links)
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for link in links:
            self._layout.addWidget(self._block(annotation_id, link))
        self.setVisible(bool(links))

    def _block(self, annotation_id: str, link: RelationLink) -> QWidget:
        relation_id = link.relation.id
        block = _Block()
        block.compare_pressed.connect(lambda: self.compare_requested.emit(relation_id))
        layout = QVBoxLayout(block)
        set_spacing(layout, self, between=0)
        role = "warning" if link.is_open_contradiction else "muted"
        head = LinkButton(relation_words(link.relation, annotation_id), role)
        head.setToolTip("Open this relation")
        head.clicked.connect(lambda: self.relation_requested.emit(relation_id))
        layout.addWidget(head)
        for passage in link.others:
            side = LinkButton(side_words(passage, self._show))
            side.setToolTip(f"{passage.annotation.target.exact}\n{passage.source.title}")
            other_id = passage.annotation.id
            side.clicked.connect(lambda _checked=False, to=other_id: self.jump_requested.emit(to))
            indented = QVBoxLayout()
            indented.setContentsMargins(grid(self, 4), 0, 0, 0)
            indented.addWidget(side)
            layout.addLayout(indented)
        compare = LinkButton("Compare side by side  C")
        compare.setToolTip("Both passages beside each other (C)")
        compare.clicked.connect(lambda: self.compare_requested.emit(relation_id))
        last = QVBoxLayout()
        last.setContentsMargins(grid(self, 4), 0, 0, 0)
        last.addWidget(compare)
        layout.addLayout(last)
        return block


class _Block(QWidget):
    """Letters that the buttons in it have no use for reach it."""

    compare_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.compare_pressed.emit()
        else:
            super().keyPressEvent(event)


def relation_words(relation: Relation, annotation_id: str) -> str:
    """ "⇄ contradicts · open", from where the annotation stands; settled ones give the verdict."""
    first = relation.members[:1] == (annotation_id,)
    kind = (
        relation.kind.label if first else _SEEN_FROM_BEHIND.get(relation.kind, relation.kind.label)
    )
    status = relation.status.label
    verdict = f" · {relation.verdict.label}" if relation.verdict else ""
    return f"⇄ {kind} · {status}{verdict}"


def side_words(passage: Passage, show: Callable[[Quantity], str]) -> str:
    """ "NZ$78 million, USIP →": the value, or else the quote, and who publishes it."""
    claim = passage.annotation.claim
    if claim and claim.quantity:
        what = show(claim.quantity)
    else:
        line = one_line(passage.annotation.target.exact)
        what = f"“{line}”" if len(line) <= _SHORT else f"“{line[:_SHORT].rstrip()}…”"
    return f"{what}, {passage.source.publisher or passage.source.title} →"
