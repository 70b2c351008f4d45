"""Sums that leave out the currency that the one before them names."""

import pytest

from reviewer.analysis.quantities import read_quantities
from reviewer.domain.vocabulary import QuantityKind


def money(text: str) -> list[tuple[str, str]]:
    return [
        (found.quantity.raw, found.quantity.unit)
        for found in read_quantities(text)
        if found.quantity.kind is QuantityKind.MONEY
    ]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("The harm to farms is put at 23 million euros and that to forests at 64 million.", "EUR"),
        ("Duro gave \u00a35 million in May and a further 7 million in June.", "GBP"),
        ("Kelar lent US$1.2 billion. It will lend another 300 million announced in Duro.", "USD"),
    ],
)
def test_a_bare_sum_is_of_the_currency_before_it(text, second):
    assert [unit for _, unit in money(text)][1:] == [second]


@pytest.mark.parametrize(
    "text",
    [
        "The plan costs $4 billion. About 3 million have no cover.",
        "The plan would cost $4 billion and cover 12 million.",
        "Duro, home to 9 million, was lent \u20ac2 billion.",
        "It cost $5 million for 3 million people. Another 2 million fled.",
        "Norland lent \u20ac2 billion.\n\nIn June 2 million came.",
    ],
)
def test_people_and_things_are_no_money(text):
    assert len(money(text)) == 1
