from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication

from reviewer.domain.checklist import Checklist
from reviewer.domain.vocabulary import Answer, Dimension, RelationKind, Status, Verdict
from reviewer.ui.models.drafts import merged, told
from reviewer.ui.views.decision_form import NO_RATIONALE, NO_VERDICT, DecisionForm
from reviewer.ui.views.gathered_text import GatheredText

Key = Qt.Key
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def form(focused, samples):
    made = DecisionForm(lambda quantity: quantity.raw)
    made.set_view(samples.view())
    return focused(made)


@pytest.fixture
def answering(form, samples):
    """The form with a service behind it that accepts every edit."""
    view = samples.view()
    for signal in (form.edited, form.settled, form.dismissed):
        signal.connect(lambda _, new: form.set_view(replace(view, relation=new)))
    return form


def press(qtbot, key, modifier=NONE):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def write(qtbot, field, text):
    field.setFocus()
    qtbot.keyClicks(field, text)


def elsewhere(form, samples, **changes):
    """The same relation, changed in another window."""
    view = samples.view()
    form.set_view(replace(view, relation=replace(view.relation, **changes)))


def test_one_key_answers_a_row_and_goes_to_the_next(answering, qtbot, heard):
    edits = heard(answering.edited)
    answering.focus_first()
    for key in (Key.Key_Y, Key.Key_Y, Key.Key_N, Key.Key_U, Key.Key_Y):
        press(qtbot, key)
    final = edits[-1][1].checklist
    yes, no, unclear = Answer.YES, Answer.NO, Answer.UNCLEAR
    assert final == Checklist(yes, yes, no, unclear, yes)
    assert len(edits) == 5
    assert edits[1][0].checklist == Checklist(yes)


def test_the_answers_point_to_a_verdict_that_one_key_takes(answering, qtbot, heard):
    edits = heard(answering.edited)
    answering.focus_first()
    for key in (Key.Key_Y, Key.Key_Y, Key.Key_N, Key.Key_Y, Key.Key_Y):
        press(qtbot, key)
    assert QApplication.focusWidget() is answering.parts.hint.button
    assert answering.parts.hint.button.text() == "update over time"
    press(qtbot, Key.Key_Return)
    assert edits[-1][1].verdict is Verdict.UPDATE
    assert QApplication.focusWidget() is answering.parts.rationale
    assert not answering.parts.hint.button.isVisible()


def test_an_unclear_answer_points_nowhere(answering, qtbot):
    answering.focus_first()
    for key in (Key.Key_Y, Key.Key_U, Key.Key_N, Key.Key_Y, Key.Key_Y):
        press(qtbot, key)
    assert not answering.parts.hint.button.isVisible()
    assert QApplication.focusWidget() is answering.parts.verdict


def test_backspace_takes_an_answer_back(answering, qtbot, heard):
    answering.focus_first()
    press(qtbot, Key.Key_N)
    edits = heard(answering.edited)
    answering.parts.checklist.focus_row(0)
    press(qtbot, Key.Key_Backspace)
    assert edits[-1][1].checklist == Checklist()


def test_tab_stops_once_a_row(form, qtbot):
    form.parts.checklist.focus_row(0)
    press(qtbot, Key.Key_Tab)
    assert QApplication.focusWidget() is form.parts.checklist._rows[1][Answer.YES]


def test_choices_are_committed_at_once_by_keyboard(answering, qtbot, heard):
    edits = heard(answering.edited)
    answering.parts.dimension.setFocus()
    press(qtbot, Key.Key_Down)
    assert [(seen.dimension, new.dimension) for seen, new in edits] == [
        (Dimension.NUMERIC, Dimension.SUM)
    ]
    answering.parts.kind.setFocus()
    press(qtbot, Key.Key_Down)
    assert edits[-1][1].kind is RelationKind.UPDATES


def test_the_wheel_over_a_choice_changes_nothing(form, heard):
    edits = heard(form.edited)
    here = QPointF(5, 5)
    wheel = QWheelEvent(
        here, form.parts.kind.mapToGlobal(here), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        NONE, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(form.parts.kind, wheel)
    assert form.parts.kind.value is RelationKind.CONTRADICTS
    assert edits == []


def test_text_is_gathered_until_a_pause(answering, qtbot, heard):
    edits = heard(answering.edited)
    write(qtbot, answering.parts.rationale, "The list grew")
    assert edits == []
    assert answering.parts.rationale._pause.isActive()
    answering.parts.rationale._pause.timeout.emit()
    assert [new.rationale for _, new in edits] == ["The list grew"]


def test_the_pause_is_that_of_a_note(qtbot):
    text = GatheredText("Rationale", 2)
    qtbot.addWidget(text)
    assert text._pause.interval() == 800


def test_a_text_that_is_hidden_without_the_focus_is_committed_too(qtbot):
    text = GatheredText("Rationale", 2)
    qtbot.addWidget(text)
    text.show()
    text.insertPlainText("late")
    with qtbot.waitSignal(text.gathered, timeout=0, raising=True):
        text.hide()


@pytest.mark.parametrize("leave", ["focus", "hide", "flush", "other"])
def test_text_is_committed_on_leaving(answering, qtbot, heard, samples, leave):
    edits = heard(answering.edited)
    write(qtbot, answering.parts.rationale, "because")
    match leave:
        case "focus":
            press(qtbot, Key.Key_Tab)
        case "hide":
            answering.hide()
        case "flush":
            answering.flush()
        case "other":
            answering.set_view(samples.view("r2"))
    assert [(seen.id, new.rationale) for seen, new in edits] == [("r1", "because")]
    answering.flush()
    assert len(edits) == 1


def test_no_break_spaces_and_other_scripts_stay(answering, heard):
    edits = heard(answering.edited)
    answering.parts.rationale.setFocus()
    for char in ("5", "\N{NO-BREAK SPACE}", "Mā", "😀"):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, 0, NONE, char)
        QApplication.sendEvent(answering.parts.rationale, event)
    answering.flush()
    assert edits[-1][1].rationale == "5\N{NO-BREAK SPACE}Mā😀"


