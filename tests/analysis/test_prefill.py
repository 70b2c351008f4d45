"""The claim form as it is filled from the sample documents and from made-up sentences."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.analysis.prefill import read_claim
from reviewer.assets import asset
from reviewer.domain.vocabulary import QuantityKind, Role, UnitBasis
from reviewer.domain.wording import short_quantity_text

WHITE_HOUSE, USIP = "000_a95dab0e95ffea5c.txt", "004_99fdc6c8f06cb720.txt"
HERALD, ASIAN, BEEHIVE = (
    "001_8a232c5a78ebdc11.txt", "002_13eaa3a3efe7b995.txt", "003_5e585b1573d155be.txt",
)  # fmt: skip
REFERENCES = {
    WHITE_HOUSE: date(2024, 7, 11),
    HERALD: date(2023, 6, 9),
    ASIAN: date(2025, 5, 10),
    BEEHIVE: date(2024, 7, 12),
    USIP: date(2023, 7, 10),
}

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
     "Defense Minister Judith Collins KC", "personnel remuneration", "98000000", "$", "2024-05"),
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


SELECTIONS = [  # file, quote, subject, value as in a list; measure where any reader would agree
    (WHITE_HOUSE, "NATO and Japan have been engaged in dialogue and cooperation since initial contacts in the early 1990s",
     "NATO and Japan", "early 1990s", "cooperation"),
    (WHITE_HOUSE, "NATO and the Republic of Korea have been engaged in dialogue and cooperation since 2005",
     "NATO and the Republic of Korea", "2005", "cooperation"),
    (WHITE_HOUSE, "In 2024, New Zealand and NATO concluded an Individually Tailored Partnership Program",
     "New Zealand and NATO", "2024", None),
    (WHITE_HOUSE, "NATO and the IPP are enhancing practical cooperation", "NATO and the IPP", "", "cooperation"),
    (WHITE_HOUSE, "leading contributor to NATO missions around the world for two decades", "Australia", "20 years", None),
    (WHITE_HOUSE, "more than 25-year history of cooperation with NATO", "New Zealand", "more than 25 years", "cooperation"),
    (WHITE_HOUSE, "the ROK contributed $12 million", "ROK", "$12 m", "aid delivered"),
    (WHITE_HOUSE, "The ROK provided $100 million in humanitarian aid to Ukraine in 2022", "ROK", "$100 m", "humanitarian aid delivered"),
    (WHITE_HOUSE, "$50.8 million in military assistance", "New Zealand", "$50.8 m", "military aid pledged"),
    (WHITE_HOUSE, "The Australian Government has committed over AUD 1.1 billion", "Australian Government", "> AUD 1.1 bn", "pledged"),
    (WHITE_HOUSE, "AUD 85 million in humanitarian assistance", "Australian Government", "AUD 85 m", "humanitarian aid"),
    (WHITE_HOUSE, "including over 1,200 targeted sanctions", "Australia", "> 1,200 targeted sanctions", "sanctions"),
    (WHITE_HOUSE, "Japan has delivered 101 vehicles to Ukraine", "Japan", "101 vehicles", None),
    (WHITE_HOUSE, "worth a total value of over $12 billion", "Japan", "> $12 bn", "aid"),
    (WHITE_HOUSE, "Japan announced $67 million", "Japan", "$67 m", "aid pledged"),
    (WHITE_HOUSE, "The ROK maintains a stable ratio around 2.5% in defense spending", "ROK", "~ 2.5 %", "defence spending"),
    (WHITE_HOUSE, "the Republic of Korea's 4.2 percent increase in defense spending", "Republic of Korea", "4.2 %", "defence spending increase"),
    (WHITE_HOUSE, "current spending of approximately 2 percent of GDP on defense", "Australia", "~ 2 % of GDP", "defence spending"),
    (HERALD, "A declaration of intent for further military cooperation between New Zealand and Japan has been signed",
     "New Zealand and Japan", "", "military cooperation"),
    (ASIAN, "Australia has announced the establishment of a new office in Japan", "Australia", "", None),
    (BEEHIVE, "North Korea’s ballistic missiles and weapons are now being used by Russia", "North Korea", "", None),
    (USIP, "donated 11.35 million New Zealand dollars to the NATO Trust Fund", "New Zealand", "NZD 11.35 m", None),
    (USIP, "NZ$7.5 million was provided to the United Kingdom", "New Zealand", "NZD 7.5 m", "delivered"),
    (USIP, "50 defense personnel", "New Zealand", "50 defense personnel", "troops"),
    (USIP, "two New Zealand Defence Force infantry training teams were deployed", "New Zealand", "2 infantry training teams", None),
    (USIP, "a deployment that was subsequently extended through to mid-2024", "New Zealand Defence Force", "mid-2024", "deployment"),
    (USIP, "Last June, Jacinda Ardern became the first New Zealand prime minister", "Jacinda Ardern", "1st New Zealand prime minister", None),
    (USIP, "New Zealand is pushing ahead with a new Individually Tailored Partnership Programme (ITPP) agreement",
     "New Zealand", "", "cooperation"),
    (USIP, "New Zealand and Japan recently concluded a Statement of Intent", "New Zealand and Japan", "", None),
    (USIP, "NATO has collaborated with these countries since the early 2000s", "NATO", "early 2000s", "cooperation"),
]  # fmt: skip


@pytest.mark.parametrize("row", SELECTIONS, ids=lambda row: row[1][:30])
def test_selections_of_the_sample_documents(row):
    name, quote, subject, value, measure = row
    text = asset("seeds", name).read_bytes().decode()
    start = text.index(quote)
    claim = read_claim(text, start, start + len(quote), reference=REFERENCES[name])
    shown = short_quantity_text(claim.quantity) if claim.quantity else ""
    assert (claim.subject, shown) == (subject, value)
    assert measure in (None, claim.measure)


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
        (
            "Fiji gave aid, including $3 million in cash, $4 million in tents and $5 million.",
            Role.PART,
        ),
        ("Fiji gave $3 million, including for tents. It gave $5 million.", Role.PLAIN),
        ("Fiji's total $5 million in pledged support to date includes $3 million.", Role.TOTAL),
    ],
)
def test_role(text, role):
    assert read(text, "$5 million").quantity.role is role


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Fiji and Tonga sent 40 troops.", "Fiji and Tonga"),
        ("Fiji and the Cook Islands sent 40 troops.", "Fiji and the Cook Islands"),
        ("Fiji and Tonga's king sent 40 troops.", "Tonga"),
        ("Fiji has long helped with NATO missions and sent 40 troops.", "Fiji"),
        ("Fiji joined a NATO mission with 40 troops.", "Fiji"),
        ("Fiji helped its British and Tonga counterparts with 40 troops.", "Fiji"),
        ("Aid to Fiji has reached 40 troops.", "Fiji"),
    ],
)
def test_who_acts(text, subject):
    assert read(text, "40 troops").subject == subject


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
