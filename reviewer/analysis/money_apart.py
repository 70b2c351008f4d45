"""Whether two sums of money are of one currency, and the same figure in two."""

from reviewer.analysis.frames import Frame
from reviewer.analysis.periods_apart import When
from reviewer.analysis.verdicts import Verdict
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import Dimension, RelationKind

_OPEN = 0.9
_ONE_FIGURE, _NEAR_FIGURE = 0.9, 0.6
_NEAR = 1.5


def one_currency(a: Quantity, b: Quantity) -> float:
    """1 for one currency that both state, less where one may be the other's, else 0."""
    if not a.is_currency_unclear and not b.is_currency_unclear:
        return float(a.unit == b.unit)
    readings, others = _readings(a), _readings(b)
    return _OPEN if not readings or not others or readings & others else 0.0


def judge_currencies(a: Frame, b: Frame, times: When) -> Verdict | None:
    """On sums of two currencies: the same figure cannot be right in both; one that is nearly the
    same may be a conversion, and may not."""
    if a.span.value == b.span.value:
        strength = _ONE_FIGURE
    elif min(a.span.value, b.span.value) > max(a.span.value, b.span.value) / _NEAR:
        strength = _NEAR_FIGURE
    else:
        return None
    strength *= times.strength
    return Verdict(RelationKind.CONTRADICTS, Dimension.UNIT, strength, "currencies")


def _readings(quantity: Quantity) -> frozenset[str]:
    if quantity.is_currency_unclear:
        return frozenset(quantity.currencies)
    return frozenset([quantity.unit])
