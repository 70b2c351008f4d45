"""The sign, letters, code or name that makes a number money, before or behind it."""

from dataclasses import dataclass, replace

from reviewer.analysis import currencies
from reviewer.analysis.tokens import Tokens

_FIRST_WORDS = frozenset(words[0] for words in currencies.COUNTRIES)
_APART = ("C", "c")
"""A single letter that stands apart from its sign only as a country: "C $6"."""


@dataclass(frozen=True, slots=True)
class Currency:
    """A mark of money from token ``first`` to before ``end``: what is written, and what it may
    stand for; ``small`` if the number counts hundredths of it."""

    unit: str
    readings: tuple[str, ...]
    end: int
    first: int
    small: bool = False


def mark_before(tokens: Tokens, index: int) -> Currency | None:
    """A sign, letters and a sign, a sign and letters, or a code, right before the number."""
    token = tokens[index]
    if token.text == "$" or (tokens[index + 1].text == "$" and token.is_word):
        return _dollar(tokens, index)
    if tokens.phrase_at(index, ("u", ".", "s", ".", "$")):
        return Currency("USD", ("USD",), index + 5, index)
    if token.text in currencies.MARKS:
        return _letters(tokens, index, currencies.MARKS[token.text])
    code = currencies.code_of(token.text)
    readings = (code,) if code else currencies.SIGNS.get(token.text, ())
    if readings and tokens.near(index + 1) and tokens[index + 1].is_number:
        return Currency(code or token.text, readings, index + 1, index)
    return None


def _dollar(tokens: Tokens, index: int) -> Currency | None:
    """ "$", "NZ$", "US $", "$US", "$A"; the letters name the country."""
    token = tokens[index]
    if token.text == "$":
        place = index + 1
        code = currencies.DOLLAR_PREFIXES.get(tokens[place].low, "")
        ahead = code and tokens.tight(place) and tokens.near(place + 1)
        if ahead and tokens[place].text.isupper() and tokens[place + 1].is_number:
            return Currency(code, (code,), place + 1, index)
        ready = tokens[place].is_number and tokens.near(place)
        return Currency("$", currencies.SIGNS["$"], place, index) if ready else None
    if not (tokens[index + 2].is_number and tokens.near(index + 1) and tokens.near(index + 2)):
        return None
    code = currencies.DOLLAR_PREFIXES.get(token.low, "")
    apart = token.text in _APART or (len(token.text) > 1 and token.text.isupper())
    if code and (tokens.tight(index + 1) or apart or token.low == "hk"):
        return Currency(code, (code,), index + 2, index)
    return None


def _letters(tokens: Tokens, index: int, readings: tuple[str, ...]) -> Currency | None:
    word = tokens[index].text
    place = index + 1
    if tokens[place].text == "." and tokens.tight(place):
        place += 1
    number = tokens[place]
    if not (number.is_number and tokens.near(place)):
        return None
    if word in currencies.NEEDS_AMOUNT:
        scaled = tokens.word(place + 1) in ("million", "billion", "trillion", "bn", "m", "mn", "tn")
        if not tokens.tight(place) or not (scaled or "," in number.text):
            return None
    sign = currencies.MARK_SIGNS.get(word, readings[0] if len(readings) == 1 else word)
    return Currency(sign, readings, place, index)


def mark_after(tokens: Tokens, index: int, *, scaled: bool) -> Currency | None:
    """A code, a sign or a name ("New Zealand dollars", "pence") after the number."""
    if not tokens.near(index):
        return None
    if tokens[index].is_dash and tokens.tight(index) and tokens.tight(index + 1):
        index += 1
    token = tokens[index]
    code = currencies.code_of(token.text)
    if code:
        return Currency(code, (code,), index + 1, index)
    if not scaled and (found := _small(tokens, index)):
        return found
    if token.text in currencies.SIGNS and not tokens[index + 1].is_number:
        return Currency(token.text, currencies.SIGNS[token.text], index + 1, index)
    return _named(tokens, index, scaled=scaled)


def _small(tokens: Tokens, index: int) -> Currency | None:
    """Hundredths: "cents", "5p", "7.2 US cents", "12 euro cents"."""
    token = tokens[index]
    if token.low in currencies.SMALL:
        unit, readings = currencies.SMALL[token.low]
        return Currency(unit, readings, index + 1, index, small=True)
    if token.text == "p" and tokens.tight(index) and not _is_clock(tokens, index + 1):
        return Currency("GBP", ("GBP",), index + 1, index, small=True)
    country, place = _country(tokens, index)
    if tokens[index].low == "euro":
        country, place = "EU", index + 1
    if not country or tokens.word(place) not in ("cent", "cents"):
        return None
    readings = tuple(code for code in currencies.SMALL["cent"][1] if code.startswith(country))
    return Currency(readings[0], readings, place + 1, index, small=True) if readings else None


def _is_clock(tokens: Tokens, index: int) -> bool:
    return tokens[index].text == "." and tokens.tight(index + 1)


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
    elif name in currencies.NEEDS_SCALE and not (
        country or scaled or _is_said(tokens, index, name)
    ):
        return None
    return Currency(currencies.NAME_SIGNS.get(name, name), readings, end, index)


def _country(tokens: Tokens, index: int) -> tuple[str, int]:
    if tokens[index].low not in _FIRST_WORDS:
        return "", index
    for words, country in currencies.COUNTRIES.items():
        if tokens.phrase_at(index, words):
            return country, index + len(words)
    return "", index


def _is_said(tokens: Tokens, index: int, name: str) -> bool:
    """ "2,500 crowns": names that are money behind figures, and other things behind words."""
    return name in currencies.IN_FIGURES and tokens[index - 1].is_number


def stated_after(tokens: Tokens, end: int, currency: Currency) -> tuple[int, Currency]:
    """ "$79.5 million NZD", "$12m (US)", "$ 10 dollars": what the sign is of comes after it."""
    if currency.unit != "$" or currency.small or not tokens.near(end):
        return end, currency
    named = _named(tokens, end, scaled=True)
    if named and set(named.readings) <= set(currency.readings):
        return named.end, replace(named, unit="$")
    bracket = tokens[end].text == "("
    word = tokens[end + bracket].text
    code = currencies.code_of(word) or {"US": "USD", "NZ": "NZD"}.get(word, "")
    if code not in currency.readings or not (bracket or word == code):
        return end, currency
    if bracket and tokens[end + 2].text != ")":
        return end, currency
    return end + 1 + 2 * bracket, Currency(code, (code,), end, end)
