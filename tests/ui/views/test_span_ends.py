"""The ends of the selected annotation, moved by mouse and by key."""

import pytest
from pointing import drag, point_of, press
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.domain.document import Document
from reviewer.ui.spans import Span
from reviewer.ui.views.document_view import DocumentView

TEXT = (
    "New Zealand gave $79.5 million to date, cafe\u0301s 👩🏽‍🚀 included.\n\n"
    "שלום עולם ושוב שלום\n\n" + "\n\n".join(f"Paragraph {n} says so." for n in range(60))
)
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(qtbot):
    made = DocumentView()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.set_document(Document(TEXT))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


@pytest.fixture
def told(view):
    found = []
    view.span_moved.connect(lambda _key, seen, start, end: found.append((seen, TEXT[start:end])))
    return found


def choose(view, words):
    start = TEXT.index(words)
    view.set_spans([Span("a", start, start + len(words), ("blue",), "label")])
    view.select_annotation("a")
    QApplication.processEvents()
    return start, start + len(words)


def knob(view, offset, *, end):
    """The bar beside the text; the knob is above or below it."""
    for which, bar in view.ends._bars(view.visible_blocks()):
        if which is end:
            return QPointF(bar.center().x(), bar.bottom() if end else bar.top()).toPoint()
    pytest.fail("no handle in sight")


def test_dragging_the_end_and_the_beginning(view, told):
    seen = choose(view, "$79.5 million")
    drag(view, knob(view, seen[1], end=True), point_of(view, TEXT.index(", cafe")))
    drag(view, knob(view, seen[0], end=False), point_of(view, TEXT.index("gave")))
    longer = seen[0], TEXT.index(", cafe")
    assert told == [(seen, "$79.5 million to date"), (longer, "gave $79.5 million to date")]
    assert view.selected_range() is None


def test_an_end_cannot_be_dragged_beyond_the_other(view, told):
    seen = choose(view, "$79.5 million")
    drag(view, knob(view, seen[1], end=True), point_of(view, TEXT.index("Zealand")))
    assert told == []
    assert view._marks.index.get("a").start == seen[0]
    assert view._marks.index.get("a").end == seen[1]


def test_no_character_is_cut_apart(view, told):
    seen = choose(view, "included")
    view.ends.press(QPointF(knob(view, seen[0], end=False)))
    for x in range(point_of(view, seen[0]).x(), point_of(view, TEXT.index("cafe")).x(), -1):
        view.ends.drag(QPointF(x, point_of(view, seen[0]).y()), by_word=False)
        start = view._marks.index.get("a").start
        assert TEXT[start] not in "\u0301\u200d🚀🏽"
    view.ends.settle()
    assert [words for _, words in told] == ["cafe\u0301s 👩🏽‍🚀 included"]


def test_dragging_with_ctrl_goes_by_words(view, told):
    seen = choose(view, "$79.5 million")
    view.ends.press(QPointF(knob(view, seen[1], end=True)))
    view.ends.drag(QPointF(point_of(view, TEXT.index("date") + 1)), by_word=True)
    view.ends.settle()
    assert [words for _, words in told] == ["$79.5 million to date"]


def test_in_hebrew_the_end_is_at_the_left(view, told):
    seen = choose(view, "עולם ושוב")
    assert knob(view, seen[1], end=True).x() < knob(view, seen[0], end=False).x()
    drag(view, knob(view, seen[1], end=True), point_of(view, seen[1] + len(" שלום"), end=True))
    assert [words for _, words in told] == ["עולם ושוב שלום"]


def test_dragging_beyond_the_view_scrolls_on(view, told, qtbot):
    choose(view, "Paragraph 3 says")
    place = knob(view, 0, end=True)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    below = QPoint(place.x(), view.viewport().height() + 30)
    QTest.mouseMove(view.viewport(), below)
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 5)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=below)
    ((_, words),) = told
    assert words.startswith("Paragraph 3 says so.\n\nParagraph 4")
    assert "Paragraph 12" in words


def test_only_the_selected_annotation_has_handles(view):
    seen = choose(view, "$79.5 million")
    place = QPointF(knob(view, seen[1], end=True))
    assert view.ends.handle_at(place) is True
    QTest.mouseMove(view.viewport(), place.toPoint())
    assert view.viewport().cursor().shape() is Qt.CursorShape.SizeHorCursor
    QTest.mouseMove(view.viewport(), QPoint(300, 300))
    assert view.viewport().cursor().shape() is Qt.CursorShape.IBeamCursor
    view.select_annotation(None)
    assert view.ends.handle_at(place) is None


def test_steps_are_seen_at_once_and_told_together_after_a_pause(view, told, qtbot):
    seen = choose(view, "$79.5 million")
    for _ in range(2):
        view.ends.step(1, end=True, by_word=True)
    view.ends.step(-1, end=False, by_word=True)
    now = view._marks.index.get("a")
    assert TEXT[now.start : now.end] == "gave $79.5 million to date"
    assert told == []
    qtbot.waitUntil(lambda: told == [(seen, "gave $79.5 million to date")])


def test_nothing_is_told_of_steps_that_lead_back(view, told):
    choose(view, "$79.5 million")
    view.ends.step(1, end=True, by_word=True)
    view.ends.step(-1, end=True, by_word=True)
    view.ends.settle()
    assert told == []


def test_arrow_keys_move_the_ends_until_enter(view, told, qtbot):
    seen = choose(view, "$79.5 million")
    with qtbot.waitSignal(view.hinted):
        view.change_ends()
    press(view, Qt.Key.Key_Right, modifiers=CTRL)
    press(view, Qt.Key.Key_Left)
    press(view, Qt.Key.Key_Left, modifiers=CTRL | SHIFT)
    press(view, Qt.Key.Key_Right, modifiers=SHIFT)
    press(view, Qt.Key.Key_Return)
    assert told == [(seen, "ave $79.5 million t")]
    caret = view.caret()
    press(view, Qt.Key.Key_Right)
    assert view.caret() == caret + 1, "the arrows are the text's again"


def test_escape_takes_it_back(view, told):
    seen = choose(view, "$79.5 million")
    view.change_ends()
    press(view, Qt.Key.Key_Right, modifiers=CTRL)
    press(view, Qt.Key.Key_Escape)
    now = view._marks.index.get("a")
    assert (now.start, now.end) == seen
    view.ends.settle()
    assert told == []


def test_a_passage_is_never_left_empty_or_blank(view, told):
    choose(view, "gave $")
    for _ in range(9):
        view.ends.step(-1, end=True, by_word=False)
    view.ends.settle()
    assert [words for _, words in told] == ["g"]


def test_what_is_moved_is_told_before_another_is_selected_or_the_focus_goes(view, told):
    for leave in (
        lambda: view.select_annotation(None),
        lambda: view.set_document(Document("Another.")),
        view.clearFocus,
    ):
        view.setFocus()
        view.set_document(Document(TEXT))
        seen = choose(view, "$79.5 million")
        view.ends.step(1, end=True, by_word=True)
        leave()
        assert told.pop() == (seen, "$79.5 million to")


def test_news_of_the_annotation_leave_what_is_moved_where_it_is(view, told):
    seen = choose(view, "$79.5 million")
    view.ends.step(1, end=True, by_word=True)
    view.update_spans([Span("a", *seen, ("red",), "retagged")])
    now = view._marks.index.get("a")
    assert (TEXT[now.start : now.end], now.label) == ("$79.5 million to", "retagged")
    view.update_spans([], ["a"])
    view.ends.settle()
    assert told == []
