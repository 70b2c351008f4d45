from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from reviewer.domain.grades import RELIABILITY_HELP
from reviewer.domain.records import Source
from reviewer.domain.vocabulary import Reliability
from reviewer.ui.views.grade_editor import GradeEditor

KEY = Qt.Key
SOURCE = Source("s", "Ahead of Vilnius", "USIP", "Capie", "2023-07", "inferred", "https://usip.org")


@pytest.fixture
def editor(qtbot):
    made = GradeEditor()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.set_source(SOURCE)
    made.edits = []
    made.source_edited.connect(lambda seen, new: made.edits.append((seen, new)))
    return made


def focus(editor, name):
    field = editor.slot(name).editor
    field.setFocus()
    return field


def test_each_grade_says_what_it_means(editor, qtbot):
    field = focus(editor, "reliability")
    for row, grade in enumerate(Reliability, 1):
        assert field.itemData(row, Qt.ItemDataRole.ToolTipRole) == RELIABILITY_HELP[grade]
    qtbot.keyClick(field, KEY.Key_F)
    assert "Not a bad mark" in editor.slot("reliability").hint_line.text()
    qtbot.keyClick(field, KEY.Key_Return)
    assert editor.edits == [(SOURCE, replace(SOURCE, reliability=Reliability.F))]


@pytest.mark.parametrize(
    "name", ["reliability_basis", "title", "publisher", "author", "date_basis", "address"]
)
def test_every_property_can_be_corrected(editor, qtbot, name):
    field = focus(editor, name)
    field.selectAll()
    qtbot.keyClicks(field, "corrected")
    editor.flush()
    assert editor.edits == [(SOURCE, replace(SOURCE, **{name: "corrected"}))]


def test_a_source_keeps_a_title_and_a_date_that_can_be_read(editor, qtbot):
    focus(editor, "title").clear()
    field = focus(editor, "published")
    assert editor.slot("published").hint_line.text() == "July 2023"
    field.selectAll()
    qtbot.keyClicks(field, "last July")
    editor.flush()
    assert editor.edits == []
    assert editor.slot("title").error_line.text() == "A source needs a title."
    assert "2023-07" in editor.slot("published").error_line.text()
    assert editor.unsaved() == ("Title", "Published")


def test_another_source_takes_what_was_typed_along(editor, qtbot):
    qtbot.keyClicks(focus(editor, "author"), "David ")
    editor.set_source(replace(SOURCE, id="t", author="Other"))
    assert editor.edits == [(SOURCE, replace(SOURCE, author="David Capie"))]
    assert editor.slot("author").text == "Other"
    editor.set_source(None)
    assert not editor.isEnabled()


def test_a_change_elsewhere_asks(editor, qtbot):
    qtbot.keyClicks(focus(editor, "author"), "David ")
    editor.set_source(replace(SOURCE, author="D. Capie", publisher="US Institute of Peace"))
    assert editor.slot("author").conflict.isVisible()
    assert editor.slot("publisher").text == "US Institute of Peace"
