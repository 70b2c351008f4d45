"""The same figure in another unit: the more digits it has, the less it is a coincidence."""

from decimal import Decimal

from reviewer.analysis.corpus import Item
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind

_OF_DIGITS = (0.0, 0.06, 0.15, 0.25)


def same_figure(one: Item, other: Item) -> float:
    """How much alike two values are because one figure stands in two units or currencies: 148
    million euros and 148 million dollars."""
    a, b = one.claim.claim.quantity, other.claim.claim.quantity
    if a is None or b is None or not are_figures_of_units(a, b):
        return 0.0
    return _OF_DIGITS[min(len(digits_of(a)), len(_OF_DIGITS) - 1)]


def are_figures_of_units(a: Quantity, b: Quantity) -> bool:
    """Whether both are one figure, in two units that both state."""
    if a.kind not in (QuantityKind.MONEY, QuantityKind.MEASURE) or a.unit == b.unit:
        return False
    unclear = a.is_currency_unclear or b.is_currency_unclear
    return a.kind is b.kind and not unclear and bool(digits_of(a)) and a.low == b.low


def digits_of(quantity: Quantity) -> str:
    """The digits of a value that say something: "148" of 148 million; empty without a number."""
    value = quantity.low if quantity.low is not None else quantity.high
    if not isinstance(value, Decimal) or not value.is_finite() or not value:
        return ""
    return "".join(map(str, value.as_tuple().digits)).strip("0")
