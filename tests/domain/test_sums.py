"""Sums of parts, as in “total $79.5 million … includes $50.8 million, $19.5 million and …”."""

from dataclasses import replace
from decimal import Decimal

from reviewer.domain.quantity import Quantity
from reviewer.domain.sums import add, total_among
from reviewer.domain.vocabulary import QuantityKind, Role, UnitBasis


def dollars(amount: str, role: Role = Role.PART) -> Quantity:
    value = Decimal(amount)
    return Quantity(
        QuantityKind.MONEY, value, value, unit="$", unit_basis=UnitBasis.UNKNOWN,
        currencies=("USD", "NZD"), role=role,
    )  # fmt: skip


def stated(code: str, amount: str) -> Quantity:
    value = Decimal(amount)
    return Quantity(QuantityKind.MONEY, value, value, unit=code)


def test_parts_of_one_unit_add_up() -> None:
    parts = [dollars("50800000"), dollars("19500000"), dollars("3190000")]
    added = add(parts)
    assert added is not None
    assert (added.low, added.high, added.unit) == (Decimal(73490000), Decimal(73490000), "$")
    assert added.is_currency_unclear


def test_an_unstated_dollar_adds_to_one_that_it_may_be() -> None:
    added = add([stated("NZD", "78000000"), dollars("15800000")])
    assert added is not None
    assert added.low == Decimal(93800000)
    assert added.is_currency_unclear
    assert added.currencies == ("NZD",)


def test_what_cannot_be_one_currency_does_not_add() -> None:
    assert add([stated("JPY", "5"), dollars("5")]) is None
    assert add([stated("JPY", "5"), stated("NZD", "5")]) is None
    assert add([stated("JPY", "5"), stated("NZD", "5"), dollars("5")]) is None


def test_a_bound_among_the_parts_makes_the_sum_a_bound() -> None:
    added = add([dollars("5"), replace(dollars("6"), high=None, low_open=True)])
    assert added is not None
    assert (added.low, added.high) == (Decimal(11), None)


def test_kinds_and_dates_do_not_add() -> None:
    troops = Quantity(QuantityKind.COUNT, Decimal(5), Decimal(5), unit="troops")
    assert add([troops, dollars("5")]) is None
    assert add([troops, replace(troops, unit="ships")]) is None
    assert add([replace(troops, low=None)]) is None
    assert add([]) is None


def test_the_total_is_found_by_its_role() -> None:
    total = dollars("10", Role.TOTAL)
    assert total_among([dollars("4"), total, dollars("6")]) == 1
    assert total_among([total, total]) == 0
    assert total_among([dollars("4"), dollars("6")]) == 0
