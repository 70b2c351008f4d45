"""Percentages against the figures beside them."""

from datetime import date

import pytest

from reviewer.analysis.proportions import proportions
from reviewer.analysis.readings import Text, read_text
from reviewer.documents.read import read_document


def reading(text: str):
    return read_text(Text("a.txt", read_document(text.encode(), "a.txt"), date(2024, 5, 14)))


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("It will cut 15,000 jobs, about 17.5 percent of its 124,800 jobs.", "12.0 %"),
        ("The appeal of \u20ac71.4 million is 58 per cent funded: \u20ac34.3 million has come.", "48.0 %"),
        ("The vote was lost in 35 of the 120 wards (39%).", "29.2 %"),
        ("The state pays 60 percent of the \u20ac50 million cost, or \u20ac35 million.", "70.0 %"),
        ("The port's income rose 24% from $40 million to $46 million.", "15.0 %"),
        ("Spending on beds fell to \u00a345 million from \u00a360 million, down 15%.", "25.0 %"),
        ("Admissions rose 30% from 400 patients to 460 patients.", "15.0 %"),
        ("The budget grew from \u20ac200 million to \u20ac240 million, an increase of 25 percent.", "20.0 %"),
    ],
)  # fmt: skip
def test_a_percentage_that_its_figures_do_not_bear_out_is_told(text, share):
    (found,) = proportions([reading(text)])
    assert share in found.reason
    assert len(found.members) == 3


@pytest.mark.parametrize(
    "text",
    [
        "It will cut 15,000 jobs, about 12 percent of its 124,800 jobs.",
        "It will cut about 15,000 jobs, more than 11 percent of its 124,800 jobs.",
        "The appeal of \u20ac71.4 million is 48 per cent funded: \u20ac34.3 million has come.",
        "The vote was lost in 35 of the 120 wards (29%).",
        "The state pays 60 percent of the \u20ac50 million cost, or \u20ac30 million.",
        "The port's income rose 15% from $40 million to $46 million.",
        "Spending on beds fell to \u00a345 million from \u00a360 million, down 25%.",
        "Of 300 nurses 12% are men, and 40 of the 90 doctors are women.",
        "Profit rose 4% and the quay was moved from 200 metres to 240 metres.",
        "The bank lent $40 million, at 5 percent, of its $90 million.",
        "Turnout was 61%, with 3,400 of 5,100 voters in the port (2019: 3,200).",
    ],
)
def test_one_that_they_do_is_not(text):
    assert [found.reason for found in proportions([reading(text)])] == []
