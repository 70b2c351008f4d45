"""Removed sources: bring one back whole, or empty the trash, which cannot be undone."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from reviewer.services import sources
from reviewer.services.words import counted
from reviewer.ui.dialogs.sizes import open_at
from reviewer.ui.metrics import set_spacing
from reviewer.ui.session import Session


class TrashDialog(QDialog):
    """Lists what is in the trash as it is now."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Trash")
        self._session = session
        self._told = QLabel(wordWrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName("Removed sources")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.restore = buttons.addButton("Restore", role)
        self.empty = buttons.addButton("Empty the trash…", role)
        self.restore.clicked.connect(self._restore)
        self.empty.clicked.connect(self._empty)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        set_spacing(layout, self, around=4, between=3)
        layout.addWidget(self._told)
        layout.addWidget(self.list, 1)
        layout.addStretch()
        layout.addWidget(buttons)
        open_at(self, 28, 18)
        self._fill()

    def _fill(self) -> None:
        self._sources = sources.trash(self._session.project)
        self.list.clear()
        self.list.addItems([source.title for source in self._sources])
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(self._sources))
        self._told.setText(
            "A source comes back with all its annotations and relations."
            if self._sources
            else "The trash is empty. A source that you remove comes here first."
        )
        for button in (self.restore, self.empty):
            button.setEnabled(bool(self._sources))

    def _restore(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self._session.run(sources.restore_source, self._sources[row].id)
            self._fill()

    def _empty(self) -> None:
        number = counted(len(self._sources), "source")
        answer = QMessageBox.warning(
            self,
            "Empty the trash",
            f"Delete {number} for good, with every annotation on it?\n\n"
            "This cannot be undone, and neither can what was done before it.",
            QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )
        if answer == QMessageBox.StandardButton.Discard:
            self._session.run(sources.empty_trash)
            self._fill()
