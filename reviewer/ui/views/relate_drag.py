"""Dragging from an annotation in one document to an annotation in the other, to relate them."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from reviewer.ui.metrics import grid
from reviewer.ui.spans import Span
from reviewer.ui.theme import shade
from reviewer.ui.views.document_view import DocumentView

_LEFT = Qt.MouseButton.LeftButton


class RelateDrag(QWidget):
    """Lies over both views and lets the mouse through; draws a line while there is a drag.

    Pressing on an annotation and moving selects text as anywhere, until the pointer is over the
    other view; back over its own, the selection goes on. ``dropped`` gives both annotations' ids,
    and whether the drag began on the left.
    """

    dropped = Signal(str, str, bool)

    def __init__(self, left: DocumentView, right: DocumentView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Line of the relation that is being dragged")
        self._views = (left, right)
        self._from: DocumentView | None = None
        self._start = ""
        self._target = ""
        self._tip = QPointF()
        for view in self._views:
            view.installEventFilter(self)
            view.viewport().installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QMouseEvent):
            view = next((v for v in self._views if v.viewport() is watched), None)
            if view and kind == QEvent.Type.MouseButtonPress and event.button() is _LEFT:
                self._begin(view, event.position())
            elif view and kind == QEvent.Type.MouseMove and event.buttons() & _LEFT:
                return self._move(event.globalPosition())
            elif kind == QEvent.Type.MouseButtonRelease and self._from is not None:
                return self._drop()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.isVisible():
            self._give_up()
            return event.key() == Qt.Key.Key_Escape
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._from is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(shade("accent", self), grid(self, 0.5)))
        start = self._boxes(self._from, self._start)
        for box in (*start, *self._boxes(self._other, self._target)):
            painter.drawRoundedRect(box, grid(self, 0.5), grid(self, 0.5))
        near = self._nearest(start)
        path = QPainterPath(near)
        half = QPointF((self._tip.x() - near.x()) / 2, 0)
        path.cubicTo(near + half, self._tip - half, self._tip)
        painter.drawPath(path)
        painter.setBrush(shade("accent" if self._target else "base", self))
        painter.drawEllipse(self._tip, grid(self), grid(self))

    @property
    def _other(self) -> DocumentView:
        return self._views[1] if self._from is self._views[0] else self._views[0]

    def _begin(self, view: DocumentView, at: QPointF) -> None:
        on_handle = view.ends.handle_at(at) is not None  # that drag moves an end
        found = None if on_handle else _innermost(view.spans_at(at))
        self._from = view if found else None
        self._start = found.id if found else ""

    def _move(self, where: QPointF) -> bool:
        """True while the drag is over the other view, whose own move it then is not."""
        if self._from is None:
            return False
        over = self._other.viewport()
        at = QPointF(over.mapFromGlobal(where))
        is_over = QRectF(over.rect()).contains(at)
        found = _innermost(self._other.spans_at(at)) if is_over else None
        self._target = found.id if found and found.id != self._start else ""
        self._tip = QPointF(self.mapFromGlobal(where))
        self.setVisible(is_over)
        if is_over:
            self.raise_()
            self.update()
        return is_over

    def _drop(self) -> bool:
        view, start, target = self._from, self._start, self._target
        is_drop = self.isVisible() and bool(target)
        self._give_up()
        if view is not None and is_drop:
            view.give_up_press()
            self.dropped.emit(start, target, view is self._views[0])
        return is_drop

    def _give_up(self) -> None:
        self._from, self._start, self._target = None, "", ""
        self.hide()

    def _boxes(self, view: DocumentView, span_id: str) -> list[QRectF]:
        shift = QPointF(self.mapFromGlobal(view.viewport().mapToGlobal(QPoint())))
        return [box.translated(shift) for box in view.boxes_of(span_id)]

    def _nearest(self, boxes: list[QRectF]) -> QPointF:
        """Where the line leaves the annotation, or its view while it is scrolled out of sight."""
        assert self._from is not None
        if not boxes:
            return QPointF(self.mapFromGlobal(self._from.mapToGlobal(self._from.rect().center())))
        to_right = self._from is self._views[0]
        box = max(boxes, key=lambda box: box.right() if to_right else -box.left())
        return QPointF(box.right() if to_right else box.left(), box.center().y())


def _innermost(spans: list[Span]) -> Span | None:
    return min(spans, key=lambda span: span.end - span.start, default=None)
