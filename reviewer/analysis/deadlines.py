"""One figure that is to be reached by two days: "4,300 homes by 2027", "4,300 homes by 2029"."""

import re

from reviewer.analysis.calendar import MONTHS
from reviewer.analysis.corpus import Item
from reviewer.analysis.verdicts import Verdict
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind

_BY = re.compile(
    r"\bby (?:the )?(?:(?:end|start|beginning|middle) of |early |late |mid-)?(?:the )?"
    r"(?:fiscal |year )?(?:(?P<month>[A-Z][a-z]+),? )?(?P<year>20\d\d)\b"
)
_ENDS = re.compile(r"[;:.](?:\s|$)|\band\b|\n")
_REACH = 120
_FEW = 10
_STRENGTH = 0.85


def judge_deadlines(one: Item, other: Item) -> Verdict | None:
    """A verdict on two equal figures each of which is to be reached by a day of its own."""
    if any(item.frame.kind is QuantityKind.DATE or _is_small(item) for item in (one, other)):
        return None
    mine, theirs = _deadline(one), _deadline(other)
    if mine is None or theirs is None or not _differ(mine, theirs):
        return None
    moved = one.frame.written != other.frame.written
    kind = RelationKind.UPDATES if moved else RelationKind.CONTRADICTS
    return Verdict(kind, Dimension.TEMPORAL, _STRENGTH, "by when")


def _is_small(item: Item) -> bool:
    """ "Two ships" are many a pair of ships."""
    return item.frame.kind is QuantityKind.COUNT and abs(item.frame.span.value) < _FEW


def _deadline(item: Item) -> tuple[int, int] | None:
    """Year and month, 0 where none is given, by which the figure's own clause has it."""
    behind = item.text[item.claim.end : item.claim.end + _REACH]
    match = _BY.search(_ENDS.split(behind)[0])
    if not match:
        return None
    return int(match["year"]), MONTHS.get((match["month"] or "").lower(), 0)


def _differ(one: tuple[int, int], other: tuple[int, int]) -> bool:
    if one[0] != other[0]:
        return True
    return bool(one[1] and other[1]) and one[1] != other[1]
