"""Values as spans, with the slack that their words leave; parts of years; days of writing."""

from datetime import date

import pytest

from reviewer.analysis.quantities import read_quantities
from reviewer.analysis.quarters import part_of_year
from reviewer.analysis.scales import span_of
from reviewer.analysis.written import written
from reviewer.documents.read import read_document
from reviewer.domain.periods import Period


def span(text: str):
    return span_of(read_quantities(text)[0].quantity)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("1.2 million people", "1,194,000 people", True),
        ("€79.5 million", "€78 million", False),
        ("about €80 million", "€78 million", True),
        ("nearly €5 billion", "€4.7 billion", True),
        ("€4 billion", "€4.4 billion", True),
        ("1 million people", "1.4 million people", False),
        ("a third", "30 percent", False),
        ("a third", "34 percent", True),
        ("440 troops", "441 troops", False),
        ("between €12 million and €15 million", "€14 million", True),
    ],
)
def test_what_can_be_meant_of_one_value(one, other, meet):
    assert span(one).meets(span(other)) is meet


def test_a_bound_is_open_and_not_rounded():
    bound = span("more than 1,500 people")
    assert bound.is_bound
    assert (bound.low, bound.least) == (1500, 1500)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("in the third quarter", Period(date(2023, 7, 1), date(2023, 9, 30))),
        ("fourth-quarter revenue", Period(date(2023, 10, 1), date(2023, 12, 31))),
        ("in the first quarter of 2024", Period(date(2024, 1, 1), date(2024, 3, 31))),
        ("in the first half", Period(date(2023, 1, 1), date(2023, 6, 30))),
        ("q2 sales", Period(date(2023, 4, 1), date(2023, 6, 30))),
        ("in the first and the second quarter, or the third quarter", None),
        ("a quarter of it", None),
    ],
)
def test_a_part_of_a_year_is_the_last_that_was_over(text, period):
    assert part_of_year(text, date(2024, 2, 8)) == period


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("---\ntitle: A\ndate: 2024-07-12\n---\n\nIt rained.\n", date(2024, 7, 12)),
        ("A title\n\nMay 10, 2025\n\nIt rained on April 2, 2025.\n", date(2025, 5, 10)),
        ("SEMB, 4 March 2024 \u2014 It rained and rained all over the country for a long time, and nobody slept.\n", date(2024, 3, 4)),
        ("It rained. Rain fell on July 10, 2024, after it had on July 2, 2024, and all over the land.\n" * 2, date(2024, 7, 10)),
        ("It rained.\n", None),
    ],
)  # fmt: skip
def test_the_day_of_writing(text, day):
    document = read_document(text.encode(), "a.md")
    assert written(document, document.blocks) == day
