from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from reviewer.domain.claim import Claim
from reviewer.domain.errors import ReviewerError
from reviewer.domain.grades import CREDIBILITY_HELP
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import Credibility, QuantityKind, UnitBasis
from reviewer.ui.views.claim_form import ClaimForm

UNCLEAR = Quantity(
    QuantityKind.MONEY, Decimal(79), Decimal(79), unit="$", unit_basis=UnitBasis.UNKNOWN,
    currencies=("USD", "NZD", "AUD"), raw="$79",
)  # fmt: skip
CLAIM = Claim("New Zealand", "aid", UNCLEAR, "2024-07")
KEY = Qt.Key


def parse(text: str) -> Quantity:
    digits = text.lstrip("$ ")
    if not digits.isdigit():
        raise ReviewerError(f"{text} is no value that can be read.")
    return replace(UNCLEAR, low=Decimal(digits), high=Decimal(digits), raw=text)


class Stage:
    """The form beside another field, with a store that takes what it is given."""

    def __init__(self, qtbot):
        self.form = ClaimForm(parse, lambda quantity: f"$ {quantity.low}")
        self.other = QLineEdit()
        self.window = QWidget()
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.other)
        layout.addWidget(self.form)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        self.edits: list[tuple[Claim | None, Claim | None]] = []
        self.stored: Claim | None = None
        self.storing = True
        self.form.claim_edited.connect(self.take)
        self.put(CLAIM)

    def take(self, seen, new):
        self.edits.append((seen, new))
        if self.storing:
            self.put(new)

    def put(self, claim):
        self.stored = claim
        self.form.set_claim("a", claim, "total $79 to date")

    def editor(self, name):
        editor = self.form.slot(name).editor
        editor.setFocus()
        return editor


@pytest.fixture
def stage(qtbot):
    return Stage(qtbot)


def test_enter_commits_one_edit(stage, qtbot):
    field = stage.editor("subject")
    field.selectAll()
    qtbot.keyClicks(field, "Japan")
    assert stage.edits == []
    qtbot.keyClick(field, KEY.Key_Return)
    assert stage.edits == [(CLAIM, replace(CLAIM, subject="Japan"))]
    qtbot.keyClick(field, KEY.Key_Return)
    stage.other.setFocus()
    assert len(stage.edits) == 1


def test_leaving_commits_and_the_value_comes_back_in_normal_form(stage, qtbot):
    field = stage.editor("value")
    field.selectAll()
    qtbot.keyClicks(field, "80")
    qtbot.keyClick(field, KEY.Key_Tab)
    assert stage.stored.quantity.low == Decimal(80)
    assert stage.stored.quantity.raw == "$79"
    assert field.text() == "$ 80"
    assert stage.form.unsaved() == ()
    assert "“$79”" in stage.form.slot("value").hint_line.text()


def test_escape_takes_back_and_then_passes_on(stage, qtbot):
    field = stage.editor("measure")
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, KEY.Key_Escape)
    assert field.text() == "aid"
    assert not stage.edits


def test_what_cannot_be_read_stays_and_is_explained(stage, qtbot):
    field = stage.editor("value")
    field.selectAll()
    qtbot.keyClicks(field, "many")
    qtbot.keyClick(field, KEY.Key_Return)
    slot = stage.form.slot("value")
    assert slot.error_line.text() == "many is no value that can be read."
    assert slot.error_line.isVisible()
    assert field.text() == "many"
    assert stage.form.unsaved() == ("Value",)
    assert not stage.edits
    stage.put(replace(CLAIM, subject="Japan"))
    assert field.text() == "many"
    assert stage.form.slot("subject").text == "Japan"
    qtbot.keyClicks(field, "x")
    assert not slot.error_line.isVisible()
    qtbot.keyClick(field, KEY.Key_Escape)
    assert field.text() == "$ 79"


def test_the_date_is_checked_and_said_in_words(stage, qtbot):
    field = stage.editor("as_of")
    slot = stage.form.slot("as_of")
    assert slot.hint_line.text() == "July 2024"
    field.selectAll()
    qtbot.keyClicks(field, "2023-05/")
    assert slot.hint_line.text() == "since May 2023"
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, KEY.Key_Return)
    assert "2023-05-09" in slot.error_line.text()
    assert field.accessibleDescription() == slot.error_line.text()
    assert not stage.edits


def test_the_currency_is_open_until_one_is_chosen(stage, qtbot):
    slot = stage.form.slot("currency")
    field = stage.editor("currency")
    assert field.currentText() == "not stated"
    assert slot.hint_line.text() == "Could be USD, NZD or AUD"
    qtbot.keyClick(field, KEY.Key_Down)
    qtbot.keyClick(field, KEY.Key_Down)
    assert not stage.edits  # passing by is not choosing
    qtbot.keyClick(field, KEY.Key_Return)
    assert stage.stored.quantity.unit == "NZD"
    assert stage.stored.quantity.unit_basis is UnitBasis.EXPLICIT
    assert not slot.hint_line.isVisible()


