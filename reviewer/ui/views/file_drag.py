"""Dragging a file out of the window that may have to be written first."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


def files_mime(paths: Sequence[Path]) -> QMimeData:
    """The files as ``text/uri-list``, and their paths as text."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(map(str, paths)))
    return data


class FileDrag(QObject):
    """Watches a widget: pressing asks for the files, moving drags them as soon as they are there.

    Answer ``wanted`` with ``give``, at once or later. Nothing is dragged once the button is up.
    """

    wanted = Signal()
    dragged = Signal()

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self._widget = watched
        self._pressed: QPoint | None = None
        self._has_moved = False
        self._files: tuple[Path, ...] = ()
        watched.installEventFilter(self)

    def give(self, paths: Sequence[Path]) -> None:
        """The files, written."""
        self._files = tuple(paths)
        self._start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            left = Qt.MouseButton.LeftButton
            if event.type() == QEvent.Type.MouseButtonPress and event.button() == left:
                self._pressed, self._has_moved = event.position().toPoint(), False
                self._files = ()
                self.wanted.emit()
            elif event.type() == QEvent.Type.MouseMove and self._pressed is not None:
                away = (event.position().toPoint() - self._pressed).manhattanLength()
                self._has_moved |= away >= QApplication.startDragDistance()
                self._start()
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._pressed = None
        return super().eventFilter(watched, event)

    def _start(self) -> None:
        if self._pressed is None or not self._has_moved or not self._files:
            return
        self._pressed = None
        drag = QDrag(self._widget)
        drag.setMimeData(files_mime(self._files))
        drag.exec(Qt.DropAction.CopyAction)
        self.dragged.emit()
