"""A label that takes its colour from the palettes and its size from the type scale, live."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from reviewer.ui.metrics import scaled
from reviewer.ui.theme import shade


class Words(QLabel):
    """Plain text in the colour of ``role``; ``size`` is a factor on the parent's font."""

    def __init__(
        self,
        text: str = "",
        role: str = "text",
        *,
        size: float = 1.0,
        bold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._role, self._size, self._bold = role, size, bold
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # on any ground
        self._colour()
        self.follow(self.font())

    def wrapping(self) -> "Words":
        """The same label, broken into lines where it is too wide."""
        self.setWordWrap(True)
        self.setMinimumWidth(1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        return self

    def set_role(self, role: str) -> None:
        """Another colour of the palettes."""
        self._role = role
        self._colour()

    def follow(self, base: QFont) -> None:
        """Takes its size from ``base`` again: Qt hands no new size to a font that has its own."""
        font = scaled(base, self._size, bold=self._bold)
        if font != self.font():
            self.setFont(font)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def _colour(self) -> None:
        wanted = shade(self._role, self)
        if self.palette().color(QPalette.ColorRole.WindowText) != wanted:
            palette = QPalette()
            palette.setColor(QPalette.ColorRole.WindowText, wanted)
            self.setPalette(palette)


def rescale(container: QWidget) -> None:
    """To be called on a container's FontChange: every label below takes its size again."""
    for label in container.findChildren(Words):
        label.follow(container.font())
