"""Where annotations show in a view, kept while the view is repainted just as it was."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice, takewhile

from PySide6.QtCore import QRectF

from reviewer.ui.offsets import ShownText
from reviewer.ui.spans import Marks, Span, SpanIndex
from reviewer.ui.views.text_geometry import ShownBlock, rects

Placed = tuple[Span, list[QRectF]]
"""A span with the boxes of its text that show."""


class KeptPlaces:
    """The places of the last window that was asked for whole.

    While text is selected the whole window is repainted at each move of the mouse.
    """

    def __init__(self) -> None:
        self._places: list[Placed] = []
        self._of: tuple[object, ...] = ()

    def get(
        self,
        marks: Marks,
        blocks: Sequence[ShownBlock],
        text: ShownText,
        clip: QRectF,
        layings: int | None,
    ) -> list[Placed]:
        """What ``place_spans`` gives; ``layings`` None if ``clip`` is not the whole window."""
        if layings is None:
            return place_spans(marks.index, blocks, text, clip)
        window = blocks[0].first, blocks[0].top, blocks[-1].last
        here = (marks, marks.changes, layings, clip.getRect(), window)
        if here != self._of:
            self._of = here
            self._places = place_spans(marks.index, blocks, text, clip)
        return self._places


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
