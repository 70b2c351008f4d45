"""What gets the focus in a pane that scrolls is seen, and seen whole where it fits."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from reviewer.ui.views.scrolled import Scrolled


@pytest.fixture
def pane(focused):
    """A pane of 300 px over nine fields of 100 px."""
    made = Scrolled()
    column = QVBoxLayout(made.page)
    fields = [QPlainTextEdit("\n".join("words" * 3 for _ in range(9))) for _ in range(9)]
    column.addWidget(QLabel("Words that wrap, as every pane has some.", wordWrap=True))
    for field in fields:
        field.setFixedHeight(100)
        column.addWidget(field)
    window = QWidget()
    QVBoxLayout(window).addWidget(made)
    focused(window)
    window.resize(400, 300)
    QApplication.processEvents()
    yield made, fields
    window.close()


def seen(pane: Scrolled, part: QWidget) -> QRect:
    """The part as it stands in the pane's viewport."""
    return QRect(part.mapTo(pane.viewport(), QPoint()), part.size())


def test_a_field_is_shown_whole_and_not_its_caret_alone(pane) -> None:
    made, fields = pane
    for field in (fields[4], fields[8], fields[0], fields[5]):
        field.setFocus()
        QApplication.processEvents()
        assert made.viewport().rect().contains(seen(made, field))


def test_of_a_field_that_is_higher_than_the_pane_the_caret_is_seen(pane) -> None:
    made, fields = pane
    fields[4].setFixedHeight(600)
    fields[4].moveCursor(fields[4].textCursor().MoveOperation.End)
    fields[4].setFocus()
    QApplication.processEvents()
    caret = fields[4].cursorRect().translated(seen(made, fields[4]).topLeft())
    assert made.viewport().rect().contains(caret)
