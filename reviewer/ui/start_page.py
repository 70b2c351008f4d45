"""What the window shows while no project is open: what to do, and the projects opened last."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reviewer.ui.actions import command
from reviewer.ui.metrics import FIGURE, em, grid
from reviewer.ui.views.link_button import LinkButton
from reviewer.ui.views.scrolled import Scrolled
from reviewer.ui.views.words import Words, rescale

_OFFERED = ("open_sample", "new_project", "open_project")


class StartPage(Scrolled):
    """Three ways to begin, each with its key, and the recent projects."""

    command_requested = Signal(str)
    project_requested = Signal(str)  # its path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Start")
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.addWidget(Words("Reviewer", size=FIGURE, bold=True))
        told = (
            "Read sources, tag the claims they make, mark where they contradict each other,"
            " decide, and report. Everything stays on this computer."
        )
        self._column.addWidget(Words(told, "muted").wrapping())
        for row in map(command, _OFFERED):
            keys = f"  ({row.keys[0]})" if row.keys else ""
            button = QPushButton(row.text + keys)
            button.setAccessibleName(row.text)
            button.setAutoDefault(True)  # Enter presses it
            button.clicked.connect(lambda _=False, key=row.id: self.command_requested.emit(key))
            self._column.addWidget(button)
        self._title = Words("Recent projects", "muted")
        self._column.addWidget(self._title)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._column.addLayout(self._recent)
        middle = QHBoxLayout()  # an alignment would forget that the words need height for width
        middle.setSpacing(0)
        middle.addStretch()
        middle.addWidget(self._inner)
        middle.addStretch()
        layout = QVBoxLayout(self.page)
        layout.setSpacing(0)
        layout.addStretch(1)
        layout.addLayout(middle)
        layout.addStretch(2)
        self.set_recent(())
        self._space()

    def set_recent(self, paths: Iterable[Path]) -> None:
        """The projects opened last, newest first."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for path in paths:
            button = LinkButton(path.stem)
            button.setAccessibleName(f"Open {path.stem}")
            button.setToolTip(str(path))
            button.clicked.connect(
                lambda _=False, name=str(path): self.project_requested.emit(name)
            )
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._title.setVisible(self._recent.count() > 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            rescale(self)
            self._space()

    def _space(self) -> None:
        self._column.setContentsMargins(*4 * (grid(self, 2),))
        outer = self.page.layout()
        if outer is not None:
            outer.setContentsMargins(*4 * (grid(self, 2),))
        self._column.setSpacing(grid(self, 3))
        self._inner.setFixedWidth(em(self, 26))
