"""A weekday and the date beside it."""

from datetime import date

import pytest
from telling import suggested

DAY = date(2024, 3, 20)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The vote was on Monday, March 4, 2024.", True),
        ("The vote was on Tuesday, March 4, 2024.", False),
        ("The vote was on Tuesday, 4 March 2024.", False),
        ("The vote was on Monday the 4th of March 2024.", True),
        ("The vote was on Wednesday, March 6.", True),
        ("The vote was on Monday, March 6.", True),  # of 2023
        ("The vote was on Friday, March 6.", False),
        ("The vote was on Friday, March 35.", True),
    ],
)
def test_weekdays(text, right):
    found = suggested(text, days=(DAY,))
    assert [each.rule for each in found] == ([] if right else ["weekday"])
    for each in found:
        assert "was a" in each.reason
        assert len(each.members) == 2


def test_without_any_year_nothing_is_said():
    assert suggested("The vote was on Friday, March 6.", days=(None,)) == ()
