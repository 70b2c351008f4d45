"""The same figure in another unit: the more digits it has, the less it is a coincidence."""

from reviewer.analysis.corpus import Item
from reviewer.analysis.digits import digits_of
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind

_OF_DIGITS = (0.0, 0.06, 0.15, 0.25)


def same_figure(one: Item, other: Item, *, counted: bool = False) -> float:
    """How much alike two values are because one figure stands in two units or currencies: 148
    million euros and 148 million dollars; or with ``counted`` before two nouns."""
    a, b = one.claim.claim.quantity, other.claim.claim.quantity
    if a is None or b is None or not (counted or are_figures_of_units(a, b)):
        return 0.0
    return _OF_DIGITS[min(len(one.digits), len(_OF_DIGITS) - 1)]


def are_figures_of_units(a: Quantity, b: Quantity) -> bool:
    """Whether both are one figure, in two units that both state."""
    if a.kind not in (QuantityKind.MONEY, QuantityKind.MEASURE) or a.unit == b.unit:
        return False
    return a.kind is b.kind and not _may_be_one(a, b) and bool(digits_of(a)) and a.low == b.low


def _may_be_one(a: Quantity, b: Quantity) -> bool:
    """Whether a sign such as "$" that many use may stand for the currency of the other."""
    mine, theirs = (
        frozenset(each.currencies if each.is_currency_unclear else [each.unit]) for each in (a, b)
    )
    return not mine or not theirs or bool(mine & theirs)
