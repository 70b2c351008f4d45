"""The fields of a decision, laid out: what the sides are judged by, and what is found."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.domain.checklist import suggested_verdict
from reviewer.domain.views import RelationView
from reviewer.domain.vocabulary import Dimension, RelationKind, Verdict
from reviewer.ui.metrics import grid
from reviewer.ui.models.relation_words import Show, value
from reviewer.ui.views.advice_line import AdviceLine
from reviewer.ui.views.checklist_rows import ChecklistRows
from reviewer.ui.views.choice import Choice
from reviewer.ui.views.columns import Columns
from reviewer.ui.views.field import Field
from reviewer.ui.views.gathered_text import GatheredText
from reviewer.ui.views.hint_row import HintRow


class DecisionFields(QWidget):
    """``of`` gives the field of each name that a person decides of a relation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = Choice("Kind", [(kind.label, kind) for kind in RelationKind])
        self.dimension: Choice[Dimension | None] = Choice(
            "Dimension", [("not given", None), *((each.label, each) for each in Dimension)]
        )
        self.checklist = ChecklistRows()
        self.hint = HintRow("The answers point to")
        self.verdict: Choice[Verdict | None] = Choice(
            "Verdict", [("no verdict yet", None), *((each.label, each) for each in Verdict)]
        )
        self.preferred: Choice[str | None] = Choice("Preferred side", [("neither", None)])
        self.rationale = GatheredText("Rationale", 4)
        self.would_settle = GatheredText("What would settle it", 2)
        self.advice = {self.rationale: AdviceLine(), self.would_settle: AdviceLine()}
        self.of = {
            "kind": Field("Kind", self.kind),
            "dimension": Field("Dimension", self.dimension),
            "checklist": Field("Checklist", self.checklist),
            "verdict": Field("Verdict", self.verdict),
            "preferred_id": Field("Preferred side", self.preferred),
            "rationale": Field("Rationale", self.rationale, below=self.advice[self.rationale]),
            "would_settle": Field(
                "What would settle it", self.would_settle, below=self.advice[self.would_settle]
            ),
        }
        for text, line in self.advice.items():
            text.textChanged.connect(lambda line=line, text=text: line.follow(text.text))
        self._lay_out()
        self._space()

    @property
    def texts(self) -> tuple[GatheredText, ...]:
        """The fields that take a while to write."""
        return (self.rationale, self.would_settle)

    def value(self, name: str) -> object:
        """What stands in a field, by the name of the relation's field."""
        match self.of[name].widget:
            case Choice() as choice:
                return choice.value
            case GatheredText() as text:
                return text.text
        return self.checklist.checklist

    def set_value(self, name: str, new: object) -> None:
        """Writes into a field without a signal."""
        match self.of[name].widget:
            case Choice() as choice:
                choice.set_value(new)
            case GatheredText() as text:
                text.set_text(str(new))
                self.advice[text].look()  # not of the relation before until typing pauses
            case ChecklistRows() as rows:
                rows.set_checklist(new)  # type: ignore[arg-type] # the field's own type

    def set_sides(self, view: RelationView, show: Show) -> None:
        """Offers the sides of a relation to be preferred."""
        options: list[tuple[str, str | None]] = [("neither", None)]
        for passage in view.passages:
            source = passage.source.publisher or passage.source.title
            options.append((f"{value(passage, show)}, {source}", passage.annotation.id))
        self.preferred.set_options(options)

    def set_decided(self, *, decided: bool) -> None:
        """A decided relation is read, not changed."""
        for field in self.of.values():
            if isinstance(field.widget, GatheredText):
                field.widget.setReadOnly(decided)
            else:
                field.widget.setEnabled(not decided)

    def show_hint(self) -> None:
        """Proposes the verdict that the answers point to, unless it is the one chosen."""
        verdict = suggested_verdict(self.checklist.checklist)
        is_news = verdict not in (None, self.verdict.value) and self.checklist.isEnabled()
        self.hint.set_answer(verdict.label if verdict and is_news else "")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space()

    def _lay_out(self) -> None:
        typing, verdicts = Columns(10, 2, 4), Columns(10, 2, 4)
        halves = Columns(24, 2, 10, below=4)
        typing.set_widgets([self.of["kind"], self.of["dimension"]])
        verdicts.set_widgets([self.of["verdict"], self.of["preferred_id"]])
        judging, deciding = QWidget(), QWidget()
        self._left, self._right = QVBoxLayout(judging), QVBoxLayout(deciding)
        for column, parts in (
            (self._left, (typing, self.of["checklist"], self.hint)),
            (self._right, (verdicts, self.of["rationale"], self.of["would_settle"])),
        ):
            column.setContentsMargins(0, 0, 0, 0)
            for part in parts:
                column.addWidget(part)
            column.addStretch()
        halves.set_widgets([judging, deciding])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(halves)

    def _space(self) -> None:
        for column in (self._left, self._right):
            column.setSpacing(grid(self, 4))
