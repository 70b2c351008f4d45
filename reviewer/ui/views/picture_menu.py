"""The button that gives a picture away: to the clipboard as picture or table, or into a file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

_ENTRIES = (
    ("picture", "Copy picture"),
    ("table", "Copy as table"),
    ("svg", "Save as SVG…"),
    ("png", "Save as PNG…"),
)


class PictureMenu(QToolButton):
    """``wanted`` gives what is to be done: picture, table, svg or png."""

    wanted = Signal(str)

    def __init__(self, of: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText("Picture ▾")
        self.setAccessibleName(f"Picture of the {of}")
        self.setToolTip(f"Copy or save the {of} as a picture or a table (Ctrl+C copies the table)")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for what, text in _ENTRIES:
            action = menu.addAction(text)
            action.triggered.connect(lambda _=False, what=what: self.wanted.emit(what))
        self.setMenu(menu)
