"""The checked copies of a project. Restoring makes a new file; nothing is replaced."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.dialogs.sizes import open_at
from reviewer.ui.metrics import set_spacing


class BackupsDialog(QDialog):
    """``chosen`` is the backup to restore, once accepted."""

    def __init__(
        self, backups: Sequence[tuple[datetime, Path]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Backups")
        self._backups = backups
        self.chosen: Path | None = None
        told = QLabel(
            "Each backup was opened and checked when it was made. Restoring one makes a new"
            " project file beside this one."
            if backups
            else "There is no backup yet. One is made when you pause for a minute after a change,"
            " and before a project is brought to a newer schema.",
            wordWrap=True,
        )
        self.list = QListWidget()
        self.list.setAccessibleName("Backups, newest first")
        self.list.addItems([f"{when.astimezone():%A, %d %B %Y, %H:%M:%S}" for when, _ in backups])
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(backups))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        if backups:
            restore = buttons.addButton("Restore as…", QDialogButtonBox.ButtonRole.AcceptRole)
            restore.setAccessibleName("Restore the chosen backup as a new file")
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        set_spacing(layout, self, around=4, between=3)
        layout.addWidget(told)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        open_at(self, 26, 18 if backups else None)

    def _take(self) -> None:
        if self.list.currentRow() >= 0:
            self.chosen = self._backups[self.list.currentRow()][1]
            self.accept()
