"""What the window shows while no project is open: what to do, and the projects opened last."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reviewer.ui.actions import command
from reviewer.ui.metrics import HEADING, em, grid, scaled

_OFFERED = ("open_sample", "new_project", "open_project")


class StartPage(QWidget):
    """Three ways to begin, each with its key, and the recent projects."""

    command_requested = Signal(str)
    project_requested = Signal(str)  # its path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Start")
        self._title = QLabel("Reviewer")
        told = QLabel(
            "Read sources, tag the claims they make, mark where they contradict each other,"
            " decide, and report. Everything stays on this computer.",
            wordWrap=True,
        )
        self._recent_title = QLabel("Opened last")
        self._recent = QVBoxLayout()
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addWidget(told)
        for row in map(command, _OFFERED):
            keys = f"  ({row.keys[0]})" if row.keys else ""
            button = QPushButton(row.text + keys)
            button.setAccessibleName(row.text)
            button.clicked.connect(lambda _=False, key=row.id: self.command_requested.emit(key))
            self._column.addWidget(button)
        self._column.addWidget(self._recent_title)
        self._column.addLayout(self._recent)
        self._inner = QWidget()
        self._inner.setLayout(self._column)
        across = QHBoxLayout()  # an alignment instead would cut the text: it asks for no height
        across.addStretch(1)
        across.addWidget(self._inner)
        across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(across)
        layout.addStretch(2)
        self._space()
        self.set_recent(())

    def _space(self) -> None:
        self._title.setFont(scaled(self.font(), HEADING, bold=True))
        self._column.setSpacing(grid(self, 2))
        self._inner.setFixedWidth(em(self, 26))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space()

    def set_recent(self, paths: Iterable[Path]) -> None:
        """The projects opened last, newest first."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        known = list(paths)
        self._recent_title.setVisible(bool(known))
        for path in known:
            button = QPushButton(path.stem.replace("&", "&&"), flat=True)
            button.setAccessibleName(f"Open {path.stem}")
            button.setToolTip(str(path))
            button.clicked.connect(
                lambda _=False, name=str(path): self.project_requested.emit(name)
            )
            self._recent.addWidget(button)
