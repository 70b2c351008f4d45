"""Opens what was written, or the folder where it lies."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from reviewer.ui.views.link_button import LinkButton
from reviewer.ui.views.spaced import ROW, Spaced


class FileLinks(Spaced):
    """Hidden while there is no file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ROW, 2, parent)
        self._files: tuple[Path, ...] = ()
        self.open = LinkButton("Open")
        self.open.setAccessibleName("Open what was written")
        self.show_folder = LinkButton("Show in folder")
        self.show_folder.setAccessibleName("Show the folder of what was written")
        self.open.clicked.connect(self._open)
        self.show_folder.clicked.connect(self._show_folder)
        self.line.addWidget(self.open)
        self.line.addWidget(self.show_folder)
        self.hide()

    def set_files(self, files: tuple[Path, ...]) -> None:
        """What was written; nothing hides the links."""
        self._files = files
        self.setVisible(bool(files))
        self.open.setVisible(len(files) == 1)
        if files:
            self.open.setToolTip(f"Open {files[0]}")
            self.show_folder.setToolTip(str(files[0].parent))

    def _open(self) -> None:
        _go(self._files[0])

    def _show_folder(self) -> None:
        _go(self._files[0].parent)


def _go(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.absolute())))
