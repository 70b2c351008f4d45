"""What an annotation asserts, field by field: read from the text beforehand, corrected here."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reviewer.domain.claim import Claim
from reviewer.domain.grades import CREDIBILITY_HELP
from reviewer.domain.vocabulary import Credibility, QuantityKind, Role
from reviewer.ui.actions import tip
from reviewer.ui.metrics import set_spacing
from reviewer.ui.models.claim_fields import (
    NOT_STATED,
    Exactness,
    Parse,
    Show,
    field_values,
    kinds_for,
    period_words,
    with_field,
)
from reviewer.ui.models.currencies import CODES, currency_label
from reviewer.ui.views.choice_field import ChoiceField
from reviewer.ui.views.disclosure import Disclosure
from reviewer.ui.views.field_set import FieldSet
from reviewer.ui.views.field_slot import FieldSlot
from reviewer.ui.views.form_grid import FormGrid
from reviewer.ui.views.link_button import LinkButton
from reviewer.ui.views.note_edit import NoteEdit
from reviewer.ui.views.text_field import TextField

_LABELS = {
    "subject": "Subject",
    "measure": "Measure",
    "value": "Value",
    "currency": "Currency",
    "as_of": "As of",
    "credibility": "Credibility",
    "credibility_basis": "Basis",
    "exactness": "Exactness",
    "kind": "Kind",
    "base": "Percent of",
    "role": "Role",
    "speaker": "Said by",
}
_MORE = ("exactness", "kind", "base", "role", "speaker")


class ClaimForm(QWidget):
    """The claim of one annotation, or an offer to make one.

    ``claim_edited(seen, new)`` carries Claims; None stands for "no claim": ``seen`` is None when
    one is made, ``new`` is None when it is removed.
    """

    claim_edited = Signal(object, object)

    def __init__(self, parse: Parse, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._quote = ""
        self._fields: FieldSet[Claim] = FieldSet(
            lambda claim: field_values(claim, show),
            lambda claim, name, text: with_field(claim, name, text, parse),
            self.claim_edited.emit,
        )
        self.more = Disclosure("More fields")
        self.make = QPushButton("Make a claim")
        self.make.setToolTip(
            tip("make_claim", "Give this passage a subject and a value that can be compared")
        )
        self.remove = LinkButton("Remove claim", "danger")
        self._form = FormGrid()
        self._build()
        self.more.toggled.connect(self._show_rows)
        self.make.clicked.connect(lambda: self.claim_edited.emit(None, Claim()))
        self.remove.clicked.connect(self._remove)
        self.set_claim("", None)

    def set_claim(self, key: str, claim: Claim | None, quote: str = "") -> None:
        """Shows the claim of annotation ``key``; the same key again keeps what is being typed."""
        self._quote = quote
        self._set_options(claim)
        self._fields.show(key, claim)
        self.make.setVisible(claim is None)
        self._form.setVisible(claim is not None)
        self._show_rows()

    def set_known(
        self, subjects: Sequence[str], measures: Sequence[str], speakers: Sequence[str] = ()
    ) -> None:
        """Words used before, offered while typing."""
        for name, words in (("subject", subjects), ("measure", measures), ("speaker", speakers)):
            editor = self.slot(name).editor
            assert isinstance(editor, TextField)
            editor.set_known(words)

    def slot(self, name: str) -> FieldSlot:
        """The field of that name, e.g. ``slot("as_of")``."""
        return self._fields.slots[name]

    def flush(self) -> None:
        """Commits whatever was typed."""
        self._fields.flush()

    def unsaved(self) -> tuple[str, ...]:
        """Labels of the fields that show what could not be stored."""
        return tuple(_LABELS[name] for name in self._fields.unsaved())

    def focus_first(self) -> None:
        """The keyboard to the first field, or to the offer to make a claim."""
        if self._fields.record is None:
            self.make.setFocus()
        else:
            self.slot("subject").editor.setFocus()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        set_spacing(layout, self)
        layout.addWidget(self.make)
        layout.addWidget(self._form)
        slots = {
            "subject": FieldSlot(TextField("Subject", "Who or what it is about")),
            "measure": FieldSlot(TextField("Measure", "What is counted or dated")),
            "value": FieldSlot(TextField("Value", "NZ$78 million, 17 %, May 2023"), self._origin),
            "currency": FieldSlot(ChoiceField("Currency"), self._readings),
            "as_of": FieldSlot(TextField("As of", "2023-05"), period_words),
            "credibility": FieldSlot(ChoiceField("Credibility"), _credibility_help),
            "credibility_basis": FieldSlot(
                NoteEdit("Basis of the credibility", "Why this grade", 1)
            ),
            "exactness": FieldSlot(ChoiceField("Exactness")),
            "kind": FieldSlot(ChoiceField("Kind of value")),
            "base": FieldSlot(TextField("Percent of", "What the percentage is of")),
            "role": FieldSlot(ChoiceField("Role among other values")),
            "speaker": FieldSlot(TextField("Said by", "Whoever the text quotes")),
        }
        for name, slot in slots.items():
            if name == _MORE[0]:
                self._form.add_widget(self.more)
            self._form.add_field(_LABELS[name], self._fields.add(name, slot))
        self._form.add_widget(self.remove)

    def _set_options(self, claim: Claim | None) -> None:
        quantity = claim.quantity if claim else None
        stated = quantity.unit if quantity and not quantity.is_currency_unclear else ""
        candidates = quantity.currencies if quantity else ()
        first = [code for code in dict.fromkeys((*candidates, stated)) if code]
        codes = [*first, *(code for code in CODES if code not in first)]
        kinds = kinds_for(quantity) if quantity else tuple(QuantityKind)
        options = {
            "currency": [
                (NOT_STATED, "not stated", "The text does not say whose money it is"),
                *((code, currency_label(code), "") for code in codes),
            ],
            "credibility": [
                ("", "not graded yet", ""),
                *((c.value, f"{c.value} · {c.label}", CREDIBILITY_HELP[c]) for c in Credibility),
            ],
            "exactness": [(e.value, e.value, "") for e in Exactness],
            "kind": [(kind.value, kind.label, "") for kind in kinds],
            "role": [(role.value, role.label, "") for role in Role],
        }
        for name, offered in options.items():
            editor = self.slot(name).editor
            assert isinstance(editor, ChoiceField)
            editor.set_options(offered)

    def _show_rows(self) -> None:
        claim = self._fields.record
        quantity = claim.quantity if claim else None
        is_open = self.more.isChecked()
        kind = quantity.kind if quantity else None
        visible = {
            "currency": kind is QuantityKind.MONEY,
            "credibility_basis": bool(claim and (claim.credibility or claim.credibility_basis)),
            "exactness": is_open and quantity is not None,
            "kind": is_open and quantity is not None,
            "base": is_open and kind in (QuantityKind.PERCENT, QuantityKind.FRACTION),
            "role": is_open and quantity is not None,
            "speaker": is_open,
        }
        for name, shown in visible.items():
            self._form.set_shown(self.slot(name), shown)
        self._form.set_shown(self.remove, is_open)

    def _origin(self, text: str) -> str:
        """The words that the value was read from, where they say it in another way."""
        claim = self._fields.record
        raw = claim.quantity.raw if claim and claim.quantity else ""
        if not raw or raw == text or raw not in self._quote:
            return ""
        return f"Read from the text: “{raw}”"

    def _readings(self, value: str) -> str:
        claim = self._fields.record
        if value != NOT_STATED or claim is None or claim.quantity is None:
            return ""
        codes = claim.quantity.currencies
        if not codes:
            return "The text does not say whose money it is."
        return (
            f"Could be {', '.join(codes[:-1])} or {codes[-1]}"
            if codes[1:]
            else (f"Could be {codes[0]}")
        )

    def _remove(self) -> None:
        if self._fields.record is not None:
            self.claim_edited.emit(self._fields.record, None)


def _credibility_help(value: str) -> str:
    return CREDIBILITY_HELP[Credibility(value)] if value else ""
