"""Everything in a text that says how much, how many or when."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import localcontext

from reviewer.analysis import bounds, counts, dates, fractions, money, ordinals, rates, units
from reviewer.analysis.datelines import dateline_at
from reviewer.analysis.days import shows_day_first
from reviewer.analysis.designators import inside_a_name
from reviewer.analysis.moments import Frame
from reviewer.analysis.numbers import EXACT
from reviewer.analysis.tokens import Reading, Tokens
from reviewer.analysis.triggers import may_open
from reviewer.domain.quantity import Quantity


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """``text[start:end] == quantity.raw``: the value with its approximator, without its noun."""

    start: int
    end: int
    quantity: Quantity


def read_quantities(text: str, *, reference: date | None = None) -> tuple[FoundQuantity, ...]:
    """All quantities of ``text`` in order, none over another; offsets are code points.

    ``reference`` is the day of writing: without it, and without a dateline in the text, "last June"
    is found, but its days are None. Time grows with the length of the text alone, whatever it holds.
    """
    tokens = Tokens(text)
    with localcontext(EXACT):
        return tuple(_found(tokens, reading) for reading in _readings(tokens, reference))


def _readings(tokens: Tokens, reference: date | None) -> Iterator[Reading]:
    index = floor = 0
    addresses = _addresses(tokens)
    frame = dates.frame_of(reference, day_first=shows_day_first(tokens))
    while index < len(tokens):
        if index in addresses:
            index = floor = addresses[index]
            continue
        reading = _read(tokens, index, frame, floor) if may_open(tokens, index) else None
        if reading is None:
            index += 1
            continue
        yield reading
        index = floor = reading.end
        day = dateline_at(tokens, reading)
        if day:
            frame = dates.frame_of(day, day_first=frame.day_first)


def _read(tokens: Tokens, index: int, frame: Frame, floor: int) -> Reading | None:
    bound, first = bounds.leading_bound(tokens, index, floor)
    reading = _plain(tokens, index, frame, bound)
    if reading is None:
        return None
    phrase = tokens.slice(first, index) if bound else ""
    if bound and bounds.suits(bound, phrase.lower(), reading.quantity, tokens[first - 1].low):
        quantity = bounds.bounded(reading.quantity, bound, phrase)
        reading = Reading(first, reading.end, quantity)
    else:
        after, end = bounds.trailing_bound(tokens, reading.end)
        if after and bounds.suits(after, "", reading.quantity, ""):
            phrase = tokens.slice(reading.end, end)
            quantity = bounds.bounded(reading.quantity, after, phrase)
            reading = Reading(reading.first, end, quantity)
    return rates.placed(tokens, reading)


def _plain(tokens: Tokens, index: int, frame: Frame, bound: bounds.Bound | None) -> Reading | None:
    """The first reader that recognises what begins at ``index``, the surest first."""
    if inside_a_name(tokens, index):
        return None
    found = money.read_money(tokens, index)
    if found is None and bound in (None, bounds.Bound.NEAR):
        found = dates.read_date(tokens, index, frame)
        if bound and found and found.quantity.low is None and found.end == index + 1:
            found = None
    return (
        found
        or units.read_unit_quantity(tokens, index)
        or units.read_age(tokens, index)
        or fractions.read_fraction(tokens, index)
        or ordinals.read_ordinal(tokens, index)
        or counts.read_count(tokens, index, hedged=bound is not None)
    )


def _addresses(tokens: Tokens) -> dict[int, int]:
    """Web and mail addresses, by first token: numbers in them are nobody's claim."""
    found: dict[int, int] = {}
    if not any(sign in tokens.text for sign in ("://", "@", "www.", "WWW.")):
        return found
    index = 0
    while index < len(tokens):
        end = index + 1
        while end < len(tokens) and tokens.tight(end):
            end += 1
        run = tokens.slice(index, end)
        if "://" in run or "@" in run or run.lower().startswith("www."):
            found[index] = end
        index = end
    return found


def _found(tokens: Tokens, reading: Reading) -> FoundQuantity:
    start, end = tokens[reading.first].start, tokens[reading.end - 1].end
    quantity = replace(reading.quantity, raw=tokens.text[start:end])
    return FoundQuantity(start, end, quantity)
