"""Whom a value is about, where the names of its sentence and of its text mislead."""

from datetime import date

import pytest

from reviewer.analysis.corpus import corpus_of
from reviewer.analysis.readings import Text, read_text
from reviewer.domain.document import Document

DAY = date(2025, 3, 12)


def who_of(value: str, *texts: str) -> frozenset[str]:
    """Whom ``value`` of the first text is about, beside the others."""
    readings = [
        read_text(Text(str(place), Document(text + "\n"), DAY)) for place, text in enumerate(texts)
    ]
    items = corpus_of(readings).items
    return next(item.frame.who for item in items if not item.reading and value in item.claim.exact)


@pytest.mark.parametrize(
    ("text", "value", "who"),
    [
        (
            "LISBON German carmaker Orvane AG (ORV_p.XY) will pay $15.3 billion to settle.",
            "$15.3 billion",
            "orvane",
        ),
        (
            (
                "The dealers of Orvane will help. Buyers were affected. "
                "Affected Orvane owners are to receive $5,100 each."
            ),
            "$5,100",
            "orvane",
        ),
        (
            "Carmonia has a budget. It was read on Monday. Carmonians will pay $240 more a year.",
            "$240",
            "carmonia",
        ),
        (
            (
                "Orvane will close a plant. The Lindmark Gazette reported 1,200 job cuts. "
                "Orvane did not comment."
            ),
            "1,200",
            "orvane",
        ),
        (
            (
                "The budget of Tarvia was read on Monday by Treasurer Ana Lund. Treasurer Ana Lund "
                "smiled. Treasurer Ana Lund left. Some 1,850 public service jobs will go."
            ),
            "1,850",
            "tarvia",
        ),
        (
            (
                "The fishery of Tarvia is large. Tarvia is proud of it. "
                "Lobster boats landed 1,200 tonnes last year."
            ),
            "1,200",
            "tarvia",
        ),
        (
            "The carmaker of Tarvia is for sale. Telsa shareholders would receive $240 million.",
            "$240 million",
            "telsa",
        ),
    ],
)
def test_whom_a_value_is_about(text, value, who):
    assert who_of(value, text) == {who}


def test_a_title_that_others_know_names_one_thing():
    text = "Cyclone Idra kills 38\n\nThe storm brought 120 mm of rain."
    other = "Cyclone Idra hit Kelar. Idra was the worst cyclone in years, and Cyclone Idra grew."
    assert who_of("120 mm", text, other) == {"cyclone idra"}
