"""From one annotation to a relation by keys: the other sides, the kind, the dimension."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewer.domain.quantity import Quantity
from reviewer.domain.views import Candidate, Passage
from reviewer.domain.vocabulary import Dimension, RelationKind
from reviewer.ui.metrics import em, grid, set_spacing
from reviewer.ui.models.candidate_list import CandidateList
from reviewer.ui.models.relation_guess import likely_dimension
from reviewer.ui.views.filter_field import FilterField
from reviewer.ui.views.passage_delegate import PassageDelegate
from reviewer.ui.views.passage_view import PassageView
from reviewer.ui.views.relation_choice import RelationChoice
from reviewer.ui.views.scrolled import Following
from reviewer.ui.views.side_card import SideCard
from reviewer.ui.views.tone_label import ToneLabel

_KEYS = "Enter picks · Ctrl+Enter picks one of several · Esc cancels"
_LOW = 26
"""Em of height below which sides are told in a line each, so that candidates can be seen."""
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RelatePicker(QWidget):
    """A pane, not a dialog: documents stay live, so that a side can be clicked in any of them.

    ``relation_made(kind, dimension, member_ids)``: the annotation that it started from comes
    first unless the person put another there; the dimension is None but for contradictions.
    """

    relation_made = Signal(object, object, list)
    cancelled = Signal()

    def __init__(
        self, show_short: Callable[[Quantity], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._show = show_short
        self._start_id = ""
        self._sides: list[Passage] = []
        self._last_pick = ""
        self.model = CandidateList(show_short, self)
        self.filter = FilterField("Filter candidates")
        self.filter.setPlaceholderText("Filter by quote, value, source or subject")
        self.list = PassageView("Candidates for the other side")
        self.list.setModel(self.model)
        self.list.setItemDelegate(PassageDelegate(self.list, quote_lines=2))
        self.empty = ToneLabel()
        self.choice = RelationChoice()
        self._build()
        self._connect()
        self.setFocusProxy(self.filter)

    @property
    def sides(self) -> tuple[Passage, ...]:
        """The sides picked so far, the first one first."""
        return tuple(self._sides)

    def start(self, passage: Passage, candidates: Iterable[Candidate]) -> None:
        """Begins with one side; the keyboard goes to the filter."""
        self._start_id = passage.annotation.id
        self._sides = [passage]
        self._last_pick = ""
        self.filter.clear()
        self.model.set_candidates(c for c in candidates if not self._is_side(c.passage))
        self._show_sides()
        self._to_candidates()

    def pick_from_document(self, passage: Passage, *, more: bool = False) -> None:
        """A side that was clicked in a document; ``more`` stays for further ones."""
        if not self._sides:
            return
        if not self._is_side(passage):
            self._add(passage)
        if not more:
            self._to_choice()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The filter keeps the keyboard: moving and picking work from within it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.filter and event.key() in _MOVES:
                self.list.keyPressEvent(event)
                return True
            if event.key() in _ENTERS or (watched is self.list and _adds(event)):
                control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                self._pick(more=control or _adds(event))
                return True
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """The candidates come first: in a low pane the rest is made small, see ``_fit``."""
        return QSize(super().minimumSizeHint().width(), em(self, 14))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        low = self.height() < em(self, _LOW)
        for hint in self._hints:
            hint.setVisible(not low)
        for card in self.findChildren(SideCard):
            card.set_brief(brief=low)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._title = ToneLabel(role="text", strong=True)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(grid(self))
        candidates = QWidget()
        column = QVBoxLayout(candidates)
        set_spacing(column, self, between=2)
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        self._hints = [ToneLabel("or click an annotation in any document"), ToneLabel(_KEYS)]
        for hint in self._hints:
            column.addWidget(hint)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        scroll = Following()
        scroll.setAccessibleName("Kind of relation")
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.choice)
        self.pages = QStackedWidget()
        self.pages.addWidget(candidates)
        self.pages.addWidget(scroll)
        layout = QVBoxLayout(self)
        set_spacing(layout, self, around=2, between=2)
        layout.addWidget(self._title)
        layout.addLayout(self._cards)
        layout.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        for part in (self.filter, self.list):
            part.installEventFilter(self)
        self.list.clicked.connect(self._clicked)
        self.choice.accepted.connect(self._accept)
        self.choice.back_requested.connect(self._back)
        self.choice.swap_requested.connect(self._swap)

    def _is_side(self, passage: Passage) -> bool:
        return any(side.annotation.id == passage.annotation.id for side in self._sides)

    def _clicked(self, _index: QModelIndex) -> None:
        control = Qt.KeyboardModifier.ControlModifier
        self._pick(more=bool(QGuiApplication.keyboardModifiers() & control))

    def _pick(self, *, more: bool) -> None:
        passage = self.model.passage(self.list.currentIndex())
        if passage is None:
            if len(self._sides) > 1 and not more:
                self._to_choice()
            return
        if not self._is_side(passage):
            self._add(passage)
        elif more:
            self._remove(passage.annotation.id)
        if not more:
            self._to_choice()

    def _add(self, passage: Passage) -> None:
        self._sides.append(passage)
        self._last_pick = passage.annotation.id
        self._show_sides()

    def _remove(self, annotation_id: str) -> None:
        self._sides = [side for side in self._sides if side.annotation.id != annotation_id]
        self._show_sides()
        if len(self._sides) == 1:
            self._to_candidates()

    def _filter(self, text: str) -> None:
        self.model.set_filter(text)
        self.list.setCurrentIndex(self.model.index(0))
        self._show_candidates()

    def _show_candidates(self) -> None:
        found = self.model.rowCount() > 0
        self.list.setVisible(found)
        self.empty.setVisible(not found)
        self.empty.setText(
            f"Nothing matches “{self.filter.text().strip()}”."
            if self.model.total
            else "There are no other annotations yet. Tag the passage that disagrees first."
        )

    def _to_candidates(self) -> None:
        self.pages.setCurrentIndex(0)
        self._title.setText("Other side of:")
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))
        self._show_candidates()
        self.filter.setFocus()

    def _to_choice(self) -> None:
        if len(self._sides) > 1:
            self.pages.setCurrentIndex(1)
            self._title.setText("These passages:")
            self.choice.begin(likely_dimension(self._sides))

    def _back(self) -> None:
        """To the candidates, without the side whose picking led here."""
        if self._last_pick:
            self._remove(self._last_pick)
            self._last_pick = ""
        self._to_candidates()

    def _swap(self) -> None:
        self._sides = [*self._sides[1:], self._sides[0]]
        self._show_sides()

    def _accept(self, kind: RelationKind, dimension: Dimension | None) -> None:
        self.relation_made.emit(kind, dimension, [side.annotation.id for side in self._sides])

    def _show_sides(self) -> None:
        while (item := self._cards.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for side in self._sides:
            removable = side.annotation.id != self._start_id
            card = SideCard(side, self._show, removable=removable)
            card.removed.connect(self._remove)
            self._cards.addWidget(card)
        self._fit()
        self.model.set_picked(side.annotation.id for side in self._sides)
        names = [side.source.publisher or side.source.title for side in self._sides]
        self.choice.set_sides(names[0] if names else "", " and ".join(dict.fromkeys(names[1:])))


def _adds(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Space)
