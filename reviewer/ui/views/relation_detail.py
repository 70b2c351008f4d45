"""One relation to be decided: its sides in context, how they differ, and the form."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.views import RelationView
from reviewer.domain.vocabulary import RelationKind, Status
from reviewer.ui.actions import tip
from reviewer.ui.metrics import HEADING, grid
from reviewer.ui.models import relation_words as words
from reviewer.ui.views.columns import Columns
from reviewer.ui.views.decision_form import DecisionForm
from reviewer.ui.views.ground import on_paper
from reviewer.ui.views.passage_card import PassageCard, level
from reviewer.ui.views.scrolled import Scrolled
from reviewer.ui.views.words import Words, rescale

_DECIDED = (Status.SETTLED, Status.DISMISSED)


class RelationDetail(QWidget):
    """The form's signals are at ``form``; ``jump_requested`` gives an annotation's id."""

    jump_requested = Signal(str)
    compare_requested = Signal()

    def __init__(self, show: words.Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._colours: Mapping[str, str] = {}
        self._cards: list[PassageCard] = []
        self._view: RelationView | None = None
        self._heading = Words(size=HEADING, bold=True).wrapping()
        self._standing = Words().wrapping()
        self._sides = Columns(20, 2, 10)
        self._difference = Words().wrapping()
        self.form = DecisionForm(show)
        self.settle_button = QPushButton("Settle")
        self.dismiss_button = QPushButton("Not a contradiction…")
        self.reopen_button = QPushButton("Reopen")
        self.compare_button = QPushButton("Compare")
        self._scroll = Scrolled()
        self._lay_out()
        self._space()
        self._wire()

    @property
    def cards(self) -> list[PassageCard]:
        """The sides that are shown, in their order."""
        return [card for card in self._cards if not card.isHidden()]

    def set_tag_colours(self, colours: Mapping[str, str]) -> None:
        """Tag id → name of its colour, for the marks on the quotes."""
        self._colours = dict(colours)
        if self._view:
            self._show_sides(self._view)

    def set_view(self, view: RelationView) -> None:
        """Shows a relation; the same one again keeps what is being typed and the scroll place."""
        is_other = self._view is None or self._view.relation.id != view.relation.id
        self.form.set_view(view)
        self._view = view
        relation = view.relation
        self._heading.setText(words.heading(view))
        began = f" · suggested by the rule {view.origin}" if view.origin else ""
        self._standing.setText(words.standing(relation) + began)
        self._standing.set_role(words.STATUS_ROLE[relation.status])
        self._show_sides(view)
        decided = relation.status in _DECIDED
        contradicts = relation.kind is RelationKind.CONTRADICTS
        self.settle_button.setVisible(not decided)
        self.dismiss_button.setVisible(not decided)
        self.dismiss_button.setText("Not a contradiction…" if contradicts else "Dismiss…")
        self.reopen_button.setVisible(decided)
        if is_other:
            self.set_difference("")
            self._scroll.verticalScrollBar().setValue(0)

    def set_difference(self, text: str) -> None:
        """How the values differ, in a sentence; empty for nothing to say."""
        self._difference.setText(text)
        self._difference.setVisible(bool(text))

    def focus_first(self) -> None:
        """Puts the keyboard where the decision goes on, or on reopening it."""
        if self.reopen_button.isVisible():
            self.reopen_button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.form.focus_first()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            rescale(self)
            self._space()

    def _lay_out(self) -> None:
        self._line = QFrame()
        self._line.setFrameShape(QFrame.Shape.HLine)
        self._line.setFrameShadow(QFrame.Shadow.Plain)
        self._line.setForegroundRole(self._line.palette().ColorRole.Mid)
        self._top = QHBoxLayout()
        names = QVBoxLayout()
        names.addWidget(self._heading)
        names.addWidget(self._standing)
        self._top.addLayout(names, 1)
        self._top.addWidget(self.compare_button, 0, Qt.AlignmentFlag.AlignTop)
        self._body = QVBoxLayout(self._scroll.page)
        self._body.addLayout(self._top)
        for part in (self._sides, self._difference, self._line, self.form):
            self._body.addWidget(part)
        self._body.addStretch(1)  # with a factor: the cards have stretches of their own
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.settle_button)
        self._foot.addWidget(self.dismiss_button)
        self._foot.addWidget(self.reopen_button)
        self._foot.addStretch()
        on_paper(self)
        on_paper(self._scroll.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._foot)

    def _wire(self) -> None:
        self.settle_button.setToolTip("Settle with this verdict (Ctrl+Enter)")
        self.dismiss_button.setToolTip(
            tip("dismiss", "Needs a rationale; it is reported like any finding")
        )
        self.reopen_button.setToolTip(tip("reopen", "Decide it once more"))
        self.compare_button.setToolTip("Both passages side by side (C in the list, Ctrl+Shift+C)")
        self.compare_button.clicked.connect(self.compare_requested)
        self.settle_button.clicked.connect(self.form.settle)
        self.dismiss_button.clicked.connect(self.form.dismiss)
        self.reopen_button.clicked.connect(self.form.reopen)
        self.form.preferred.connect(self._mark_preferred)
        self.form.complained.connect(self._scroll.show_part)  # it may have the focus already
        self._sides.arranged.connect(self._level)

    def _show_sides(self, view: RelationView) -> None:
        if [card.annotation_id for card in self._cards] != list(view.relation.members):
            self._cards = [self._new_card() for _ in view.passages]
            self._sides.set_widgets(self._cards)
        topics = {words.topic(passage) for passage in view.passages}
        for card, passage in zip(self._cards, view.passages, strict=True):
            tags = passage.annotation.tag_ids
            colour = next((self._colours[tag] for tag in tags if tag in self._colours), "blue")
            card.set_passage(passage, colour, with_topic=len(topics) > 1)
            card.set_decided(decided=view.relation.status in _DECIDED)
        self._mark_preferred(view.relation.preferred_id)
        self._level()

    def _new_card(self) -> PassageCard:
        card = PassageCard(self._show)
        card.jump_requested.connect(self.jump_requested)
        card.preferred.connect(self._card_preferred)
        return card

    def _card_preferred(self, annotation_id: str, preferred: bool) -> None:
        chosen = annotation_id if preferred else None
        self._mark_preferred(chosen)
        self.form.set_preferred(chosen)

    def _mark_preferred(self, annotation_id: str | None) -> None:
        for card in self._cards:
            card.set_preferred(preferred=card.annotation_id == annotation_id)

    def _level(self) -> None:
        level(self._cards, self._sides)

    def _space(self) -> None:
        step = grid(self)
        self._body.setContentsMargins(6 * step, 5 * step, 6 * step, 6 * step)
        self._body.setSpacing(6 * step)
        self._top.setSpacing(step)
        self._foot.setContentsMargins(6 * step, 3 * step, 6 * step, 3 * step)
        self._foot.setSpacing(2 * step)
