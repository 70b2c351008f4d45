"""A sum, what was added to it, and the whole that is given then."""

from datetime import date

import pytest

from reviewer.analysis.added_up import added_up
from reviewer.analysis.readings import Text, read_text
from reviewer.documents.read import read_document


def found(text: str) -> list[list[str]]:
    document = read_document(text.encode(), "a.txt")
    reading = read_text(Text("a.txt", document, date(2025, 3, 12)))
    return [[member.exact for member in each.members] for each in added_up([reading])]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            (
                "Norland sent 5 million euros in May and an additional 7 million in June. In total, 14 "
                "million euros have been paid."
            ),
            "14 million euros",
        ),
        (
            (
                "Kelar had given 1.8 billion kroner by December. With the additional 700 million that it "
                "promised in Duro, its support now comes to 2.9 billion kroner."
            ),
            "2.9 billion kroner",
        ),
        (
            (
                "The bypass was to cost \u20ac200 million. A further \u20ac60 million was voted in May, bringing "
                "the cost to \u20ac290 million."
            ),
            "\u20ac290 million",
        ),
        (
            (
                "The yard had 1,250 workers. It took on another 310 workers in spring, which brought its "
                "workforce to 1,725 workers."
            ),
            "1,725",
        ),
        (
            (
                "Norland pays \u20ac40 million, Kelar \u20ac30 million and Brenn \u20ac10 million. In all, "
                "\u20ac90 million is there."
            ),
            "\u20ac90 million",
        ),
        ("The storm killed 92 men, 40 women and 12 children. In all, 150 people died.", "150"),
    ],
)
def test_what_was_added_does_not_come_to_the_whole(text, whole):
    (members,) = found(text)
    assert members[0] == whole


@pytest.mark.parametrize(
    "text",
    [
        (
            "Norland sent 5 million euros in May and an additional 7 million in June. In total, 12 "
            "million euros have been paid."
        ),
        (
            "Norland sent 5 million euros in May and an additional 7 million in June. In 2017 it sent "
            "a total of 14 million euros."
        ),
        (
            "The bypass was to cost \u20ac200 million. A further \u20ac60 million was voted in May, bringing "
            "the cost to \u20ac290 million, with the \u20ac30 million for the bridge."
        ),
        (
            "Norland owes \u20ac200 million and Kelar \u20ac150 million. A further \u20ac60 million was lent in "
            "May, bringing the debt to \u20ac290 million."
        ),
        (
            "The dam holds 90 people. A further 7 million euros were found, and in total 14 million "
            "euros are there."
        ),
        (
            "Norland pays \u20ac40 million, Kelar \u20ac30 million and Brenn \u20ac20 million. In all, "
            "\u20ac90 million is there."
        ),
        "The storm killed 92 men, 40 women and 12 children. In all, 150 people were hurt.",
        "The storm killed 92 men, 40 women and 12 children. In all, 150 homes were lost.",
    ],
)
def test_sums_that_fit_or_are_of_other_things_are_left_alone(text):
    assert found(text) == []
