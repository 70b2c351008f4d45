"""The digits by which a figure is known again in another unit or beside another noun."""

from decimal import Decimal

from reviewer.domain.quantity import Quantity


def digits_of(quantity: Quantity) -> str:
    """The digits of a value that say something: "148" of 148 million; empty without a number."""
    value = quantity.low if quantity.low is not None else quantity.high
    if not isinstance(value, Decimal) or not value.is_finite() or not value:
        return ""
    return "".join(map(str, value.as_tuple().digits)).strip("0")
