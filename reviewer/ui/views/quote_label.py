"""A quote to read and to copy; a long one is shortened until it is asked for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.ui.metrics import set_spacing
from reviewer.ui.views.link_button import LinkButton
from reviewer.ui.views.tone_label import ToneLabel

LONG = 420


class QuoteLabel(QWidget):
    """The words of a passage, to the letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quote = ""
        self.words = ToneLabel(role="text")
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setAccessibleName("Quote")
        self.whole = LinkButton("Show the whole quote")
        layout = QVBoxLayout(self)
        set_spacing(layout, self)
        layout.addWidget(self.words)
        layout.addWidget(self.whole)
        self.whole.clicked.connect(self._show_whole)
        self.whole.hide()

    def set_quote(self, quote: str) -> None:
        if quote == self._quote:
            return
        self._quote = quote
        is_long = len(quote) > LONG
        self.words.setText(f"“{quote[:LONG].rstrip()}…”" if is_long else f"“{quote}”")
        self.whole.setVisible(is_long)

    def _show_whole(self) -> None:
        self.words.setText(f"“{self._quote}”")
        self.whole.hide()
