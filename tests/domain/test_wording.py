"""Quantities and differences in words."""

from datetime import date
from decimal import Decimal

import pytest

from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind, UnitBasis
from reviewer.domain.wording import (
    difference_text,
    form_text,
    quantity_text,
    short_quantity_text,
)


def money(amount: str, unit: str = "NZD", **more) -> Quantity:
    basis = UnitBasis.UNKNOWN if unit == "$" else UnitBasis.EXPLICIT
    value = Decimal(amount)
    return Quantity(QuantityKind.MONEY, value, value, unit=unit, unit_basis=basis, **more)


def period(first: date, last: date, word: str = "") -> Quantity:
    return Quantity(QuantityKind.DATE, first, last, approximator=word)


MANY = Quantity(
    QuantityKind.COUNT, Decimal(1500), low_open=True, approximator="over", unit="individuals"
)
GDP = Quantity(QuantityKind.PERCENT, Decimal(2), Decimal(2), unit="%", base="2022 GDP")


@pytest.mark.parametrize(
    ("quantity", "full", "short", "form"),
    [
        (money("78000000", step=Decimal(10**6)), "NZD 78,000,000", "NZD 78 m", "78 million NZD"),
        (money("79500000", "$", step=Decimal(10**5)), "79,500,000 $ (currency not stated)", "$79.5 m", "79.5 million $"),
        (MANY, "over 1,500 individuals", "> 1,500 individuals", "over 1,500 individuals"),
        (GDP, "2 % of 2022 GDP", "2 % of 2022 GDP", "2 % of 2022 GDP"),
        (period(date(2023, 5, 1), date(2023, 5, 31)), "May 2023", "May 2023", "May 2023"),
        (period(date(2024, 7, 10), date(2024, 7, 10)), "10 July 2024", "10 July 2024", "10 July 2024"),
        (period(date(1990, 1, 1), date(1999, 12, 31)), "1990s", "1990s", "1990s"),
        (period(date(2024, 5, 1), date(2024, 8, 31), "mid"), "mid-2024 (2024-05-01 to 2024-08-31)", "mid-2024", "mid-2024"),
        (Quantity(QuantityKind.DATE, raw="last June"), "last June", "last June", "last June"),
        (Quantity(QuantityKind.COUNT, high=Decimal(5), unit="ships"), "up to 5 ships", "≤ 5 ships", "up to 5 ships"),
        (Quantity(QuantityKind.ORDINAL, Decimal(12), Decimal(12), unit="summit"), "12th summit", "12th summit", "12th summit"),
        (Quantity(QuantityKind.TEXT, raw="in talks"), "in talks", "in talks", "in talks"),
    ],
)  # fmt: skip
def test_forms(quantity, full, short, form):
    assert (quantity_text(quantity), short_quantity_text(quantity), form_text(quantity)) == (
        full,
        short,
        form,
    )


@pytest.mark.parametrize(
    ("one", "other", "text"),
    [
        (money("78000000"), money("79500000", "$", currencies=("USD", "NZD")), "+1,500,000 NZD (+1.9 %), if both are in one currency"),
        (money("5"), money("5"), "no difference"),
        (money("5"), money("5", "EUR"), ""),
        (period(date(2024, 5, 1), date(2024, 5, 1)), period(date(2025, 6, 1), date(2025, 6, 1)), "+396 days"),
        (GDP, Quantity(QuantityKind.PERCENT, Decimal("2.3"), Decimal("2.3"), unit="%"), "+0.3 percentage points"),
        (MANY, GDP, ""),
    ],
)  # fmt: skip
def test_differences(one, other, text):
    assert difference_text(one, other) == text
