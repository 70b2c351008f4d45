"""Tables whose parts do not add up to the row or the column that is called their total."""

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
_HEAD_AND_TOTAL = 2
_ABOVE = 160
_MOST_ROWS = 400
_TOTAL = re.compile(
    r"(?:in )?(?:grand |sub-?)?total\b|sum\b|altogether\b|(?:in )?all\b(?! other)"
    r"|(?:the )?(?:whole|entire)\b|(?:overall|combined|nationwide)\s*(?:\(|:|total|$)"
    r"|national\s*(?:\(|:|total|figure|$)",
    re.IGNORECASE,
)
_NO_PARTS = re.compile(
    r"\b(?:net|gross|profit|loss|ebitd?a?|operating|surplus|deficit|balance|assets|liabilities"
    r"|equity|margin|earnings)\b",
    re.IGNORECASE,
)
"""Labels of lines that are worked out from those above them, with signs that nobody prints."""
_NOT_ADDED = re.compile(
    r"\b(?:peak|average|mean|median|max(?:imum)?|min(?:imum)?|highest|lowest|per|rate|index|price"
    r"|rank|density|age|ratio|score|turnout|height|depth|speed|temperature|growth|change"
    r"|distance to|since)\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"%|\bper ?cent\b|\bshare\b(?! capital)", re.IGNORECASE)
_LARGE = 100  # what smaller numbers come to is soon a chance
_SCALED = re.compile(
    r"%|per ?cent|share|rate|index|average|mean|million|billion|thousand|trillion|'000|000s"
    r"|[$\u20ac\u00a3\u00a5]|\b(?:m|bn|mn|k|[kMGT]Wh?|t|kt|Mt|km2?|ha|tonnes?)\b",
    re.IGNORECASE,
)
_COUNTED = 1000  # larger numbers without a unit may have been rounded
_NUMBER = re.compile(
    r"[-\u2212(]?[^\w\s.,(-]?\s?(\d{1,3}(?:[,\u00a0\u202f ]\d{3})+|\d+)(\.\d+)?\s?[%)]?"
)
_NO_CORNER = re.compile(r" *(?:\t|\| *\|)")
_CELL = re.compile(r"[^\t|]+")
_KEPT_CELL = re.compile(r"(?:^|(?<=[\t|]))[^\t|]*")
_WITHIN = re.compile(r"\W*(?:of which|of whom|including|thereof|incl)\b", re.IGNORECASE)
_A_YEAR = re.compile(r"(?:19|20)\d\d")
_WIDE = re.compile(r"\S {2,}\S")
_ALIGNED = re.compile(r"\S+(?: \S+)*")
_NEARLY = Decimal("0.35")
_HUNDRED, _ROUND_HUNDRED = Decimal(100), Decimal("0.5")


class Cell(NamedTuple):
    start: int
    end: int
    text: str
    value: Decimal | None
    step: Decimal


def table_sums(readings: Iterable[Reading]) -> Iterator[SuggestedRelation]:
    """Columns of tables that do not come to their total, one suggestion a column."""
    for reading in readings:
        for rows in tables(reading):
            yield from _columns(reading, rows)
            yield from _across(reading, rows)


def tables(reading: Reading) -> Iterator[list[list[Cell]]]:
    """Each table with at least four rows, as rows of the cells that are not empty. A first cell
    is kept though empty, so that a head's words stay above their columns."""
    document = reading.text.document
    rows: list[list[Cell]] = []
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


def _cells(text: str, block: Block) -> list[Cell]:
    """A row's cells: parted by tabs or bars, or by wide gaps as in aligned columns; of plain text
    only a line that has them is a row. Empty cells are kept where rows are known to be rows."""
    line = text[block.start : block.end]
    barred = "\t" in line or "|" in line
    if "\n" in line or not (barred or _WIDE.search(line)):
        return []
    if block.kind not in (BlockKind.TABLE_ROW, BlockKind.PARAGRAPH):
        return []
    kept = barred and block.kind is BlockKind.TABLE_ROW
    pattern = _KEPT_CELL if kept else _CELL if barred else _ALIGNED
    cells = [
        _cell(match[0], block.start + match.start())
        for match in pattern.finditer(line)
        if kept or match[0].strip()
    ]
    if sum(bool(cell.text) for cell in cells) <= 1:
        return []
    if not kept and _NO_CORNER.match(line):
        return [Cell(block.start, block.start, "", None, Decimal(1)), *cells]
    return cells


def _cell(raw: str, start: int) -> Cell:
    text = raw.strip()
    first = start + raw.index(text)
    found = _NUMBER.fullmatch(text)
    if not found:
        return Cell(first, first + len(text), text, None, Decimal(1))
    whole = re.sub(r"[^\d]", "", found[1])
    value = Decimal(whole + (found[2] or ""))
    negative = text[0] in "-\u2212("
    step = Decimal(1).scaleb(-len((found[2] or ".")[1:]))
    return Cell(first, first + len(text), text, -value if negative else value, step)


def _columns(reading: Reading, rows: Sequence[list[Cell]]) -> Iterator[SuggestedRelation]:
    if _is_statement(rows):
        return
    for given, parts, column in totals_of(rows):
        assert given.value is not None
        if not _adds(rows, given, column):
            continue
        added = sum((part.value for part in parts if part.value is not None), Decimal())
        gap = _gap(given, parts, added, exact=_is_counted(reading, rows, given, column))
        if not gap or gap > _NEARLY * abs(given.value):
            continue
        yield _relation(reading, rows, (given, parts, column), added)


def _is_statement(rows: Sequence[list[Cell]]) -> bool:
    """Whether lines are worked out from others (profit, net assets) and no column bears out that
    one is the sum of the rest."""
    if not any(_NO_PARTS.search(row[0].text) for row in rows):
        return False
    return not any(
        given.value == sum((part.value for part in parts if part.value is not None), Decimal())
        for given, parts, _ in totals_of(rows)
    )


def _adds(rows: Sequence[list[Cell]], given: Cell, column: int) -> bool:
    """Whether numbers of a column can be added at all: peaks, prices and rates cannot, and shares
    come to a hundred or to nothing."""
    head = rows[0][column].text if column < len(rows[0]) else ""
    if _PERCENT.search(head) or "%" in given.text:
        return given.value is not None and abs(given.value - _HUNDRED) <= _ROUND_HUNDRED
    return not _NOT_ADDED.search(head)


def totals_of(rows: Sequence[list[Cell]]) -> Iterator[tuple[Cell, list[Cell], int]]:
    """The one row that is called the total: each number in it, the numbers above it (or below it,
    where it is the first row), and the column."""
    totals = [place for place, row in enumerate(rows) if _TOTAL.match(row[0].text)]
    totals = totals or _unnamed(rows)
    if len(totals) != 1 or not (totals[0] == 1 or totals[0] >= _ROWS - 1) or len(rows) > _MOST_ROWS:
        return
    total = totals[0]
    others = rows[2:] if total == 1 else rows[:total]
    for column in range(1, len(rows[total])):
        given = rows[total][column]
        parts = [
            row[column]
            for row in others
            if column < len(row) and not _WITHIN.match(row[0].text) and not _is_head(row, rows[0])
        ]
        parts = [part for part in parts if part.value is not None]
        if given.value is not None and len(parts) > 1:
            yield given, parts, column


def _unnamed(rows: Sequence[list[Cell]]) -> list[int]:
    """The last row where it is the total of one column though no word says so: the parts of
    another column should then come to it as well."""
    last = rows[-1]
    for column in range(1, len(last)):
        cells = [row[column] for row in rows[1:-1] if column < len(row)]
        values = [cell.value for cell in cells if cell.value is not None]
        given = last[column].value
        if len(values) > 1 and len(values) == len(rows) - _HEAD_AND_TOTAL:
            large = min(values) >= _LARGE or len(values) > _ROWS
            if large and given == sum(values):
                return [len(rows) - 1]
    return []


def _is_counted(reading: Reading, rows: Sequence[list[Cell]], given: Cell, column: int) -> bool:
    """Whether the numbers of a column are small counts of things, which nobody rounds: no unit in
    its head, in the rows' labels or in the line above the table, and no fraction in it."""
    text = reading.text.document.text
    above = text[: rows[0][0].start].rstrip()[-_ABOVE:].rpartition("\n")[2]
    cells = [row[column] for row in rows[1:] if column < len(row)]
    head = " ".join(row[0].text for row in rows)
    if column < len(rows[0]):
        head = f"{head} {rows[0][column].text}"
    whole = all(cell.step == 1 and "%" not in cell.text for cell in cells)
    small = given.value is not None and given.value < _COUNTED
    return whole and small and not _SCALED.search(f"{head} {above}")


def _is_head(row: Sequence[Cell], first: Sequence[Cell]) -> bool:
    """Whether it is the first row and its numbers are years."""
    numbers = [cell for cell in row[1:] if cell.value is not None]
    return row is first and all(_A_YEAR.fullmatch(cell.text) for cell in numbers)


def _across(reading: Reading, rows: Sequence[list[Cell]]) -> Iterator[SuggestedRelation]:
    """Rows that do not come to their own total, where the others do: a last column that is called
    a total, and is one."""
    header = rows[0]
    last = len(header) - 1
    if last < _ROWS or len(rows) > _MOST_ROWS or not _TOTAL.match(header[last].text):
        return
    wrong: list[tuple[Cell, list[Cell], Decimal]] = []
    right = 0
    for row in rows[1:]:
        parts = row[1:last]
        if len(row) != len(header) or any(cell.value is None for cell in row[1:]):
            continue
        given = row[last]
        added = sum((part.value for part in parts if part.value is not None), Decimal())
        off = _gap(given, parts, added)
        right += off == 0
        if off and off <= _NEARLY * abs(given.value or Decimal()):
            wrong.append((given, parts, added))
    if right <= len(wrong):
        return
    for given, parts, added in wrong:
        label = next(row[0].text for row in rows if row[-1] is given)
        reason = (
            f"The parts of the row “{label}” come to {added:,}, and the total is given as "
            f"{given.text}: they differ beyond rounding."
        )
        yield _sum(reading, (given, parts), header[last].text, reason)


def _gap(given: Cell, parts: Sequence[Cell], added: Decimal, *, exact: bool = False) -> Decimal:
    """How far the total is from what was added, 0 within rounding (of ``exact`` numbers none)."""
    assert given.value is not None
    if exact:
        return abs(given.value - added)
    slack = (given.step + sum((part.step for part in parts), Decimal())) / 2
    gap = abs(given.value - added)
    return gap if gap > slack else Decimal()


def _relation(
    reading: Reading,
    rows: Sequence[list[Cell]],
    found: tuple[Cell, list[Cell], int],
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
    return _sum(reading, (given, parts), head, reason)


def _sum(
    reading: Reading, found: tuple[Cell, Sequence[Cell]], head: str, reason: str
) -> SuggestedRelation:
    given, parts = found
    cells = ((given, Role.TOTAL), *((part, Role.PART) for part in parts))
    members = tuple(_claim(reading, cell, role, head) for cell, role in cells)
    return SuggestedRelation(
        RelationKind.CONTRADICTS, Dimension.SUM, _SCORE, "table sum", VERSION, reason, members
    )


def _claim(reading: Reading, cell: Cell, role: Role, head: str) -> SuggestedClaim:
    quantity = Quantity(
        QuantityKind.COUNT, cell.value, cell.value, step=cell.step, role=role, raw=cell.text
    )
    return SuggestedClaim(
        reading.text.source, cell.start, cell.end, cell.text, Claim(measure=head, quantity=quantity)
    )
