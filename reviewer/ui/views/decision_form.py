"""The form in which a person decides what a relation means."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.domain.checklist import suggested_verdict
from reviewer.domain.records import Relation
from reviewer.domain.views import RelationView
from reviewer.domain.vocabulary import Dimension, RelationKind, Status, Verdict
from reviewer.ui.metrics import grid
from reviewer.ui.models.drafts import FIELDS, TYPED, merged, told
from reviewer.ui.models.relation_words import Show, value
from reviewer.ui.views.checklist_rows import ChecklistRows
from reviewer.ui.views.choice import Choice
from reviewer.ui.views.columns import Columns
from reviewer.ui.views.field import Field
from reviewer.ui.views.gathered_text import GatheredText
from reviewer.ui.views.hint_row import HintRow

NO_RATIONALE = "Write why first: whoever reads the report has to be able to follow the decision."
NO_VERDICT = "Choose a verdict first."


class DecisionForm(QWidget):
    """``edited``, ``settled`` and ``dismissed`` give the relation as seen and as wished.

    The answer is expected through ``set_view`` before the signal returns. ``preferred`` gives an
    annotation's id or None, so that the cards can follow. ``settle``, ``dismiss`` and ``reopen``
    are what the buttons around the form do.
    """

    edited = Signal(object, object)
    settled = Signal(object, object)
    dismissed = Signal(object, object)
    reopened = Signal(str)
    preferred = Signal(object)

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._seen: Relation | None = None
        self._sent: Relation | None = None
        self._conflicts: dict[str, object] = {}
        self._kind = Choice("Kind", [(kind.label, kind) for kind in RelationKind])
        self._dimension: Choice[Dimension | None] = Choice(
            "Dimension", [("not given", None), *((each.label, each) for each in Dimension)]
        )
        self._checklist = ChecklistRows()
        self._hint = HintRow("The answers point to")
        self._verdict: Choice[Verdict | None] = Choice(
            "Verdict", [("no verdict yet", None), *((each.label, each) for each in Verdict)]
        )
        self._preferred: Choice[str | None] = Choice("Preferred side", [("neither", None)])
        self._rationale = GatheredText("Rationale", 4)
        self._would_settle = GatheredText("What would settle it", 2)
        self._fields = {
            "kind": Field("Kind", self._kind),
            "dimension": Field("Dimension", self._dimension),
            "checklist": Field("Checklist", self._checklist),
            "verdict": Field("Verdict", self._verdict),
            "preferred_id": Field("Preferred side", self._preferred),
            "rationale": Field("Rationale", self._rationale),
            "would_settle": Field("What would settle it", self._would_settle),
        }
        self._lay_out()
        self._space()
        self._wire()

    @property
    def relation(self) -> Relation | None:
        """The relation as it was last shown from outside."""
        return self._seen

    def set_view(self, view: RelationView) -> None:
        """Shows a relation; the same one again keeps what is being typed."""
        theirs, draft = view.relation, self._draft()
        no_conflicts: tuple[str, ...] = ()
        if self._seen is None or self._seen.id != theirs.id:
            self.flush()
            self._conflicts.clear()
            for field in self._fields.values():
                field.set_error("")
                field.drop_question()
            shown, conflicts = theirs, no_conflicts
        else:
            assert draft is not None
            shown, conflicts = merged(self._seen, self._typed(draft), theirs)
        self._seen, self._sent = theirs, None
        self._set_sides(view)
        self._fill(shown)
        for name in conflicts:
            self.show_conflict(name, getattr(theirs, name))

    def show_conflict(self, field: str, theirs: object) -> None:
        """Says beside a field of the relation what it was changed to elsewhere, and asks."""
        self._conflicts[field] = theirs
        self._fields[field].ask(f"Changed elsewhere in the meantime to: {told(theirs)}")

    def set_preferred(self, annotation_id: str | None) -> None:
        """As if the side had been picked in the form."""
        if annotation_id != self._preferred.value:
            self._preferred.set_value(annotation_id)
            self._commit()

    def flush(self) -> None:
        """Commits what was typed and not yet handed on."""
        for text in (self._rationale, self._would_settle):
            text.flush()

    def settle(self) -> None:
        """Settles with the verdict; without a rationale it only says so, and goes there."""
        draft = self._ready()
        if draft is None:
            return
        if draft.kind is RelationKind.CONTRADICTS and draft.verdict is None:
            self._complain("verdict", NO_VERDICT)
        elif not draft.rationale.strip():
            self._complain("rationale", NO_RATIONALE)
        else:
            self._decide(self.settled, replace(draft, status=Status.SETTLED))

    def dismiss(self) -> None:
        """Finds that it is no contradiction; without a rationale it only says so."""
        draft = self._ready()
        if draft is None:
            return
        if not draft.rationale.strip():
            self._complain("rationale", f"Not a contradiction? {NO_RATIONALE}")
        else:
            claims_one = draft.verdict is not None and draft.verdict.is_contradiction
            verdict = None if claims_one else draft.verdict
            self._decide(self.dismissed, replace(draft, verdict=verdict, status=Status.DISMISSED))

    def reopen(self) -> None:
        """Opens a decided relation again."""
        if self._seen and self._seen.status in (Status.SETTLED, Status.DISMISSED):
            self.reopened.emit(self._seen.id)

    def focus_first(self) -> None:
        """Puts the keyboard on the first question that is not answered."""
        answers = self._checklist.checklist
        names = list(answers.__slots__)
        open_rows = [i for i, name in enumerate(names) if getattr(answers, name) is None]
        if open_rows:
            self._checklist.focus_row(open_rows[0])
        else:
            self._verdict.setFocus()

    def focus_rationale(self) -> None:
        """Puts the keyboard into the rationale."""
        self._rationale.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space()

    def _lay_out(self) -> None:
        self._typing, self._verdicts = Columns(10, 2, 4), Columns(10, 2, 4)
        self._typing.set_widgets([self._fields["kind"], self._fields["dimension"]])
        self._verdicts.set_widgets([self._fields["verdict"], self._fields["preferred_id"]])
        judging, deciding = QWidget(), QWidget()
        self._left, self._right = QVBoxLayout(judging), QVBoxLayout(deciding)
        for column in (self._left, self._right):
            column.setContentsMargins(0, 0, 0, 0)
        self._left.addWidget(self._typing)
        self._left.addWidget(self._fields["checklist"])
        self._left.addWidget(self._hint)
        self._right.addWidget(self._verdicts)
        self._right.addWidget(self._fields["rationale"])
        self._right.addWidget(self._fields["would_settle"])
        self._left.addStretch()
        self._right.addStretch()
        self._halves = Columns(24, 2, 10)
        self._halves.set_widgets([judging, deciding])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._halves)

    def _wire(self) -> None:
        for choice in (self._kind, self._dimension, self._verdict, self._preferred):
            choice.chosen.connect(self._commit)
        self._preferred.chosen.connect(lambda: self.preferred.emit(self._preferred.value))
        self._verdict.chosen.connect(lambda: self._fields["verdict"].set_error(""))
        self._checklist.answered.connect(self._commit)
        self._checklist.finished.connect(self._after_checklist)
        self._hint.button.clicked.connect(self._take_hint)
        for name, text in (("rationale", self._rationale), ("would_settle", self._would_settle)):
            text.gathered.connect(self._commit)
            text.textChanged.connect(lambda name=name: self._fields[name].set_error(""))
        for name, field in self._fields.items():
            field.mine_kept.connect(lambda name=name: self._keep_mine(name))
            field.theirs_taken.connect(lambda name=name: self._take_theirs(name))

    def _value(self, name: str) -> object:
        match self._fields[name].widget:
            case Choice() as choice:
                return choice.value
            case GatheredText() as text:
                return text.text
        return self._checklist.checklist

    def _set_value(self, name: str, new: object) -> None:
        match self._fields[name].widget:
            case Choice() as choice:
                choice.set_value(new)
            case GatheredText() as text:
                text.set_text(str(new))
            case ChecklistRows() as rows:
                rows.set_checklist(new)  # type: ignore[arg-type] # the field's own type

    def _draft(self) -> Relation | None:
        """The relation as the form has it, but for fields whose version is still asked for."""
        if self._seen is None:
            return None
        wished = {name: self._value(name) for name in FIELDS if name not in self._conflicts}
        return replace(self._seen, **wished)  # type: ignore[arg-type] # each by its own widget

    def _typed(self, draft: Relation) -> Relation:
        """The draft with all that is typed, also where the version is still asked for."""
        return replace(draft, rationale=self._rationale.text, would_settle=self._would_settle.text)

    def _set_sides(self, view: RelationView) -> None:
        options: list[tuple[str, str | None]] = [("neither", None)]
        for passage in view.passages:
            source = passage.source.publisher or passage.source.title
            options.append((f"{value(passage, self._show)}, {source}", passage.annotation.id))
        self._preferred.set_options(options)

    def _fill(self, shown: Relation) -> None:
        for name in FIELDS:
            if name in TYPED and self._value(name) == getattr(shown, name):
                continue  # what is being typed goes on being gathered
            self._set_value(name, getattr(shown, name))
        decided = shown.status in (Status.SETTLED, Status.DISMISSED)
        for name in FIELDS:
            widget = self._fields[name].widget
            if isinstance(widget, GatheredText):
                widget.setReadOnly(decided)
            else:
                widget.setEnabled(not decided)
        self._show_hint()

    def _show_hint(self) -> None:
        verdict = suggested_verdict(self._checklist.checklist)
        open_hint = verdict not in (None, self._verdict.value) and self._checklist.isEnabled()
        self._hint.set_answer(verdict.label if verdict and open_hint else "")

    def _take_hint(self) -> None:
        self._verdict.set_value(suggested_verdict(self._checklist.checklist))
        self._fields["verdict"].set_error("")
        self._commit()
        self._rationale.setFocus()

    def _after_checklist(self) -> None:
        (self._hint.button if self._hint.button.isVisible() else self._verdict).setFocus()

    def _commit(self) -> None:
        self._show_hint()
        draft = self._draft()
        if draft is not None and draft not in (self._seen, self._sent):
            self._sent = draft
            self.edited.emit(self._seen, draft)

    def _ready(self) -> Relation | None:
        """The draft, if the relation is open and nobody waits for an answer."""
        if self._seen is None or self._seen.status in (Status.SETTLED, Status.DISMISSED):
            return None
        if self._conflicts:
            self._fields[next(iter(self._conflicts))].focus_question()
            return None
        return self._draft()

    def _decide(self, signal: SignalInstance, decided: Relation) -> None:
        seen = self._seen
        for text in (self._rationale, self._would_settle):
            text.set_text(text.text)  # goes with the decision, not once more after it
        signal.emit(seen, decided)

    def _complain(self, name: str, sentence: str) -> None:
        self._fields[name].set_error(sentence)
        self._fields[name].widget.setFocus()

    def _keep_mine(self, name: str) -> None:
        theirs = self._conflicts.pop(name)
        assert self._seen is not None
        self._seen = replace(self._seen, **{name: theirs})  # type: ignore[arg-type] # as above
        self._commit()

    def _take_theirs(self, name: str) -> None:
        theirs = self._conflicts.pop(name)
        assert self._seen is not None
        self._seen = replace(self._seen, **{name: theirs})  # type: ignore[arg-type] # as above
        self._set_value(name, theirs)
        self._show_hint()

    def _space(self) -> None:
        step = grid(self)
        for column in (self._left, self._right):
            column.setSpacing(4 * step)
