"""Every figure of a short text with the words around it, for holding a claim against evidence.

Wider than what is suggested as a claim: here "the number of recoveries reached 66" counts as well.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from reviewer.analysis.nouns import FUNCTION_WORDS
from reviewer.analysis.quantities import read_quantities
from reviewer.analysis.tokens import Tokens
from reviewer.analysis.wordforms import verb_stem
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind

_AROUND = 6  # tokens on either side that tell what a figure is of
_BREAKS = frozenset(",;.:()")
_LEADS = frozenset(("before", "after", "since", "by", "until", "till", "following"))
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Figure:
    """``near`` are stems on its side of the nearest breaks, ``around`` those of a wider window;
    ``lead`` is a word such as "before" that stands before a date."""

    quantity: Quantity
    dimension: str
    near: frozenset[str]
    around: frozenset[str]
    lead: str
    place: int


def figures_of(text: str, reference: date | None = None) -> tuple[Figure, ...]:
    """The figures of a text in order. Time grows with its length."""
    tokens = Tokens(text)
    starts = {tokens[place].start: place for place in range(len(tokens))}
    found: list[Figure] = []
    covered = 0
    for each in read_quantities(text, reference=reference):
        first = starts.get(each.start, 0)
        found.extend(_bare(tokens, covered, first))
        end = first
        while end < len(tokens) and tokens[end].start < each.end:
            end += 1
        found.append(_figure(tokens, first, end, each.quantity))
        covered = end
    found.extend(_bare(tokens, covered, len(tokens)))
    return tuple(found)


def _bare(tokens: Tokens, first: int, end: int) -> list[Figure]:
    """Numbers that no reader took: they count what stands before them."""
    found = []
    for place in range(first, end):
        token = tokens[place]
        hangs = tokens.tight(place) and (tokens[place - 1].is_word or tokens[place - 1].is_dash)
        if not token.is_number or hangs:
            continue
        try:
            value = Decimal(token.text.replace(",", ""))
        except InvalidOperation:
            continue
        quantity = Quantity(QuantityKind.COUNT, value, value, raw=token.text)
        found.append(_figure(tokens, place, place + 1, quantity))
    return found


def _figure(tokens: Tokens, first: int, end: int, quantity: Quantity) -> Figure:
    lead = next(
        (tokens[back].low for back in range(first - 1, first - 4, -1) if tokens[back].low in _LEADS),
        "",
    )
    unit = frozenset(verb_stem(word) for word in quantity.unit.split() if word.isalpha())
    near = unit | _stems(tokens, _edge(tokens, first - 1, -1), first)
    near |= _stems(tokens, end, _edge(tokens, end, 1))
    around = _stems(tokens, max(0, first - 2 * _AROUND), end + 2 * _AROUND)
    return Figure(quantity, _dimension(quantity), near, around, lead, first)


def _edge(tokens: Tokens, place: int, step: int) -> int:
    """Where the clause of the figure breaks off, or another figure stands."""
    for _ in range(_AROUND):
        token = tokens[place]
        if not token.text or token.text in _BREAKS or token.is_number:
            break
        place += step
    return place + 1 if step < 0 else place


def _stems(tokens: Tokens, first: int, end: int) -> frozenset[str]:
    return frozenset(
        verb_stem(tokens[place].low)
        for place in range(max(0, first), end)
        if tokens[place].is_word and tokens[place].low not in FUNCTION_WORDS
    )


def _dimension(quantity: Quantity) -> str:
    kind = quantity.kind
    if kind in (QuantityKind.PERCENT, QuantityKind.FRACTION):
        return "share"
    return kind.value


def comparable(quantity: Quantity) -> Quantity:
    """A fraction as percent, so that "6/10" and "60 %" can be held together."""
    if quantity.kind is not QuantityKind.FRACTION:
        return quantity
    low, high = (
        value * _HUNDRED if isinstance(value, Decimal) else value
        for value in (quantity.low, quantity.high)
    )
    return Quantity(
        QuantityKind.PERCENT, low, high, quantity.low_open, quantity.high_open,
        approximator=quantity.approximator, step=quantity.step, raw=quantity.raw,
    )  # fmt: skip
