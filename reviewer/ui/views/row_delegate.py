"""Draws a row of a list from its Look: title, lines below, a grade before it, a word after it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reviewer.ui.metrics import SMALL, grid, scaled
from reviewer.ui.models.look import Ask, Line, Look, Run
from reviewer.ui.theme import shade

_Flag = QStyle.StateFlag
_VCENTRE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class RowDelegate(QStyledItemDelegate):
    """Rows of ``lines`` lines below the title; all of one height."""

    def __init__(self, lines: int, *, badge: bool = False, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines, self._badge = lines, badge

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - Qt's signature
    ) -> QSize:
        small = QFontMetrics(scaled(option.font, SMALL))
        step = grid(option.fontMetrics)
        height = option.fontMetrics.height() + self._lines * (small.height() + step // 2)
        return QSize(0, height + 5 * step)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look = index.data(Ask.LOOK)
        if not isinstance(look, Look):
            return
        widget = option.widget
        painter.save()
        paint_row_ground(painter, option)
        chosen = bool(option.state & _Flag.State_Selected)
        step = grid(option.fontMetrics)
        box = option.rect.adjusted(3 * step, round(2.5 * step), -3 * step, 0)
        line = option.fontMetrics.height()
        if self._badge:
            paint_badge(painter, QRect(box.left(), box.top(), line, line), look.badge, option)
            box.setLeft(box.left() + line + 2 * step)
        self._paint_title(painter, option, look, QRect(box.left(), box.top(), box.width(), line))
        small = scaled(option.font, SMALL)
        painter.setFont(small)
        height = QFontMetrics(small).height()
        top = box.top() + line + step // 2
        for words in look.lines:
            paint_line(painter, QRect(box.left(), top, box.width(), height), words, widget, chosen)
            top += height + step // 2
        painter.restore()

    def _paint_title(
        self, painter: QPainter, option: QStyleOptionViewItem, look: Look, box: QRect
    ) -> None:
        chosen = bool(option.state & _Flag.State_Selected)
        if look.aside:
            painter.setFont(scaled(option.font, SMALL))
            width = painter.fontMetrics().horizontalAdvance(look.aside.text)
            place = QRect(box.right() - width, box.top(), width + 1, box.height())
            paint_line(painter, place, (look.aside,), option.widget, chosen)
            box.setRight(place.left() - 2 * grid(option.fontMetrics))
        painter.setFont(option.font)
        paint_line(painter, box, (Run(look.title, "text"),), option.widget, chosen)


def paint_row_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Selection or hover behind a row, and a bar at its left edge where the keyboard is."""
    widget = option.widget
    chosen = bool(option.state & _Flag.State_Selected)
    if chosen or option.state & _Flag.State_MouseOver:
        painter.fillRect(option.rect, shade("selection" if chosen else "hover", widget))
    if option.state & _Flag.State_HasFocus:
        bar = QRect(option.rect)
        bar.setWidth(max(3, grid(option.fontMetrics) * 3 // 4))
        painter.fillRect(bar, shade("accent", widget))


def paint_line(
    painter: QPainter, box: QRect, words: Line, widget: QWidget | None, chosen: bool
) -> None:
    """Runs one after the other on one baseline; the first gives way where they do not fit."""
    metrics = painter.fontMetrics()
    rest = sum(metrics.horizontalAdvance(run.text) for run in words[1:])
    if len(words) > 1 and box.width() - rest < metrics.averageCharWidth() * 5:
        text = words[1].text.removeprefix(" · ")  # nothing of the first could be read
        words = (Run(text, words[1].role), *words[2:])
        rest = sum(metrics.horizontalAdvance(run.text) for run in words[1:])
    left = box.left()
    for i, run in enumerate(words):
        room = max(0, box.width() - rest if i == 0 else box.right() - left + 1)
        text = metrics.elidedText(run.text, Qt.TextElideMode.ElideRight, room)
        painter.setPen(run_colour(run.role, widget, chosen=chosen))
        painter.drawText(QRect(left, box.top(), room, box.height()), _VCENTRE, text)
        left += metrics.horizontalAdvance(text)


def run_colour(role: str, widget: QWidget | None, *, chosen: bool) -> QColor:
    """A role's colour; on a selection everything is in the selection's own ink, to be readable."""
    return shade("selection_text" if chosen else role, widget)


def paint_badge(painter: QPainter, box: QRect, letter: str, option: QStyleOptionViewItem) -> None:
    """A letter in a rounded outline: a grade is a judgement, not a colour of alarm."""
    chosen = bool(option.state & _Flag.State_Selected)
    ink = run_colour("muted", option.widget, chosen=chosen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = box.height() / 4
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setFont(scaled(option.font, SMALL, bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
