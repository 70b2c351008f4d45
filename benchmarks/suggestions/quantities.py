"""The quantities of the five sample documents against those that a person marked.

Strict span: a quantity counts as found if its span is one of those that the marking accepts (with
or without its approximator, with or without its noun). Value: the value is right too, with its
bound
(over, at least), and for dates the first and the last day, at a place that overlaps the marked
one. Each marked quantity is met at most once. Documents are read whole, with the day of
writing that the marking gives, sidebars included.
"""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from rows import Row, Score, absent, alike, shared

from reviewer.analysis.quantities import FoundQuantity, read_quantities
from reviewer.assets import asset
from reviewer.domain.periods import parse_period
from reviewer.domain.vocabulary import QuantityKind

BAR = 0.97
SCALE = "quantulum3: span 0.57, value 0.62"


def rows(*, smoke: bool = False) -> list[Row]:
    """Four scores: strict spans and values, each without and with dates."""
    del smoke
    if shared("gold", "seed_gold.json") is None:
        return absent("seeds: quantities")
    found = []
    for dates in (False, True):
        spans, values = Score(), Score()
        for wanted, read in _documents(dates=dates):
            spans.add(len(_met(wanted, read, _same_span)), len(read), len(wanted))
            values.add(len(_met(wanted, read, _same_value)), len(read), len(wanted))
        words = "with dates" if dates else "without dates"
        found += [
            spans.row(f"seeds, {words}: strict span F1", BAR),
            values.row(f"seeds, {words}: value F1", BAR),
        ]
    found[0] = Row(
        found[0].what, found[0].ours, found[0].bar, found[0].met, f"{found[0].scale}; {SCALE}"
    )
    return found


def misses() -> Iterator[str]:
    """What is marked and not found, and what is found and not marked."""
    if shared("gold", "seed_gold.json") is None:
        return
    for wanted, read in _documents(dates=True):
        met = _met(wanted, read, _same_value)
        for number, gold in enumerate(wanted):
            if number not in met:
                place = f"{gold['doc']} {gold['start']}"
                yield f"- wanted {place} {gold['full_quote']!r} {gold['value']}"
        for number, each in enumerate(read):
            if number not in met.values():
                q = each.quantity
                yield f"- read {wanted[0]['doc']} {each.start} {q.raw!r} {q.low} {q.high} {q.unit}"


def _documents(*, dates: bool) -> Iterator[tuple[list[dict[str, Any]], list[FoundQuantity]]]:
    path = shared("gold", "seed_gold.json")
    assert path
    gold = json.loads(path.read_text("utf-8"))
    for document in gold["documents"]:
        text = asset("seeds", document["file"]).read_bytes().decode()
        wanted = [q for q in gold["quantities"] if q["doc"] == document["id"]]
        read = list(read_quantities(text, reference=_day(document["reference_date"])))
        if not dates:
            wanted = [q for q in wanted if not q["type"].startswith("date")]
            read = [q for q in read if q.quantity.kind is not QuantityKind.DATE]
        yield wanted, read


def _day(text: str | None) -> date | None:
    """A month stands for its tenth day."""
    period = parse_period(text or "")
    if period is None or period.first is None:
        return None
    return period.first if period.first == period.last else period.first.replace(day=10)


def _met(wanted: list[dict[str, Any]], read: list[FoundQuantity], same: Any) -> dict[int, int]:
    """Marked quantity → the found one that meets it, one to one in reading order."""
    met: dict[int, int] = {}
    for number, gold in enumerate(wanted):
        free = (k for k, each in enumerate(read) if k not in met.values() and same(gold, each))
        place = next(free, None)
        if place is not None:
            met[number] = place
    return met


def _same_span(gold: dict[str, Any], found: FoundQuantity) -> bool:
    return [found.start, found.end] in gold["accepted_spans"]


def _same_value(gold: dict[str, Any], found: FoundQuantity) -> bool:
    if found.start >= gold["full_end"] or found.end <= gold["full_start"]:
        return False
    quantity = found.quantity
    if gold["type"].startswith("date"):
        days = [str(each) for each in (quantity.low, quantity.high)]
        return days == [gold.get("lo"), gold.get("hi")]
    value = quantity.low if quantity.low is not None else quantity.high
    if not isinstance(value, Decimal) or not alike(float(value), float(gold["value"])):
        return False
    return gold["bound"] != "gt" or (quantity.high is None and quantity.low_open)
