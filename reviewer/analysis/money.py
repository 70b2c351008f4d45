"""Money: a sign, code or name, an amount, and whose money it is if the text says so."""

from dataclasses import dataclass
from decimal import Decimal

from reviewer.analysis import currencies
from reviewer.analysis.numbers import Numeral, read_numeral
from reviewer.analysis.tokens import Reading, Tokens
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind, UnitBasis

_FIRST_WORDS = frozenset(words[0] for words in currencies.COUNTRIES)


@dataclass(frozen=True, slots=True)
class Currency:
    """A mark of money up to before token ``end``: what is written, and what it may stand for."""

    unit: str
    readings: tuple[str, ...]
    end: int
    first: int

    @property
    def is_plain_dollar(self) -> bool:
        return len(self.readings) > 1


def read_money(tokens: Tokens, index: int) -> Reading | None:
    """An amount of money, or a range of amounts, that begins at ``index``."""
    between = tokens[index].low == "between"
    start = index + between
    one = _amount(tokens, start)
    if one is None:
        return None
    first, low, currency, end = one
    joined = _joint(tokens, end, between=between)
    other = _amount(tokens, joined, like=currency) if joined else None
    if other:
        _, high, other_currency, other_end = other
        currency = currency or other_currency
        low = _inherit(low, high)
        if currency and low.value < high.value and _agree(currency, other_currency):
            return _reading(tokens, (index if between else first, other_end), currency, low, high)
    if currency is None or between:
        return None
    return _reading(tokens, (first, end), currency, low, low)


def _reading(
    tokens: Tokens, span: tuple[int, int], currency: Currency, low: Numeral, high: Numeral
) -> Reading:
    first, end = span
    end, currency = _stated_after(tokens, end, currency)
    unclear = len(currency.readings) > 1
    quantity = Quantity(
        QuantityKind.MONEY,
        low.value,
        high.value,
        unit=currency.unit if unclear else currency.readings[0],
        unit_basis=UnitBasis.UNKNOWN if unclear else UnitBasis.EXPLICIT,
        currencies=currency.readings if unclear else (),
        step=min(low.step, high.step),
    )
    return Reading(first, end, quantity)


_Amount = tuple[int, Numeral, Currency | None, int]


def _amount(tokens: Tokens, index: int, like: Currency | None = None) -> _Amount | None:
    """First token, number, currency if stated, and end of one amount."""
    before = _mark_before(tokens, index)
    if before:
        numeral = read_numeral(tokens, before.end, short=True)
        return (before.first, numeral, before, numeral.end) if numeral else None
    numeral = read_numeral(tokens, index, short=True)
    if not numeral:
        return None
    after = _mark_after(tokens, numeral.end, scaled=numeral.step >= Decimal(1000))
    if after:
        return index, numeral, after, after.end
    if like is None and not _could_be_range(tokens, numeral.end):
        return None
    return index, numeral, None, numeral.end


def _could_be_range(tokens: Tokens, index: int) -> bool:
    return tokens[index].is_dash or tokens.word(index) in ("to", "and")


def _inherit(low: Numeral, high: Numeral) -> Numeral:
    """The 10 of "$10-12 million" is ten million, that of "$500-2,000" is not scaled."""
    if high.power and not low.power and low.value.scaleb(high.power) < high.value:
        return low.scaled(high.power)
    return low


def _agree(one: Currency, other: Currency | None) -> bool:
    return other is None or bool(set(one.readings) & set(other.readings))


def _joint(tokens: Tokens, index: int, *, between: bool) -> int:
    """Where the upper end of a range begins, or 0. "From 10 to 12" is a change, not a range."""
    if tokens[index].is_dash and tokens.near(index) and tokens.near(index + 1):
        return index + 1
    word = tokens.word(index)
    if between:
        return index + 1 if word == "and" else 0
    return index + 1 if word == "to" and not _follows_from(tokens, index) else 0


def _follows_from(tokens: Tokens, index: int) -> bool:
    return any(tokens[index - back].low == "from" for back in range(2, 7))


def _mark_before(tokens: Tokens, index: int) -> Currency | None:
    """A sign, letters and a sign, or a code, right before the number."""
    token = tokens[index]
    sign = index + 1 if tokens[index + 1].text == "$" else index
    if tokens[sign].text in currencies.SIGNS and tokens[sign + 1].is_number:
        if not tokens.near(sign + 1):
            return None
        if sign == index:
            return Currency(token.text, currencies.SIGNS[token.text], index + 1, index)
        code = currencies.DOLLAR_PREFIXES.get(token.low, "")
        apart = tokens.near(sign) and len(token.text) > 1 and token.text.isupper()
        if code and (tokens.tight(sign) or apart):
            return Currency(code, (code,), sign + 1, index)
    if tokens.phrase_at(index, ("u", ".", "s", ".", "$")):
        return Currency("USD", ("USD",), index + 5, index)
    code = currencies.code_of(token.text)
    if code and tokens.near(index + 1) and tokens[index + 1].is_number:
        return Currency(code, (code,), index + 1, index)
    return None


def _mark_after(tokens: Tokens, index: int, *, scaled: bool) -> Currency | None:
    """A code, a sign or a name ("New Zealand dollars") after the number."""
    if not tokens.near(index):
        return None
    if tokens[index].is_dash and tokens.tight(index) and tokens.tight(index + 1):
        index += 1
    token = tokens[index]
    code = currencies.code_of(token.text)
    if code:
        return Currency(code, (code,), index + 1, index)
    if token.text in currencies.SIGNS and not tokens[index + 1].is_number:
        return Currency(token.text, currencies.SIGNS[token.text], index + 1, index)
    return _named(tokens, index, scaled=scaled)


def _named(tokens: Tokens, index: int, *, scaled: bool) -> Currency | None:
    country, place = _country(tokens, index)
    name = currencies.singular(tokens.word(place))
    if not name:
        return None
    readings = currencies.NAMES[name]
    if country:
        readings = tuple(code for code in readings if code.startswith(country)) or readings
        if name == "dollar" and country == "TW":
            readings = ("TWD",)
    end = place + 1
    if name == "pound" and (scaled or tokens.word(end) == "sterling"):
        readings = readings if country else ("GBP",)
        end += tokens.word(end) == "sterling"
    elif name in currencies.NEEDS_SCALE and not (country or scaled):
        return None
    return Currency(currencies.NAME_SIGNS.get(name, name), readings, end, index)


def _country(tokens: Tokens, index: int) -> tuple[str, int]:
    if tokens[index].low not in _FIRST_WORDS:
        return "", index
    for words, country in currencies.COUNTRIES.items():
        if tokens.phrase_at(index, words):
            return country, index + len(words)
    return "", index


def _stated_after(tokens: Tokens, end: int, currency: Currency) -> tuple[int, Currency]:
    """ "$79.5 million NZD", "$12m (US)": the country comes after the amount."""
    if currency.unit != "$" or not tokens.near(end):
        return end, currency
    bracket = tokens[end].text == "("
    word = tokens[end + bracket].text
    code = currencies.code_of(word) or {"US": "USD", "NZ": "NZD"}.get(word, "")
    if code not in currency.readings or not (bracket or word == code):
        return end, currency
    if bracket and tokens[end + 2].text != ")":
        return end, currency
    return end + 1 + 2 * bracket, Currency(code, (code,), end, end)
