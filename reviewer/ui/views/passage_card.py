"""One side of a relation in context: where it comes from, what it asserts, and its words."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QRadioButton, QVBoxLayout, QWidget

from reviewer.domain.claim import Claim
from reviewer.domain.grades import CREDIBILITY_HELP, RELIABILITY_HELP
from reviewer.domain.records import Source
from reviewer.domain.views import Passage
from reviewer.ui.metrics import FIGURE, SMALL, grid
from reviewer.ui.models.relation_words import Show, topic, value
from reviewer.ui.models.source_list import UNGRADED
from reviewer.ui.views.columns import Columns
from reviewer.ui.views.grade_badge import GradeBadge
from reviewer.ui.views.quote_in_context import QuoteInContext
from reviewer.ui.views.words import Words, rescale


class PassageCard(QWidget):
    """``jump_requested`` gives the annotation's id; ``preferred`` the id and whether it is.

    ``show`` puts a quantity into words.
    """

    jump_requested = Signal(str)
    preferred = Signal(str, bool)

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._passage: Passage | None = None
        self._badge = GradeBadge()
        self._title = Words(bold=True).wrapping()
        self._where = Words(role="muted", size=SMALL).wrapping()
        self._topic = Words(role="muted", size=SMALL).wrapping()
        self._value = Words(size=FIGURE).wrapping()
        self._facts = Words(role="muted", size=SMALL).wrapping()
        self._quote = QuoteInContext()
        self._prefer = QRadioButton("Prefer this side")
        self._prefer.setAutoExclusive(False)  # the other sides are other widgets, and none may be
        self._go = QPushButton("Go to passage")
        self.setFocusProxy(self._go)
        self._lay_out()
        self._space()
        self._prefer.clicked.connect(self._preferred)
        self._go.clicked.connect(self._jump)

    @property
    def annotation_id(self) -> str:
        """Whose passage is shown, or empty."""
        return self._passage.annotation.id if self._passage else ""

    def set_passage(self, passage: Passage, colour: str, *, with_topic: bool) -> None:
        """Shows a passage with its quote in a tag colour.

        ``with_topic`` where the sides have not all the topic that stands above them.
        """
        self._passage = passage
        source, claim = passage.source, passage.annotation.claim or Claim()
        grade = source.reliability
        meaning = f"{grade.label}. {RELIABILITY_HELP[grade]}" if grade else "not graded yet"
        self._badge.set_grade(grade or UNGRADED, f"Reliability {grade or ''}: {meaning}")
        self._title.setText(source.title)
        self._where.setText(where(source))
        self._topic.setText(topic(passage) or "no topic")
        self._topic.setVisible(with_topic)
        has_value = bool(passage.annotation.claim and claim.quantity)
        self._value.setText(value(passage, self._show) if has_value else "")
        self._value.setVisible(has_value)
        self._facts.setText(facts(claim))
        self._facts.setToolTip(CREDIBILITY_HELP[claim.credibility] if claim.credibility else "")
        self._quote.set_passage(passage, colour)
        name = source.publisher or source.title
        self.setAccessibleName(f"{name}: {value(passage, self._show)}")
        self._prefer.setAccessibleName(f"Prefer {name}")
        self._go.setAccessibleName(f"Go to the passage in {name}")

    def head_height(self, width: int) -> int:
        """Pixels that title and origin need where the card is ``width`` wide."""
        return self._top.heightForWidth(width)

    def set_head_height(self, height: int) -> None:
        """Makes room so that the values of neighbours stand on one line."""
        self._head.setMinimumHeight(height)

    def set_preferred(self, *, preferred: bool) -> None:
        """Marks the side without a signal."""
        self._prefer.setChecked(preferred)

    def set_decided(self, *, decided: bool) -> None:
        """A decided relation is read, not changed."""
        self._prefer.setEnabled(not decided)

    def set_choosable(self, *, choosable: bool) -> None:
        """Whether one side may be preferred here at all."""
        self._prefer.setVisible(choosable)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            rescale(self)
            self._space()

    def _lay_out(self) -> None:
        self._head = QWidget()
        self._top, self._bottom = QHBoxLayout(self._head), QHBoxLayout()
        self._top.setContentsMargins(0, 0, 0, 0)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._where)
        names.addStretch()
        self._top.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        self._top.addLayout(names, 1)
        self._bottom.addWidget(self._prefer)
        self._bottom.addStretch()
        self._bottom.addWidget(self._go)
        self._figures = QVBoxLayout()
        for part in (self._topic, self._value, self._facts):
            self._figures.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._head)
        self._column.addLayout(self._figures)
        self._column.addWidget(self._quote)
        self._column.addStretch()
        self._column.addLayout(self._bottom)

    def _preferred(self, checked: bool) -> None:
        self.preferred.emit(self.annotation_id, checked)

    def _jump(self) -> None:
        self.jump_requested.emit(self.annotation_id)

    def _space(self) -> None:
        step = grid(self)
        self._top.setSpacing(2 * step)
        self._figures.setSpacing(0)
        self._column.setSpacing(3 * step)


def where(source: Source) -> str:
    """Publisher, date, and how the date is known."""
    basis = f" ({source.date_basis})" if source.date_basis else ""
    return f"{source.publisher or 'publisher not given'} · {source.published or 'undated'}{basis}"


def facts(claim: Claim) -> str:
    """When the value held, who says so, and how credible that is."""
    grade = claim.credibility
    credible = f"credibility {grade}, {grade.label}" if grade else "credibility not judged yet"
    return " · ".join(
        (
            f"as of {claim.as_of}" if claim.as_of else "no as-of date",
            claim.speaker or "no speaker named",
            credible,
        )
    )


def level(cards: Sequence[PassageCard], columns: Columns) -> None:
    """Make the heads of those that stand in one row of the columns equally high."""
    width, count = columns.column_width, max(1, columns.count)
    for i in range(0, len(cards), count):
        row = cards[i : i + count]
        height = max(card.head_height(width) for card in row)
        for card in row:
            card.set_head_height(height)
