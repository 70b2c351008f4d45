"""A text's claims by the sentence that they stand in, and the day that the text was written."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reviewer.analysis.passages import sentences
from reviewer.analysis.readings import Reading
from reviewer.domain.document import BlockKind
from reviewer.domain.suggestion import SuggestedClaim

LONGEST = 2000
"""Code points of a sentence: what is longer is none, and would take more than linear time."""

_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of running text, ``text[start:end]``, and the claims in it, in order.

    ``opens`` says whether it is the first of its paragraph."""

    start: int
    end: int
    opens: bool
    claims: tuple[SuggestedClaim, ...]


def passages_of(reading: Reading) -> Iterator[Passage]:
    """Every sentence outside tables, headings and sidebars. Time grows with the text alone."""
    text = reading.text.document.text
    starts = [claim.start for claim in reading.claims]
    for block in reading.text.document.blocks:
        if block.boilerplate or block.kind not in _PROSE or "\t" in text[block.start : block.end]:
            continue
        for first, last in sentences(text, block.start, block.end):
            if last - first > LONGEST:
                continue
            here = reading.claims[bisect_left(starts, first) : bisect_left(starts, last)]
            yield Passage(first, last, first == block.start, here)


def written_of(reading: Reading) -> date | None:
    """The day of writing: as known, or as its frames have it."""
    if reading.text.reference:
        return reading.text.reference
    return next((frame.written for frame in reading.frames if frame.written), None)
