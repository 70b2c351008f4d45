"""What stands between two documents: how their two claims differ, and how they are related."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from reviewer.ui.metrics import grid
from reviewer.ui.models.claim_comparison import ComparedField
from reviewer.ui.views.compared_rows import ComparedRows
from reviewer.ui.views.flow_layout import FlowLayout
from reviewer.ui.views.focus_ring import WIDTH
from reviewer.ui.views.link_button import LinkButton
from reviewer.ui.views.scrolled import Scrolled
from reviewer.ui.views.words import Words, rescale


class CompareStrip(QFrame):
    """Takes what the sides say in words; ``relation_requested`` asks for it in the workbench."""

    relation_requested = Signal(str)
    tie_wanted = Signal(bool)
    centre_requested = Signal()
    relate_requested = Signal()
    resized = Signal()  # what is shown needs another height

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Comparison")
        self._relation_id = ""
        self.relation = LinkButton("")
        self.relate = LinkButton("Relate the two  R")
        self.centre = LinkButton("Centre both")
        self.tie = QCheckBox("Scroll together")
        self.rows = ComparedRows()
        self.difference = Words(bold=True).wrapping()
        self.time = Words(role="muted").wrapping()
        self.empty = Words(role="muted").wrapping()
        self._scroll = Scrolled()
        self._lay_out()
        self._space()
        self._scroll.page.laid_anew.connect(self.resized)  # also by a change of style sheet
        self.relation.clicked.connect(lambda: self.relation_requested.emit(self._relation_id))
        self.relate.clicked.connect(self.relate_requested)
        self.centre.clicked.connect(self.centre_requested)
        self.tie.clicked.connect(self.tie_wanted)

    def set_comparison(
        self, fields: Sequence[ComparedField], difference: str, time_between: str
    ) -> None:
        """The fields of both claims, how far apart their values are, and the times of both."""
        self.empty.hide()
        self.rows.set_fields(fields)
        for label, words in ((self.difference, difference), (self.time, time_between)):
            label.setText(words)
            label.setVisible(bool(words))
        self.centre.show()
        self.resized.emit()

    def set_empty(self, text: str) -> None:
        """There are no two sides: what to do about it."""
        self.empty.setText(text)
        self.empty.show()
        self.rows.set_fields(())
        self.difference.hide()
        self.time.hide()
        self.set_relation("", "", may_relate=False)
        self.centre.hide()
        self.resized.emit()

    def set_relation(self, words: str, relation_id: str, *, may_relate: bool) -> None:
        """How the two stand to each other, or, with ``may_relate``, an offer to say so."""
        self._relation_id = relation_id
        self.relation.setText(words)
        self.relation.setAccessibleName(f"{words}: open in Contradictions")
        self.relation.setVisible(bool(relation_id))
        self.relate.setVisible(may_relate and not relation_id)

    def set_tied(self, *, tied: bool) -> None:
        """Show whether the documents scroll together."""
        self.tie.setChecked(tied)

    def set_stacked(self, *, stacked: bool) -> None:
        """In a narrow column between the documents, or below both."""
        self.rows.set_stacked(stacked=stacked)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        margins = self._column.contentsMargins()
        ring = 2 * WIDTH  # of the focus, around what scrolls
        inner = width - margins.left() - margins.right() - ring
        page = self._scroll.page.layout()
        assert page is not None
        return page.heightForWidth(inner) + margins.top() + margins.bottom() + ring + 1

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            rescale(self)
            self._space()
            self.resized.emit()

    def _lay_out(self) -> None:
        self.relation.setToolTip("Open this relation in Contradictions")
        self.relate.setToolTip("Say how the two selected annotations stand to each other (R)")
        self.centre.setToolTip("Bring both passages to the middle (Ctrl+Shift+C)")
        self.tie.setToolTip("Keep the two passages beside each other while scrolling"
                            " (Ctrl+Shift+T)")  # fmt: skip
        for label in (self.difference, self.time, self.empty):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._scroll.setAccessibleName("Compared fields")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._body = QVBoxLayout(self._scroll.page)
        self._body.setContentsMargins(0, 0, 0, 0)
        head = QWidget()
        controls = FlowLayout(head, grid(self, 3))
        for control in (self.relation, self.relate, self.centre, self.tie):
            controls.addWidget(control)
        for part in (head, self.difference, self.time, self.rows, self.empty):
            self._body.addWidget(part)
        self._body.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._scroll, 1)

    def _space(self) -> None:
        self._column.setContentsMargins(*(grid(self, n) for n in (3, 2, 3, 2)))
        self._body.setSpacing(grid(self))
