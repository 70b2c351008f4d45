"""Draws what lies behind the text itself: panels, bars and bullets by the kind of block."""

from collections.abc import Callable, Sequence
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextBlock

from reviewer.domain.document import Block, BlockKind
from reviewer.ui.views.reading_layout import MARKER, ReadingLayout
from reviewer.ui.views.reading_style import style_of
from reviewer.ui.views.text_geometry import ShownBlock

_FRAMED = {BlockKind.METADATA, BlockKind.CODE, BlockKind.QUOTE}


class BlockPainter:
    """Draws the ground of some blocks with one painter, in viewport pixels."""

    def __init__(
        self, painter: QPainter, layout: ReadingLayout, role: Callable[[str], QColor]
    ) -> None:
        self._painter, self._layout, self._role = painter, layout, role
        self._em = layout.reading.em

    def paint(self, blocks: Sequence[ShownBlock]) -> None:
        """Draw the ground of visible blocks, of which those of one kind make one panel."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        owned = [(self._layout.block_of(shown.block), shown) for shown in blocks]
        for kind, lines in groupby(owned, key=lambda pair: _framed(pair[0])):
            if kind is not None:
                self._frame(kind, [shown for _, shown in lines])
        for owner, shown in owned:
            if owner and owner.kind is BlockKind.LIST_ITEM:
                self._bullet(owner, shown)
            elif owner and owner.kind is BlockKind.TABLE_ROW:
                self._rule(shown)

    def _frame(self, kind: BlockKind, lines: Sequence[ShownBlock]) -> None:
        texts = [rect for shown in lines for _, rect in shown.lines()]
        if not texts:
            return
        column, em = self._layout.column, self._em
        top, bottom = min(t.top() for t in texts), max(t.bottom() for t in texts)
        # A frame goes on beyond the view if its kind does.
        top -= 2 * em * self._is(lines[0].block.previous(), kind)
        bottom += 2 * em * self._is(lines[-1].block.next(), kind)
        pad = em * (0.6 if kind is BlockKind.METADATA else 0.4)
        self._painter.setPen(Qt.PenStyle.NoPen)
        if kind is BlockKind.QUOTE:
            self._painter.setBrush(self._role("border"))
            bar = QRectF(column.left + em * 0.35, top, max(2.0, em * 0.16), bottom - top)
            self._painter.drawRoundedRect(bar, 1, 1)
            return
        self._painter.setBrush(self._role("alternate"))
        left = column.left - (em * 0.5 if kind is BlockKind.METADATA else 0)
        right = column.left + column.width + em * 0.5
        panel = QRectF(left, top - pad, right - left, bottom - top + 2 * pad)
        self._painter.drawRoundedRect(panel, 4, 4)

    def _is(self, block: QTextBlock, kind: BlockKind) -> bool:
        return block.isValid() and _framed(self._layout.block_of(block)) is kind

    def _bullet(self, owner: Block, shown: ShownBlock) -> None:
        """Only where the text has no marker of its own."""
        line = next(shown.lines(), None)
        if line is None or self._layout.goes_on(shown.block) or MARKER.match(shown.block.text()):
            return
        x = self._layout.column.left + (style_of(owner).indent - 0.7) * self._em
        radius = max(1.5, self._em * 0.14)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._role("muted"))
        self._painter.drawEllipse(QPointF(x, line[1].center().y()), radius, radius)

    def _rule(self, shown: ShownBlock) -> None:
        column, y = self._layout.column, shown.top + shown.height + round(self._em * 0.2)
        self._painter.fillRect(QRectF(column.left, y, column.width, 1), self._role("border"))


def _framed(owner: Block | None) -> BlockKind | None:
    return owner.kind if owner and owner.kind in _FRAMED else None
