"""Tables: totals below, above and at the end of rows, and totals told in the text too."""

import pytest
from telling import reading, suggested

from reviewer.analysis.suggest import suggest

HOSPITAL = """# Wards

The wards had {told} in 2023.

| Ward | Received (EUR million) | Paid (EUR million) |
|---|--:|--:|
| North | 6.4 | 5.1 |
| South | 10.1 | 9.3 |
| East | 9.9 | 8.8 |
| Total | {total} | 23.2 |
"""
BALLOTS = """# Ballots

| Place | {one} | {two} | Post | All |
|---|--:|--:|--:|--:|
| Asker | 120 | 80 | 40 | 240 |
| Velden | 310 | 90 | 20 | {sum} |
| Orn | 75 | 25 | 10 | 110 |
| Tarvo | 60 | 30 | 15 | 105 |
"""


def rules(text: str, name: str = "a.md"):
    return [(one.rule, one.members[0].exact) for one in suggest([reading(text, name)])]


def test_the_text_gives_another_total_than_the_table():
    text = HOSPITAL.format(told="received EUR 24.4 million", total="26.4")
    assert rules(text) == [("table and text", "EUR 24.4 million")]


@pytest.mark.parametrize(
    "told",
    ["received EUR 26.4 million", "received some EUR 26 million", "asked for EUR 24.4 million"],
)
def test_the_text_gives_the_same_or_something_else(told):
    assert rules(HOSPITAL.format(told=told, total="26.4")) == []


def test_a_row_that_does_not_come_to_its_total_where_the_others_do():
    assert rules(BALLOTS.format(one="Person", two="Proxy", sum="460")) == [("table sum", "460")]
    assert rules(BALLOTS.format(one="Person", two="Proxy", sum="420")) == []


def test_years_in_the_head_are_no_parts():
    text = "# Ships\n\n| Port | 2022 | 2023 |\n|---|--:|--:|\n| Asker | 1,800 | 900 |\n| Orn | 700 | 800 |\n| Total | {} | 1,700 |\n"
    assert rules(text.format("2,500")) == []
    assert rules(text.format("2,600")) == [("table sum", "2,600")]


def test_a_total_in_the_first_row_and_parts_within_parts():
    text = "# Staff\n\n| Group | Staff |\n|---|--:|\n| All | {} |\n| Nurses | 410 |\n| of which men | 60 |\n| Doctors | 90 |\n"
    assert rules(text.format("500")) == []
    assert rules(text.format("540")) == [("table sum", "540")]


def test_columns_that_are_only_aligned():
    text = "Budget\n\nItem           Cost\nRoads           410\nSchools         230\nTotal           {}\n"
    assert [one.members[0].exact for one in suggested(text.format(700))] == ["700"]
    assert suggested(text.format(640)) == ()


COLUMNS = """# Ferries

{above}

{head}
|---|--:|--:|
| North | 30 | 420 |
| East | 42 | 588 |
| South | 11 | 152 |
{last}
"""


@pytest.mark.parametrize(
    ("head", "last", "wrong"),
    [
        ("| | Boats | Berths |", "| Whole fleet | 85 | 1,160 |", ["85"]),
        ("| | Boats | Berths |", "| Whole fleet | 85 | 1,190 |", ["1,190", "85"]),
        ("| Route | Boats | Berths |", "| **Norvia** | **83** | **1,190** |", []),
        ("| Route | Boats | Berths |", "| **Norvia** | **95** | **1,160** |", ["95"]),
        ("| Route | Boats | Berths |", "| Total | 84 | 1,160 |", ["84"]),
    ],
)
def test_totals_of_other_names_and_of_counts(head, last, wrong):
    text = COLUMNS.format(above="What sails.", head=head, last=last)
    assert sorted(first for _, first in rules(text)) == sorted(wrong)


@pytest.mark.parametrize(
    ("above", "head", "last"),
    [
        ("What sails.", "| | Boats | Berths |", "| Whole fleet | 83 | 1,160 |"),
        ("What sails.", "| Route | Boats | Berths |", "| West | 84 | 1,190 |"),
        ("In thousands:", "| Route | Boats | Berths |", "| Total | 84 | 1,160 |"),
        ("What sails.", "| Route | Share (%) | Berths |", "| Total | 84 | 1,160 |"),
    ],
)
def test_what_is_right_rounded_or_no_total_is_not_told(above, head, last):
    assert rules(COLUMNS.format(above=above, head=head, last=last)) == []


def test_an_empty_cell_moves_no_other_into_its_column():
    table = (
        "# Pledges\n\n| Country | In its own money | EUR million | For |\n|---|---|--:|---|\n"
        "| Norland | NOK 1.5 billion | 129 | boats |\n| Kelar | KLR 2 million | 94 | tents |\n"
        "| Others | | 65 | food |\n| Total | | {total} | |\n"
    )
    assert rules(table.format(total=318)) == [("table sum", "318")]
    assert rules(table.format(total=288)) == []


def test_a_column_of_another_year_is_no_other_figure_of_the_same_text():
    assert (
        rules(
            "# Orvane\n\nRevenue of Orvane slid to \u00a32.84bn.\n\n"
            "| \u00a3m | 2024 | 2025E |\n|---|--:|--:|\n| Revenue of Orvane | 2,840 | 2,795 |\n"
            "| EBIT of Orvane | 231 | 224 |\n"
        )
        == []
    )
