"""Where the person's own templates lie, with a way to the folder and a start."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from reviewer.ui.metrics import SMALL, grid
from reviewer.ui.views.elided import Elided
from reviewer.ui.views.flow_layout import FlowLayout
from reviewer.ui.views.spaced import COLUMN, Spaced
from reviewer.ui.views.words import Words

_USED = "report.html in this folder takes the place of the shipped template for web pages."
_NONE = "A report.html in this folder would take the place of the shipped template for web pages."


class TemplatesSetting(Spaced):
    """``open_requested`` and ``start_requested``; answer with ``set_state`` or ``tell``."""

    open_requested = Signal()
    start_requested = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(COLUMN, 1, parent)
        self.setAccessibleName("Folder of my templates")
        self._folder = Elided(str(folder))
        self._folder.setAccessibleName(f"Folder of my templates: {folder}")
        self._told = Words("", "muted", size=SMALL).wrapping()
        self.open = QPushButton("Open folder")
        self.open.setToolTip("Show the folder of your templates; it is made if it is not there")
        self.start = QPushButton("Write the shipped template there")
        self.start.setToolTip("As a start, to change what you like; nothing is replaced")
        for button in (self.open, self.start):
            button.setAutoDefault(False)
        buttons = QWidget()
        row = FlowLayout(buttons, grid(self, 2))
        row.addWidget(self.open)
        row.addWidget(self.start)
        self.setFocusProxy(self.open)
        for part in (self._folder, self._told, buttons):
            self.line.addWidget(part)
        self.open.clicked.connect(self.open_requested)
        self.start.clicked.connect(self.start_requested)

    @property
    def told(self) -> str:
        """The line below the folder."""
        return self._told.text()

    def set_state(self, has_template: bool) -> None:
        """Whether there is a template of the person's own."""
        self._told.setText(_USED if has_template else _NONE)
        self.start.setEnabled(not has_template)

    def tell(self, sentence: str) -> None:
        """What went wrong."""
        self._told.setText(sentence)
