"""One quiet line that says what to do next, until it is put away for good."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer.ui.metrics import grid
from reviewer.ui.views.link_button import LinkButton
from reviewer.ui.views.words import Words, rescale


class HintStrip(QWidget):
    """``dismissed`` when the person has read it and hides it."""

    dismissed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # for its line above
        self.setAccessibleName(text)
        self._words = Words(text, "muted").wrapping()
        self.hide_button = LinkButton("Hide this hint")
        self.hide_button.clicked.connect(self._dismiss)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self.hide_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._space()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            rescale(self)
            self._space()

    def minimumSizeHint(self) -> QSize:
        """One line's: the words alone would ask for the height that they have a word a line."""
        return QSize(0, self.hide_button.sizeHint().height() + 2 * grid(self))

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()

    def _space(self) -> None:
        step = grid(self)
        self._row.setContentsMargins(3 * step, step, 3 * step, step)
        self._row.setSpacing(3 * step)
