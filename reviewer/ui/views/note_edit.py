"""Plain text that saves itself: after a pause in typing, and at once on leaving."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

PAUSE_MS = 800
_MOST_LINES = 12


class NoteEdit(QPlainTextEdit):
    """An editor for a ``FieldSlot`` that grows with its text; Tab leaves it."""

    committed = Signal()
    changed = Signal()

    def __init__(self, name: str, placeholder: str = "", lines: int = 3) -> None:
        super().__init__()
        self._fewest_lines = lines
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE_MS)
        self.pause.timeout.connect(self.committed)
        self._loading = False
        self.textChanged.connect(self._typed)
        self.textChanged.connect(self.changed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())

    def value(self) -> str:
        # toPlainText would turn a no-break space into a space.
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def set_value(self, value: str) -> None:
        self._loading = True
        try:
            if value != self.value():
                self.setPlainText(value)
        finally:
            self._loading = False
        self.pause.stop()

    def sizeHint(self) -> QSize:
        shown = min(max(self._lines(), self._fewest_lines), _MOST_LINES)
        line = self.fontMetrics().lineSpacing()
        edge = 2 * (self.frameWidth() + round(self.document().documentMargin()))
        return QSize(line * 10, shown * line + edge + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 10, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()  # another width breaks the lines elsewhere

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._leave()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._leave()

    def _typed(self) -> None:
        if not self._loading:
            self.pause.start()

    def _lines(self) -> int:
        """Lines as wrapped: a plain text document measures its height in them."""
        return int(self.document().size().height())

    def _fit(self) -> None:
        policy = Qt.ScrollBarPolicy
        fits = self._lines() <= _MOST_LINES
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )
        self.updateGeometry()

    def _leave(self) -> None:
        self.pause.stop()
        self.committed.emit()