def test_settling_needs_a_verdict_and_a_rationale_and_says_so(answering, qtbot, heard):
    settled = heard(answering.settled)
    answering.settle()
    assert answering.parts.of["verdict"].error == NO_VERDICT
    assert QApplication.focusWidget() is answering.parts.verdict
    answering.parts.verdict.setCurrentIndex(1)
    answering.settle()
    assert answering.parts.of["rationale"].error == NO_RATIONALE
    assert QApplication.focusWidget() is answering.parts.rationale
    assert settled == []
    qtbot.keyClicks(answering.parts.rationale, "why")
    assert answering.parts.of["rationale"].error == ""


def test_settling_takes_along_what_is_being_typed(answering, qtbot, heard):
    edits, settled = heard(answering.edited), heard(answering.settled)
    answering.parts.verdict.setCurrentIndex(answering.parts.verdict.values.index(Verdict.ROUNDING))
    write(qtbot, answering.parts.rationale, "one decimal")
    answering.settle()
    (seen, new), *more = settled
    assert (seen.status, new.status) == (Status.OPEN, Status.SETTLED)
    assert (new.verdict, new.rationale, more) == (Verdict.ROUNDING, "one decimal", [])
    answering.flush()
    assert edits == []


def test_what_a_refused_decision_took_along_is_not_lost(form, qtbot, heard):
    """The service says no and shows nothing new."""
    edits = heard(form.edited)
    form.parts.verdict.setCurrentIndex(1)
    write(qtbot, form.parts.rationale, "why")
    form.settle()
    assert edits == []
    form.flush()
    assert [new.rationale for _, new in edits] == ["why"]


def test_not_a_contradiction_needs_a_rationale_too(form, qtbot, heard, samples):
    dismissed = heard(form.dismissed)
    elsewhere(form, samples, verdict=Verdict.GENUINE)
    form.dismiss()
    assert dismissed == []
    assert NO_RATIONALE in form.parts.of["rationale"].error
    write(qtbot, form.parts.rationale, "two lists")
    form.dismiss()
    ((_, new),) = dismissed
    assert (new.status, new.rationale, new.verdict) == (Status.DISMISSED, "two lists", None)


def test_a_decided_relation_is_read_until_it_is_reopened(form, qtbot, heard, samples):
    reopened, settled = heard(form.reopened), heard(form.settled)
    form.reopen()
    assert reopened == []
    elsewhere(form, samples, status=Status.SETTLED, verdict=Verdict.UPDATE, rationale="grew")
    write(qtbot, form.parts.rationale, "x")
    assert form.parts.rationale.text == "grew"
    assert not form.parts.verdict.isEnabled()
    form.settle()
    assert settled == []
    form.reopen()
    assert reopened == ["r1"]


def test_the_preferred_side_is_one_of_the_sides(form, qtbot, heard):
    edits, preferred = heard(form.edited), heard(form.preferred)
    assert form.parts.preferred.itemText(1) == "NZ$78 million, Publisher of usip"
    form.parts.preferred.setFocus()
    press(qtbot, Key.Key_Down)
    assert [new.preferred_id for _, new in edits] == ["r1-0"]
    assert preferred == ["r1-0"]


def test_an_update_from_outside_leaves_what_is_typed(form, qtbot, heard, samples):
    write(qtbot, form.parts.rationale, "mine")
    elsewhere(form, samples, verdict=Verdict.UPDATE)
    assert (form.parts.rationale.text, form.parts.verdict.value) == ("mine", Verdict.UPDATE)
    edits = heard(form.edited)
    form.flush()
    ((seen, new),) = edits
    assert (seen.verdict, new.verdict, new.rationale) == (Verdict.UPDATE, Verdict.UPDATE, "mine")


def conflict(form, qtbot, samples):
    write(qtbot, form.parts.rationale, "mine")
    elsewhere(form, samples, rationale="theirs")


