"""A handle to take a file out of the window by: dragged with the mouse, copied with a key."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from reviewer.ui.views.file_drag import FileDrag


class DragHandle(QPushButton):
    """``clicked`` copies the file; ``files`` is how it is dragged."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Drag out", parent)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName("Drag the file out of the window; Space copies it")
        self.setToolTip("Drag the file to a folder, a mail or a chat; a click or Space copies it")
        self.files = FileDrag(self)
        self.files.dragged.connect(lambda: self.setDown(False))  # no release comes after a drag
