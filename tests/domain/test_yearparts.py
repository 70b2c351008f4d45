"""Early, mid and late parts of months, years and decades."""

from datetime import date

import pytest

from reviewer.domain.periods import Period, parse_period
from reviewer.domain.yearparts import PARTS, part_of


@pytest.mark.parametrize(
    ("whole", "word", "part"),
    [
        ("2024", "early", "2024-01-01/2024-04-30"),
        ("2024", "mid", "2024-05-01/2024-08-31"),
        ("2024", "late", "2024-09-01/2024-12-31"),
        ("2023-02", "late", "2023-02-21/2023-02-28"),
        ("1990/1999", "early", "1990/1994"),
        ("1990/1999", "mid", "1994/1996"),
        ("1990/1999", "late", "1995/1999"),
    ],
)
def test_parts(whole, word, part):
    period = parse_period(whole)
    assert period is not None
    assert part_of(word, period) == parse_period(part)


@pytest.mark.parametrize("year", [1, 9999])
def test_the_first_and_last_years_that_there_are(year):
    for word in PARTS:
        part = part_of(word, Period(date(year, 1, 1), date(year, 12, 31)))
        assert part.first is not None
        assert part.first.year == year
