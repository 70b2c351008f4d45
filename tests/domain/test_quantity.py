"""How far two quantities are apart, and what must hold for that to mean anything."""

from datetime import date
from decimal import Decimal

import pytest

from reviewer.domain.quantity import Difference, Quantity, difference
from reviewer.domain.vocabulary import QuantityKind, UnitBasis

MONEY, COUNT, DATE = QuantityKind.MONEY, QuantityKind.COUNT, QuantityKind.DATE


def exactly(kind: QuantityKind, value: str, unit: str = "", **more: object) -> Quantity:
    return Quantity(kind, Decimal(value), Decimal(value), unit=unit, **more)


def dollars(value: str, *currencies: str) -> Quantity:
    return exactly(MONEY, value, "$", unit_basis=UnitBasis.UNKNOWN, currencies=currencies)


def test_money_of_one_currency() -> None:
    found = difference(exactly(MONEY, "78000000", "NZD"), exactly(MONEY, "79500000", "NZD"))
    assert found is not None
    assert found.absolute == Decimal(1500000)
    assert round(found.percent, 1) == Decimal("1.9")
    assert (found.unit, found.caveat) == ("NZD", "")


def test_money_of_two_currencies_is_not_compared() -> None:
    assert difference(exactly(MONEY, "1", "NZD"), exactly(MONEY, "1", "USD")) is None
    assert difference(exactly(MONEY, "1", "EUR"), dollars("1", "USD", "NZD")) is None


def test_a_sign_without_a_country_is_compared_with_a_caveat() -> None:
    one, other = exactly(MONEY, "78", "NZD"), dollars("79.5", "USD", "NZD")
    for found in (difference(one, other), difference(other, one)):
        assert found is not None
        assert abs(found.absolute) == Decimal("1.5")
        assert found.unit == "NZD"
        assert found.caveat == "if both are in one currency"


def test_bounds_are_compared_as_values_with_a_caveat() -> None:
    over = Quantity(COUNT, low=Decimal(12), low_open=True)
    under = Quantity(COUNT, high=Decimal(10))
    found = difference(over, under)
    assert found is not None
    assert (found.absolute, found.caveat) == (Decimal(-2), "taking each bound as the value")


def test_days() -> None:
    may = Quantity(DATE, date(2023, 5, 1), date(2023, 5, 31))
    ninth = Quantity(DATE, date(2023, 5, 9), date(2023, 5, 9))
    assert difference(ninth, ninth) == Difference(days=0)
    assert difference(may, ninth) == Difference(days=8, caveat="taking each bound as the value")


def test_from_nothing_there_is_no_percentage() -> None:
    found = difference(exactly(COUNT, "0"), exactly(COUNT, "5"))
    assert found is not None
    assert (found.absolute, found.percent) == (Decimal(5), None)


def test_from_a_loss_the_percentage_keeps_its_sign() -> None:
    found = difference(exactly(COUNT, "-10"), exactly(COUNT, "-5"))
    assert found is not None
    assert found.percent == Decimal(50)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (exactly(COUNT, "1"), exactly(QuantityKind.PERCENT, "1")),
        (exactly(QuantityKind.TEXT, "1"), exactly(QuantityKind.TEXT, "1")),
        (Quantity(COUNT), exactly(COUNT, "1")),
        (exactly(QuantityKind.MEASURE, "1", "km"), exactly(QuantityKind.MEASURE, "1", "mile")),
    ],
)
def test_what_cannot_be_compared(one: Quantity, other: Quantity) -> None:
    assert difference(one, other) is None


def test_units_are_compared_without_regard_to_case() -> None:
    assert difference(
        exactly(QuantityKind.MEASURE, "1", "km"), exactly(QuantityKind.MEASURE, "3", "KM")
    ) == Difference(Decimal(2), Decimal(200), unit="km")
