"""Text in one of the theme's colours, which follows a change between light and dark."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from reviewer.ui.theme import shade


class ToneLabel(QLabel):
    """A wrapping label of plain text in the role's colour; ``strong`` makes it a heading."""

    def __init__(
        self,
        text: str = "",
        role: str = "muted",
        parent: QWidget | None = None,
        *,
        strong: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self._role = role
        # A quote is data: it must never be read as markup.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # on any ground
        if strong:
            font = self.font()
            font.setBold(True)
            self.setFont(font)
        self._restyle()

    def set_role(self, role: str) -> None:
        self._role = role
        self._restyle()

    def show_text(self, text: str) -> None:
        """Shows the text, or nothing at all, without a gap, when it is empty."""
        self.setText(text)
        self.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()

    def _restyle(self) -> None:
        colour = shade(self._role, self)
        # Setting a palette sends PaletteChange again: stop once it is right.
        if self.palette().color(QPalette.ColorRole.WindowText) != colour:
            palette = QPalette()  # this one colour alone: the others go on being inherited
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(palette)
