"""Plain text that saves itself: after a pause in typing, and at once on leaving."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from reviewer.ui.views.spacing import space

PAUSE_MS = 800
_MOST_LINES = 12


class NoteEdit(QPlainTextEdit):
    """An editor for a ``FieldSlot`` that grows with its text; Tab leaves it."""

    committed = Signal()
    changed = Signal()

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

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
        lines = int(self.document().size().height())
        line = self.fontMetrics().lineSpacing()
        shown = min(max(lines, 3), _MOST_LINES)
        return QSize(line * 10, shown * line + 2 * self.frameWidth() + space(self, 3))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

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

    def _leave(self) -> None:
        self.pause.stop()
        self.committed.emit()
