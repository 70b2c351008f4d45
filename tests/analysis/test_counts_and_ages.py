"""Lists, ages and counts of happenings, through the whole engine."""

from datetime import date

import pytest

from reviewer.analysis.suggest import Text, read_text, suggest
from reviewer.documents.read import read_document

DAY = date(2024, 5, 14)


def found(rule: str, *texts: str):
    readings = [
        read_text(Text(f"{place}.txt", read_document(text.encode(), f"{place}.txt"), DAY))
        for place, text in enumerate(texts)
    ]
    return [relation for relation in suggest(readings) if relation.rule == rule]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            ("The election office counted 1,310 complaints:\n\nLate opening: 410\nLong queues: 520\n"
            "Missing papers: 340\n\nAll were answered.\n"),
            ["1,310", "410", "520", "340"],
        ),
        (
            "# Harbour\n\nThe harbour owns 36 vessels:\n\n- 12 tugs\n- 9 dredgers\n- 11 launches\n",
            ["36", "12", "9", "11"],
        ),
        (
            ("Spending on the clinic\n\nBeds: $4.1 million\nStaff: $6.2 million\nDrugs: $2.0 million\n"
            "Total: $13.3 million\n"),
            ["$13.3 million", "$4.1 million", "$6.2 million", "$2.0 million"],
        ),
    ],
)  # fmt: skip
def test_a_list_that_does_not_come_to_its_total_is_told(text, members):
    (relation,) = found("list sum", text)
    assert [member.exact for member in relation.members] == members


@pytest.mark.parametrize(
    "text",
    [
        "The office counted 1,270 complaints:\n\nLate opening: 410\nLong queues: 520\nPapers: 340\n",
        "The harbour has these numbers:\n\nBerth: 12\nPilot: 9\nOffice: 11\n",
        "The clinic has 300 staff. Its rooms:\n\nWard 1: 12\nWard 2: 9\nWard 3: 300\n",
        "Beds: $4.1 million\nStaff: $6.2 million\nTotal: $10.3 million\n",
    ],
)
def test_a_list_that_does_is_not(text):
    assert found("list sum", text) == []


def test_an_age_that_the_year_of_founding_rules_out_is_told():
    (relation,) = found(
        "years since",
        "Velden Hospital was founded in 1968. Velden Hospital has 300 beds.",
        "Velden Hospital closes two wards. In its 61-year history Velden Hospital never did so.",
    )
    assert [member.exact for member in relation.members] == ["1968", "61-year"]
    assert "goes back to 1963" in relation.reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The weakest point was the Mabini dike. Finished in 2006, it was breached.",
         "The Mabini dike failed. The 30-year-old wall was last mended in 2019."),
        ("The Ansley mill, which opened in 1979, will close.",
         "After 54 years of making boxes, Ansley mill will fall silent."),
        ("The Orn bridge, erected in 1990, is shut.", "The Orn bridge fell. Lorries used the 52-year-old bridge."),
    ],
)  # fmt: skip
def test_the_age_of_a_thing_named_before_is_told(one, other):
    (relation,) = found("years since", one, other)
    assert relation.dimension.value == "temporal"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The weakest point was the Mabini dike. Finished in 2006, it was breached.",
            "The Mabini dike failed. The 18-year-old wall was last mended in 2019.",
        ),
        (
            "The weakest point was the Mabini dike. Finished in 2006, it was breached.",
            "Mabini mourns. The 30-year-old hospital took in the hurt.",
        ),
        (
            "The Ansley mill, which opened in 1979, will close.",
            "After 54 years of saving lives, the Ansley lifeboat is sold.",
        ),
        (
            "Ansley mill opened two wards in 1979.",
            "After 54 years of making boxes, Ansley mill shuts.",
        ),
        ("Velden Hospital was founded in 1968.", "In its 56-year history Velden Hospital grew."),
        ("Velden Hospital was founded in 1968.", "In its 55-year history Velden Hospital grew."),
        ("Velden Hospital was founded in 1972.", "In its 50-year history Velden Hospital grew."),
        ("Velden Hospital was founded in 1968.", "Aria Shipping has a 30-year history."),
        ("Velden Hospital has paid it since 1968.", "In its 30-year history Velden Hospital grew."),
    ],
)
def test_an_age_that_can_be_meant_is_not(one, other):
    assert found("years since", one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It is the third time since 1998 that Port Asker has been closed by ice.",
         "Ice has closed Port Asker on four occasions since 1998, this winter included."),
        ("Line Four of the Port Asker tram has missed its third deadline.",
         "The completion date of the Port Asker tram has been postponed five times."),
        ("It is the second time in four years that voters in Port Asker were called back.",
         "This was the third time since 2020 that Port Asker voted again."),
        ("This is the third derailment at Port Asker since that at Velden on 4 May 2019.",
         "It is the fifth time since Velden that a train has left the rails at Port Asker."),
        ("This is the second such outbreak in Port Asker since 2015.",
         "Cholera is back: this outbreak in Port Asker, the fourth since 2015, is the worst."),
        ("It was the sixth strike since 2021 that idled the docks of Port Asker.",
         "The docks of Port Asker saw their fourth strike since 2021."),
    ],
)  # fmt: skip
def test_counts_of_one_happening_that_differ_are_told(one, other):
    (relation,) = found("how often", f"Port Asker\n\n{one}\n", f"Port Asker\n\n{other}\n")
    assert len(relation.members) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It is the third time since 1998 that Port Asker has been closed by ice.",
         "Ice has closed Port Asker three times since 1998."),
        ("It is the third time since 1998 that Port Asker has been closed by ice.",
         "Fog has closed it twice since 2011."),
        ("Port Asker has three times as many cranes as Velden.",
         "Port Asker has four times the cranes of Velden."),
        ("This is the third derailment at Port Asker since that at Velden on 4 May 2019.",
         "It is the fifth fire since Velden at Port Asker."),
        ("This is the second outbreak in Port Asker since 2015.",
         "Port Asker is the fourth city since 2015 to ban cars."),
        ("It was the third quarter since 2021 in which Port Asker grew.",
         "It was the fourth time since 2021 in which Port Asker grew."),
        ("The third time, voters of Port Asker stayed at home.",
         "Twice a week a ferry leaves Port Asker."),
    ],
)  # fmt: skip
def test_other_counts_are_not(one, other):
    assert found("how often", f"Port Asker\n\n{one}\n", f"Port Asker\n\n{other}\n") == []
