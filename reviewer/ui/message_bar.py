"""A line across the window for what went wrong, in the person's words; it waits to be read."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from reviewer.ui.metrics import set_spacing
from reviewer.ui.theme import shade


class MessageBar(QFrame):
    """Hidden while there is nothing to say. Never modal: work goes on below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self.setAccessibleName("Message")
        self._label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._label.setAccessibleName("Message")
        close = QPushButton("Close")
        close.setAccessibleName("Close the message")
        close.setToolTip("Close the message (Esc)")
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.addWidget(self._label, 1)
        layout.addWidget(close)
        self._space()
        self._restyle()
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence until it is closed or another takes its place."""
        self._label.setText(sentence)
        self._label.setAccessibleName(sentence)
        self.show()

    def text(self) -> str:
        """What is being said; empty while hidden."""
        return "" if self.isHidden() else self._label.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()
        elif event.type() == QEvent.Type.FontChange:
            self._space()

    def _space(self) -> None:
        layout = self.layout()
        if layout is not None:
            set_spacing(layout, self, around=2, between=2)

    def _restyle(self) -> None:
        colours = (shade("hover", self).name(), shade("danger", self).name())
        sheet = (
            "#message_bar {{ background: {}; border: none; border-left: 4px solid {}; }}".format(
                *colours
            )
        )
        if sheet != self.styleSheet():  # setting it again would come back here
            self.setStyleSheet(sheet)
