"""Everything in a text that says how much, how many or when."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import localcontext

from reviewer.analysis import bounds, counts, dates, fractions, money, ordinals, rates, units
from reviewer.analysis.addresses import addresses
from reviewer.analysis.cells import cell_readings
from reviewer.analysis.datelines import dateline_at
from reviewer.analysis.days import shows_day_first
from reviewer.analysis.designators import inside_a_name
from reviewer.analysis.elided import Currencies
from reviewer.analysis.moments import Frame
from reviewer.analysis.numbers import EXACT
from reviewer.analysis.progress import Tell, untold
from reviewer.analysis.tokens import Reading, Tokens
from reviewer.analysis.triggers import openings
from reviewer.analysis.whose_money import with_whose
from reviewer.analysis.years import OF_A_YEAR
from reviewer.domain.quantity import Quantity


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """``text[start:end] == quantity.raw``: the value with its approximator, without its noun."""

    start: int
    end: int
    quantity: Quantity


def read_quantities(
    text: str, *, reference: date | None = None, tell: Tell = untold
) -> tuple[FoundQuantity, ...]:
    """All quantities of ``text`` in order, none over another; offsets are code points.

    ``reference`` is the day of writing: without it, and without a dateline in the text, "last June"
    is found, but its days are None. Time grows with the length of the text alone, whatever it
    holds.
    """
    tokens = Tokens(text)
    with localcontext(EXACT):
        found = [_found(tokens, reading) for reading in _readings(tokens, reference, tell)]
    values = with_whose([each.quantity for each in found])
    return tuple(replace(each, quantity=value) for each, value in zip(found, values, strict=True))


def _readings(tokens: Tokens, reference: date | None, tell: Tell) -> Iterator[Reading]:
    floor = 0
    hidden = addresses(tokens)
    frame = dates.frame_of(reference, day_first=shows_day_first(tokens))
    cells = cell_readings(tokens)
    currencies = Currencies(tokens)
    for index in openings(tokens):
        if index < floor or index in hidden:
            continue
        tell(index / len(tokens))
        reading = cells.get(index) or _read(tokens, index, frame, floor)
        if reading is None:
            continue
        yield currencies.filled(reading)
        floor = reading.end
        day = dateline_at(tokens, reading)
        if day:
            frame = dates.frame_of(day, day_first=frame.day_first)


def _read(tokens: Tokens, index: int, frame: Frame, floor: int) -> Reading | None:
    bound, first = bounds.leading_bound(tokens, index, floor)
    phrase = tokens.slice(first, index) if bound else ""
    reading = _plain(tokens, index, frame, phrase.lower())
    if reading is None:
        return None
    found = reading.quantity
    led = bound and bounds.suits(bound, phrase.lower(), found, tokens[first - 1].low)
    after, end = bounds.trailing_bound(tokens, reading.end)
    if after and (not led or bound is bounds.Bound.NEAR) and bounds.suits(after, "", found, ""):
        quantity = bounds.bounded(found, after, tokens.slice(reading.end, end))
        reading = Reading(first if led else reading.first, end, quantity)
    elif bound and led:
        reading = Reading(first, reading.end, bounds.bounded(found, bound, phrase))
    return rates.placed(tokens, reading)


def _plain(tokens: Tokens, index: int, frame: Frame, phrase: str) -> Reading | None:
    """The first reader that recognises what begins at ``index``, the surest first."""
    if inside_a_name(tokens, index):
        return None
    found = money.read_money(tokens, index)
    dated = (
        tokens[index].low in ("a", "an")
        or not phrase
        or phrase in bounds.BEFORE_DATES
        or tokens.word(index + 1) in OF_A_YEAR
    )
    if found is None and dated:
        found = dates.read_date(tokens, index, frame)
        if phrase and found and found.quantity.low is None and found.end == index + 1:
            found = None
    return (
        found
        or units.read_unit_quantity(tokens, index)
        or units.read_age(tokens, index)
        or fractions.read_fraction(tokens, index)
        or ordinals.read_ordinal(tokens, index)
        or counts.read_count(tokens, index, hedged=phrase)
    )


def _found(tokens: Tokens, reading: Reading) -> FoundQuantity:
    start, end = tokens[reading.first].start, tokens[reading.end - 1].end
    quantity = replace(reading.quantity, raw=tokens.text[start:end])
    return FoundQuantity(start, end, quantity)
