"""How the sides stand to each other: the kind and, of a contradiction, the dimension."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reviewer.domain.vocabulary import Dimension, RelationKind
from reviewer.ui.metrics import grid, set_spacing
from reviewer.ui.views.flow_layout import FlowLayout
from reviewer.ui.views.link_button import LinkButton
from reviewer.ui.views.numbered_list import NumberedList
from reviewer.ui.views.tone_label import ToneLabel

_KINDS = tuple(RelationKind)
_DIMENSIONS = tuple(Dimension)

_MEANING = {
    RelationKind.CONTRADICTS: "They cannot all be right.",
    RelationKind.UPDATES: "{first} gives newer information than {others}.",
    RelationKind.SUPPORTS: "{first} gives reason to believe {others}.",
    RelationKind.QUALIFIES: "{first} limits what {others} says.",
    RelationKind.SAME_AS: "They say the same.",
    RelationKind.DERIVES_FROM: "{first} was taken from {others}.",
}


class RelationChoice(QWidget):
    """Enter accepts what is preselected; Esc goes from the dimension to the kind, then back."""

    accepted = Signal(object, object)
    swap_requested = Signal()
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first, self._others = "", ""
        self.kinds = NumberedList("Kind of relation", [kind.label for kind in _KINDS])
        self.dimensions = NumberedList("Dimension", [d.label for d in _DIMENSIONS])
        self.meaning = ToneLabel()
        self.swap = LinkButton("Put another side first  S")
        self.accept = QPushButton("Mark contradiction")
        self.back = LinkButton("Back")
        self.accept.setToolTip("Mark it so (Enter)")
        self.back.setToolTip("Back to choosing the other side (Esc)")
        self._asked = ToneLabel("In what respect?", "text", strong=True)
        self._build()
        self.kinds.currentRowChanged.connect(lambda _row: self._refresh())
        self.kinds.numbered.connect(self._enter_dimensions)
        for part in (self.kinds, self.dimensions):
            part.accepted.connect(self._accept)
        self.accept.clicked.connect(self._accept)
        self.swap.clicked.connect(self.swap_requested)
        self.back.clicked.connect(self.back_requested)

    @property
    def kind(self) -> RelationKind:
        return _KINDS[max(0, self.kinds.currentRow())]

    @property
    def dimension(self) -> Dimension | None:
        """None for kinds other than a contradiction: they have none."""
        if self.kind is not RelationKind.CONTRADICTS:
            return None
        return _DIMENSIONS[max(0, self.dimensions.currentRow())]

    def begin(self, dimension: Dimension) -> None:
        """A contradiction in this dimension is preselected; the keyboard is on the kind."""
        self.kinds.setCurrentRow(_KINDS.index(RelationKind.CONTRADICTS))
        self.dimensions.setCurrentRow(_DIMENSIONS.index(dimension))
        self.kinds.setFocus()
        self._refresh()

    def set_sides(self, first: str, others: str) -> None:
        """Short names of the first side and of the rest, for the sentence that says the kind."""
        self._first, self._others = first, others
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.dimensions.hasFocus():
                self.kinds.setFocus()
            else:
                self.back_requested.emit()
        elif event.key() == Qt.Key.Key_S and self.swap.isVisible():
            self.swap_requested.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        set_spacing(layout, self, between=2)
        layout.addWidget(ToneLabel("How do they stand to each other?", "text", strong=True))
        layout.addWidget(self.kinds)
        layout.addWidget(self.meaning)
        layout.addWidget(self.swap)
        layout.addWidget(self._asked)
        layout.addWidget(self.dimensions)
        ends = QWidget()
        flow = FlowLayout(ends, grid(self, 2))
        flow.addWidget(self.accept)
        flow.addWidget(self.back)
        layout.addWidget(ends)
        layout.addWidget(ToneLabel("Number chooses · Enter marks · Esc goes back"))
        layout.addStretch()

    def _enter_dimensions(self) -> None:
        if self.kind is RelationKind.CONTRADICTS:
            self.dimensions.setFocus()

    def _accept(self) -> None:
        self.accepted.emit(self.kind, self.dimension)

    def _refresh(self) -> None:
        meaning = _MEANING[self.kind]
        is_contradiction = self.kind is RelationKind.CONTRADICTS
        self.meaning.setText(meaning.format(first=self._first, others=self._others))
        self.swap.setVisible("{first}" in meaning)
        self._asked.setVisible(is_contradiction)
        self.dimensions.setVisible(is_contradiction)
        self.accept.setText(f"Mark {'contradiction' if is_contradiction else self.kind.label}")
