"""A first reader of quantities: everything in a text that says how much, how many or when."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import localcontext

from reviewer.analysis import bounds, counts, currencies, dates, money, relative, units
from reviewer.analysis.calendar import MONTHS, WEEKDAYS
from reviewer.analysis.numbers import EXACT, NUMBER_WORDS
from reviewer.analysis.tokens import Reading, Tokens
from reviewer.domain.quantity import Quantity
from reviewer.domain.yearparts import PARTS


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """``text[start:end] == quantity.raw``: the value with its approximator, without its noun."""

    start: int
    end: int
    quantity: Quantity


_WORDS = (
    NUMBER_WORDS
    | counts.ORDINAL_WORDS
    | relative.WORDS
    | frozenset(MONTHS)
    | frozenset(WEEKDAYS)
    | frozenset(PARTS)
    | frozenset(
        [
            "a",
            "an",
            "half",
            "between",
            "magnitude",
            "fiscal",
            "financial",
            "fy",
            "q",
            "h",
            "final",
            "last",
            "week",
            "month",
            "quarter",
            "year",
            "decade",
            "u",
        ]
    )
    | frozenset(code.lower() for code in currencies.CODES)
    | frozenset(currencies.DOLLAR_PREFIXES)
)
_SIGNS = frozenset(currencies.SIGNS) | counts.FRACTION_SIGNS | frozenset("-\u2212\u2013")


def read_quantities(text: str, *, reference: date | None = None) -> tuple[FoundQuantity, ...]:
    """All quantities of ``text`` in order, none over another; offsets are code points.

    ``reference`` is the day of writing: without it "last June" is found, but its days are None.
    Time grows with the length of the text alone, whatever it holds.
    """
    tokens = Tokens(text)
    with localcontext(EXACT):
        return tuple(_found(tokens, reading) for reading in _readings(tokens, reference))


def _readings(tokens: Tokens, reference: date | None) -> Iterator[Reading]:
    index = floor = 0
    addresses = _addresses(tokens)
    while index < len(tokens):
        token = tokens[index]
        if index in addresses:
            index = floor = addresses[index]
            continue
        if not (token.is_number or token.low in _WORDS or token.text in _SIGNS):
            index += 1
            continue
        reading = _read(tokens, index, reference, floor)
        if reading:
            yield reading
            index = floor = reading.end
        else:
            index += 1


def _read(tokens: Tokens, index: int, reference: date | None, floor: int) -> Reading | None:
    bound, first = bounds.leading_bound(tokens, index, floor)
    reading = _plain(tokens, index, reference, bound)
    if reading is None:
        return None
    phrase = tokens.slice(first, index) if bound else ""
    if bound and bounds.suits(bound, phrase.lower(), reading.quantity, tokens[first - 1].low):
        quantity = bounds.bounded(reading.quantity, bound, phrase)
        return Reading(first, reading.end, quantity)
    after, end = bounds.trailing_bound(tokens, reading.end)
    if after and bounds.suits(after, "", reading.quantity, ""):
        phrase = tokens.slice(reading.end, end)
        return Reading(reading.first, end, bounds.bounded(reading.quantity, after, phrase))
    return reading


def _plain(
    tokens: Tokens, index: int, reference: date | None, bound: bounds.Bound | None
) -> Reading | None:
    """The first reader that recognises what begins at ``index``, the surest first."""
    if _inside_a_name(tokens, index):
        return None
    found = money.read_money(tokens, index)
    if found is None and bound in (None, bounds.Bound.NEAR):
        found = dates.read_date(tokens, index, reference)
        if bound and found and found.quantity.low is None and found.end == index + 1:
            found = None
    return (
        found
        or units.read_unit_quantity(tokens, index)
        or counts.read_fraction(tokens, index)
        or counts.read_ordinal(tokens, index)
        or counts.read_count(tokens, index, hedged=bound is not None)
    )


def _inside_a_name(tokens: Tokens, index: int) -> bool:
    """Whether a figure hangs on letters: "E-7A", "NH90", "COVID-19", "#12", "v2"."""
    if not tokens[index].is_number or not tokens.tight(index):
        return False
    before = tokens[index - 1]
    if before.is_word or before.text in ("#", "_", "@", "&", "\\"):
        return True
    hangs = before.is_dash and tokens.tight(index - 1)
    return hangs and tokens[index - 2].is_word and tokens[index - 2].low not in PARTS


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
