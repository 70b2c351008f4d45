"""Where annotations show in a view, and what was drawn there, kept while nothing has changed."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import islice, takewhile

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPicture, QPixmap

from reviewer.ui.offsets import ShownText
from reviewer.ui.spans import Span, SpanIndex
from reviewer.ui.views.text_geometry import ShownBlock, rects

Placed = tuple[Span, list[QRectF]]
"""A span with the boxes of its text that show."""


class KeptPicture:
    """What was drawn for the last window that was asked for whole, shown again while it is right.

    While text is selected the whole window is repainted at each move of the mouse. What is asked
    for once, as while scrolling, is only recorded; what is asked for again becomes pixels.
    """

    def __init__(self) -> None:
        self._picture = QPicture()
        self._pixels: QPixmap | None = None
        self._of: tuple[object, ...] | None = None

    def play(
        self,
        painter: QPainter,
        of: tuple[object, ...] | None,
        draw: Callable[[QPainter], None],
        size: QSize,
    ) -> None:
        """Draw into ``painter`` what is in a window of ``size``; ``of`` is all that the drawing
        depends on, None if it is a part.

        A part is recorded too: Qt rounds what it plays otherwise than what it draws at once.
        """
        if of is None:
            painter.drawPicture(0, 0, _recorded(draw))
        elif of != self._of:
            self._picture, self._pixels, self._of = _recorded(draw), None, of
            painter.drawPicture(0, 0, self._picture)
        else:
            if self._pixels is None:
                scale = painter.device().devicePixelRatioF()
                self._pixels, self._picture = _pixels(self._picture, size, scale), QPicture()
            painter.drawPixmap(0, 0, self._pixels)


def _pixels(picture: QPicture, size: QSize, scale: float) -> QPixmap:
    made = QPixmap((QSizeF(size) * scale).toSize())
    made.setDevicePixelRatio(scale)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.drawPicture(0, 0, picture)
    painter.end()
    return made


def _recorded(draw: Callable[[QPainter], None]) -> QPicture:
    picture = QPicture()
    painter = QPainter(picture)
    draw(painter)
    painter.end()
    return picture


def place_spans(
    index: SpanIndex, blocks: Sequence[ShownBlock], text: ShownText, clip: QRectF
) -> list[Placed]:
    """All annotations that lie in ``blocks`` and show in ``clip``, in reading order."""
    if not blocks or not len(index):
        return []
    first, last = text.from_view(blocks[0].first), text.from_view(blocks[-1].last)
    lasts = [block.last for block in blocks]
    reached = (
        (span, boxes_of(span, blocks, text, clip, lasts))
        for span in index.overlapping(first, max(last, first + 1))
    )
    return [(span, boxes) for span, boxes in reached if boxes]


def boxes_of(
    span: Span,
    blocks: Sequence[ShownBlock],
    text: ShownText,
    clip: QRectF,
    lasts: Sequence[int] | None = None,
) -> list[QRectF]:
    """Rectangles of a span's text in the viewport, from top to bottom.

    ``lasts`` are the ends of the blocks, for those who ask for many spans.
    """
    start, end = text.to_view(span.start), text.to_view(span.end, end=True)
    at = bisect_right(lasts or [block.last for block in blocks], start)
    touched = takewhile(lambda block: block.first < end, islice(blocks, at, None))
    return [box for block in touched for box in rects(block, start, end, clip)]
