"""Partial dates and intervals of them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.periods import Period, parse_period, period_text

days = st.dates(min_value=date(1000, 1, 1))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", (2023, 1, 1), (2023, 12, 31)),
        ("2023-05", (2023, 5, 1), (2023, 5, 31)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        (" 2023-05-09 ", (2023, 5, 9), (2023, 5, 9)),
        ("2022-03/2024-07", (2022, 3, 1), (2024, 7, 31)),
        ("/2024", None, (2024, 12, 31)),
        ("2024-06/", (2024, 6, 1), None),
    ],
)
def test_what_is_read(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert parse_period(text) == Period(first and date(*first), last and date(*last))


@pytest.mark.parametrize(
    "text",
    ["", "/", "May 2023", "23", "2023-5", "2023-13", "2023-02-30", "0000", "2023-05-09T10:00",
     "x/2024", "2024/x", "2024/2023", "2023/2024/2025"],
)  # fmt: skip
def test_what_is_no_period(text: str) -> None:
    assert parse_period(text) is None


@given(days, days)
def test_text_and_period_are_one(one: date, other: date) -> None:
    first, last = sorted([one, other])
    for period in (Period(first, last), Period(first, None), Period(None, last)):
        assert parse_period(period_text(period.first, period.last)) == period


def test_the_shortest_form_is_written() -> None:
    assert period_text(date(2023, 1, 1), date(2023, 12, 31)) == "2023"
    assert period_text(date(2024, 2, 1), date(2024, 2, 29)) == "2024-02"
    assert period_text(date(2024, 2, 1), date(2024, 2, 1)) == "2024-02-01"
    assert period_text(None, None) == ""


@given(days, days, days, days)
def test_two_overlap_when_they_share_a_day(a: date, b: date, c: date, d: date) -> None:
    one, other = Period(*sorted([a, b])), Period(*sorted([c, d]))
    shared = max(one.first, other.first) <= min(one.last, other.last)
    assert one.overlaps(other) is shared
    assert other.overlaps(one) is shared
    assert Period(None, None).overlaps(one)
