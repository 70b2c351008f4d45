"""One box that searches everything; what it finds hangs below it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from reviewer.domain.views import Hit
from reviewer.ui.actions import tip
from reviewer.ui.metrics import em
from reviewer.ui.models.hits import HitModel
from reviewer.ui.models.look import Ask
from reviewer.ui.views.field_icon import FieldIcon
from reviewer.ui.views.hit_popup import HitPopup

PAUSE = 120
"""Milliseconds without a key after which a search begins."""

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class SearchBox(QLineEdit):
    """``query_changed`` asks; ``set_hits`` with that query answers; ``hit_activated`` gives a Hit.

    The list is a child of the window, not a window of its own: the keyboard stays in the box.
    """

    query_changed = Signal(str)
    hit_activated = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Search everything")
        self.setAccessibleName("Search sources, annotations, notes and rationales")
        self.setToolTip(tip("search"))
        self.setClearButtonEnabled(True)
        FieldIcon(self, "search")
        self._model = HitModel(self)
        self._popup = HitPopup(self._model)
        self._popup.setParent(self)
        self._popup.hide()
        self._answered = ""
        self._enter_waits = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.ask_now)
        self.textChanged.connect(self._edited)
        self._popup.view.clicked.connect(self._activate)

    @property
    def query(self) -> str:
        """What is searched for: the text in single spaces."""
        return " ".join(self.text().split())

    @property
    def is_open(self) -> bool:
        """Whether the list hangs below the box."""
        return self._popup.isVisible()

    def set_hits(self, query: str, hits: Sequence[Hit]) -> None:
        """The answer to a query; one that comes too late, for another text, is left out."""
        if not query or query != self.query:
            return
        self._answered = query
        self._model.set_hits(hits)
        self._popup.show_answer(query, found=bool(hits))
        self._popup.view.setCurrentIndex(self._model.step(-1, 1))
        waited, self._enter_waits = self._enter_waits, False
        if waited and hits:
            self._activate(self._popup.view.currentIndex())
        elif self.window().focusWidget() is self:
            self._open()

    def ask_now(self) -> None:
        """Asks for what is typed, without waiting for a pause."""
        self._pause.stop()
        if self.query:
            self.query_changed.emit(self.query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _STEPS:
            self._move(_STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape and (self.is_open or self.text()):
            self._escape()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._popup.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._popup.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.is_open:
            self._place()
        return super().eventFilter(watched, event)

    def _edited(self) -> None:
        self._enter_waits = False
        if self.query:
            self._pause.start()
        else:
            self._pause.stop()
            self._answered = ""
            self._popup.hide()

    def _move(self, by: int) -> None:
        if not self.is_open:
            if self._answered == self.query and self.query:
                self._open()
            return
        place = self._model.step(self._popup.view.currentIndex().row(), by)
        if place.isValid():
            self._popup.view.setCurrentIndex(place)

    def _enter(self) -> None:
        """Goes to the hit; an answer to an older text must not be gone to, so it waits."""
        if not self.query:
            return
        if self._answered != self.query:
            self._enter_waits = True
            self.ask_now()
        elif self.is_open:
            self._activate(self._popup.view.currentIndex())
        else:
            self._open()

    def _escape(self) -> None:
        if self.is_open:
            self._popup.hide()
        else:
            self.clear()

    def _activate(self, index: QModelIndex) -> None:
        hit = index.data(Ask.VALUE)
        if isinstance(hit, Hit):
            self._popup.hide()
            self.hit_activated.emit(hit)

    def _open(self) -> None:
        window = self.window()
        if self._popup.parent() is not window:
            self._popup.setParent(window)
            window.installEventFilter(self)
        self._place()
        self._popup.show()
        self._popup.raise_()

    def _place(self) -> None:
        """Below the box, as wide as can be read, never beyond the window."""
        window = self.window()
        width = min(max(self.width(), em(self, 30)), window.width())
        corner = self.mapTo(window, QPoint(self.width() - width, self.height() + 2))
        corner.setX(max(0, min(corner.x(), window.width() - width)))
        room = max(em(self, 6), (window.height() - corner.y()) * 4 // 5)
        self._popup.setGeometry(corner.x(), corner.y(), width, room)
        self._popup.setFixedHeight(min(room, self._popup.wanted_height(width)))
