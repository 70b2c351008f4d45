"""Draws what a search found: two lines of the words, the found ones bold, and the source below."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer.domain.views import Hit, HitKind
from reviewer.ui.metrics import SMALL, grid, scaled
from reviewer.ui.models.look import Ask, Run
from reviewer.ui.views.row_delegate import paint_line, paint_row_ground, run_colour

Index = QModelIndex | QPersistentModelIndex

_LINES = 2


class HitDelegate(QStyledItemDelegate):
    """Headings of groups are lower than hits."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        step, line = grid(option.fontMetrics), option.fontMetrics.height()
        small = QFontMetrics(scaled(option.font, SMALL)).height()
        row = index.data(Ask.VALUE)
        if not isinstance(row, Hit):
            return QSize(0, small + 4 * step)
        layout = _laid_out(row, option.font, _text_width(option))
        lines = min(_LINES, layout.lineCount())
        title = 0 if row.kind is HitKind.SOURCE else small
        return QSize(0, lines * line + title + 3 * step)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Ask.VALUE)
        step = grid(option.fontMetrics)
        box = option.rect.adjusted(3 * step, round(1.5 * step), -3 * step, 0)
        painter.save()
        if isinstance(row, Hit):
            self._paint_hit(painter, option, row, box)
        else:
            painter.setFont(scaled(option.font, SMALL, bold=True))
            heading = QRect(box.left(), option.rect.bottom() - box.height(), box.width(), 0)
            heading.setBottom(option.rect.bottom() - step)
            paint_line(painter, heading, (Run(str(row)),), option.widget, chosen=False)
        painter.restore()

    @staticmethod
    def _paint_hit(painter: QPainter, option: QStyleOptionViewItem, hit: Hit, box: QRect) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_row_ground(painter, option)
        painter.setPen(run_colour("text", option.widget, chosen=chosen))
        layout = _laid_out(hit, option.font, _text_width(option))
        top = float(box.top())
        for i in range(min(_LINES, layout.lineCount())):
            line = layout.lineAt(i)
            line.draw(painter, QPointF(box.left(), top - line.y()))
            top += line.height()
        if hit.kind is not HitKind.SOURCE:
            painter.setFont(scaled(option.font, SMALL))
            title = QRect(box.left(), round(top), box.width(), painter.fontMetrics().height())
            paint_line(painter, title, (Run(hit.title),), option.widget, chosen)


def _text_width(option: QStyleOptionViewItem) -> int:
    """The same with and without a scroll bar, for the heights of rows are asked before it comes."""
    view = option.widget
    bar = view.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
    return view.width() - bar - 6 * grid(option.fontMetrics)


def _laid_out(hit: Hit, font: QFont, width: int) -> QTextLayout:
    """The snippet on lines of ``width`` pixels, with what was found in bold."""
    snippet, marks = fitted(hit)
    layout = QTextLayout(snippet, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    ranges = []
    for start, end in marks:
        made = QTextLayout.FormatRange()
        made.start, made.format = _units(snippet[:start]), bold
        made.length = _units(snippet[start:end])
        ranges.append(made)
    layout.setFormats(ranges)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def fitted(hit: Hit) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The snippet on one line, from shortly before its first mark, and the marks in it.

    A long run before what was found would push it out of the two lines that are shown.
    """
    text = "".join(" " if char.isspace() else char for char in hit.snippet)
    first = hit.marks[0][0] if hit.marks else 0
    cut = text.rfind(" ", 0, max(0, first - _LEAD)) + 1 if first > _LEAD else 0
    lead = "… " if cut else ""
    shift = len(lead) - cut
    return lead + text[cut:], tuple((a + shift, b + shift) for a, b in hit.marks if a >= cut)


_LEAD = 40


def _units(text: str) -> int:
    """UTF-16 code units, as Qt counts."""
    return len(text.encode("utf-16-le")) // 2
