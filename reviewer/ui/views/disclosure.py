"""A line that opens and closes what lies below it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reviewer.ui.views.link_button import LinkButton


class Disclosure(LinkButton):
    """Checked means open; Enter and Space toggle it, Right opens and Left closes."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "muted", parent)
        self._words = text
        self.setCheckable(True)
        self.toggled.connect(self._turn)
        self._turn(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.setChecked(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def _turn(self, is_open: bool) -> None:
        self.setText(f"{'▾' if is_open else '▸'}  {self._words}")
        self.setAccessibleDescription("open" if is_open else "closed")
