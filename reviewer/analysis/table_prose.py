"""The total of a table against the same total in running text."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reviewer.analysis.adding import can_be_added, gap, is_one_unit, quantity_of, span, told
from reviewer.analysis.passage_claims import passages_of
from reviewer.analysis.readings import Reading
from reviewer.analysis.stems import content
from reviewer.analysis.table_sums import Cell, tables, totals_of
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind

VERSION = 1
_SCORE, _SURE = 0.6, 0.7
_NEAREST = 0.2
_WORD = re.compile(r"[^\W\d_]{4,}")
_UNITS = content(
    ["million", "billion", "thousand", "total", "number", "percent", "share", "amount"]
)


def table_prose(readings: Sequence[Reading]) -> Iterator[SuggestedRelation]:
    """One alert at most for each column whose total a sentence of the same text gives otherwise.

    The sentence must have a word of the column's head and a value of its unit near the total; a
    sentence that gives the total itself clears the column.
    """
    for reading in readings:
        columns = list(_columns(reading))
        if not columns:
            continue
        told_in_text = list(_sentences(reading))
        for head, total, parts in columns:
            yield from _against(head, total, parts, told_in_text)


def _columns(
    reading: Reading,
) -> Iterator[tuple[frozenset[str], SuggestedClaim, list[SuggestedClaim]]]:
    for rows in tables(reading):
        for given, parts, column in totals_of(rows):
            head = rows[0][column].text if column < len(rows[0]) else ""
            words = frozenset(content(_WORD.findall(head.lower()))) - _UNITS
            total = _claim(reading, given)
            added = [claim for part in parts if (claim := _claim(reading, part))]
            if words and total and len(added) == len(parts):
                yield words, total, added


def _claim(reading: Reading, cell: Cell) -> SuggestedClaim | None:
    """What was read from the cell, with the unit of its head."""
    place = bisect_left(reading.claims, cell.start, key=lambda claim: claim.start)
    claim = reading.claims[place] if place < len(reading.claims) else None
    if claim is None or claim.start >= cell.end or not can_be_added(claim):
        return None
    return claim if quantity_of(claim).kind is not QuantityKind.COUNT else None


def _sentences(reading: Reading) -> Iterator[tuple[frozenset[str], SuggestedClaim]]:
    """The words of each clause beside its value."""
    text = reading.text.document.text
    for passage in passages_of(reading):
        values = [claim for claim in passage.claims if can_be_added(claim)]
        for place, value in enumerate(values):
            first = values[place - 1].end if place else passage.start
            last = values[place + 1].start if place + 1 < len(values) else passage.end
            words = content(_WORD.findall(text[first:last].lower()))
            yield frozenset(words), value


def _against(
    head: frozenset[str],
    total: SuggestedClaim,
    parts: Sequence[SuggestedClaim],
    sentences: Sequence[tuple[frozenset[str], SuggestedClaim]],
) -> Iterator[SuggestedRelation]:
    alike = [value for words, value in sentences if words & head and is_one_unit(value, total)]
    if any(not gap(total, [value]) for value in alike):
        return
    whole = span(total).value
    near = [value for value in alike if abs(span(value).value - whole) <= _NEAREST * abs(whole)]
    if not near:
        return
    value = min(near, key=lambda each: abs(span(each).value - whole))
    added = not gap(value, parts)
    note = ", to which the table's own parts come" if added else ""
    reason = f"The table's total is {told(total)}, and the text gives {told(value)}{note}."
    yield SuggestedRelation(
        RelationKind.CONTRADICTS, Dimension.SUM, _SURE if added else _SCORE, "table and text",
        VERSION, reason, (value, total),
    )  # fmt: skip
