"""One suggested relation: the reason, both passages in context, the rule, and what to do of it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reviewer.domain.proposals import SuggestionView
from reviewer.ui.metrics import HEADING, SMALL, em, grid
from reviewer.ui.models import relation_words as words
from reviewer.ui.models.suggestion_list import as_relation, rule_words
from reviewer.ui.views.columns import Columns
from reviewer.ui.views.flow_layout import FlowLayout
from reviewer.ui.views.ground import on_paper
from reviewer.ui.views.passage_card import PassageCard, level
from reviewer.ui.views.scrolled import Scrolled
from reviewer.ui.views.words import Words, rescale

_COLOUR = "grey"  # of the quotes: nobody has tagged them yet


class SuggestionDetail(QWidget):
    """``jump_requested`` gives the number of a passage; ``dismissed`` why, which may be empty."""

    accepted = Signal()
    edit_requested = Signal()
    dismissed = Signal(str)
    compare_requested = Signal()
    jump_requested = Signal(int)

    def __init__(self, show: words.Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._view: SuggestionView | None = None
        self._cards: list[PassageCard] = []
        self._heading = Words(size=HEADING, bold=True).wrapping()
        self._typing = Words(role="accent").wrapping()
        self._reason = Words().wrapping()
        self._rule = Words(role="muted", size=SMALL).wrapping()
        self._sides = Columns(20, 2, 10)
        self.accept_button = _button("Accept", "Make the claims and the relation (A)")
        self.edit_button = _button("Accept and edit", "Make them, and open the relation (E)")
        self.compare_button = _button("Compare", "Both passages side by side (C)")
        self.why = QLineEdit()
        self.why.setPlaceholderText("Why not (optional)")
        self.why.setAccessibleName("Why it is dismissed, optional")
        self.why.setToolTip("W goes here; Enter dismisses, Esc goes back to the list")
        self.dismiss_button = _button("Dismiss", "Not to be suggested again (D or Delete)")
        self._scroll = Scrolled()
        self._lay_out()
        self._space()
        self._wire()

    @property
    def cards(self) -> list[PassageCard]:
        """The passages that are shown, in their order."""
        return list(self._cards)

    def set_view(self, view: SuggestionView) -> None:
        """Show a suggestion; what was typed for another is dropped."""
        is_other = self._view is None or self._view.key != view.key
        self._view = view
        shown = as_relation(view)
        self._heading.setText(words.heading(shown))
        self._typing.setText(f"Suggested: {words.typing(shown.relation)}")
        self._reason.setText(view.relation.reason)
        self._rule.setText(rule_words(view))
        self._show_sides(view)
        if is_other:
            self.why.clear()
            self._scroll.verticalScrollBar().setValue(0)

    def turn_page(self, pages: int) -> None:
        """Scroll what does not fit, so many pages down (or up)."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep() * 3 // 4)

    def dismiss(self) -> None:
        """Dismiss with what was typed, if anything was."""
        self.dismissed.emit(self.why.text().strip())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            rescale(self)
            self._space()

    def _show_sides(self, view: SuggestionView) -> None:
        if len(self._cards) != len(view.passages):
            self._cards = [self._new_card(number) for number in range(len(view.passages))]
            self._sides.set_widgets(self._cards)
        topics = {words.topic(passage) for passage in view.passages}
        for card, passage in zip(self._cards, view.passages, strict=True):
            card.set_passage(passage, _COLOUR, with_topic=len(topics) > 1)
        self._level()

    def _new_card(self, number: int) -> PassageCard:
        card = PassageCard(self._show)
        card.set_choosable(choosable=False)
        card.jump_requested.connect(lambda _id: self.jump_requested.emit(number))
        return card

    def _level(self) -> None:
        level(self._cards, self._sides)

    def _lay_out(self) -> None:
        self._body = QVBoxLayout(self._scroll.page)
        self._top = QVBoxLayout()
        for part in (self._typing, self._heading, self._reason, self._rule):
            self._top.addWidget(part)
        self._body.addLayout(self._top)
        self._body.addWidget(self._sides)
        self._body.addStretch(1)
        taking, leaving = QWidget(), QWidget()
        self._taking = FlowLayout(taking)
        for button in (self.accept_button, self.edit_button, self.compare_button):
            self._taking.addWidget(button)
        self._leaving = QHBoxLayout(leaving)
        self._leaving.setContentsMargins(0, 0, 0, 0)
        self._leaving.addWidget(self.why, 1)
        self._leaving.addWidget(self.dismiss_button)
        buttons = Columns(18, 2, 2)
        buttons.set_widgets([taking, leaving])
        self._foot = QVBoxLayout()
        self._foot.addWidget(buttons)
        on_paper(self)
        on_paper(self._scroll.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._foot)

    def _wire(self) -> None:
        self.accept_button.clicked.connect(self.accepted)
        self.edit_button.clicked.connect(self.edit_requested)
        self.compare_button.clicked.connect(self.compare_requested)
        self.dismiss_button.clicked.connect(self.dismiss)
        self.why.returnPressed.connect(self.dismiss)
        self._sides.arranged.connect(self._level)

    def _space(self) -> None:
        step = grid(self)
        self._body.setContentsMargins(6 * step, 5 * step, 6 * step, 6 * step)
        self._body.setSpacing(6 * step)
        self._top.setSpacing(2 * step)
        self._foot.setContentsMargins(6 * step, 3 * step, 6 * step, 3 * step)
        self._taking.set_gap(2 * step)
        self._leaving.setSpacing(2 * step)
        self.why.setMinimumWidth(em(self, 8))


def _button(text: str, tooltip: str) -> QPushButton:
    made = QPushButton(text)
    made.setToolTip(tooltip)
    made.setAutoDefault(True)  # Enter presses it
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made
