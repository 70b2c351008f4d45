import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from reviewer.domain.views import Hit, HitKind
from reviewer.ui.models.hits import HitModel
from reviewer.ui.models.look import Ask
from reviewer.ui.views.hit_delegate import fitted
from reviewer.ui.views.search_box import SearchBox

Key = Qt.Key

HITS = (
    Hit(HitKind.NOTE, "White House", "Which dollar?", ((6, 12),), annotation_id="a"),
    Hit(HitKind.TEXT, "USIP", "NZ$78 million", ((3, 5),), start=10, end=12),
    Hit(HitKind.TEXT, "Herald", "78 people", ((0, 2),), start=99, end=101),
)


@pytest.fixture
def box(focused):
    window = QWidget()
    made = SearchBox()
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addStretch()
    focused(window)
    made.setFocus()
    yield made
    window.close()


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def answer(box, qtbot, query, hits=HITS):
    qtbot.keyClicks(box, query)
    box._pause.timeout.emit()
    box.set_hits(query, hits)


def test_hits_are_grouped_under_headings(qapp):
    model = HitModel()
    model.tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    model.set_hits(HITS)
    rows = [model.index(i).data(Ask.VALUE) for i in range(model.rowCount())]
    assert rows == ["Texts (2)", HITS[1], HITS[2], "Notes (1)", HITS[0]]
    assert model.step(-1, 1).row() == 1
    assert model.step(2, 1).row() == 4
    assert not model.step(4, 1).isValid()
    assert not model.step(1, -1).isValid()


def test_a_query_goes_out_after_a_pause_only(box, qtbot, heard):
    asked = heard(box.query_changed)
    qtbot.keyClicks(box, " new  zeal")
    assert asked == []
    assert box._pause.interval() == 120
    with qtbot.waitSignal(box.query_changed):
        pass
    assert asked == ["new zeal"]


def test_enter_goes_to_the_first_hit_and_arrows_choose(box, qtbot, heard):
    gone = heard(box.hit_activated)
    answer(box, qtbot, "78")
    assert box.is_open
    press(qtbot, Key.Key_Return)
    assert not box.is_open
    press(qtbot, Key.Key_Down)
    assert box.is_open
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Return):
        press(qtbot, key)
    assert gone == [HITS[1], HITS[2]]


def test_a_late_answer_is_left_out(box, qtbot, heard):
    answer(box, qtbot, "78")
    qtbot.keyClicks(box, "x")
    box.set_hits("78", ())
    assert box._model.rowCount() == 5
    box.clear()
    box.set_hits("78x", HITS)
    assert not box.is_open


def test_enter_before_the_answer_waits_for_it(box, qtbot, heard):
    asked, gone = heard(box.query_changed), heard(box.hit_activated)
    answer(box, qtbot, "78")
    qtbot.keyClicks(box, "9")
    press(qtbot, Key.Key_Return)
    assert (asked, gone) == (["78", "789"], [])
    box.set_hits("789", HITS[2:])
    assert gone == [HITS[2]]


def test_typing_on_takes_the_waiting_enter_back(box, qtbot, heard):
    gone = heard(box.hit_activated)
    qtbot.keyClicks(box, "78")
    press(qtbot, Key.Key_Return)
    qtbot.keyClicks(box, "9")
    box.set_hits("789", HITS)
    assert gone == []


def test_nothing_found_is_said(box, qtbot):
    answer(box, qtbot, "nowhere", ())
    assert box._popup.nothing.isVisible()
    assert box._popup.nothing.text == "Nothing found for “nowhere”."


def test_it_can_ask_without_a_pause(box, heard):
    asked = heard(box.query_changed)
    box.setText("78")
    box.ask_now()
    assert asked == ["78"]
    assert not box._pause.isActive()


def test_escape_closes_and_then_empties(box, qtbot):
    answer(box, qtbot, "78")
    press(qtbot, Key.Key_Escape)
    assert (box.is_open, box.text()) == (False, "78")
    press(qtbot, Key.Key_Escape)
    assert box.text() == ""


def test_leaving_closes_the_list(box, qtbot):
    answer(box, qtbot, "78")
    box.clearFocus()
    assert not box.is_open


def test_the_list_stays_inside_the_window(box, qtbot):
    answer(box, qtbot, "78", HITS * 30)
    window = box.window()
    for width in (300, 900):
        window.resize(width, 400)
        qtbot.waitUntil(lambda w=width: window.width() == w)
        assert window.rect().contains(box._popup.geometry())


def test_the_list_is_as_high_as_what_was_found(box, qtbot):
    long = Hit(HitKind.TEXT, "USIP", "New Zealand had committed money " * 2, ())
    box.setMaximumWidth(200)
    qtbot.waitUntil(lambda: box.width() == 200)
    answer(box, qtbot, "78", (*HITS, long, long))
    bar = box._popup.view.verticalScrollBar()
    last = box._model.index(box._model.rowCount() - 1)
    bottom = box._popup.view.visualRect(last).bottom()
    assert bar.maximum() == 0
    assert 0 <= box._popup.view.height() - bottom < box.fontMetrics().height()


def test_what_was_found_is_brought_to_the_front():
    text = "long " * 30 + "found\nhere"
    snippet, ((start, end),) = fitted(Hit(HitKind.TEXT, "", text, ((150, 155),)))
    assert snippet[start:end] == "found"
    assert start < 60
    assert "\n" not in snippet
    assert fitted(HITS[1]) == ("NZ$78 million", ((3, 5),))
