"""When a text was written, where nobody says so: front matter, a line with a date, its dates."""

from collections.abc import Sequence
from datetime import date

from reviewer.analysis.quantities import FoundQuantity, read_quantities
from reviewer.domain.document import Block, BlockKind, Document
from reviewer.domain.periods import parse_period
from reviewer.domain.vocabulary import QuantityKind

_FIRST_BLOCKS, _LAST_BLOCKS = 8, 2
_LINE = 90
_LEAD = 80
_SPAN = 3  # blocks between a teaser's date and its text
_YEARS = 2000


def written(document: Document, blocks: Sequence[Block]) -> date | None:
    """The day on which the text seems to have been written, or None.

    Surest first: its metadata; a short line or a dateline near its beginning or end; the latest
    whole day that it names, for news rarely names a day to come.
    """
    told = parse_period(document.metadata.get("date", "")[:10])
    if told and told.first:
        return told.first
    body = [b for b in blocks if not b.boilerplate and b.kind is not BlockKind.METADATA]
    for block in (*body[:_FIRST_BLOCKS], *body[-_LAST_BLOCKS:]):
        if day := _line_date(document.text, block):
            return day
    days = [day for block in body for day in _days(document.text[block.start : block.end])]
    return max(days, default=None)


def _line_date(text: str, block: Block) -> date | None:
    """The whole day in a short line, or in the lead of a longer one up to its dash."""
    line = text[block.start : block.end]
    if len(line) > _LINE:
        lead, dash, _ = line[:_LEAD].partition(" \u2014 ")
        if not dash:
            lead, dash, _ = line[:_LEAD].partition(" \u2013 ")
        if not dash:
            lead, dash, _ = line[:_LEAD].partition(" - ")
        line = lead if dash else line[:_LEAD].partition(". ")[0]
        if len(line) == _LEAD:
            return None
    elif block.kind is BlockKind.HEADING and "as of" not in line.lower():
        return None
    return next(iter(_days(line)), None)


def _days(text: str) -> list[date]:
    if not any(year in text for year in ("19", "20")):
        return []
    return [day for found in read_quantities(text) if (day := whole_day(found))]


def whole_day(found: FoundQuantity) -> date | None:
    """The day that a date is, if it is one day."""
    quantity = found.quantity
    day = quantity.low
    single = quantity.kind is QuantityKind.DATE and day == quantity.high
    return day if single and isinstance(day, date) and day.year >= _YEARS else None


def teaser_date(text: str, blocks: Sequence[Block], place: int) -> date | None:
    """The day in a line of its own shortly before a teaser's text."""
    for block in reversed(blocks[max(0, place - _SPAN) : place]):
        line = text[block.start : block.end]
        if block.boilerplate and len(line) <= _LINE and (days := _days(line)):
            return days[0]
    return None
