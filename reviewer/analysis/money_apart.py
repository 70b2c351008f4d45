"""Whether two sums of money are of one currency."""

from reviewer.domain.quantity import Quantity

_OPEN = 0.9


def one_currency(a: Quantity, b: Quantity) -> float:
    """1 for one currency that both state, less where one may be the other's, else 0."""
    if not a.is_currency_unclear and not b.is_currency_unclear:
        return float(a.unit == b.unit)
    readings, others = _readings(a), _readings(b)
    return _OPEN if not readings or not others or readings & others else 0.0


def _readings(quantity: Quantity) -> frozenset[str]:
    if quantity.is_currency_unclear:
        return frozenset(quantity.currencies)
    return frozenset([quantity.unit])
