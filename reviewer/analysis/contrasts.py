"""Words beside a value that set it apart from another of the same name: insured and economic
losses, net and operating profit, one division's revenue and all of it.
"""

from reviewer.analysis.concepts import OTHER, PART, Concepts
from reviewer.analysis.frames import Frame
from reviewer.analysis.regions import STOPS, Region
from reviewer.domain.vocabulary import QuantityKind, Role

_BEFORE, _AFTER = 12, 8
_LONGEST = 3
_EACH = frozenset(["each"])
_PART, _PART_LARGER = 0.06, 0.8


def marks_of(table: Concepts, region: Region) -> frozenset[str]:
    """ "tax/income" for a word of a contrast, "part/division" for one that makes it a part's; from
    the value's own stretch between signs."""
    found: set[str] = set()
    for words in (_behind(region.before[-_BEFORE:]), _ahead(region.after[:_AFTER])):
        for place, word in enumerate(words):
            if word in table.mark_openers:
                _add(table, words, place, found)
    label = list(region.label)
    for place in range(len(label)):
        _add(table, label, place, found)
    return frozenset(found)


def _add(table: Concepts, words: list[str], place: int, found: set[str]) -> None:
    for length in range(_LONGEST, 0, -1):
        found.update(table.marks.get(" ".join(words[place : place + length]), ()))


def _behind(words: list[str]) -> list[str]:
    last = next((i for i in range(len(words) - 1, -1, -1) if words[i] in STOPS), -1)
    return words[last + 1 :]


def _ahead(words: list[str]) -> list[str]:
    end = next((i for i, word in enumerate(words) if word in STOPS), len(words))
    return words[:end]


def told_apart(a: Frame, b: Frame) -> float:
    """0 where both are told with words of one contrast and not the same ones; less than 1 where
    one is a part's and the other is not; else 1."""
    if not a.marks and not b.marks:
        return 1.0
    mine, theirs = _by_group(a.marks), _by_group(b.marks)
    for group in mine.keys() & theirs.keys():
        if group not in (PART, OTHER) and not mine[group] & theirs[group]:
            return 0.0
    if (OTHER in mine) != (OTHER in theirs):
        return _PART
    parts = _is_part(mine, b), _is_part(theirs, a)
    if parts[0] == parts[1]:
        return 1.0
    part, whole = (a, b) if parts[0] else (b, a)
    adds_up = a.kind not in (QuantityKind.PERCENT, QuantityKind.FRACTION)
    return _PART_LARGER if adds_up and part.span.value >= whole.span.value else _PART


def _is_part(marks: dict[str, set[str]], other: Frame) -> bool:
    """ "Each dose" is no part beside "a dose"."""
    found = marks.get(PART, set())
    return bool(found - _EACH if other.rate or other.role is Role.RATE else found)


def _by_group(marks: frozenset[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for mark in marks:
        group, _, word = mark.partition("/")
        found.setdefault(group, set()).add(word)
    return found
