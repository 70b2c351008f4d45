"""A list of passages that is used by keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from reviewer.ui.views.drag_out import drag_out
from reviewer.ui.views.ground import on_window


class PassageView(QListView):
    """Rows of one height; R asks for a relation, C for a comparison, Delete for removal."""

    relate_pressed = Signal()
    compare_pressed = Signal()
    delete_pressed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        on_window(self)
        self.setUniformItemSizes(True)
        drag_out(self)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.currentIndex().isValid():  # the editor below opened or closed
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() == key.Key_R:
            self.relate_pressed.emit()
        elif plain and event.key() == key.Key_C:
            self.compare_pressed.emit()
        elif plain and event.key() in (key.Key_Delete, key.Key_Backspace):
            self.delete_pressed.emit()
        elif plain and event.key() in (key.Key_Return, key.Key_Enter):
            # Qt's own sends "activated" by platform: on macOS Enter would edit.
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
