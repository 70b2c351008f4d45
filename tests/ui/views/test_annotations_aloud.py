"""What a screen reader finds in a document: each annotation in sight, by name, to be pressed."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from reviewer.domain.document import Document
from reviewer.ui.spans import Span
from reviewer.ui.views.annotations_aloud import MOST
from reviewer.ui.views.document_view import DocumentView

TEXT = "First 😀 words are here.\n\n" + "Filler text. " * 3_000 + "\n\nThe last words."
FIRST = Span("first", 0, 13, ("blue",), "aid total\nNew Zealand · aid")
WITHIN = Span("within", 8, 13, (), "sanctions")
LAST = Span("last", len(TEXT) - 11, len(TEXT) - 1, (), "No tag")


@pytest.fixture
def listening(qapp):
    """A screen reader is there."""
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


@pytest.fixture
def view(qtbot):
    made = DocumentView()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.set_document(Document(TEXT, ()), "A title", "")
    made.set_spans([LAST, WITHIN, FIRST])
    with qtbot.waitExposed(made):
        made.show()
    return made


def told(view) -> list[str]:
    """Names of the annotations, as a reader walks through the parts of the document."""
    document = QAccessible.queryAccessibleInterface(view)
    parts = [document.child(number) for number in range(document.childCount())]
    groups = [one for one in parts if one.text(QAccessible.Text.Name) == "Annotations in sight"]
    return [
        group.child(number).text(QAccessible.Text.Name)
        for group in groups
        for number in range(group.childCount())
    ]


def buttons(view) -> list[QPushButton]:
    (group,) = (one for one in view.children() if one.inherits("QGroupBox"))
    return group.findChildren(QPushButton)


@pytest.mark.usefixtures("listening")
def test_annotations_in_sight_are_parts_of_the_document(view, qtbot) -> None:
    wanted = ["“First 😀 words” · aid total · New Zealand · aid", "“words” · sanctions"]
    qtbot.waitUntil(lambda: told(view) == wanted)
    document = QAccessible.queryAccessibleInterface(view)
    first = buttons(view)[0]
    assert QAccessible.queryAccessibleInterface(first).role() is QAccessible.Role.PushButton
    (box,) = view.boxes_of("first")
    assert first.geometry() == box.toAlignedRect()
    assert document.textInterface().characterCount() == view.shown_text.to_view(len(TEXT))
    view.show_annotation("last")
    qtbot.waitUntil(lambda: told(view) == ["“last words” · No tag"])
    view.show_annotation("first")
    qtbot.waitUntil(lambda: told(view) == wanted)


@pytest.mark.usefixtures("listening")
def test_what_changes_is_told_in_reading_order(view, qtbot) -> None:
    qtbot.waitUntil(lambda: len(told(view)) == 2)
    view.update_spans([Span("new", 2, 5, (), "new")], ["within"])
    qtbot.waitUntil(lambda: len(told(view)) == 2 and told(view)[1] == "“rst” · new")
    view.update_spans([Span("whole", 0, 22, (), "whole")])
    qtbot.waitUntil(lambda: len(told(view)) == 3)
    assert [name.rpartition(" · ")[2] for name in told(view)] == ["whole", "aid", "new"]
    view.update_spans([Span("first", 14, 17, (), "moved")])
    qtbot.waitUntil(lambda: "“are” · moved" in told(view))
    assert told(view)[-1] == "“are” · moved"


@pytest.mark.usefixtures("listening")
def test_pressing_one_opens_it(view, qtbot) -> None:
    qtbot.waitUntil(lambda: len(told(view)) == 2)
    opened = []
    view.annotation_activated.connect(opened.append)
    action = QAccessible.queryAccessibleInterface(buttons(view)[1]).actionInterface()
    action.doAction(action.pressAction())
    qtbot.waitUntil(lambda: opened == ["within"])  # Qt lets the button be seen to go down


@pytest.mark.usefixtures("listening")
def test_mouse_and_tab_pass_through(view, qtbot) -> None:
    qtbot.waitUntil(lambda: len(told(view)) == 2)
    first = buttons(view)[0]
    over = view.viewport().mapFrom(view, first.mapTo(view, QPoint(4, first.height() // 2)))
    assert view.childAt(view.viewport().mapTo(view, over)) is view.viewport()
    opened = []
    view.annotation_activated.connect(opened.append)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=over)
    assert opened == ["first"]
    assert all(one.focusPolicy() is Qt.FocusPolicy.NoFocus for one in buttons(view))


@pytest.mark.usefixtures("listening")
def test_the_document_looks_the_same_with_a_reader(view, qtbot) -> None:
    qtbot.waitUntil(lambda: len(told(view)) == 2)
    view.clearFocus()  # a caret blinks
    with_buttons = view.grab().toImage()
    for each in buttons(view):
        each.hide()
    assert view.grab().toImage() == with_buttons


@pytest.mark.usefixtures("listening")
def test_a_crowd_is_told_as_far_as_it_can_be_heard(view, qtbot) -> None:
    view.set_spans(Span(f"{n:04}", n % 20, n % 20 + 2) for n in range(3 * MOST))
    qtbot.waitUntil(lambda: len(told(view)) == MOST)


def test_without_a_reader_nothing_is_made(listening, view, qtbot) -> None:
    qtbot.waitUntil(lambda: len(told(view)) == 2)
    QAccessible.setActive(False)
    view.aloud.lay()
    qtbot.waitUntil(lambda: told(view) == [])
    view.viewport().repaint()
    QApplication.processEvents()
    view.aloud.lay()
    assert told(view) == []
