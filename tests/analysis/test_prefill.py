"""The claim form as it is filled from the sample documents and from made-up sentences."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.analysis.prefill import read_claim
from reviewer.assets import asset
from reviewer.domain.vocabulary import QuantityKind, Role, UnitBasis

WHITE_HOUSE, USIP = "000_a95dab0e95ffea5c.txt", "004_99fdc6c8f06cb720.txt"
REFERENCES = {WHITE_HOUSE: date(2024, 7, 11), USIP: date(2023, 7, 10)}

CLAIMS = [  # file, quote, subject, measure, low, unit, as of
    (USIP, "As of May 2023, New Zealand had committed NZ$78 million in assistance to help Ukraine",
     "New Zealand", "aid pledged", "78000000", "NZD", "2023-05"),
    (WHITE_HOUSE, "New Zealand's total $79.5 million in pledged support to date",
     "New Zealand", "aid pledged", "79500000", "$", "2024-07-11"),
    (WHITE_HOUSE, "$19.5 million in humanitarian assistance",
     "New Zealand", "humanitarian aid", "19500000", "$", "2024-07-11"),
    (WHITE_HOUSE, "In February, New Zealand announced an additional $15.8 million package of support",
     "New Zealand", "aid pledged", "15800000", "$", "2024-02"),
    (USIP, "sanctioned more than 1,500 Russian and Belarussian individuals and entities",
     "New Zealand", "sanctions", "1500", "individuals and entities", "2023-05"),
    (WHITE_HOUSE, "New Zealand has imposed sanctions on more than 1,700 individuals and entities",
     "New Zealand", "sanctions", "1700", "individuals and entities", ""),
    (USIP, "deployed 440 troops", "New Zealand", "troops deployed", "440", "troops", "2023-05"),
    (WHITE_HOUSE, "Japan's 17 percent increase in defense spending in fiscal year 2024",
     "Japan", "defence spending increase", "17", "%", "2024"),
    (WHITE_HOUSE, "$98 million for personnel remuneration",
     "Defense Minister Judith Collins KC", "personnel remuneration", "98000000", "$", ""),
]  # fmt: skip


@pytest.mark.parametrize("row", CLAIMS, ids=lambda row: row[1][:30])
def test_claims_of_the_sample_documents(row):
    name, quote, *expected = row
    text = asset("seeds", name).read_bytes().decode()
    start = text.index(quote)
    claim = read_claim(text, start, start + len(quote), reference=REFERENCES[name])
    assert claim.quantity is not None
    assert [
        claim.subject,
        claim.measure,
        str(claim.quantity.low),
        claim.quantity.unit,
        claim.as_of,
    ] == expected


def read(text: str, quote: str = "", **more):
    quote = quote or text
    start = text.index(quote)
    return read_claim(text, start, start + len(quote), **more)


def test_a_bare_dollar_sign_stays_open_unless_a_person_says_whose_it_is():
    text = "Fiji pledged $5 million."
    open_claim, given = read(text), read(text, default_currency="NZD")
    assert open_claim.quantity.unit_basis is UnitBasis.UNKNOWN
    assert (given.quantity.unit, given.quantity.unit_basis) == ("NZD", UnitBasis.DEFAULT)
    assert read(text, default_currency="EUR").quantity.unit == "$"
    assert read("Fiji pledged US$5 million.", default_currency="NZD").quantity.unit == "USD"


def test_a_date_is_the_value_only_if_nothing_else_is():
    assert read("In May 2023 Fiji sent 40 troops.").quantity.kind is QuantityKind.COUNT
    assert read("Fiji left in May 2023.").quantity.kind is QuantityKind.DATE


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Fiji sent 40 troops, James Marape said.", "James Marape"),
        ("According to Oxfam, 40 people died.", "Oxfam"),
        ("“We sent 40 troops,” said Andrew Little.", "Andrew Little"),
        ("“We sent 40 troops,” Mr Luxon says. “It is enough.”", "Mr Luxon"),
        ("Fiji sent 40 troops.", ""),
    ],
)
def test_speaker(text, speaker):
    assert read(text, "40").speaker == speaker


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Fiji gave a total of $5 million.", Role.TOTAL),
        ("Fiji gave an additional $5 million.", Role.ADDITIONAL),
        ("Fiji gave aid, including $5 million in cash.", Role.PART),
        ("Fiji gave $5 million.", Role.PLAIN),
    ],
)
def test_role(text, role):
    assert read(text, "$5 million").quantity.role is role


def test_the_subject_is_looked_for_before_in_the_paragraph_and_then_in_the_heading():
    text = "Fiji opened a mission.\nTonga has agreed. It was worth $5 million."
    assert read(text, "$5 million").subject == "Tonga"
    assert read("It was worth $5 million.", "$5 million", heading="Samoa").subject == "Samoa"


def test_a_passage_without_a_value_still_has_a_subject():
    claim = read("Fiji has left the group.")
    assert (claim.subject, claim.quantity) == ("Fiji", None)


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 60))
def test_any_passage_of_any_text_is_read(text, start, length):
    start = min(start, len(text))
    claim = read_claim(text, start, min(len(text), start + length), reference=date(2024, 7, 11))
    if claim.quantity is not None:
        assert claim.quantity.raw in text


def test_a_selection_in_a_very_long_line_is_read_quickly():
    text = "a" * 500_000 + " Fiji gave $5 million. " + "b" * 500_000
    assert read(text, "$5 million").quantity.low == Decimal(5_000_000)
