"""Where text is on the screen, and what text is at a point, for what is visible only."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QMouseEvent, QTextBlock, QTextLine

from reviewer.ui.views.reading_layout import ReadingLayout, cursor_x

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block of the view at ``top`` pixels in the viewport."""

    block: QTextBlock
    top: float
    height: float

    @property
    def first(self) -> int:
        """Position in the view's text."""
        return self.block.position()

    @property
    def last(self) -> int:
        """Position after its last unit."""
        return self.block.position() + self.block.length() - 1

    def lines(self) -> Iterator[tuple[QTextLine, QRectF]]:
        """Its lines with the rectangles that their text takes in the viewport."""
        layout = self.block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            yield line, line.naturalTextRect().translated(0, self.top)


def shown_blocks(
    layout: ReadingLayout, block: QTextBlock, at: float, band: tuple[float, float]
) -> list[ShownBlock]:
    """The blocks of which something is in ``band``; ``block``, which is near, stands at ``at``."""
    top, bottom = band
    while at > top and block.previous().isValid():
        block = block.previous()
        at -= layout.blockBoundingRect(block).height()
    shown = []
    while block.isValid() and at <= bottom:
        height = layout.blockBoundingRect(block).height()
        if at + height >= top:
            shown.append(ShownBlock(block, at, height))
        at += height
        block = block.next()
    return shown


def rects(shown: ShownBlock, start: int, end: int, clip: QRectF) -> Iterator[QRectF]:
    """Rectangles, one a line or more where directions mix, of positions ``[start, end)``."""
    a, b = max(start, shown.first) - shown.first, min(end, shown.last) - shown.first
    if a >= b:
        return
    layout = shown.block.layout()
    text = shown.block.text()
    mixed = not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None
    for number in range(layout.lineForTextPosition(a).lineNumber(), layout.lineCount()):
        line = layout.lineAt(number)
        begin, stop = line.textStart(), line.textStart() + line.textLength()
        top = line.y() + shown.top
        if begin >= b or top > clip.bottom() + 2 * line.height():
            return
        if top + 3 * line.height() < clip.top():
            continue
        for left, right in _runs(line, max(a, begin), min(b, stop), mixed):
            yield QRectF(left, top, right - left, line.height())


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


def _runs(line: QTextLine, start: int, end: int, mixed: bool) -> Iterator[tuple[float, float]]:
    if not mixed:
        stop = line.textStart() + line.textLength()
        right = line.naturalTextRect().right() if end == stop else cursor_x(line, end)
        yield cursor_x(line, start), right
        return
    # Where directions mix, text that runs on is not one piece on the screen: join the boxes of
    # single characters as far as they touch.
    edge = QTextLine.Edge.Trailing
    boxes = sorted(sorted((cursor_x(line, n), cursor_x(line, n, edge))) for n in range(start, end))
    left, right = boxes[0]
    for low, high in boxes[1:]:
        if low > right + 1:
            yield left, right
            left = low
        right = max(right, high)
    yield left, right