def test_both_changed_the_rationale_and_the_person_is_asked(form, qtbot, heard, samples):
    edits, settled = heard(form.edited), heard(form.settled)
    conflict(form, qtbot, samples)
    assert form.parts.rationale.text == "mine"
    assert form.parts.of["rationale"].question == "Changed elsewhere in the meantime to: theirs"
    form.flush()
    form.settle()
    assert (edits, settled) == ([], [])
    assert QApplication.focusWidget() is form.parts.of["rationale"]._conflict.yes


def test_keep_mine_is_an_edit_of_theirs(form, qtbot, heard, samples):
    edits = heard(form.edited)
    conflict(form, qtbot, samples)
    form.parts.of["rationale"].focus_question()
    press(qtbot, Key.Key_Space)
    ((seen, new),) = edits
    assert (seen.rationale, new.rationale) == ("theirs", "mine")


def test_take_theirs_changes_nothing_else(form, qtbot, heard, samples):
    edits = heard(form.edited)
    conflict(form, qtbot, samples)
    form.parts.of["rationale"].focus_question()
    press(qtbot, Key.Key_Tab)
    press(qtbot, Key.Key_Space)
    form.flush()
    assert form.parts.rationale.text == "theirs"
    assert edits == []


def test_a_conflict_can_be_told_of_any_field(form, qtbot, heard, samples):
    edits = heard(form.edited)
    form.parts.verdict.setCurrentIndex(form.parts.verdict.values.index(Verdict.GENUINE))
    form.show_conflict("verdict", Verdict.UPDATE)
    assert form.parts.of["verdict"].question.endswith("update over time")
    form.parts.of["verdict"].focus_question()
    press(qtbot, Key.Key_Space)
    ((seen, new),) = edits
    assert (seen.verdict, new.verdict) == (Verdict.UPDATE, Verdict.GENUINE)


def test_a_choice_that_is_asked_about_survives_the_refresh(form, qtbot, heard, samples):
    form.parts.verdict.setCurrentIndex(form.parts.verdict.values.index(Verdict.GENUINE))
    form.show_conflict("verdict", Verdict.UPDATE)
    elsewhere(form, samples, verdict=Verdict.UPDATE)
    assert form.parts.verdict.value is Verdict.GENUINE
    assert form.parts.of["verdict"].question
    elsewhere(form, samples, verdict=Verdict.GENUINE)
    assert not form.parts.of["verdict"].question
    edits = heard(form.edited)
    form.flush()
    assert edits == []


def test_a_conflict_about_the_status_needs_no_field(form):
    form.show_conflict("status", Status.SETTLED)
    form.show_conflict("decided_by", "Mara")
    assert not any(field.question for field in form.parts.of.values())


def test_the_keys_of_the_menus_pass_through_the_text(form, qtbot, heard):
    """X11 gives Ctrl+K and Ctrl+E to the line of text; here they are commands."""
    triggered = []
    for keys in ("Ctrl+K", "Ctrl+E", "Ctrl+D"):
        QShortcut(QKeySequence(keys), form, lambda keys=keys: triggered.append(keys))
    write(qtbot, form.parts.rationale, "ab")
    form.parts.rationale.moveCursor(QTextCursor.MoveOperation.Start)
    for key in (Key.Key_K, Key.Key_E, Key.Key_D):
        press(qtbot, key, Qt.KeyboardModifier.ControlModifier)
    assert triggered == ["Ctrl+K", "Ctrl+E", "Ctrl+D"]
    assert form.parts.rationale.text == "ab"
    press(qtbot, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, Key.Key_Delete)
    press(qtbot, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert form.parts.rationale.text == "ab"


def test_a_rationale_is_written_in_place_of_the_old(answering, heard):
    edits = heard(answering.edited)
    answering.write_rationale("shrank")
    answering.write_rationale("grew")
    answering.flush()
    assert [new.rationale for _, new in edits] == ["grew"]


def test_another_relation_starts_clean(form, qtbot, samples):
    form.settle()
    form.show_conflict("rationale", "x")
    form.set_view(samples.view("r2"))
    assert form.parts.of["verdict"].error == ""
    assert form.parts.of["rationale"].question == ""
    assert form._draft() == samples.view("r2").relation


def test_a_refused_edit_is_not_sent_again_and_again(form, qtbot, heard):
    edits = heard(form.edited)
    write(qtbot, form.parts.rationale, "once")
    form.flush()
    form._commit()
    assert len(edits) == 1
    qtbot.keyClicks(form.parts.rationale, " more")
    form.flush()
    assert [new.rationale for _, new in edits] == ["once", "once more"]


def test_merged(samples):
    seen = samples.view().relation
    mine = replace(seen, rationale="mine", would_settle="ask")
    theirs = replace(seen, rationale="theirs", verdict=Verdict.UNIT)
    assert merged(seen, mine, theirs) == (
        replace(theirs, rationale="mine", would_settle="ask"),
        ("rationale",),
    )
    assert merged(seen, replace(seen, rationale="theirs"), theirs) == (theirs, ())


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "nothing"),
        ("", "nothing"),
        (Verdict.SCOPE, "different scope or definition"),
        (Checklist(Answer.YES), "yes, not answered, not answered, not answered, not answered"),
    ],
)
def test_told(value, words):
    assert told(value) == words
