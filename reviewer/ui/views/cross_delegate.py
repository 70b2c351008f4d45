"""Draws the cells of a table against sources: names, values with their grades, bars."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reviewer.domain.overview import Standing
from reviewer.ui.metrics import SMALL, grid, scaled
from reviewer.ui.models.cross_table import CountLook, TagLook, TopicLook, ValueLook
from reviewer.ui.models.look import Ask, Run
from reviewer.ui.theme import shade, tag_shade
from reviewer.ui.views.row_delegate import paint_line, run_colour

_Flag = QStyle.StateFlag
_GAP = "\N{EN DASH}"
_MARKS = {Standing.OPEN: "≠ open", Standing.SETTLED: "≠ settled"}


class CrossDelegate(QStyledItemDelegate):
    """One height for every row: two lines, or one where there are only bars."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        lines = 1 if isinstance(index.data(Ask.LOOK), TagLook | CountLook) else 2
        return QSize(0, row_height(option.widget, lines))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look = index.data(Ask.LOOK)
        painter.save()
        _paint_ground(painter, option, is_name=index.column() == 0)
        match look:
            case TopicLook():
                under = Run(look.under, "warning" if look.waits else "muted")
                _paint_two(painter, option, Run(look.title, "text"), under)
            case ValueLook():
                _paint_value(painter, option, look)
            case TagLook():
                _paint_tag(painter, option, look)
            case CountLook():
                _paint_count(painter, option, look)
        painter.restore()


def row_height(widget: QWidget, lines: int) -> int:
    """Of all rows, whatever is in them."""
    small = QFontMetrics(scaled(widget.font(), SMALL)).height()
    step = grid(widget)
    return widget.fontMetrics().height() + (lines - 1) * (small + step // 2) + 3 * step


def _chosen(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & _Flag.State_Selected)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, *, is_name: bool) -> None:
    widget, rect = option.widget, option.rect
    ground = "selection" if _chosen(option) else "window" if is_name else "base"
    if option.state & _Flag.State_MouseOver and not _chosen(option):
        ground = "hover"
    painter.fillRect(rect, shade(ground, widget))
    painter.setPen(shade("border", widget))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    if is_name:
        painter.drawLine(rect.topRight(), rect.bottomRight())
    if option.state & _Flag.State_HasFocus:
        painter.setPen(shade("accent", widget))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.drawRect(rect.adjusted(1, 1, -2, -2))


def _paint_two(painter: QPainter, option: QStyleOptionViewItem, first: Run, second: Run) -> None:
    step, chosen = grid(option.fontMetrics), _chosen(option)
    box = option.rect.adjusted(2 * step, round(1.5 * step), -2 * step, 0)
    line = QRect(box.left(), box.top(), box.width(), option.fontMetrics.height())
    painter.setFont(option.font)
    paint_line(painter, line, (first,), option.widget, chosen)
    painter.setFont(scaled(option.font, SMALL))
    high = painter.fontMetrics().height()
    below = QRect(box.left(), line.bottom() + 1 + step // 2, box.width(), high)
    paint_line(painter, below, (second,), option.widget, chosen)


def _paint_value(painter: QPainter, option: QStyleOptionViewItem, look: ValueLook) -> None:
    if not look.text:
        painter.setPen(run_colour("faint", option.widget, chosen=_chosen(option)))
        inner = option.rect.adjusted(2 * grid(option.fontMetrics), 0, 0, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, _GAP)
        return
    more = f" +{look.more}" if look.more else ""
    mark = _MARKS.get(look.standing, "")
    words = " · ".join(filter(None, [mark, look.under]))
    role = "warning" if look.standing is Standing.OPEN else "muted"
    _paint_two(painter, option, Run(f"{look.text}{more}", "text"), Run(words, role))


def _paint_tag(painter: QPainter, option: QStyleOptionViewItem, look: TagLook) -> None:
    step, chosen = grid(option.fontMetrics), _chosen(option)
    box = option.rect.adjusted(2 * step, 0, -2 * step, 0)
    side = option.fontMetrics.height() // 2
    swatch = QRect(box.left(), box.center().y() - side // 2, side, side)
    painter.fillRect(swatch, tag_shade(look.colour, option.widget))
    box.setLeft(swatch.right() + 2 * step)
    painter.setFont(option.font)
    words = (Run(look.path, "text"), Run(f"  {look.total:,}"))
    paint_line(painter, box, words, option.widget, chosen)


def _paint_count(painter: QPainter, option: QStyleOptionViewItem, look: CountLook) -> None:
    if not look.number:
        return
    step, chosen = grid(option.fontMetrics), _chosen(option)
    box = option.rect.adjusted(2 * step, 0, -2 * step, 0)
    figures = option.fontMetrics.horizontalAdvance("00,000")
    room = max(step, box.width() - figures - step)
    side = option.fontMetrics.height() // 2
    bar = QRectF(box.left(), box.center().y() - side / 2, max(2.0, room * look.share), side)
    colour = QColor(tag_shade(look.colour, option.widget))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(bar, 2, 2)
    painter.setFont(option.font)
    words = QRect(round(bar.right()) + step, box.top(), figures, box.height())
    paint_line(painter, words, (Run(f"{look.number:,}", "text"),), option.widget, chosen)
