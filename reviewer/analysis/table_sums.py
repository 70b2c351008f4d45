"""Tables whose parts do not add up to the row that is called their total."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from reviewer.analysis.readings import Reading
from reviewer.domain.claim import Claim
from reviewer.domain.document import Block, BlockKind
from reviewer.domain.quantity import Quantity
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind, Role

VERSION = 1
_SCORE = 0.9
_ROWS = 3
_MOST_ROWS = 400
_TOTAL = re.compile(r"(?:grand |sub)?total\b|sum\b|overall\b|all\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"[-\u2212(]?[^\w\s.,(-]?\s?(\d{1,3}(?:[,\u00a0\u202f ]\d{3})+|\d+)(\.\d+)?\s?[%)]?"
)
_CELL = re.compile(r"[^\t|]+")
_NEARLY = Decimal("0.35")


class _Cell(NamedTuple):
    start: int
    end: int
    text: str
    value: Decimal | None
    step: Decimal


def table_sums(readings: Iterable[Reading]) -> Iterator[SuggestedRelation]:
    """Columns of tables that do not come to their total, one suggestion a column."""
    for reading in readings:
        for rows in _tables(reading):
            yield from _columns(reading, rows)


def _tables(reading: Reading) -> Iterator[list[list[_Cell]]]:
    document = reading.text.document
    rows: list[list[_Cell]] = []
    for block in document.blocks:
        cells = _cells(document.text, block)
        if len(cells) > 1 and not block.boilerplate:
            rows.append(cells)
            continue
        if len(rows) > _ROWS:
            yield rows
        rows = []
    if len(rows) > _ROWS:
        yield rows


def _cells(text: str, block: Block) -> list[_Cell]:
    """A row's cells: parted by tabs or bars; of plain text only a line that has them is a row."""
    line = text[block.start : block.end]
    if "\n" in line or not ("\t" in line or "|" in line):
        return []
    if block.kind not in (BlockKind.TABLE_ROW, BlockKind.PARAGRAPH):
        return []
    return [
        _cell(match[0], block.start + match.start())
        for match in _CELL.finditer(line)
        if match[0].strip()
    ]


def _cell(raw: str, start: int) -> _Cell:
    text = raw.strip()
    first = start + raw.index(text)
    found = _NUMBER.fullmatch(text)
    if not found:
        return _Cell(first, first + len(text), text, None, Decimal(1))
    whole = re.sub(r"[^\d]", "", found[1])
    value = Decimal(whole + (found[2] or ""))
    negative = text[0] in "-\u2212("
    step = Decimal(1).scaleb(-len((found[2] or ".")[1:]))
    return _Cell(first, first + len(text), text, -value if negative else value, step)


def _columns(reading: Reading, rows: Sequence[list[_Cell]]) -> Iterator[SuggestedRelation]:
    totals = [place for place, row in enumerate(rows) if _TOTAL.match(row[0].text)]
    if len(totals) != 1 or totals[0] < _ROWS - 1 or len(rows) > _MOST_ROWS:
        return
    total = totals[0]
    for column in range(1, len(rows[total])):
        given = rows[total][column]
        parts = [row[column] for row in rows[:total] if column < len(row)]
        parts = [part for part in parts if part.value is not None]
        if given.value is None or len(parts) < 2:  # noqa: PLR2004 - a sum has two parts
            continue
        added = sum((part.value for part in parts if part.value is not None), Decimal())
        slack = (given.step + sum((part.step for part in parts), Decimal())) / 2
        gap = abs(given.value - added)
        if gap <= slack or gap > _NEARLY * abs(given.value):
            continue
        yield _relation(reading, rows, (given, parts, column), added)


def _relation(
    reading: Reading,
    rows: Sequence[list[_Cell]],
    found: tuple[_Cell, list[_Cell], int],
    added: Decimal,
) -> SuggestedRelation:
    given, parts, column = found
    header = rows[0][column] if column < len(rows[0]) else None
    head = header.text if header and header.value is None else ""
    named = f" of the column “{head}”" if head else ""
    reason = (
        f"The parts{named} come to {added:,}, and the total is given as {given.text}: "
        f"they differ beyond rounding."
    )
    cells = ((given, Role.TOTAL), *((part, Role.PART) for part in parts))
    members = tuple(_claim(reading, cell, role, head) for cell, role in cells)
    return SuggestedRelation(
        RelationKind.CONTRADICTS, Dimension.SUM, _SCORE, "table sum", VERSION, reason, members
    )


def _claim(reading: Reading, cell: _Cell, role: Role, head: str) -> SuggestedClaim:
    quantity = Quantity(
        QuantityKind.COUNT, cell.value, cell.value, step=cell.step, role=role, raw=cell.text
    )
    return SuggestedClaim(
        reading.text.source, cell.start, cell.end, cell.text, Claim(measure=head, quantity=quantity)
    )
