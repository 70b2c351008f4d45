"""The line above a list: what it is, how many there are, and the one thing to add."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from reviewer.ui.icons import put_icon
from reviewer.ui.metrics import SMALL, grid
from reviewer.ui.views.words import Words, rescale

_GAP = 0.1
"""Em between the cross and the words."""


class SectionHeader(QWidget):
    """A title with a count and a button at the right; connect ``button.clicked``."""

    def __init__(self, title: str, action: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Words(title, bold=True)
        self._count = Words("", "muted", size=SMALL)
        self.button = QToolButton()
        self.button.setText(action)
        self.button.setToolTip(tip)
        self.button.setAccessibleName(tip)
        self.button.setAutoRaise(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._title)
        self._row.addWidget(self._count)
        self._row.addStretch()
        self._row.addWidget(self.button)
        self._space()

    def set_count(self, text: str) -> None:
        """The words beside the title, e.g. ``5``."""
        self._count.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            rescale(self)
            self._space()
        elif event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()

    def _space(self) -> None:
        step = grid(self)
        self._row.setContentsMargins(3 * step, 2 * step, 2 * step, step)
        self._row.setSpacing(step)
        self._draw_icon()

    def _draw_icon(self) -> None:
        put_icon(self.button, "plus", self, "link", size=0.9, gap=_GAP)
