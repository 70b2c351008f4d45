"""What is known about a source, and how far it can be relied on."""

from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.domain.errors import ReviewerError
from reviewer.domain.grades import RELIABILITY_HELP
from reviewer.domain.periods import parse_period
from reviewer.domain.records import Source
from reviewer.domain.vocabulary import Reliability
from reviewer.ui.metrics import set_spacing
from reviewer.ui.models.claim_fields import period_words
from reviewer.ui.views.choice_field import ChoiceField
from reviewer.ui.views.field_set import FieldSet
from reviewer.ui.views.field_slot import FieldSlot
from reviewer.ui.views.form_grid import FormGrid
from reviewer.ui.views.note_edit import NoteEdit
from reviewer.ui.views.text_field import TextField
from reviewer.ui.views.tone_label import ToneLabel

_LABELS = {
    "reliability": "Reliability",
    "reliability_basis": "Basis",
    "title": "Title",
    "publisher": "Publisher",
    "author": "Author",
    "published": "Published",
    "date_basis": "Date from",
    "address": "Address",
}


class GradeEditor(QWidget):
    """``source_edited(seen, new)`` carries the Source that was shown and the corrected one."""

    source_edited = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: FieldSet[Source] = FieldSet(
            _field_values, _with_field, self.source_edited.emit
        )
        grade = ChoiceField("Reliability")
        grade.set_options(
            [
                ("", "not graded yet", ""),
                *((r.value, f"{r.value} · {r.label}", RELIABILITY_HELP[r]) for r in Reliability),
            ]
        )
        editors = {
            "reliability": FieldSlot(grade, _reliability_help),
            "reliability_basis": FieldSlot(NoteEdit("Basis of the grade", "Why this grade", 2)),
            "title": FieldSlot(TextField("Title")),
            "publisher": FieldSlot(TextField("Publisher")),
            "author": FieldSlot(TextField("Author")),
            "published": FieldSlot(TextField("Published", "2023-07"), period_words),
            "date_basis": FieldSlot(
                NoteEdit("How the date is known", "Stated, or inferred from what", 1)
            ),
            "address": FieldSlot(TextField("Address", "https://…")),
        }
        layout = QVBoxLayout(self)
        set_spacing(layout, self, around=2, between=2)
        self._form = FormGrid()
        for name, slot in editors.items():
            self._form.add_field(_LABELS[name], self._fields.add(name, slot))
        layout.addWidget(
            ToneLabel("The grade is of the source, not of any one claim: F is no bad mark.")
        )
        layout.addWidget(self._form)
        layout.addStretch()
        self.setEnabled(False)

    def set_source(self, source: Source | None) -> None:
        """Shows a source; the same one again keeps what is being typed."""
        if source is not None and (seen := self._fields.record) and seen.id != source.id:
            self.flush()
        self._fields.show(source.id if source else "", source)
        self.setEnabled(source is not None)

    def slot(self, name: str) -> FieldSlot:
        """The field of that name, e.g. ``slot("published")``."""
        return self._fields.slots[name]

    def flush(self) -> None:
        """Hands on whatever was typed."""
        self._fields.flush()

    def unsaved(self) -> tuple[str, ...]:
        """Labels of the fields that show what could not be stored."""
        return tuple(_LABELS[name] for name in self._fields.unsaved())


def _field_values(source: Source) -> dict[str, str]:
    return {name: str(getattr(source, name) or "") for name in _LABELS}


def _with_field(source: Source, name: str, text: str) -> Source:
    tidy = " ".join(text.split())
    if name == "reliability":
        return replace(source, reliability=Reliability(tidy) if tidy else None)
    if name == "title" and not tidy:
        raise ReviewerError("A source needs a title.")
    if name == "published" and tidy and ("/" in tidy or parse_period(tidy) is None):
        raise ReviewerError("Write a day, month or year: 2023-07-09, 2023-07 or 2023.")
    return replace(source, **cast("dict[str, Any]", {name: tidy}))


def _reliability_help(value: str) -> str:
    return RELIABILITY_HELP[Reliability(value)] if value else ""
