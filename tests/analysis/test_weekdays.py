"""Weekdays against dates, and dates that no calendar has."""

from datetime import date

import pytest

from reviewer.analysis.readings import Text, read_text
from reviewer.analysis.weekdays import no_days, weekdays
from reviewer.documents.read import read_document


def readings(*texts: str, written: date | None = date(2024, 5, 14)):
    return [
        read_text(Text(f"{place}.txt", read_document(text.encode(), f"{place}.txt"), written))
        for place, text in enumerate(texts)
    ]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Polls open on Tuesday, 16 May 2024, at seven.", ["Tuesday", "16 May 2024"]),
        ("Polls open on Monday, May 16, at seven.", ["Monday", "May 16"]),
        ("The ward closes on Wed 14th of March, 2023.", ["Wed", "14th of March, 2023"]),
        ("The ferry sailed on 12 May 2024, a Monday.", ["Monday", "12 May 2024"]),
        ("The budget is due on 2 June (Monday).", ["Monday", "2 June"]),
        ("Frist: Monday, 14.05.2024, noon.", ["Monday", "14.05.2024"]),
        ("The crane fell on Friday 2024-05-16.", ["Friday", "2024-05-16"]),
    ],
)
def test_a_weekday_that_is_not_its_dates_is_told(text, members):
    (found,) = weekdays(readings(text))
    assert [member.exact for member in found.members] == members


@pytest.mark.parametrize(
    "text",
    [
        "Polls open on Thursday, 16 May 2024, at seven.",
        "Polls open on Thursday, May 16, at seven.",
        "In 2022 the port shut. On Monday, May 16, it reopened.",
        "On Sunday, March 3 a strike began.",
        "On Monday, 300 ballots were counted; on Tuesday May said no.",
        "Sat 18 May 2024 is a holiday; Sun May 19, 2024 is not.",
        "On 16 May 2024, Monday Ltd said that it would sell.",
        "Since Friday, 24 May 2024 has been a topic.",
    ],
)
def test_a_right_one_is_not(text):
    assert list(weekdays(readings(text))) == []


def test_another_text_with_the_right_weekday_is_put_beside_it():
    (found,) = weekdays(readings("It struck on Sunday, Sept 10.", "It struck on Monday, September 10.",
                                 written=date(2023, 11, 21)))  # fmt: skip
    assert [(member.source, member.exact) for member in found.members] == [
        ("1.txt", "Monday"), ("1.txt", "September 10"), ("0.txt", "Sunday"), ("0.txt", "Sept 10"),
    ]  # fmt: skip


def test_without_a_day_of_writing_a_date_without_year_says_nothing():
    assert list(weekdays(readings("Polls open on Monday, May 16.", written=None))) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Bids close on 31 June.", "There is no 31 June: June has 30 days."),
        ("Bids close on February 29, 2023.",
         "There is no February 29, 2023: February 2023 has 28 days."),
        ("Bids close on 30 February.", "There is no 30 February: February has 29 days."),
    ],
)  # fmt: skip
def test_a_day_that_does_not_exist_is_told(text, reason):
    (found,) = no_days(readings(text))
    assert found.reason == reason
    assert [len(member.exact) > 0 for member in found.members] == [True, True]


@pytest.mark.parametrize(
    "text",
    ["Bids close on 29 February 2024, or 31 July.", "June 31,000 tonnes came.", "In June 32 came.",
     "It was 29 February once.", "From 12-31 June prices hold.", "April 31.5 metres fell."],
)  # fmt: skip
def test_other_days_are_not(text):
    assert list(no_days(readings(text))) == []
