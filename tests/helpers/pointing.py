"""The mouse and the keyboard on a document view, as a person uses them."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reviewer.ui.views.document_view import DocumentView


def point_of(view: DocumentView, offset: int, *, end: bool = False) -> QPoint:
    """Where the caret stands before ``offset``, in the viewport; an ``end`` is a trailing edge."""
    cursor = view.textCursor()
    cursor.setPosition(view.shown_text.to_view(offset, end=end))
    box = view.cursorRect(cursor)
    return QPoint(box.center().x(), box.center().y())


def drag(view: DocumentView, start: QPoint, stop: QPoint) -> None:
    """Press the left button, move, and let go."""
    place = view.viewport()
    QTest.mousePress(place, Qt.MouseButton.LeftButton, pos=start)
    for to in ((start + stop) / 2, stop):
        QTest.mouseMove(place, to)
    QTest.mouseRelease(place, Qt.MouseButton.LeftButton, pos=stop)


def press(
    widget: QWidget,
    key: Qt.Key,
    text: str = "",
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """``keyClick`` aborts on text that is not ASCII; an event does not."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, text))
