"""A quantity, and how two of them differ, in the words that windows and reports show."""

from datetime import date
from decimal import Decimal

from reviewer.domain.periods import period_text
from reviewer.domain.quantity import Bound, Quantity, difference
from reviewer.domain.vocabulary import QuantityKind


def quantity_text(quantity: Quantity) -> str:
    """The normal form: ``NZD 78,000,000``, ``over AUD 1,100,000,000``, ``May 2023`` as 2023-05."""
    value = _value_text(quantity)
    if not value:
        return quantity.raw
    if quantity.kind is QuantityKind.MONEY:
        value = f"{quantity.unit} {value}".strip()
    elif quantity.kind is QuantityKind.PERCENT:
        value = f"{value} %"
    elif quantity.unit:
        value = f"{value} {quantity.unit}"
    if quantity.base:
        value = f"{value} of {quantity.base}"
    if quantity.is_currency_unclear:
        value = f"{value} (currency not stated)"
    return " ".join(filter(None, [quantity.approximator, value]))


def difference_text(one: Quantity, other: Quantity) -> str:
    """``other - one`` with sign, percent and what must hold; empty if it has no meaning."""
    found = difference(one, other)
    if found is None:
        return ""
    if found.days is not None:
        text = f"{found.days:+,d} days" if found.days else "none"
    elif not found.absolute:
        text = "none"
    else:
        text = f"{_plain(found.absolute, '+')} {found.unit}".strip()
        if found.percent is not None:
            text += f" ({found.percent:+.1f} %)"
    return f"{text}, {found.caveat}" if found.caveat else text


def _value_text(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    if isinstance(low, date) or isinstance(high, date):
        return period_text(
            low if isinstance(low, date) else None, high if isinstance(high, date) else None
        )
    if low is not None and high is not None:
        return _plain(low) if low == high else f"{_plain(low)} to {_plain(high)}"
    if low is not None:
        return f"{'more than' if quantity.low_open else 'at least'} {_plain(low)}"
    if high is not None:
        return f"{'less than' if quantity.high_open else 'at most'} {_plain(high)}"
    return ""


def _plain(value: Bound, sign: str = "") -> str:
    if not isinstance(value, Decimal):
        return value.isoformat()
    digits = f"{value:{sign},f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
