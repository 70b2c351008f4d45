"""Where a file is to go: a path that can be typed, and a button that looks for one."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from reviewer.ui.metrics import SMALL, grid
from reviewer.ui.views.text_field import TextField
from reviewer.ui.views.words import Words, rescale


class SavePlace(QWidget):
    """``changed`` when another place is named; says if something is there that will be replaced."""

    changed = Signal()
    choose_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = TextField("Save as")
        self.field.setToolTip("Where the file goes")
        self._choose = QPushButton("Choose…")
        self._choose.setAutoDefault(False)
        self._choose.setToolTip("Look for a folder and give a name")
        self._choose.setAccessibleName("Choose where the file goes")
        self._note = Words("", "muted", size=SMALL).wrapping()
        label = Words("Save as", "muted", size=SMALL)
        label.setBuddy(self.field)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(label, 0, 0, 1, 2)
        self._grid.addWidget(self.field, 1, 0)
        self._grid.addWidget(self._choose, 1, 1)
        self._grid.addWidget(self._note, 2, 0, 1, 2)
        self._grid.setColumnStretch(0, 1)
        self.field.changed.connect(self._look)
        self.field.changed.connect(self.changed)
        self._choose.clicked.connect(self.choose_requested)
        self._space()
        self._look()

    @property
    def path(self) -> Path | None:
        """What is named, in the home folder if it names none; None if nothing is."""
        typed = self.field.text().strip()
        return Path.home() / Path(typed).expanduser() if typed else None

    @property
    def note(self) -> str:
        """What is said of the place."""
        return self._note.text()

    def set_path(self, path: Path) -> None:
        """Another place."""
        self.field.setText(str(path))

    def set_suffix(self, suffix: str) -> None:
        """The same name with the ending of another format."""
        path = self.path
        if path is not None and path.suffix.lower() != suffix:
            self.set_path(path.with_suffix(suffix))

    def look_again(self) -> None:
        """Something was written there."""
        self._look()

    def _look(self) -> None:
        path = self.path
        note = ""
        if path is None:
            note = "Name a file."
        elif path.is_dir():
            note = "This is a folder: add a name."
        elif not path.parent.is_dir():
            note = "There is no such folder yet."
        elif path.exists():
            note = "There is a file of this name; it is replaced when the new one is whole."
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.field.setAccessibleDescription(note)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            rescale(self)
            self._space()

    def _space(self) -> None:
        self._grid.setHorizontalSpacing(grid(self, 2))
        self._grid.setVerticalSpacing(grid(self))
