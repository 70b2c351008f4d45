"""A text of several lines that is handed on in one piece: after a pause, or on leaving."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reviewer.ui.metrics import grid

PAUSE = 800
"""Milliseconds without a key after which the text counts as written."""

_MOST_LINES = 14
_EDITING = tuple(Qt.Key(ord(letter)) for letter in "ACVXYZ")


class GatheredText(QPlainTextEdit):
    """``gathered`` when there is something new to commit; Tab leaves the field.

    It is ``lines`` high and grows with its text.
    """

    gathered = Signal()

    def __init__(self, name: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._is_new = False
        self._setting = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.flush)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._typed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    @property
    def text(self) -> str:
        """The text with its no-break spaces, which ``toPlainText`` would lose."""
        return self.document().toRawText().replace("\N{PARAGRAPH SEPARATOR}", "\n")

    def set_text(self, text: str) -> None:
        """Another text, without a signal; the cursor stays near its place."""
        self._is_new = False
        self._pause.stop()
        if text == self.text:
            return
        place = self.textCursor().position()
        self._setting = True
        self.setPlainText(text)
        self._setting = False
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def flush(self) -> None:
        """Hands on what was typed since, if anything."""
        self._pause.stop()
        if self._is_new:
            self._is_new = False
            self.gathered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if letter and control and event.key() not in _EDITING:
                event.ignore()  # X11 has Ctrl+K, Ctrl+E and more for the line; here the menus have
                return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._grow()

    def _typed(self) -> None:
        if not self._setting:
            self._is_new = True
            self._pause.start()

    def _grow(self) -> None:
        needed = round(self.document().size().height())
        # A scroll bar that comes where the text just fits takes the width that it fitted in.
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAsNeeded if needed > _MOST_LINES else policy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        lines = max(self._lines, min(_MOST_LINES, needed))
        height = lines * self.fontMetrics().lineSpacing() + grid(self, 4)
        if height != self.minimumHeight():
            self.setFixedHeight(height)
