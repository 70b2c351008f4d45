"""Quarters and halves that a sentence gives without a year: the last one that was over."""

import re
from datetime import date

from reviewer.analysis.calendar import day_of
from reviewer.domain.periods import Period

_PART = re.compile(
    r"\b(?:(?P<word>first|second|third|fourth|final)[- ](?P<unit>quarter|half)"
    r"|(?P<short>[qh][1-4]))\b"
    r"(?:(?: of)?(?: the)?(?: fiscal)? (?P<year>(?:19|20)\d\d)\b)?"
)
_PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
_QUARTERS, _HALVES = 4, 2


def part_of_year(low: str, reference: date | None) -> Period | None:
    """The one quarter or half that a sentence in lower case names, or None.

    Without a year it is the last that was over on the day of writing.
    """
    found = _PART.search(low)
    if not found or _PART.search(low, found.end()):
        return None
    short = found["short"] or ""
    halves = found["unit"] == "half" or short.startswith("h")
    count = _HALVES if halves else _QUARTERS
    place = int(short[1:]) if short else _PLACES[found["word"]]
    if halves and found["word"] == "final":
        place = _HALVES
    if place > count:
        return None
    if found["year"]:
        return _part(int(found["year"]), place, count)
    if reference is None:
        return None
    part = _part(reference.year, place, count)
    if part and part.last and part.last >= reference:
        return _part(reference.year - 1, place, count)
    return part


def _part(year: int, place: int, count: int) -> Period | None:
    months = 12 // count
    first = day_of(year, (place - 1) * months + 1, 1)
    after = day_of(year + (place == count), place * months % 12 + 1, 1)
    if first is None or after is None:
        return None
    return Period(first, date.fromordinal(after.toordinal() - 1))
