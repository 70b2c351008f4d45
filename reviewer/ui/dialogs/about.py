"""Which Reviewer this is, and where it keeps things."""

from platformdirs import user_log_path
from PySide6.QtCore import qVersion
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reviewer import __version__
from reviewer.build import commit, third_party_licences
from reviewer.services.projects import SCHEMA, data_folder
from reviewer.ui.dialogs.licences import LicencesDialog
from reviewer.ui.dialogs.sizes import open_at
from reviewer.ui.metrics import set_spacing


class AboutDialog(QDialog):
    """Version, commit, schema, licences and folders, as text that can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Reviewer")
        told = QPlainTextEdit(
            f"Reviewer {__version__}\n"
            f"{_origin()}\n"
            f"Project schema {SCHEMA} · Qt {qVersion()}\n\n"
            "MIT licence. Qt is used under the LGPL, version 3.\n"
            "The program opens no network connection.\n\n"
            f"Your data: {data_folder()}\n"
            f"Log: {user_log_path('Reviewer', appauthor=False)}",
            readOnly=True,
            tabChangesFocus=True,
        )
        told.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)  # paths are long
        told.setAccessibleName("About")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        if text := third_party_licences():
            shown = buttons.addButton("Licences…", QDialogButtonBox.ButtonRole.HelpRole)
            shown.clicked.connect(lambda: LicencesDialog(text, self).open())
        layout = QVBoxLayout(self)
        set_spacing(layout, self, around=4, between=3)
        layout.addWidget(told)
        layout.addWidget(buttons)
        open_at(self, 30, 16)


def _origin() -> str:
    return f"Commit {commit()}" if commit() else "Run from source"
