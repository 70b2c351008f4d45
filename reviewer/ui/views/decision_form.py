"""The form in which a person decides what a relation means."""

from dataclasses import replace

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.domain.checklist import suggested_verdict
from reviewer.domain.records import Relation
from reviewer.domain.views import RelationView
from reviewer.domain.vocabulary import RelationKind, Status
from reviewer.ui.models.drafts import FIELDS, TYPED, merged, told
from reviewer.ui.models.relation_words import Show
from reviewer.ui.views.decision_fields import DecisionFields

NO_RATIONALE = "Write why first: whoever reads the report has to be able to follow the decision."
NO_VERDICT = "Choose a verdict first."


class DecisionForm(QWidget):
    """``edited``, ``settled`` and ``dismissed`` give the relation as seen and as wished.

    The answer is expected through ``set_view`` before the signal returns. ``preferred`` gives an
    annotation's id or None, so that the cards can follow; ``complained`` the field that lacks
    something. ``settle``, ``dismiss`` and ``reopen`` are what the buttons around the form do.
    """

    edited = Signal(object, object)
    settled = Signal(object, object)
    dismissed = Signal(object, object)
    reopened = Signal(str)
    preferred = Signal(object)
    complained = Signal(QWidget)

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._seen: Relation | None = None
        self._sent: Relation | None = None
        self._conflicts: dict[str, object] = {}
        self.parts = DecisionFields()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.parts)
        self._wire()

    @property
    def relation(self) -> Relation | None:
        """The relation as it was last shown from outside."""
        return self._seen

    @property
    def is_unsaved(self) -> bool:
        """Whether the form holds what was refused, or what somebody must choose between."""
        return bool(self._conflicts) or self._draft() != self._seen

    def set_view(self, view: RelationView) -> None:
        """Shows a relation; the same one again keeps what is being typed."""
        theirs = view.relation
        if self._seen is None or self._seen.id != theirs.id:
            self.clear()
            shown, asked = theirs, set[str]()
        else:
            mine = replace(self._seen, **{name: self.parts.value(name) for name in FIELDS})  # type: ignore[arg-type] # each by its own widget
            shown, conflicts = merged(self._seen, mine, theirs, tuple(self._conflicts))
            asked = set(conflicts)
        self._seen, self._sent = theirs, None
        self.parts.set_sides(view, self._show)
        self._fill(shown)
        for name in self._conflicts.keys() - asked:
            del self._conflicts[name]
            self.parts.of[name].drop_question()
        for name in asked:
            self.show_conflict(name, getattr(theirs, name))

    def clear(self) -> None:
        """Commits what was typed, and then has no relation."""
        self.flush()
        self._seen = self._sent = None
        self._conflicts.clear()
        for field in self.parts.of.values():
            field.set_error("")
            field.drop_question()

    def show_conflict(self, field: str, theirs: object) -> None:
        """Says beside a field of the relation what it was changed to elsewhere, and asks.

        What the form has no field for (status, who, when) is shown by the relation itself.
        """
        if field in self.parts.of:
            self._conflicts[field] = theirs
            self.parts.of[field].ask(f"Changed elsewhere in the meantime to: {told(theirs)}")

    def set_preferred(self, annotation_id: str | None) -> None:
        """As if the side had been picked in the form."""
        if annotation_id != self.parts.preferred.value:
            self.parts.preferred.set_value(annotation_id)
            self._commit()

    def flush(self) -> None:
        """Commits what was typed and not yet handed on."""
        for text in self.parts.texts:
            text.flush()
        self._commit()  # also what a decision that was refused took along

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

    def write_rationale(self, text: str) -> None:
        """As if it had been typed in place of what is there."""
        rationale = self.parts.rationale
        rationale.setFocus()
        rationale.selectAll()
        rationale.insertPlainText(text)

    def focus_first(self) -> None:
        """Puts the keyboard on the first question that is not answered."""
        answers = self.parts.checklist.checklist
        names = list(answers.__slots__)
        open_rows = [i for i, name in enumerate(names) if getattr(answers, name) is None]
        if open_rows:
            self.parts.checklist.focus_row(open_rows[0])
        else:
            self.parts.verdict.setFocus()

    def _wire(self) -> None:
        parts = self.parts
        for choice in (parts.kind, parts.dimension, parts.preferred):
            choice.chosen.connect(self._commit)
        parts.verdict.chosen.connect(self._verdict_chosen)
        parts.preferred.chosen.connect(lambda: self.preferred.emit(parts.preferred.value))
        parts.checklist.answered.connect(self._commit)
        parts.checklist.finished.connect(self._after_checklist)
        parts.hint.button.clicked.connect(self._take_hint)
        for name, text in zip(TYPED, parts.texts, strict=True):
            text.gathered.connect(self._commit)
            text.textChanged.connect(lambda name=name: parts.of[name].set_error(""))
        for name, field in parts.of.items():
            field.mine_kept.connect(lambda name=name: self._keep_mine(name))
            field.theirs_taken.connect(lambda name=name: self._take_theirs(name))

    def _draft(self) -> Relation | None:
        """The relation as the form has it, but for fields whose version is still asked for."""
        if self._seen is None:
            return None
        wished = {name: self.parts.value(name) for name in FIELDS if name not in self._conflicts}
        return replace(self._seen, **wished)  # type: ignore[arg-type] # each by its own widget

    def _fill(self, shown: Relation) -> None:
        for name in FIELDS:
            if name in TYPED and self.parts.value(name) == getattr(shown, name):
                continue  # what is being typed goes on being gathered
            self.parts.set_value(name, getattr(shown, name))
        self.parts.set_decided(decided=shown.status in (Status.SETTLED, Status.DISMISSED))
        self.parts.show_hint()

    def _verdict_chosen(self) -> None:
        self.parts.of["verdict"].set_error("")
        self._commit()

    def _take_hint(self) -> None:
        self.parts.verdict.set_value(suggested_verdict(self.parts.checklist.checklist))
        self._verdict_chosen()
        self.parts.rationale.setFocus()

    def _after_checklist(self) -> None:
        hint = self.parts.hint.button
        (hint if hint.isVisible() else self.parts.verdict).setFocus()

    def _commit(self) -> None:
        self.parts.show_hint()
        draft = self._draft()
        if draft is not None and draft not in (self._seen, self._sent):
            self._sent = draft
            self.edited.emit(self._seen, draft)

    def _ready(self) -> Relation | None:
        """The draft, if the relation is open and nobody waits for an answer."""
        if self._seen is None or self._seen.status in (Status.SETTLED, Status.DISMISSED):
            return None
        if self._conflicts:
            self.parts.of[next(iter(self._conflicts))].focus_question()
            return None
        return self._draft()

    def _decide(self, signal: SignalInstance, decided: Relation) -> None:
        seen = self._seen
        for text in self.parts.texts:
            text.set_text(text.text)  # goes with the decision, not once more after it
        signal.emit(seen, decided)

    def _complain(self, name: str, sentence: str) -> None:
        self.parts.of[name].set_error(sentence)
        self.parts.of[name].widget.setFocus()
        self.complained.emit(self.parts.of[name])

    def _keep_mine(self, name: str) -> None:
        theirs = self._conflicts.pop(name)
        assert self._seen is not None
        self._seen = replace(self._seen, **{name: theirs})  # type: ignore[arg-type] # as above
        self._commit()

    def _take_theirs(self, name: str) -> None:
        theirs = self._conflicts.pop(name)
        assert self._seen is not None
        self._seen = replace(self._seen, **{name: theirs})  # type: ignore[arg-type] # as above
        self.parts.set_value(name, theirs)
        self.parts.show_hint()
