"""Whose francs, kroner or pesos: a text that says it once means it for all of them.

A bare dollar is left alone: texts that name one country's dollar often speak of another's too.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reviewer.analysis.currencies import singular
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind, UnitBasis

_ALIKE = {"kroner": "krone", "kronor": "krona", "ruble": "rouble"}
_LEFT_ALONE = frozenset(("", "dollar", "buck"))


def with_whose(quantities: Sequence[Quantity]) -> list[Quantity]:
    """The same, in order, with the code of the country where a name like "francs" lacks it and the
    others of that name in the text have one and the same."""
    said: dict[str, set[str]] = defaultdict(set)
    for quantity in quantities:
        if quantity.kind is QuantityKind.MONEY and not quantity.is_currency_unclear:
            said[_name(quantity)].add(quantity.unit)
    return [_stated(quantity, said.get(_name(quantity), set())) for quantity in quantities]


def _name(quantity: Quantity) -> str:
    """The currency's name with which the words end, or nothing."""
    name = singular(quantity.raw.rpartition(" ")[2].lower())
    return _ALIKE.get(name, name)


def _stated(quantity: Quantity, codes: set[str]) -> Quantity:
    if not quantity.is_currency_unclear or len(codes) != 1 or _name(quantity) in _LEFT_ALONE:
        return quantity
    (code,) = codes
    if code not in quantity.currencies:
        return quantity
    return replace(quantity, unit=code, unit_basis=UnitBasis.DEFAULT, currencies=())
