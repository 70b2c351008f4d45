"""The line below a document in which one looks for words in it."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QWidget

from reviewer.ui.icons import put_icon
from reviewer.ui.metrics import SMALL, em, grid
from reviewer.ui.theme import shade
from reviewer.ui.views.words import Words, rescale


class FindBar(QFrame):
    """``query_changed`` with each letter; ``stepped`` by 1 or -1; ``closed`` by Esc or Done."""

    query_changed = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Find in the document")
        self.field = QLineEdit()
        self.field.setPlaceholderText("Find in the document")
        self.field.setAccessibleName("Find in the document")
        self.field.textChanged.connect(self.query_changed)
        self._count = Words("", "muted", size=SMALL)
        self._count.setAccessibleName("Number of places")
        self._back = self._arrow("Previous place (Shift+Enter, Shift+F3)", -1)
        self._on = self._arrow("Next place (Enter, F3)", 1)
        self._done = QPushButton("Done")
        self._done.setAccessibleName("Done: back to the text")
        self._done.setToolTip("Back to the text (Esc)")
        self._done.clicked.connect(self.closed)
        self._row = QHBoxLayout(self)
        for part in (self.field, self._count, self._back, self._on, self._done):
            self._row.addWidget(part, 1 if part is self.field else 0)
        self.setFocusProxy(self.field)
        self._space()
        self.set_count("", any_found=False)
        self.hide()

    def set_count(self, told: str, *, any_found: bool) -> None:
        """Which of how many, in words; without any there is nowhere to step to."""
        self._count.setText(told)
        self._count.setAccessibleName(told or "Number of places")
        self._count.set_role("muted" if any_found or not told else "danger")
        for button in (self._back, self._on):
            button.setEnabled(any_found)

    def count(self) -> str:
        """What is told of how many there are."""
        return self._count.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._done.hasFocus():
                self.closed.emit()
                return
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            rescale(self)
            self._space()
        elif event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), shade("panel", self))
        painter.fillRect(QRectF(0, 0, self.width(), 1), shade("border", self))

    def _arrow(self, name: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setAccessibleName(name.partition(" (")[0])
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.stepped.emit(step))
        return button

    def _space(self) -> None:
        pad = grid(self)
        self._row.setContentsMargins(2 * pad, pad, 2 * pad, pad)
        self._row.setSpacing(2 * pad)
        self._count.setMinimumWidth(em(self, 5))  # the field keeps its width while one types
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        side = em(self, 1.6)
        for button in (self._back, self._on):
            button.setFixedSize(QSize(side, side))
        self._draw_icons()

    def _draw_icons(self) -> None:
        put_icon(self._back, "chevron-up", self, "text")
        put_icon(self._on, "chevron-down", self, "text")
