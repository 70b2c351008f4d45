"""Totals and their parts: what several quantities add up to."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind, Role


def total_among(quantities: Sequence[Quantity]) -> int:
    """Place of the one that plays the role of the total; the first if none or several do."""
    totals = [place for place, quantity in enumerate(quantities) if quantity.role is Role.TOTAL]
    return totals[0] if len(totals) == 1 else 0


def add(parts: Sequence[Quantity]) -> Quantity | None:
    """The sum of the parts; None if they cannot be added: other kinds, units, or no numbers.

    Money whose currency is not stated can be added to money that it may be the same as; the sum's
    currency is then not stated either. With a bound among the parts the sum is a lower bound.
    """
    amounts = [part.low for part in parts if isinstance(part.low, Decimal)]
    unit = _common_unit(parts)
    if unit is None or len(amounts) < len(parts):
        return None
    added = sum(amounts, Decimal())
    return replace(
        unit,
        low=added,
        high=added if all(part.is_exact for part in parts) else None,
        low_open=False,
        high_open=False,
        approximator="",
        step=None,
        role=Role.PLAIN,
        raw="",
    )


def _common_unit(parts: Sequence[Quantity]) -> Quantity | None:
    """The part whose unit fits the sum; None if the parts do not fit together."""
    if not parts or any(part.kind is not parts[0].kind for part in parts):
        return None
    if all(part.unit == parts[0].unit for part in parts):
        return parts[0]
    unclear = [part for part in parts if part.is_currency_unclear]
    stated = {part.unit for part in parts if not part.is_currency_unclear}
    if parts[0].kind is not QuantityKind.MONEY or not unclear or len(stated) != 1:
        return None
    may_be = all(not part.currencies or stated <= set(part.currencies) for part in unclear)
    return replace(unclear[0], currencies=tuple(stated)) if may_be else None
