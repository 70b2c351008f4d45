"""What a person types into the value field of a claim: "78 million NZD", "> 1500", "May 2023"."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import localcontext

from reviewer.analysis import bounds, dates, fractions, money, ordinals, units
from reviewer.analysis.currencies import code_of
from reviewer.analysis.numbers import EXACT, Numeral, read_numeral
from reviewer.analysis.tokens import Reading, Tokens
from reviewer.domain.errors import ReviewerError
from reviewer.domain.periods import parse_period
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind

_SIGN_WORDS = {">=": "\u2265", "=>": "\u2265", "<=": "\u2264", "=<": "\u2264"}
_OWN_WORDS = {">": "more than", "<": "less than", "\u2265": "at least", "\u2264": "up to"}
_ABOUT = frozenset("~\u2248")
_SHARES = (QuantityKind.PERCENT, QuantityKind.FRACTION)
_LONGEST = 300
_MAX_DAYS_LENGTH = 30


def parse_amount(text: str, *, reference: date | None = None) -> Quantity:
    """The quantity that is typed; a ReviewerError says what can be typed if it cannot be read.

    ``parse_amount(form_text(q))`` gives back ``q`` but for its role and raw words, and a default
    currency comes back as a stated one.
    """
    typed = " ".join(text.split())
    for signs, sign in _SIGN_WORDS.items():
        if typed.startswith(signs):
            typed = sign + typed.removeprefix(signs)
    with localcontext(EXACT):
        short = len(typed) <= _LONGEST
        found = (_period(typed) or _read(Tokens(typed), reference)) if short else None
    if found is None:
        raise ReviewerError(
            f"\u201c{text.strip()[:60]}\u201d cannot be read as a value. "
            "Try 78 million NZD, > 1500 troops, 12-15, 2.3 %, or May 2023."
        )
    return found


def _period(typed: str) -> Quantity | None:
    period = parse_period(typed) if len(typed) <= _MAX_DAYS_LENGTH else None
    return Quantity(QuantityKind.DATE, period.first, period.last) if period else None


def _read(tokens: Tokens, reference: date | None) -> Quantity | None:
    for index in range(min(len(tokens), 6)):
        bound, first = bounds.leading_bound(tokens, index, 0)
        if index and (bound is None or first != 0):
            continue
        quantity = _whole(tokens, index, reference)
        if quantity and bound:
            phrase = tokens.slice(0, index)
            if not bounds.suits(bound, phrase.lower(), quantity, "for"):
                return None
            word = "about" if phrase in _ABOUT else _OWN_WORDS.get(phrase, phrase)
            return bounds.bounded(quantity, bound, word)
        if quantity:
            return quantity
    return None


def _whole(tokens: Tokens, index: int, reference: date | None) -> Quantity | None:
    """The reading that leaves nothing over, the surest first."""
    for reading in _readings(tokens, index, reference):
        if reading is None:
            continue
        quantity = reading.quantity
        bound, end = bounds.trailing_bound(tokens, reading.end)
        if bound:
            quantity = bounds.bounded(quantity, bound, tokens.slice(reading.end, end))
        whole = _with_rest(tokens, end, quantity)
        if whole:
            return whole
    return _count(tokens, index)


def _readings(tokens: Tokens, index: int, reference: date | None) -> Iterator[Reading | None]:
    yield money.read_money(tokens, index)
    yield dates.read_date(tokens, index, dates.frame_of(reference))
    yield units.read_unit_quantity(tokens, index)
    yield fractions.read_fraction(tokens, index)
    yield ordinals.read_ordinal(tokens, index)


def _with_rest(tokens: Tokens, end: int, quantity: Quantity) -> Quantity | None:
    """Takes what is left as the base of a percentage or the noun of an ordinal."""
    if end >= len(tokens):
        return quantity
    rest = tokens.slice(end, len(tokens))
    if quantity.kind in _SHARES and rest.startswith("of "):
        return replace(quantity, base=rest.removeprefix("of "))
    if rest.startswith("per "):
        return replace(quantity, base=rest)
    return replace(quantity, unit=rest) if quantity.kind is QuantityKind.ORDINAL else None


def _count(tokens: Tokens, index: int) -> Quantity | None:
    """A number or a range, and all that follows as what is counted."""
    between = tokens[index].low == "between"
    low = read_numeral(tokens, index + between, short=True)
    if low is None:
        return None
    joint = tokens[low.end]
    high = None
    if joint.is_dash or joint.low == ("and" if between else "to"):
        high = read_numeral(tokens, low.end + 1, short=True)
    if between and high is None:
        return None
    if high and high.power and not low.power and low.value < high.value:
        scaled = low.scaled(high.power)
        low = scaled if scaled.value <= high.value else low
    if high and high.value < low.value:
        return None
    return _counted(tokens, low, high or low)


def _counted(tokens: Tokens, low: Numeral, high: Numeral) -> Quantity | None:
    bound, end = bounds.trailing_bound(tokens, high.end)
    rest = tokens.slice(end, len(tokens)) if end < len(tokens) else ""
    if rest and not (rest[0].isalpha() and tokens.near(end) and not code_of(tokens[end].text)):
        return None
    noun, per, base = rest.partition("per ")
    if noun.strip() != noun.rstrip():
        noun, per, base = rest, "", ""
    quantity = Quantity(
        QuantityKind.COUNT,
        low.value,
        high.value,
        unit=noun.rstrip() if per else rest,
        step=min(low.step, high.step),
        base=per + base,
    )
    return bounds.bounded(quantity, bound, tokens.slice(high.end, end)) if bound else quantity
