"""A text as sentences with what each reader of claims needs of them, found once."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reviewer.analysis.passages import sentences
from reviewer.analysis.progress import Tell, part, through, untold
from reviewer.analysis.quantities import FoundQuantity, read_quantities
from reviewer.analysis.subjects import Name, all_names
from reviewer.analysis.tokens import Tokens, tokens_of
from reviewer.analysis.written import teaser_date, written
from reviewer.domain.document import Block, BlockKind, Document

_PROSE = 160
_DATED, _QUANTITIES = 0.27, 0.78  # shares of the time, as measured
_VALUE = re.compile(r"[\s(\u2013\u2212~+$\u20ac\u00a3*-]*\d|n/?a\b|[\u2013-]$")
_LONGEST = 1200
"""Code points of a sentence: what is longer is read in pieces, so that time stays linear."""
_WIDEST = 5000
_ENDS = (".", "!", "?", "\u201d", '"', ")")


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence: offsets of ``tokens`` count from ``start``, those of ``found`` in the text."""

    start: int
    end: int
    tokens: Tokens
    starts: tuple[int, ...]  # where each token begins
    named: tuple[Name, ...]
    found: tuple[FoundQuantity, ...]
    paragraph: tuple[int, int]
    heading: str = ""
    reference: date | None = None
    kind: BlockKind = BlockKind.PARAGRAPH
    aside: bool = False  # from a teaser or the like
    header: tuple[str, ...] = ()  # of a row of a table: what stands over each cell

    def place(self, offset: int) -> int:
        """The first token at or behind an offset of the text."""
        return bisect_left(self.starts, offset - self.start)


def scene(
    text: str,
    span: tuple[int, int],
    found: Sequence[FoundQuantity],
    paragraph: tuple[int, int],
    *,
    heading: str = "",
    reference: date | None = None,
    kind: BlockKind = BlockKind.PARAGRAPH,
    aside: bool = False,
    header: tuple[str, ...] = (),
) -> Scene:
    """One sentence; ``found`` are the quantities in it, by offsets of the text."""
    tokens = tokens_of(text[slice(*span)])
    starts = tuple(tokens[index].start for index in range(len(tokens)))
    named = all_names(tokens)
    return Scene(
        *span,
        tokens,
        starts,
        named,
        tuple(found),
        paragraph,
        heading=heading,
        reference=reference,
        kind=kind,
        aside=aside,
        header=header,
    )


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block to be read, with the heading over it and the day that its dates refer to."""

    block: Block
    heading: str
    reference: date | None
    header: tuple[str, ...] = ()


def stretches(document: Document, reference: date | None) -> list[Stretch]:
    """The blocks that say something. Of what is dimmed only whole paragraphs of prose do."""
    blocks = document.blocks or (Block(0, len(document.text)),)
    day = reference or written(document, blocks)
    found: list[Stretch] = []
    heading = ""
    header: tuple[str, ...] = ()
    for place, block in enumerate(blocks):
        text = document.text[block.start : block.end]
        if block.kind in (BlockKind.METADATA, BlockKind.CODE):
            continue
        if not block.boilerplate:
            opens = not place or blocks[place - 1].kind is not BlockKind.TABLE_ROW
            if block.kind is BlockKind.TABLE_ROW and opens:
                after = blocks[place + 1 : place + 2]
                header = _header(text, *(document.text[b.start : b.end] for b in after))
            rows = header if block.kind is BlockKind.TABLE_ROW and not opens else ()
            found.append(Stretch(block, heading, day, rows))
            if block.kind is BlockKind.HEADING:
                heading = text.strip("# \n") if block.level > 1 else ""
        elif len(text) >= _PROSE and text.rstrip().endswith(_ENDS):
            found.append(Stretch(block, "", teaser_date(document.text, blocks, place) or day))
    return found


def _header(row: str, after: str = "") -> tuple[str, ...]:
    """The cells of a table's first row, if it has no value and the row after it has one in each
    of its columns."""
    cells, values = row.split("\t"), after.split("\t")[1:]
    told = any(map(_VALUE.match, cells)) or not values
    return () if told or not all(map(_VALUE.match, filter(None, values))) else tuple(cells)


def scenes(document: Document, reference: date | None, tell: Tell = untold) -> Iterator[Scene]:
    """All sentences that say something, in order. Time grows with the text's length alone."""
    text = document.text
    parts = stretches(document, reference)
    day = next((part.reference for part in parts if not part.block.boilerplate), None)
    whole = read_quantities(text, reference=day, tell=part(tell, _DATED, _QUANTITIES))
    place = 0
    for stretch in through(parts, part(tell, _QUANTITIES, 1.0), len(parts)):
        block = stretch.block
        own = whole
        if stretch.reference != day:
            own, place = _again(text, block, stretch.reference), 0
        for span in _cut(text, sentences(text, block.start, block.end)):
            while place < len(own) and own[place].end <= span[0]:
                place += 1
            first = place
            while place < len(own) and own[place].start < span[1]:
                place += 1
            yield scene(
                text,
                span,
                own[first:place],
                (max(block.start, span[0] - _WIDEST), min(block.end, span[1] + _WIDEST)),
                heading=stretch.heading,
                reference=stretch.reference,
                kind=block.kind,
                aside=block.boilerplate,
                header=stretch.header,
            )
        if own is not whole:
            place = bisect_left([found.start for found in whole], block.end)


def _cut(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in spans:
        first = start
        while end - first > _LONGEST:
            gap = text.rfind(" ", first + _LONGEST // 2, first + _LONGEST)
            last = gap if gap >= 0 else first + _LONGEST
            yield first, last
            first = last
        yield first, end


def _again(text: str, block: Block, reference: date | None) -> tuple[FoundQuantity, ...]:
    return tuple(
        FoundQuantity(found.start + block.start, found.end + block.start, found.quantity)
        for found in read_quantities(text[block.start : block.end], reference=reference)
    )
