"""What a screen reader is given of the annotations in a document, beside the text itself."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGroupBox, QPushButton, QWidget

from reviewer.ui.spans import Span, SpanIndex, spoken
from reviewer.ui.views.reading_view import ReadingView
from reviewer.ui.views.span_places import place_spans
from reviewer.ui.views.text_geometry import ShownBlock, around

MOST = 100
"""Annotations in sight that are told one by one; the list beside the document has them all."""
_QUOTED = 120  # characters of a quote: a reader stops at a name, not in it
_PAUSE_MS = 100


class AnnotationsAloud(QObject):
    """Tells what the caret is in, and puts an unseen button over each annotation in sight.

    The buttons are made only while a screen reader listens. Neither the mouse nor Tab finds them:
    a reader walks through them as parts of the document, and presses them.
    """

    chosen = Signal(str)  # annotation id

    def __init__(self, view: ReadingView, index: Callable[[], SpanIndex]) -> None:
        super().__init__(view)
        self._view, self._index = view, index
        self._group: _Group | None = None
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self.lay)
        view.overlays.append(self._painted)

    def describe(self) -> None:
        """Let the document's description tell the annotations at the caret; announce new ones."""
        told = spoken(self.at_caret())
        if not self._view.canonical() or told == self._view.accessibleDescription():
            return
        self._view.setAccessibleDescription(told)
        if told and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, told))

    def at_caret(self) -> list[Span]:
        """Annotations of the characters on both sides of the caret."""
        caret = self._view.caret()
        return self._index().overlapping(max(0, caret - 1), caret + 1)

    def lay(self) -> None:
        """Put the buttons where the annotations show now; none if nobody listens."""
        if not QAccessible.isActive():
            if self._group is not None:
                self._group.deleteLater()
                self._group = None
            return
        if self._group is None:
            self._group = _Group(self._view)
            self._group.chosen.connect(self.chosen)
        view = self._view
        room = QRectF(view.viewport().rect())
        placed = place_spans(self._index(), view.visible_blocks(), view.shown_text, room)
        self._group.setGeometry(view.viewport().geometry())
        self._group.show_spans(
            (span, around(boxes) & room, self._name(span)) for span, boxes in placed[:MOST]
        )

    def _name(self, span: Span) -> str:
        quote = " ".join(self._view.canonical()[span.start : span.end].split())
        short = quote if len(quote) <= _QUOTED else quote[: _QUOTED - 1] + "…"
        return " · ".join([f"“{short}”", *filter(None, span.label.split("\n"))])

    def _painted(self, _on: QPainter, _blocks: Sequence[ShownBlock], _clip: QRectF) -> None:
        # Whatever moves an annotation paints it anew; no signal tells of all that.
        if (QAccessible.isActive() or self._group is not None) and not self._soon.isActive():
            self._soon.start()


class _Group(QGroupBox):
    """Over the text of a view, as large as what is seen of it, and seen by nobody."""

    chosen = Signal(str)

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.setAccessibleName("Annotations in sight")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._buttons: dict[str, _Button] = {}
        self.lower()
        self.show()

    def show_spans(self, wanted: Iterable[tuple[Span, QRectF, str]]) -> None:
        """A button for each of these spans, with its place and its name, in this order."""
        old, self._buttons = self._buttons, {}
        for span, place, name in wanted:
            button = old.pop(span.id, None) or self._made(span.id)
            button.setGeometry(place.toAlignedRect())
            if button.accessibleName() != name:
                button.setAccessibleName(name)
            self._buttons[span.id] = button
        for gone in old.values():
            gone.hide()
            gone.deleteLater()
        children = [one for one in self.children() if one in self._buttons.values()]
        if children != list(self._buttons.values()):
            for button in self._buttons.values():
                button.raise_()  # a reader goes by the order of children

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nothing."""

    def _made(self, span_id: str) -> "_Button":
        button = _Button(self)
        button.clicked.connect(lambda: self.chosen.emit(span_id))
        button.show()
        return button


class _Button(QPushButton):
    """An annotation to those who do not see it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nothing."""
