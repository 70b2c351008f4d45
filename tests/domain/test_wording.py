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


def unit(value: str, name: str, kind=QuantityKind.DURATION, **more) -> Quantity:
    return Quantity(kind, Decimal(value), Decimal(value), unit=name, **more)


def period(first: date, last: date, word: str = "") -> Quantity:
    return Quantity(QuantityKind.DATE, first, last, approximator=word)


MANY = Quantity(
    QuantityKind.COUNT, Decimal(1500), low_open=True, approximator="over", unit="individuals"
)
LONG = Quantity(
    QuantityKind.DURATION, Decimal(25), low_open=True, approximator="more than", unit="year"
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
        (LONG, "more than 25 years", "more than 25 years", "more than 25 years"),
        (unit("75", "year"), "75 years", "75 years", "75 years"),
        (unit("1", "years"), "1 year", "1 year", "1 year"),
        (unit("0.5", "year"), "0.5 years", "0.5 years", "0.5 years"),
        (unit("1000000", "year", step=Decimal(10**6)), "1,000,000 years", "1,000,000 years", "1 million years"),
        (Quantity(QuantityKind.DURATION, Decimal(1), unit="months"), "at least 1 month", "at least 1 month", "at least 1 month"),
        (Quantity(QuantityKind.DURATION, Decimal(0), Decimal(1), unit="day"), "0–1 days", "0–1 days", "0–1 days"),
        (unit("450", "kW", QuantityKind.MEASURE), "450 kW", "450 kW", "450 kW"),
        (unit("1", "feet", QuantityKind.MEASURE), "1 foot", "1 foot", "1 foot"),
        (unit("3", "nautical mile", QuantityKind.MEASURE), "3 nautical miles", "3 nautical miles", "3 nautical miles"),
        (unit("3", "century", QuantityKind.DURATION), "3 centuries", "3 centuries", "3 centuries"),
        (unit("1", "percentage points", QuantityKind.PERCENT), "1 percentage point", "1 percentage point", "1 percentage point"),
        (unit("1", "weeks", QuantityKind.COUNT), "1 weeks", "1 weeks", "1 weeks"),
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
        (GDP, Quantity(QuantityKind.PERCENT, Decimal(1), Decimal(1), unit="%"), "-1 percentage point"),
        (unit("2", "years"), unit("3", "years"), "+1 year (+50.0 %)"),
        (unit("2", "years"), unit("4", "years"), "+2 years (+100.0 %)"),
        (MANY, GDP, ""),
    ],
)  # fmt: skip
def test_differences(one, other, text):
    assert difference_text(one, other) == text
