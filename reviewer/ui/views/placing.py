"""Where a passage stands in a view, and scrolling so that it stands where it is wanted."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.ui.views.reading_view import ReadingView


def height_of(view: "ReadingView", offset: int, reach: float) -> float | None:
    """Pixels from the top of the viewport to the top of the line that holds a code point.

    Negative above; None where it is more than ``reach`` pixels away, for then many lines would
    have to be laid out to know.
    """
    position = view.shown_text.to_view(offset)
    layout = view.reading_layout
    wanted = view.document().findBlock(position)
    block = view.firstVisibleBlock()
    at = view.blockBoundingGeometry(block).top() + view.contentOffset().y()
    while block.blockNumber() < wanted.blockNumber() and at <= reach:
        at += layout.blockBoundingRect(block).height()
        block = block.next()
    while block.blockNumber() > wanted.blockNumber() and at >= -reach:
        block = block.previous()
        at -= layout.blockBoundingRect(block).height()
    if block != wanted:
        return None
    layout.blockBoundingRect(block)
    return at + block.layout().lineForTextPosition(position - block.position()).y()


def place(view: "ReadingView", offset: int, height: float) -> None:
    """Scroll so that the line that holds a code point stands ``height`` pixels from the top.

    As near as whole lines at the top and the ends of the document allow.
    """
    layout = view.reading_layout
    position = view.shown_text.to_view(offset)
    block = view.document().findBlock(position)
    layout.blockBoundingRect(block)
    line = block.layout().lineForTextPosition(position - block.position())
    top = height - line.y()  # where the block begins
    while top > 0 and block.previous().isValid():
        block = block.previous()
        top -= layout.blockBoundingRect(block).height()
    while block.next().isValid() and -top >= (tall := layout.blockBoundingRect(block).height()):
        top += tall
        block = block.next()
    lines = block.layout()
    first = min(range(lines.lineCount()), key=lambda n: abs(lines.lineAt(n).y() + top), default=0)
    layout.settle()
    view.verticalScrollBar().setValue(0 if top > 0 else block.firstLineNumber() + first)
