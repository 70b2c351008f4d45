"""The licences of all that a build brings along, to be read and searched by eye."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from reviewer.ui.dialogs.sizes import open_at


class LicencesDialog(QDialog):
    """Takes the text; it is long, so it is shown as plain text that scrolls."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Licences")
        told = QPlainTextEdit(text, readOnly=True)
        told.setAccessibleName("Licences of all that is bundled")
        told.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(told)
        layout.addWidget(buttons)
        open_at(self, 40, 36)
