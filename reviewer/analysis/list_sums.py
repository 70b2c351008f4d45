"""Lists whose lines do not come to the whole that the line before them gives."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from reviewer.analysis.adding import (
    alert,
    bare,
    can_be_added,
    gap,
    is_one_unit,
    share,
    sum_in_words,
    values_in,
)
from reviewer.analysis.passage_claims import Passage
from reviewer.analysis.passages import sentences
from reviewer.analysis.readings import Reading
from reviewer.domain.document import Block, BlockKind
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import QuantityKind

_LINES = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_LONGEST, _ENOUGH, _MOST_LINES = 120, 2, 60
_NEAR = 0.34
_SCORE, _SHORT_SCORE = 0.85, 0.7
_NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_VALUE = re.compile(rf"\s*{_NUMBER}\s*\.?;?$")
_PARTS_LABEL = (":", "\u2013", "\u2014", "=")
_COUNTED = re.compile(rf"[\u2022*\u2013-]\s*{_NUMBER} (?P<label>[^\d]+)$")
_TOTAL = re.compile(r"\W*(?:grand )?(?:total|sum|in all|overall)\b", re.IGNORECASE)


def list_sums(readings: Iterable[Reading]) -> Iterator[SuggestedRelation]:
    """One alert at most for each list, on the total of its own or of the line before it."""
    for reading in readings:
        intro: Block | None = None
        lines: list[tuple[str, SuggestedClaim]] = []
        for block in (*reading.text.document.blocks, None):
            found = _line(reading, block) if block and len(lines) < _MOST_LINES else None
            if found:
                lines.append(found)
                continue
            yield from _check(reading, intro, lines)
            intro, lines = block, []


def _line(reading: Reading, block: Block) -> tuple[str, SuggestedClaim] | None:
    """A line's label and its only value."""
    text = reading.text.document.text[block.start : block.end].rstrip()
    if block.kind not in _LINES or block.boilerplate or not text or len(text) > _LONGEST:
        return None
    claims = [claim for claim in _claims(reading, block.start, block.end) if can_be_added(claim)]
    if len(claims) == 1 and _is_alone(reading, block, claims[0]):
        return text[: claims[0].start - block.start], claims[0]
    found = _labelled(text) or _counted(text)
    if not found or len(claims) > 1:
        return None
    label, (start, end) = found
    return label, bare(reading, block.start + start, block.start + end)


def _labelled(text: str) -> tuple[str, tuple[int, int]] | None:
    """ "Roads: 12,000". From the last sign on: a search from each letter would be slow."""
    sign = max(map(text.rfind, _PARTS_LABEL))
    label = text[: max(sign, 0)]
    found = _VALUE.match(text, sign + 1)
    if not found or ":" in label or any(letter.isdigit() for letter in label):
        return None
    return (label, found.span("number")) if any(map(str.isalpha, label)) else None


def _counted(text: str) -> tuple[str, tuple[int, int]] | None:
    found = _COUNTED.match(text)
    return (found["label"], found.span("number")) if found else None


def _is_alone(reading: Reading, block: Block, claim: SuggestedClaim) -> bool:
    """Whether no other digit stands in the line, and the value opens or ends it."""
    text = reading.text.document.text
    before, after = text[block.start : claim.start], text[claim.end : block.end]
    if re.search(r"\d", before + after) or "%" in after:
        return False
    return not re.search(r"\w", before) or before.rstrip().endswith((":", "\u2013", "\u2014", "-"))


def _claims(reading: Reading, start: int, end: int) -> Sequence[SuggestedClaim]:
    first = bisect_left(reading.claims, start, key=lambda claim: claim.start)
    last = bisect_left(reading.claims, end, key=lambda claim: claim.start)
    return reading.claims[first:last]


def _check(
    reading: Reading, intro: Block | None, lines: list[tuple[str, SuggestedClaim]]
) -> Iterator[SuggestedRelation]:
    own = [claim for label, claim in lines if _TOTAL.match(label)]
    parts = [claim for label, claim in lines if not _TOTAL.match(label)]
    totals = own if len(own) == 1 and _TOTAL.match(lines[-1][0]) else _totals(reading, intro)
    totals = [each for each in totals if all(is_one_unit(each, part) for part in parts)]
    if len(parts) < _ENOUGH or len(own) > 1 or not totals:
        return
    if any(not gap(each, parts) for each in totals):
        return
    total = min(totals, key=lambda each: abs(1 - share(each, parts)))
    if abs(1 - share(total, parts)) > _NEAR:
        return
    reason = f"The lines of the list do not come to its total: {sum_in_words(total, parts)}."
    score = _SCORE if len(parts) > _ENOUGH else _SHORT_SCORE
    yield alert("list sum", score, reason, (total, *parts))


def _totals(reading: Reading, intro: Block | None) -> list[SuggestedClaim]:
    """What the last sentence before the list gives, where it ends in a colon."""
    if intro is None or intro.boilerplate:
        return []
    text = reading.text.document.text
    if not text[intro.start : intro.end].rstrip().endswith(":"):
        return []
    first, last = sentences(text, intro.start, intro.end)[-1]
    passage = Passage(first, last, False, tuple(_claims(reading, first, last)))
    kinds = (QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE)
    return [
        claim
        for claim in values_in(reading, passage)
        if claim.claim.quantity and claim.claim.quantity.kind in kinds
    ]