def test_credibility_says_what_the_grade_means_and_asks_for_its_basis(stage, qtbot):
    assert not stage.form.slot("credibility_basis").isVisible()
    field = stage.editor("credibility")
    qtbot.keyClick(field, KEY.Key_2)
    meaning = CREDIBILITY_HELP[Credibility.PROBABLE]
    assert stage.form.slot("credibility").hint_line.text() == meaning
    qtbot.keyClick(field, KEY.Key_Tab)
    assert stage.stored.credibility is Credibility.PROBABLE
    basis = stage.editor("credibility_basis")
    assert basis.isVisible()
    qtbot.keyClicks(basis, "one party says so ")
    with qtbot.waitSignal(basis.committed):
        basis.pause.timeout.emit()
    assert stage.stored.credibility_basis == "one party says so"
    assert basis.value() == "one party says so "  # the cursor was not moved while typing
    qtbot.keyClicks(basis, "itself")
    stage.other.setFocus()
    assert stage.stored.credibility_basis == "one party says so itself"


def test_the_rest_opens_by_keyboard(stage, qtbot):
    assert not stage.form.slot("role").isVisible()
    stage.form.more.setFocus()
    qtbot.keyClick(stage.form.more, KEY.Key_Return)
    assert stage.form.slot("role").isVisible()
    assert not stage.form.slot("base").isVisible()  # money is no percentage
    field = stage.editor("exactness")
    qtbot.keyClicks(field, "more")
    qtbot.keyClick(field, KEY.Key_Return)
    assert (stage.stored.quantity.low_open, stage.stored.quantity.high) == (True, None)
    qtbot.keyClick(stage.form.more, KEY.Key_Left)
    assert not stage.form.slot("role").isVisible()


def test_a_claim_is_made_and_removed(stage, qtbot):
    stage.put(None)
    stage.form.focus_first()
    assert stage.form.make.hasFocus()
    qtbot.keyClick(stage.form.make, KEY.Key_Space)
    assert stage.edits == [(None, Claim())]
    assert not stage.form.make.isVisible()
    stage.form.more.setChecked(True)
    stage.form.remove.setFocus()
    qtbot.keyClick(stage.form.remove, KEY.Key_Return)
    assert stage.edits[-1] == (Claim(), None)
    assert stage.form.make.isVisible()


def test_a_change_elsewhere_asks_before_it_overwrites(stage, qtbot):
    field = stage.editor("subject")
    qtbot.keyClick(field, KEY.Key_End)
    qtbot.keyClicks(field, " and Japan")
    stage.put(replace(CLAIM, subject="NZ", measure="total aid"))
    slot = stage.form.slot("subject")
    assert field.text() == "New Zealand and Japan"
    assert slot.conflict.isVisible()
    assert slot.conflict.words.text() == "Changed elsewhere: NZ"
    assert stage.form.slot("measure").text == "total aid"
    stage.other.setFocus()
    assert not stage.edits  # leaving decides nothing
    slot.conflict.keep.setFocus()
    qtbot.keyClick(slot.conflict.keep, KEY.Key_Return)
    assert stage.edits[-1][0].subject == "NZ"
    assert stage.stored.subject == "New Zealand and Japan"
    assert not slot.conflict.isVisible()


def test_theirs_can_be_taken(stage, qtbot):
    field = stage.editor("subject")
    qtbot.keyClicks(field, "x")
    stage.put(replace(CLAIM, subject="NZ"))
    take = stage.form.slot("subject").conflict.take
    take.setFocus()
    qtbot.keyClick(take, KEY.Key_Space)
    assert field.text() == "NZ"
    assert not stage.edits
    assert stage.form.unsaved() == ()


def test_what_the_store_refused_comes_back_with_its_annotation(stage, qtbot):
    stage.storing = False
    field = stage.editor("subject")
    field.selectAll()
    qtbot.keyClicks(field, "Japan")
    stage.form.flush()
    stage.form.set_claim("b", Claim("Korea"))
    assert field.text() == "Korea"
    stage.form.set_claim("a", CLAIM)
    assert field.text() == "Japan"
    stage.form.set_claim("b", Claim("Korea"))
    stage.form.set_claim("a", replace(CLAIM, subject="NZ"))
    assert field.text() == "Japan"
    assert stage.form.slot("subject").conflict.isVisible()


def test_typing_that_went_on_is_not_undone_by_the_answer_to_what_was_committed(stage, qtbot):
    stage.storing = False
    field = stage.editor("value")
    field.selectAll()
    qtbot.keyClicks(field, "80")
    qtbot.keyClick(field, KEY.Key_Return)
    qtbot.keyClicks(field, "5")
    stage.put(stage.edits[-1][1])
    assert field.text() == "805"
    assert not stage.form.slot("value").conflict.isVisible()


def test_scrolling_over_a_choice_does_not_change_it(stage):
    field = stage.form.slot("credibility").editor
    stage.other.setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, wheel)
    assert field.value() == ""


def test_known_words_are_offered(stage, qtbot):
    stage.form.set_known(["New Zealand", "Norway"], [])
    completer = stage.editor("subject").completer()
    completer.setCompletionPrefix("zea")
    assert completer.currentCompletion() == "New Zealand"


def test_every_field_has_a_name(stage):
    for slot in stage.form._fields.slots.values():
        assert slot.editor.accessibleName()
