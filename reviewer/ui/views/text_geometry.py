"""Where text is on the screen, and what text is at a point, for what is visible only."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from math import inf
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QMouseEvent, QTextBlock, QTextLine

from reviewer.ui.views.reading_layout import ReadingLayout, cursor_x

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")


class Row(NamedTuple):
    """A line of a block: its units within the block, and pixels in the viewport."""

    line: QTextLine
    start: int
    stop: int
    top: float
    height: float
    left: float  # of its text
    right: float


@dataclass(frozen=True)
class ShownBlock:
    """A block of the view at ``top`` pixels in the viewport; what is asked of it is kept."""

    block: QTextBlock
    top: float
    height: float
    first: int  # position in the view's text
    last: int  # position after its last unit

    @cached_property
    def is_mixed(self) -> bool:
        """Whether some of its text is read from right to left."""
        text = self.block.text()
        return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None

    @cached_property
    def rows(self) -> list[Row]:
        """Its lines from top to bottom."""
        rows = []
        for line, text in self.lines():
            start = line.textStart()
            stop, top = start + line.textLength(), line.y() + self.top
            rows.append(Row(line, start, stop, top, line.height(), text.left(), text.right()))
        return rows

    def lines(self) -> Iterator[tuple[QTextLine, QRectF]]:
        """Its lines with the rectangles that their text takes in the viewport."""
        layout = self.block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            yield line, line.naturalTextRect().translated(0, self.top)


def shown_blocks(
    layout: ReadingLayout,
    block: QTextBlock,
    at: float,
    band: tuple[float, float],
    until: int | None = None,
) -> list[ShownBlock]:
    """The blocks of which something is in ``band``; ``block``, which is near, stands at ``at``.

    Those that begin after position ``until`` are left out, if it is given.
    """
    top, bottom = band
    end = inf if until is None else until
    while at > top and block.previous().isValid():
        block = block.previous()
        at -= layout.blockBoundingRect(block).height()
    shown = []
    while block.isValid() and at <= bottom and (first := block.position()) <= end:
        height = layout.blockBoundingRect(block).height()
        if at + height >= top:
            shown.append(ShownBlock(block, at, height, first, first + block.length() - 1))
        at += height
        block = block.next()
    return shown


def rects(shown: ShownBlock, start: int, end: int, clip: QRectF) -> Iterator[QRectF]:
    """Rectangles, one a line or more where directions mix, of positions ``[start, end)``."""
    a, b = max(start, shown.first) - shown.first, min(end, shown.last) - shown.first
    if a >= b:
        return
    rows, mixed = shown.rows, shown.is_mixed
    below = clip.bottom()
    for row in rows[bisect_right(rows, a, key=_stop) :] if len(rows) > 1 else rows:
        if row.start >= b or row.top > below + 2 * row.height:
            return
        if row.top + 3 * row.height < clip.top():
            continue
        if mixed:
            for left, right in _runs(row.line, max(a, row.start), min(b, row.stop)):
                yield QRectF(left, row.top, right - left, row.height)
        else:
            left = row.left if a <= row.start else cursor_x(row.line, a)
            right = row.right if b >= row.stop else cursor_x(row.line, b)
            yield QRectF(left, row.top, right - left, row.height)


def around(boxes: Iterable[QRectF]) -> QRectF:
    """The smallest rectangle that holds all of them; a null one for none."""
    return reduce(QRectF.united, boxes, QRectF())


def line_at(blocks: Sequence[ShownBlock], y: float) -> tuple[ShownBlock, QTextLine] | None:
    """The first line whose text ends below ``y``, else the last; the space above is its own."""
    found = None
    for shown in blocks:
        if found and shown.top + shown.height <= y:
            continue
        for line, rect in shown.lines():
            found = shown, line
            if y < rect.bottom():
                return found
    return found


def units_at(
    blocks: Sequence[ShownBlock], x: float, y: float, *, whole_line: bool
) -> tuple[int, int] | None:
    """Start and end of the character whose box is at this point, None beside all text.

    With ``whole_line`` of all text in the line at this height, however far to the side.
    """
    found = line_at(blocks, y)
    if found is None:
        return None
    shown, line = found
    if whole_line:
        return shown.first + line.textStart(), shown.first + line.textStart() + line.textLength()
    box = line.naturalTextRect().translated(0, shown.top)
    if not (box.left() <= x < box.right() and box.top() - box.height() / 2 <= y < box.bottom()):
        return None
    at = line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
    at = shown.first + min(at, line.textStart() + line.textLength() - 1)
    return at, at + 1


def snapped(
    event: QMouseEvent, blocks: Sequence[ShownBlock], gap: float, height: int
) -> QMouseEvent:
    """The event on the nearest line: Qt takes the ``gap`` between lines for no text at all.

    Above and below the view, of ``height`` pixels, it stays there: dragging out scrolls.
    """
    where = event.position()
    found = line_at(blocks, where.y() - gap / 2)
    if found is None or not 0 <= where.y() <= height:
        return event
    shown, line = found
    top = line.naturalTextRect().top() + shown.top
    y = min(max(where.y(), top + 1), top + line.height() - 1)
    return QMouseEvent(
        event.type(), QPointF(where.x(), y), event.globalPosition(), event.button(),
        event.buttons(), event.modifiers(), event.pointingDevice(),
    )  # fmt: skip


def _stop(row: Row) -> int:
    return row.stop


def _runs(line: QTextLine, start: int, end: int) -> Iterator[tuple[float, float]]:
    """Where directions mix, text that runs on is not one piece on the screen.

    The boxes of single characters are joined as far as they touch.
    """
    edge = QTextLine.Edge.Trailing
    boxes = sorted(sorted((cursor_x(line, n), cursor_x(line, n, edge))) for n in range(start, end))
    left, right = boxes[0]
    for low, high in boxes[1:]:
        if low > right + 1:
            yield left, right
            left = low
        right = max(right, high)
    yield left, right
