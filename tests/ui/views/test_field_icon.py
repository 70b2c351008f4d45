"""The picture in a field is as large as the field's text, and leads into the field."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton

from reviewer.ui.views.field_icon import FieldIcon


def test_it_grows_with_the_text_and_keeps_clear_of_it(qtbot) -> None:
    field = QLineEdit(accessibleName="Filter", placeholderText="Filter by words")
    qtbot.addWidget(field)
    FieldIcon(field, "list-filter")
    field.show()
    button = field.findChild(QToolButton)
    for points in (9, 18):
        font = field.font()
        font.setPointSizeF(points)
        field.setFont(font)
        field.resize(300, field.sizeHint().height())
        QApplication.processEvents()
        em = field.fontMetrics().height()
        assert button.iconSize().height() == em
        assert field.rect().contains(button.geometry())
        assert field.textMargins().left() >= em
    assert (button.accessibleName(), button.toolTip()) == ("Filter", "Filter")
    field.setToolTip("Filter by quote (Ctrl+F)")
    assert button.toolTip() == "Filter by quote (Ctrl+F)"


def test_a_click_on_it_goes_into_the_field(focused, qtbot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    FieldIcon(field, "search")
    focused(field)
    field.clearFocus()
    QTest.mouseClick(field.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert field.hasFocus()
