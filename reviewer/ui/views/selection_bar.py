"""The bar that appears beside a selection and offers what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QWidget

from reviewer.domain.records import Tag
from reviewer.ui.chips import paint_chip
from reviewer.ui.theme import shade

_NOTE, _MORE = "N", "T"
_NUMBERS = "123456789"


class BarButton(QAbstractButton):
    """A key and a name, for a tag with a swatch of its colour between them."""

    def __init__(self, key: str, name: str, colour: str | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.key, self._name, self._colour = key, name, colour
        self._is_brief = False
        self.setAccessibleName(f"Tag as {name}, key {key}" if colour else f"{name}, key {key}")
        self.setToolTip(f"{name} ({key})")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_brief(self, *, brief: bool) -> None:
        """Only key and mark, where there is no room for names; a key without a mark keeps its."""
        self._is_brief = brief and self._colour is not None
        self.update()

    def sizeHint(self) -> QSize:
        em = self.fontMetrics().height()
        swatch = round(em * 1.1) if self._colour else em // 4
        words = 0 if self._is_brief else self.fontMetrics().horizontalAdvance(self._name)
        keys = self.fontMetrics().horizontalAdvance(self.key)
        return QSize(keys + swatch + words + round(em * 1.1), round(em * 1.75))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        em, box = self.fontMetrics().height(), QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.isDown():
            painter.setBrush(shade("hover", self))
        outline = QPen(shade("accent", self), 2) if self.hasFocus() else Qt.PenStyle.NoPen
        painter.setPen(outline)
        painter.drawRoundedRect(box, 4, 4)
        x, middle = em // 2, self.height() // 2
        painter.setPen(shade("muted", self))
        keys = self.fontMetrics().horizontalAdvance(self.key)
        upright = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(QRect(x, 0, keys, self.height()), upright, self.key)
        x += keys + em // 4
        if self._colour:
            size = round(em * 0.55)
            box = QRectF(x, middle - size / 2, size, size)
            paint_chip(painter, box, self._colour, self)
            x += round(em * 0.8)
        if self._is_brief:
            return
        painter.setPen(shade("text", self))
        room = self.width() - x - em // 4
        shown = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(x, 0, room, self.height()), upright, shown)


class SelectionBar(QFrame):
    """Tags that have a key, then note and more; flows onto further rows where it is narrow."""

    tag_chosen = Signal(str)
    note_chosen = Signal()
    more_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tags: dict[str, str] = {}
        self._buttons: list[BarButton] = []
        self.setAccessibleName("Tag the selection")
        self.set_tags(())
        self.hide()

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """Offer those of the tags that have a key, in the order of their keys."""
        keyed = sorted((tag for tag in tags if tag.key), key=lambda tag: tag.key)
        self._tags = {tag.key: tag.id for tag in keyed}
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [BarButton(tag.key, tag.name, tag.colour, self) for tag in keyed]
        self._buttons += [
            BarButton(_NOTE, "Note", None, self),
            BarButton(_MORE, "More tags …" if tags else "New tag …", None, self),
        ]
        before: QWidget = self.parentWidget() or self
        for button in self._buttons:
            button.clicked.connect(lambda _on=False, key=button.key: self.take_key(key))
            button.show()
            self.setTabOrder(before, button)  # Tab goes from the text straight to the bar
            before = button

    def answers(self, key: str) -> bool:
        """Whether a key typed while there is a selection means something here."""
        return key.upper() in {*_NUMBERS, *self._tags, _NOTE, _MORE}

    def take_key(self, key: str) -> None:
        """Do what the key stands for; a number that no tag has yet offers to choose one."""
        if key.upper() == _NOTE:
            self.note_chosen.emit()
        elif key in self._tags:
            self.tag_chosen.emit(self._tags[key])
        else:
            self.more_requested.emit()

    def fit(self, width: int, height: int) -> QSize:
        """Flow the buttons into at most ``width`` pixels, and take the size that this needs.

        If that is higher than ``height``, the tags are told by their keys and marks alone.
        """
        for brief in (False, True):
            for button in self._buttons:
                button.set_brief(brief=brief)
            if self._flow(width).height() <= height:
                break
        return self.size()

    def _flow(self, width: int) -> QSize:
        pad = max(4, self.fontMetrics().height() // 4)
        x = y = pad
        widest = row = 0
        for button in self._buttons:
            size = button.sizeHint().boundedTo(QSize(max(1, width - 2 * pad), 10_000))
            if x > pad and x + size.width() + pad > width:
                x, y = pad, y + row
            button.setGeometry(QRect(QPoint(x, y), size))
            x, row = x + size.width(), size.height()
            widest = max(widest, x)
        self.resize(widest + pad, y + row + pad)
        return self.size()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif self.answers(event.text()):
            self.take_key(event.text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(shade("control", self))
        painter.setBrush(shade("panel", self))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def place_beside(selection: QRect, size: QSize, room: QRect, gap: int) -> QPoint | None:
    """Where a bar of ``size`` stands in ``room`` without covering ``selection``, if anywhere.

    Below is best, where the eye is after selecting; then above, to the right, to the left.
    """
    x = min(max(selection.left(), room.left()), room.right() + 1 - size.width())
    y = min(max(selection.top(), room.top()), room.bottom() + 1 - size.height())
    places = (
        QPoint(x, selection.bottom() + gap),
        QPoint(x, selection.top() - gap - size.height()),
        QPoint(selection.right() + gap, y),
        QPoint(selection.left() - gap - size.width(), y),
    )
    return next((place for place in places if room.contains(QRect(place, size))), None)
