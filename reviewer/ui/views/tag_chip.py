"""One tag: a spot of its colour, its name, and a cross that takes it off."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reviewer.domain.records import Tag
from reviewer.ui.chips import paint_chip
from reviewer.ui.metrics import grid
from reviewer.ui.theme import shade


class TagChip(QAbstractButton):
    """Pressing it (click, Space, Enter, Delete, Backspace) asks to take the tag off."""

    removed = Signal(str)

    def __init__(self, tag: Tag, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tag = tag
        self.setText(tag.name)
        self.setAccessibleName(f"Tag {tag.name}: take off")
        self.setToolTip(f"Take off “{tag.name}”")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.removed.emit(tag.id))

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + 2 * self._spot() + 4 * grid(self, 1.5)
        return QSize(width, metrics.height() + 2 * grid(self, 0.75))

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * self._spot() + 4 * grid(self), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key
        if event.key() in (key.Key_Return, key.Key_Enter, key.Key_Delete, key.Key_Backspace):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = shade("accent" if self.hasFocus() else "border", self)
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
        painter.setBrush(shade("hover" if self.underMouse() else "panel", self))
        painter.drawRoundedRect(frame, grid(self), grid(self))
        self._paint_spot(painter)
        pad, spot = grid(self, 1.5), self._spot()
        room = self.rect().adjusted(2 * pad + spot, 0, -2 * pad - spot, 0)
        elided = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width() + 1
        )
        painter.setPen(shade("text", self))
        painter.drawText(
            room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), elided
        )
        self._paint_cross(painter)
        painter.end()

    def _paint_spot(self, painter: QPainter) -> None:
        spot = self._spot()
        top = (self.height() - spot) / 2
        box = QRectF(grid(self, 1.5), top, spot, spot)
        paint_chip(painter, box, self._tag.colour, self)

    def _paint_cross(self, painter: QPainter) -> None:
        arm = self._spot() * 0.7
        right = self.width() - grid(self, 1.5)
        top = (self.height() - arm) / 2
        box = QRectF(right - arm, top, arm, arm)
        strong = self.underMouse() or self.hasFocus()
        painter.setPen(QPen(shade("text" if strong else "muted", self), max(1.0, arm / 5)))
        painter.drawLine(box.topLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomLeft())

    def _spot(self) -> int:
        return max(6, round(self.fontMetrics().ascent() * 0.7))
