"""Datelines: a date that says when what follows was written."""

from datetime import date

from reviewer.analysis.calendar import WEEKDAYS
from reviewer.analysis.tokens import Reading, Tokens
from reviewer.domain.vocabulary import QuantityKind

_LABELS = frozenset((
    "published", "updated", "posted", "date", "dated", "on", "by", "modified", "issued", "released",
    "last", "first", "publication", ":",
))  # fmt: skip
_LONGEST_PLACE = 6


def dateline_at(tokens: Tokens, reading: Reading) -> date | None:
    """The day, if the reading is a dateline: a whole date alone on its line, or behind a label or
    a place in capitals at the start of a paragraph ("WELLINGTON, 12 July 2024 \u2014 The …")."""
    quantity = reading.quantity
    day = quantity.low
    if quantity.kind is not QuantityKind.DATE or not isinstance(day, date) or day != quantity.high:
        return None
    if not _has_year(tokens, reading, day):
        return None
    begins, place = _opening(tokens, reading.first)
    if not begins:
        return None
    ends_line = not tokens.same_line(reading.end)
    ends_lead = place and (tokens[reading.end].is_dash or tokens[reading.end].text in "(:")
    return day if ends_line or ends_lead else None


def _has_year(tokens: Tokens, reading: Reading, day: date) -> bool:
    return f"{day.year:04}" in tokens.slice(reading.first, reading.end)


def _opening(tokens: Tokens, first: int) -> tuple[bool, bool]:
    """Whether only a label or a place stands before it on its line, and whether it is a place."""
    place = first
    while tokens.same_line(place) and first - place < _LONGEST_PLACE:
        before = tokens[place - 1]
        known = before.low in _LABELS or before.low in WEEKDAYS or before.text in ",."
        if not (known or (before.is_word and before.text.isupper())):
            return False, False
        place -= 1
    return not tokens.same_line(place), place < first
