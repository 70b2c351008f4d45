"""Draws a passage in a list: its quote, below it where it belongs, and its value at the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reviewer.ui.chips import paint_chip
from reviewer.ui.metrics import grid
from reviewer.ui.models.row_roles import RowRole
from reviewer.ui.theme import shade
from reviewer.ui.views.row_delegate import paint_row_ground

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_MOST_COLOURS = 4
_VALUE_SHARE = 0.8


class PassageDelegate(QStyledItemDelegate):
    """Rows are all of one height, so that a list of 10,000 opens at once."""

    def __init__(self, view: QWidget, quote_lines: int = 1) -> None:
        super().__init__(view)
        self._view = view
        self._quote_lines = quote_lines

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        metrics = option.fontMetrics
        lines = self._quote_lines + 1
        pad = grid(metrics)
        return QSize(metrics.height() * 8, lines * metrics.lineSpacing() + 3 * pad)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        paint_row_ground(painter, option)
        row = _RowPainter(painter, option, index, self._view)
        row.paint(self._quote_lines)
        painter.restore()


class _RowPainter:
    """One row while it is being drawn."""

    def __init__(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        view: QWidget,
    ) -> None:
        self.painter = painter
        self.index = index
        self.view = view
        self.rect: QRect = option.rect
        self.state = option.state
        self.font = QFont(option.font)
        self.metrics = QFontMetrics(self.font)
        self.selected = bool(self.state & QStyle.StateFlag.State_Selected)
        palette = view.palette()
        self.ink = palette.color(
            QPalette.ColorRole.HighlightedText if self.selected else QPalette.ColorRole.Text
        )
        self.quiet = self.ink if self.selected else shade("muted", view)

    def paint(self, quote_lines: int) -> None:
        pad, line = grid(self.metrics), self.metrics.lineSpacing()
        inner = self.rect.adjusted(3 * pad, pad * 5 // 4, -3 * pad, -pad * 5 // 4)
        first = QRect(inner.left(), inner.top(), inner.width(), line)
        left = self._marks(first)
        quote = inner.adjusted(0, 0, left - inner.right() - (pad if left < inner.right() else 0), 0)
        quote.setHeight(quote_lines * line)
        self._quote(quote, quote_lines)
        last = QRect(inner.left(), inner.bottom() + 1 - line, inner.width(), line)
        self._detail(last.adjusted(0, 0, -self._value(last), 0))

    def _marks(self, line: QRect) -> int:
        """Draws the marks from the right; returns where the quote has to end."""
        right = line.right()
        count, still_open = self._number(RowRole.RELATIONS), self._number(RowRole.OPEN)
        if self.index.data(RowRole.PICKED):
            right = self._badge(line, right, "✓ side", filled=False)
        if still_open:
            right = self._badge(line, right, f"⇄ {still_open}", filled=True)
        if count - still_open > 0:
            right = self._badge(line, right, f"⇄ {count - still_open}", filled=False)
        return self._note(line, right) if self.index.data(RowRole.HAS_NOTE) else right

    def _badge(self, line: QRect, right: int, text: str, *, filled: bool) -> int:
        """Filled means that something waits for a decision; colour is not the only sign."""
        pad = grid(self.metrics)
        width = self.metrics.horizontalAdvance(text) + (2 * pad if filled else 0)
        box = QRect(right - width, line.top(), width, line.height())
        if filled:
            self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(shade("warning", self.view))
            self.painter.drawRoundedRect(box, pad, pad)
        self.painter.setPen(shade("base", self.view) if filled else self.quiet)
        self.painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
        return box.left() - pad

    def _note(self, line: QRect, right: int) -> int:
        """A sheet with two lines of writing."""
        high = self.metrics.ascent() * 0.8
        wide = high * 0.8
        sheet = QRectF(right - wide, line.top() + (line.height() - high) / 2, wide, high)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(self.quiet, max(1.0, high / 11)))
        self.painter.drawRect(sheet)
        for share in (0.36, 0.64):
            y = sheet.top() + high * share
            self.painter.drawLine(
                QPointF(sheet.left() + wide * 0.25, y), QPointF(sheet.right() - wide * 0.25, y)
            )
        return int(sheet.left()) - grid(self.metrics)

    def _quote(self, rect: QRect, lines: int) -> None:
        self.painter.setPen(self.ink)
        text = str(self.index.data(Qt.ItemDataRole.DisplayRole))
        top = rect.top()
        for piece in _wrapped(text, self.font, rect.width(), lines):
            box = QRect(rect.left(), top, rect.width(), self.metrics.lineSpacing())
            elided = self.metrics.elidedText(piece, Qt.TextElideMode.ElideRight, rect.width())
            self.painter.drawText(box, _LEFT, elided)
            top += self.metrics.lineSpacing()

    def _value(self, line: QRect) -> int:
        """Draws the value at the right; returns the width that it takes."""
        value = self.index.data(RowRole.VALUE)
        if not value:
            return 0
        bold = QFont(self.font)
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        room = int(line.width() * _VALUE_SHARE)
        text = metrics.elidedText(str(value), Qt.TextElideMode.ElideRight, room)
        self.painter.setFont(bold)
        self.painter.setPen(self.ink)
        self.painter.drawText(line, _RIGHT, text)
        self.painter.setFont(self.font)
        return metrics.horizontalAdvance(text) + 2 * grid(self.metrics)

    def _detail(self, line: QRect) -> None:
        left = line.left()
        spot = max(6, round(self.metrics.ascent() * 0.7))
        for colour in (self.index.data(RowRole.COLOURS) or ())[:_MOST_COLOURS]:
            mark = QRectF(left, line.top() + (line.height() - spot) / 2, spot, spot)
            paint_chip(self.painter, mark, colour, self.view)
            left += spot + 3
        box = line.adjusted(left - line.left() + (3 if left > line.left() else 0), 0, 0, 0)
        self.painter.setPen(self.quiet)
        detail = str(self.index.data(RowRole.DETAIL) or "")
        self.painter.drawText(
            box, _LEFT, self.metrics.elidedText(detail, Qt.TextElideMode.ElideRight, box.width())
        )

    def _number(self, role: RowRole) -> int:
        return int(self.index.data(role) or 0)


def _wrapped(text: str, font: QFont, width: int, lines: int) -> list[str]:
    """At most ``lines`` pieces; the last holds all that is left, to be elided."""
    if lines == 1:
        return [text]
    layout = QTextLayout(text, font)
    pieces: list[str] = []
    layout.beginLayout()
    while len(pieces) < lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width))
        # Qt counts UTF-16 units: cut in those.
        start, length = line.textStart(), line.textLength()
        units = text.encode("utf-16-le")
        last = len(pieces) == lines - 1
        cut = units[2 * start :] if last else units[2 * start : 2 * (start + length)]
        pieces.append(cut.decode("utf-16-le", "replace").strip())
    layout.endLayout()
    return pieces
