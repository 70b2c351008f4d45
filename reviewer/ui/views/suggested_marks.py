"""Suggested claims in a document: a faint dotted line under each, unlike any annotation's."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen

from reviewer.ui.spans import Span, SpanIndex
from reviewer.ui.theme import shade
from reviewer.ui.views.document_view import DocumentView
from reviewer.ui.views.span_places import place_spans
from reviewer.ui.views.text_geometry import ShownBlock, units_at

_TINT = 0.12


class SuggestedMarks(QObject):
    """Belongs to a view, whose ground it paints on; ``clicked`` gives the key of a suggestion."""

    clicked = Signal(str)

    def __init__(self, view: DocumentView) -> None:
        super().__init__(view)
        self._view = view
        self._index = SpanIndex()
        self._selected = ""
        self._pressed: QPointF | None = None
        self.is_shown = True
        view.overlays.append(self.paint)
        view.viewport().installEventFilter(self)

    def set_spans(self, spans: Iterable[Span]) -> None:
        """The suggested claims of the document that is shown."""
        self._index = SpanIndex(spans)
        self._view.viewport().update()

    def set_selected(self, key: str) -> None:
        """Let one stand out; empty for none."""
        self._selected = key
        self._view.viewport().update()

    def set_shown(self, *, shown: bool) -> None:
        """Whether they show at all."""
        self.is_shown = shown
        self._view.viewport().update()

    def paint(self, painter: QPainter, blocks: Sequence[ShownBlock], clip: QRectF) -> None:
        """Underline what lies in these blocks, and tint the one that is selected."""
        if not self.is_shown or not blocks or not len(self._index):
            return
        em = self._view.reading_layout.reading.em
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for span, boxes in place_spans(self._index, blocks, self._view.shown_text, clip):
            selected = span.id == self._selected
            hue = shade("accent" if selected else "control", self._view)
            for box in boxes:
                if selected:
                    tint = shade("accent", self._view)
                    tint.setAlphaF(_TINT)
                    painter.fillRect(box, tint)
                painter.setPen(_dots(hue, max(1.4, em * 0.09)))
                y = box.bottom() + 1.5
                painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def key_at(self, point: QPointF) -> str:
        """The suggestion at a point where no annotation is; empty if there is none."""
        view = self._view
        if not self.is_shown or view.spans_at(point):
            return ""
        y = point.y() - view.line_gap() / 2
        found = units_at(view.visible_blocks(), point.x(), y, whole_line=False)
        if found is None:
            return ""
        start, end = map(view.shown_text.from_view, found)
        there = self._index.overlapping(start, max(end, start + 1))
        return there[0].id if there else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click, not a drag; the view goes on to do with it what it does."""
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            if event.type() == QEvent.Type.MouseButtonPress:
                self._pressed = event.position()
            elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None:
                pressed, self._pressed = self._pressed, None
                near = (event.position() - pressed).manhattanLength() < self._slack()
                if near and (key := self.key_at(event.position())):
                    self.clicked.emit(key)
        return super().eventFilter(watched, event)

    def _slack(self) -> float:
        return self._view.fontMetrics().averageCharWidth()


def _dots(hue: QColor, width: float) -> QPen:
    pen = QPen(hue, width)
    pen.setDashPattern([1, 2.4])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
