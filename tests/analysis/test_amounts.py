"""What can be typed into the value field, and that it comes back the same."""

from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.analysis.amounts import parse_amount
from reviewer.analysis.currencies import DOLLARS
from reviewer.domain.errors import ReviewerError
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind, UnitBasis
from reviewer.domain.wording import form_text


@pytest.mark.parametrize(
    ("text", "kind", "low", "high", "unit"),
    [
        ("78 million NZD", QuantityKind.MONEY, 78_000_000, 78_000_000, "NZD"),
        ("$79.5 million", QuantityKind.MONEY, 79_500_000, 79_500_000, "$"),
        ("> 1500", QuantityKind.COUNT, 1500, None, ""),
        (">= 7 ships", QuantityKind.COUNT, 7, None, "ships"),
        ("12–15", QuantityKind.COUNT, 12, 15, ""),
        ("2.3%", QuantityKind.PERCENT, Decimal("2.3"), Decimal("2.3"), "%"),
        ("about 440 troops", QuantityKind.COUNT, 440, 440, "troops"),
        ("May 2023", QuantityKind.DATE, date(2023, 5, 1), date(2023, 5, 31), ""),
        ("2022-03/2024-07", QuantityKind.DATE, date(2022, 3, 1), date(2024, 7, 31), ""),
        ("two-decade", QuantityKind.DURATION, 20, 20, "years"),
    ],
)
def test_reads_what_people_type(text, kind, low, high, unit):
    quantity = parse_amount(text)
    assert (quantity.kind, quantity.low, quantity.high, quantity.unit) == (kind, low, high, unit)


@pytest.mark.parametrize("text", ["", "hello", "12 15", "NZD", "78 million NZD and more", "5 / 0"])
def test_what_cannot_be_read_is_said_in_a_sentence(text):
    with pytest.raises(ReviewerError, match="cannot be read as a value"):
        parse_amount(text)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text):
    with suppress(ReviewerError):
        assert parse_amount(text).kind in QuantityKind


NUMBERS = st.one_of(
    st.tuples(st.integers(1, 9999), st.sampled_from([0, -1, -2, 3, 6, 9])),
    st.tuples(st.integers(10, 9999), st.sampled_from([5, 8])),
).map(lambda pair: (Decimal(f"{pair[0]}E{pair[1]}"), Decimal(f"1E{pair[1]}")))
APPROXIMATORS = st.sampled_from(["", "about", "nearly", "approximately", "roughly"])
SHAPES = {
    "more than": {"low_open": True},
    "at least": {},
    "fewer than": {"high_open": True},
    "up to": {},
}


@st.composite
def amounts(draw: st.DrawFn) -> Quantity:
    value, step = draw(NUMBERS)
    kind, unit, more = draw(
        st.sampled_from(
            [
                (QuantityKind.MONEY, "NZD", {}),
                (QuantityKind.MONEY, "$", {"unit_basis": UnitBasis.UNKNOWN, "currencies": DOLLARS}),
                (QuantityKind.PERCENT, "%", {"base": "GDP"}),
                (QuantityKind.PERCENT, "percentage points", {}),
                (QuantityKind.COUNT, "individuals and entities", {}),
                (QuantityKind.COUNT, "", {}),
                (QuantityKind.DURATION, "months", {}),
                (QuantityKind.DURATION, "years", {}),
                (QuantityKind.MEASURE, "feet", {}),
                (QuantityKind.MEASURE, "nautical miles", {}),
                (QuantityKind.MEASURE, "kW", {}),
            ]
        )
    )
    word = draw(st.one_of(APPROXIMATORS, st.sampled_from(list(SHAPES))))
    low, high = value, value
    if word in SHAPES:
        low, high = (value, None) if word in ("more than", "at least") else (None, value)
    elif draw(st.booleans()):
        high = value + step * draw(st.integers(1, 50))
    return Quantity(
        kind, low, high, unit=unit, approximator=word, step=step, **more, **SHAPES.get(word, {})
    )


DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
DATES = st.one_of(
    DAYS.map(lambda day: (day, day)),
    st.tuples(DAYS, st.integers(1, 900)).map(lambda p: (p[0], p[0] + timedelta(days=p[1]))),
    st.integers(1900, 2099).map(lambda year: (date(year, 1, 1), date(year, 12, 31))),
    st.integers(190, 209).map(lambda n: (date(n * 10, 1, 1), date(n * 10 + 9, 12, 31))),
).map(lambda pair: Quantity(QuantityKind.DATE, *pair))


@given(st.one_of(amounts(), DATES))
def test_the_form_gives_back_what_it_shows(quantity):
    assert parse_amount(form_text(quantity)) == quantity


@pytest.mark.parametrize(
    "text",
    ["mid-2024", "early 1990s", "late May 2024", "about 2030", "two-thirds", "75th anniversary",
     "1,500 or more soldiers", "500+ vehicles", "over 25 years", "more than 1 year", "1 inch", "1 basis point", "up to £3.4bn", "5.6 magnitude"],
)  # fmt: skip
def test_read_show_and_read_again(text):
    quantity = parse_amount(text)
    assert parse_amount(form_text(quantity)) == quantity
