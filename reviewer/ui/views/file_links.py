"""Opens what was written, or the folder where it lies."""

from pathlib import Path

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer.ui.metrics import grid
from reviewer.ui.views.link_button import LinkButton


class FileLinks(QWidget):
    """Hidden while there is no file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files: tuple[Path, ...] = ()
        self.open = LinkButton("Open")
        self.open.setAccessibleName("Open what was written")
        self.show_folder = LinkButton("Show in folder")
        self.show_folder.setAccessibleName("Show the folder of what was written")
        self.open.clicked.connect(self._open)
        self.show_folder.clicked.connect(self._show_folder)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.open)
        self._row.addWidget(self.show_folder)
        self._space()
        self.hide()

    def set_files(self, files: tuple[Path, ...]) -> None:
        """What was written; nothing hides the links."""
        self._files = files
        self.setVisible(bool(files))
        self.open.setVisible(len(files) == 1)
        if files:
            self.open.setToolTip(f"Open {files[0]}")
            self.show_folder.setToolTip(str(files[0].parent))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space()

    def _space(self) -> None:
        self._row.setSpacing(grid(self, 2))

    def _open(self) -> None:
        _go(self._files[0])

    def _show_folder(self) -> None:
        _go(self._files[0].parent)


def _go(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.absolute())))
