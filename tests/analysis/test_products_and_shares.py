"""So many at so much each, shares of one whole, and ages and years that belong together."""

from datetime import date

import pytest

from reviewer.analysis.suggest import Text, read_text, suggest
from reviewer.documents.read import read_document
from reviewer.domain.suggestion import SuggestedRelation

DAY = date(2025, 3, 12)


def suggested(*texts: str) -> list[SuggestedRelation]:
    read = (
        read_text(Text(str(place), read_document(f"{text}\n".encode(), "a.txt"), DAY))
        for place, text in enumerate(texts)
    )
    return list(suggest(read))


@pytest.mark.parametrize(
    ("texts", "rule", "values"),
    [
        (
            ("Altira will pay $62 a share for all 80 million shares of Meridian, or $4.4 billion.",),
            "product",
            ("$4.4 billion", "80 million shares", "$62"),
        ),
        (
            ("The farm will have 64 turbines of 8 MW each, a total capacity of 480 MW.",),
            "product",
            ("480 MW", "64", "8 MW"),
        ),
        (
            ("Each of the 3,000 families will receive $2,000, $4.5 million in all.",),
            "product",
            ("$4.5 million", "3,000", "$2,000"),
        ),
        (
            ("Of those asked, 48 percent were for it, 37 percent against and the remaining 9 percent not.",),
            "shares",
            ("48 percent", "37 percent", "9 percent"),
        ),
        (
            ("Of those asked, 48 percent were for it, 37 percent were against and 22 percent undecided.",),
            "shares",
            ("48 percent", "37 percent", "22 percent"),
        ),
        (
            ("Altira owns 60 percent of the plant, Nordia 25 percent and the state 20 percent.",),
            "shares",
            ("60 percent", "25 percent", "20 percent"),
        ),
        (
            ("Coal makes 41 percent of its electricity, gas 30 percent, wind 22 percent and sun 15 percent.",),
            "shares",
            ("41 percent", "30 percent", "22 percent", "15 percent"),
        ),
        (
            ("Nordkyst holds 60 percent of Sorano and Altira the remaining 45 percent.",),
            "shares",
            ("60 percent", "45 percent"),
        ),
        (
            ("Dana Holt, who was born in 1961, has led Meridian Foods since 2019.",
             "Dana Holt, 54, chief executive of Meridian Foods, said sales rose."),
            "years since",
            ("1961", "54"),
        ),
        (
            ("Dana Holt, 54, chief executive of Meridian Foods, said sales rose.",
             "The head of Meridian Foods, Dana Holt, 61, will step down."),
            "figures",
            ("54", "61"),
        ),
        (
            ("The Mirova dam was completed in 1974.", "The Mirova dam was completed 40 years ago."),
            "dates",
            ("1974", "40 years ago"),
        ),
    ],
)  # fmt: skip
def test_what_cannot_belong_together_is_told(texts, rule, values):
    (found,) = suggested(*texts)
    assert found.rule == rule
    assert sorted(m.exact for m in found.members) == sorted(
        next(m.exact for m in found.members if value in m.exact or m.exact in value)
        for value in values
    )


@pytest.mark.parametrize(
    "texts",
    [
        ("Altira will pay $55 a share for all 80 million shares of Meridian, or $4.4 billion.",),
        ("The farm will have 60 turbines of 8 MW each, a total capacity of 480 MW.",),
        ("Its 3,000 workers earn $21 an hour, and a profit of $40,000 was made.",),
        ("Tickets cost $12 each, down from $15; the 400 seats were sold.",),
        ("Of those asked, 48 percent were in favour, 37 percent against and 15 percent undecided.",),
        ("Unemployment was 41 percent in Duro, 30 percent in Perin and 32 percent in Kelar.",),
        ("Prices rose 60 percent in 2022, 30 percent in 2023 and 20 percent in 2024.",),
        ("Of those asked, 62 percent read it, 58 percent, with more than one answer, watch it.",),
        ("Dana Holt, 54, leads Meridian Foods.", "Ruben Karst, 61, leads Meridian Foods' union."),
        ("A 62-year-old man drowned in Kelar.", "An 8-year-old girl drowned in Kelar."),
        ("The Mirova dam was completed in 1974.", "The Mirova dam was completed 50 years ago."),
    ],
)  # fmt: skip
def test_what_can_belong_together_is_left_alone(texts):
    assert [found.reason for found in suggested(*texts)] == []
