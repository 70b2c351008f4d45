"""Which dimension a person most likely means, to be preselected and never more than that."""

from collections.abc import Sequence

from reviewer.domain.quantity import Quantity
from reviewer.domain.views import Passage
from reviewer.domain.vocabulary import Dimension, QuantityKind


def likely_dimension(passages: Sequence[Passage]) -> Dimension:
    """From the values of the sides, in the order in which a pair is judged."""
    values = [quantity for passage in passages if (quantity := _quantity(passage))]
    if len(values) < len(passages):
        return Dimension.OTHER
    kinds = {value.kind for value in values}
    if kinds == {QuantityKind.DATE}:
        return Dimension.TEMPORAL
    if QuantityKind.TEXT in kinds:
        return Dimension.WORDING
    if len(kinds) > 1 or len({value.base.casefold() for value in values}) > 1:
        return Dimension.SCOPE
    if len({value.unit.casefold() for value in values}) > 1:
        measured = kinds & {QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.DURATION}
        return Dimension.UNIT if measured else Dimension.SCOPE
    return Dimension.UNIT if any(v.is_currency_unclear for v in values) else Dimension.NUMERIC


def _quantity(passage: Passage) -> Quantity | None:
    return passage.annotation.claim.quantity if passage.annotation.claim else None
