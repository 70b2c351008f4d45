"""The values of a topic by time: a drawing that answers to the pointer and to the keys."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontInfo,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from reviewer.exchange.drawing import USUAL, Drawing, Spot
from reviewer.exchange.layout import Timeline
from reviewer.exchange.timeline_picture import WIDTH, timeline_drawing
from reviewer.ui.drawing_paint import DrawingPainter
from reviewer.ui.metrics import em, grid
from reviewer.ui.theme import shade
from reviewer.ui.views.focus_ring import paint_focus_ring
from reviewer.ui.views.ground import on_paper

Undated = tuple[tuple[str, str], ...]  # annotation ids and words
_STEPS = {
    Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1,
}  # fmt: skip
_LEAST = 360.0  # units: in less, nothing could be told from anything


class TimelineView(QAbstractScrollArea):
    """Arrow keys go from value to value, Enter and a double click jump to the passage."""

    jump_requested = Signal(str)  # annotation id
    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timelines: tuple[Timeline, ...] = ()
        self._undated: Undated = ()
        self._current = ""
        self._drawing: Drawing | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Timeline")
        self.setToolTip("")
        self.viewport().setMouseTracking(True)
        on_paper(self.viewport())

    def set_values(self, title: str, timelines: tuple[Timeline, ...], undated: Undated) -> None:
        """What is said on one topic."""
        self._timelines, self._undated = timelines, undated
        self.setAccessibleName(f"Timeline of {title}" if title else "Timeline")
        self._draw()
        if self._current not in self._keys():
            self._current = ""
        self._tell()

    @property
    def current_key(self) -> str:
        """The annotation of the value that is chosen, or empty."""
        return self._current

    def drawing(self, width: float = WIDTH) -> Drawing | None:
        """The picture at a width in units, or none where there is nothing."""
        if not self._timelines and not self._undated:
            return None
        return timeline_drawing(self._timelines, self._undated, width=width)

    def choose(self, key: str) -> None:
        """Make a value current and bring it into view."""
        self._current = key
        if self._drawing is not None and key:
            area = next(self._area(s) for s in self._drawing.spots() if s.key == key)
            bar, margin = self.verticalScrollBar(), grid(self, 2)
            if area.top() < 0:
                bar.setValue(round(bar.value() + area.top() - margin))
            elif area.bottom() > self.viewport().height():
                bar.setValue(round(bar.value() + area.bottom() - self.viewport().height() + margin))
        self.viewport().update()
        self._tell()

    def _keys(self) -> list[str]:
        spots = self._drawing.spots() if self._drawing else ()
        return list(dict.fromkeys(spot.key for spot in spots))

    def _told(self, key: str) -> str:
        spots = self._drawing.spots() if self._drawing else ()
        return next((spot.told for spot in spots if spot.key == key), "")

    def _tell(self) -> None:
        """All values in words for those who do not see them; the chosen one once there is one."""
        told = self._told(self._current) or "; ".join(map(self._told, self._keys()))
        self.setAccessibleDescription(told)
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )

    # Where things are

    def _scale(self) -> float:
        return QFontInfo(self.font()).pixelSize() / USUAL

    def _margin(self) -> int:
        return grid(self, 4)

    def _area(self, spot: Spot) -> QRectF:
        scale, margin = self._scale(), self._margin()
        x, y, wide, high = (part * scale for part in spot.area)
        return QRectF(x + margin, y + margin - self.verticalScrollBar().value(), wide, high)

    def _spot_at(self, where: QPointF) -> Spot | None:
        spots = self._drawing.spots() if self._drawing else ()
        return next((spot for spot in spots if self._area(spot).contains(where)), None)

    def _draw(self) -> None:
        room = (self.viewport().width() - 2 * self._margin()) / self._scale()
        self._drawing = self.drawing(max(_LEAST, room))
        high = self._drawing.height * self._scale() + 2 * self._margin() if self._drawing else 0
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(em(self, 2))
        bar.setRange(0, max(0, round(high) - self.viewport().height()))
        self.viewport().update()

    # Events

    def sizeHint(self) -> QSize:
        return QSize(em(self, 30), em(self, 16))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(self, 8), em(self, 3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._draw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if self._drawing is not None:
            self._paint_current(painter)
            painter.translate(self._margin(), self._margin() - self.verticalScrollBar().value())
            DrawingPainter(
                painter, self.font(), self._scale(), lambda role: shade(role, self)
            ).paint(self._drawing)
            painter.resetTransform()
        if self.hasFocus():
            paint_focus_ring(painter, self.viewport())
        painter.end()

    def _paint_current(self, painter: QPainter) -> None:
        assert self._drawing is not None
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for spot in self._drawing.spots():
            if spot.key == self._current:
                painter.setPen(QPen(shade("accent", self), 1))
                painter.setBrush(shade("hover", self))
                box = self._area(spot).adjusted(-2, 0, 2, 0)
                painter.drawRoundedRect(box, grid(self), grid(self))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            spot = self._spot_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), spot.told if spot else "", self)
            return True
        return super().viewportEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        shape = Qt.CursorShape.PointingHandCursor
        over = self._spot_at(event.position())
        self.viewport().setCursor(shape if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position())
        self.choose(spot.key if spot else "")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if spot := self._spot_at(event.position()):
            self.jump_requested.emit(spot.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, key = self._keys(), Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current:
            self.jump_requested.emit(self._current)
        elif key in _STEPS and keys:
            here = keys.index(self._current) if self._current else -1 if _STEPS[key] > 0 else 0
            self.choose(keys[(here + _STEPS[key]) % len(keys)])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and keys:
            self.choose(keys[0 if key == Qt.Key.Key_Home else -1])
        else:
            super().keyPressEvent(event)

    def centre_of(self, key: str) -> QPoint:
        """Where a value is shown in the viewport."""
        assert self._drawing is not None
        return next(self._area(s).center().toPoint() for s in self._drawing.spots() if s.key == key)
