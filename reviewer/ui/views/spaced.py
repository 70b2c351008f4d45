"""Parts in a line, as far apart as their type is large."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from reviewer.ui.metrics import grid
from reviewer.ui.views.words import rescale

ROW = QBoxLayout.Direction.LeftToRight
COLUMN = QBoxLayout.Direction.TopToBottom


class Spaced(QWidget):
    """Without margins, and ``steps`` of the grid between what is put on ``line``."""

    def __init__(
        self, direction: QBoxLayout.Direction, steps: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._steps = steps
        self.line = QBoxLayout(direction, self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(grid(self, steps))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            rescale(self)
            self.line.setSpacing(grid(self, self._steps))
