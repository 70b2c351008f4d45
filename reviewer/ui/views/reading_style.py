"""How each kind of block is set: size, weight, colour and space, all in parts of the text size."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from reviewer.domain.document import Block, BlockKind, Document, Inline


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """Lengths are in em of the text size; ``shade`` is a role of the palette."""

    scale: float = 1.0
    bold: bool = False
    italic: bool = False
    mono: bool = False
    sans: bool = False
    shade: str = "text"
    above: float = 0.75
    indent: float = 0.0
    leading: float = 1.0  # of the line spacing that the reader chose


_HEADINGS = (
    BlockStyle(scale=1.55, bold=True, above=1.3, leading=0.86),
    BlockStyle(scale=1.28, bold=True, above=1.3, leading=0.9),
    BlockStyle(scale=1.12, bold=True, above=1.2, leading=0.93),
    BlockStyle(bold=True, above=1.1),
)
_STYLES = {
    BlockKind.METADATA: BlockStyle(scale=0.82, sans=True, shade="muted", above=0.1, leading=0.95),
    BlockKind.PARAGRAPH: BlockStyle(),
    BlockKind.LIST_ITEM: BlockStyle(above=0.3, indent=1.4),
    BlockKind.QUOTE: BlockStyle(italic=True, indent=1.4),
    BlockKind.CODE: BlockStyle(scale=0.88, mono=True, above=0.1, indent=0.8, leading=0.92),
    BlockKind.TABLE_ROW: BlockStyle(scale=0.92, sans=True, above=0.3),
}
_NESTED = 1.3


def style_of(block: Block | None) -> BlockStyle:
    """The style of a block of the document; lines outside all blocks are paragraphs."""
    if block is None:
        return _STYLES[BlockKind.PARAGRAPH]
    if block.kind is BlockKind.HEADING:
        style = _HEADINGS[min(max(block.level, 1), len(_HEADINGS)) - 1]
    else:
        style = _STYLES[block.kind]
    if block.kind is BlockKind.LIST_ITEM and block.level:
        style = replace(style, indent=style.indent + _NESTED * min(block.level, 8))
    if block.boilerplate:
        style = replace(style, shade="faint", scale=min(style.scale, 1.0) * 0.92)
    return style


class Structure:
    """Blocks and inlines of a document by place; both look-ups are a bisection."""

    def __init__(self, document: Document | None) -> None:
        self._blocks = document.blocks if document else ()
        self._starts = [block.start for block in self._blocks]
        inlines = sorted(document.inlines, key=lambda i: i.start) if document else []
        self._inlines = inlines
        self._inline_starts = [inline.start for inline in inlines]

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the line beginning at ``offset``."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return None
        block = self._blocks[at]
        return block if offset < block.end or offset == block.start else None

    def inlines(self, block: Block | None, start: int, end: int) -> list[Inline]:
        """Inlines that share text with ``[start, end)``, a line of ``block``."""
        first = bisect_left(self._inline_starts, block.start if block else start)
        last = bisect_left(self._inline_starts, end)
        return [inline for inline in self._inlines[first:last] if inline.end > start]
