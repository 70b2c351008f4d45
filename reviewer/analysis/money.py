"""Money: a sign, code or name, an amount, and whose money it is if the text says so."""

from dataclasses import replace
from decimal import Decimal

from reviewer.analysis.money_marks import Currency, mark_after, mark_before, stated_after
from reviewer.analysis.numbers import Numeral, read_numeral
from reviewer.analysis.ranges import is_change, is_dated, is_year, joint
from reviewer.analysis.tokens import Reading, Tokens
from reviewer.analysis.vague import read_vague
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind, UnitBasis

_HUNDREDTH = Decimal("0.01")
_Amount = tuple[int, Numeral, Currency | None, int]
"""First token, number, currency if stated, and end of one amount."""


def read_money(tokens: Tokens, index: int) -> Reading | None:
    """An amount of money, or a range of amounts, that begins at ``index``."""
    vague = read_vague(tokens, index)
    if vague and tokens[index - 1].low not in ("(", "in"):  # "in millions of dollars" heads a table
        end = vague[1].end
        currency = mark_after(tokens, end + (tokens.word(end) == "of"), scaled=True)
        return _reading(tokens, (index, currency.end), currency, *vague) if currency else None
    between = tokens[index].low == "between"
    minus = _minus(tokens, index)
    one = _amount(tokens, index + between + minus)
    if one is None:
        return None
    first, low, currency, end = one
    if low.figure and tokens[first - 1].low == "in" and is_year(low):
        return None  # "in 2024 dollars"
    dated = currency is None and is_dated(tokens, first, low)
    joined = 0 if minus or dated else joint(tokens, first, end, between=between)
    other = _amount(tokens, joined, like=currency) if joined else None
    if other:
        found = _range(tokens, index if between else first, (low, currency), other)
        if found:
            return found
    if currency is None and not between:
        currency, low = _borrowed(tokens, first, end, low)
    if currency is None or between:
        return None
    if minus:
        low = replace(low, value=-low.value)
    return _reading(tokens, (first - minus, end), currency, low, low)


def _borrowed(
    tokens: Tokens, first: int, end: int, low: Numeral
) -> tuple[Currency | None, Numeral]:
    """ "From 24.2 to 33 billion euros": the first figure of a change is of the second's money."""
    if tokens.word(end) != "to" or not is_change(tokens, first):
        return None, low
    other = _amount(tokens, end + 1)
    if other is None:
        return None, low
    _, high, currency, last = other
    if currency is None and tokens[last].is_dash:
        further = _amount(tokens, last + 1)
        high, currency = (further[1], further[2]) if further else (high, None)
    return currency, _inherit(low, high) if currency else low


def _range(
    tokens: Tokens, first: int, one: tuple[Numeral, Currency | None], other: _Amount
) -> Reading | None:
    low, currency = one
    _, high, other_currency, end = other
    currency = currency or other_currency
    if currency is None or not _agree(currency, other_currency):
        return None
    if other_currency and len(other_currency.readings) < len(currency.readings):
        currency = other_currency
    low = _inherit(low, high)
    if not low.value < high.value:
        return None
    return _reading(tokens, (first, end), currency, low, high)


def _minus(tokens: Tokens, index: int) -> int:
    """1 if a dash that opens an amount is its minus: "-$5 million"."""
    opens = not tokens.tight(index) or tokens[index - 1].text == "("
    dash = tokens[index].is_dash and tokens[index].text != "\u2014" and opens
    return int(dash and tokens.tight(index + 1) and not tokens[index + 1].is_number)


def _reading(
    tokens: Tokens, span: tuple[int, int], currency: Currency, low: Numeral, high: Numeral
) -> Reading:
    first, end = span
    end, currency = stated_after(tokens, end, currency)
    factor = _HUNDREDTH if currency.small else Decimal(1)
    unclear = len(currency.readings) > 1
    quantity = Quantity(
        QuantityKind.MONEY,
        low.value * factor,
        high.value * factor,
        unit=currency.unit if unclear else currency.readings[0],
        unit_basis=UnitBasis.UNKNOWN if unclear else UnitBasis.EXPLICIT,
        currencies=currency.readings if unclear else (),
        step=min(low.step, high.step) * factor,
    )
    return Reading(first, end, quantity)


def _amount(tokens: Tokens, index: int, like: Currency | None = None) -> _Amount | None:
    before = mark_before(tokens, index)
    if before:
        numeral = read_numeral(tokens, before.end, short=True)
        return (before.first, numeral, before, numeral.end) if numeral else None
    numeral = read_numeral(tokens, index, short=True)
    if not numeral:
        return None
    after = mark_after(tokens, numeral.end, scaled=numeral.step >= Decimal(1000))
    if after:
        return index, numeral, after, after.end
    if like is None and (not _could_be_range(tokens, numeral.end) or _is_version(tokens, index)):
        return None
    return index, numeral, None, numeral.end


def _is_version(tokens: Tokens, index: int) -> bool:
    """The 2.0 of "raised the price of Arden 2.0 to $4.5B" is a name's."""
    named = tokens[index - 1].is_capital and tokens.same_line(index)
    return named and "." in tokens[index].text and not tokens.opens_sentence(index - 1)


def _could_be_range(tokens: Tokens, index: int) -> bool:
    return tokens[index].is_dash or tokens.word(index) in ("to", "and", "or")


def _inherit(low: Numeral, high: Numeral) -> Numeral:
    """The 10 of "$10-12 million" is ten million, that of "$500-2,000" is not scaled."""
    if high.power and not low.power and low.value.scaleb(high.power) < high.value:
        return low.scaled(high.power)
    return low


def _agree(one: Currency, other: Currency | None) -> bool:
    return other is None or (one.small == other.small and bool({*one.readings} & {*other.readings}))
