"""What is read from the words around: the order of figures, datelines, tense, rates and roles."""

from datetime import date
from decimal import Decimal

import pytest

from reviewer.analysis.quantities import read_quantities
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind, Role

WEDNESDAY = date(2024, 9, 18)


def read(text: str, reference: date | None = WEDNESDAY) -> list[Quantity]:
    return [found.quantity for found in read_quantities(text, reference=reference)]


def days(text: str, reference: date | None = WEDNESDAY) -> list[str]:
    dates = [q for q in read(text, reference) if q.kind is QuantityKind.DATE]
    return [f"{q.low}" if q.low == q.high else f"{q.low}/{q.high}" for q in dates]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Sent 13/7/2024, received 7/10/2024", "2024-10-07"),
        ("Sent 7/13/2024, received 7/10/2024", "2024-07-10"),
        ("On 3 May 2024 it met; see 7/10/2024", "2024-10-07"),
        ("On May 3, 2024 it met; see 7/10/2024", "2024-07-10"),
        ("Both 13/7/2024 and 7/13/2024, and 7/10/2024", "None"),
        ("Only 7/10/2024", "None"),
        ("Only 7/7/2024", "2024-07-07"),
        ("By the clock of 13.7.2024, 7.10.2024", "2024-10-07"),
    ],
)
def test_day_and_month_in_figures_by_what_the_rest_of_the_text_shows(text, last):
    assert days(text)[-1] == last


def test_a_dateline_is_what_follows_is_counted_from():
    text = "Tuesday, April 23, 2024\n\nIt meets this year.\n\n10 July 2023\n\nIt met last month."
    assert days(text)[1] == "2024-01-01/2024-12-31"
    assert days(text)[3] == "2023-06-01/2023-06-30"
    lead = "WELLINGTON, 12 July 2023 \u2014 The minister left yesterday."
    assert days(lead, None) == ["2023-07-12", "2023-07-11"]


def test_a_date_within_a_sentence_is_no_dateline():
    text = "It began on 12 July 2020 in Paris. It ended last month."
    assert days(text)[1] == "2024-08-01/2024-08-31"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("He spoke on Tuesday.", "2024-09-17"),
        ("He spoke on Wednesday.", "2024-09-18"),
        ("He will speak on Friday.", "2024-09-20"),
        ("It is due by Monday.", "2024-09-23"),
        ("He spoke on Monday of last week.", "2024-09-09"),
        ("It meets next Friday.", "2024-09-27"),
        ("It was filed on 14 February.", "2024-02-14"),
        ("It will be filed on 14 February.", "2025-02-14"),
        ("The 2 October summit", "2024-10-02"),
        ("in the week ending 14 March 2024", "2024-03-08/2024-03-14"),
        ("the last week of July 2016", "2016-07-25/2016-07-31"),
        ("the third quarter", "2024-07-01/2024-09-30"),
        ("the 19th century", "1800-01-01/1899-12-31"),
        ("from November to February 2017", "2016-11-01/2017-02-28"),
        ("05-Aug-2016", "2016-08-05"),
        ("in September-November", "2024-09-01/2024-11-30"),
    ],
)
def test_days_that_leave_something_out(text, day):
    assert days(text) == [day]


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("$52 a barrel", "per barrel"), ("\u00a324 a-year", "per year"), ("20 ships per day", "per day"),
        ("NZ$4m annually", "per year"), ("$49/MWh", "per MWh"), ("3% a year", "per year"),
        ("$5 million a year ago", ""), ("9.8 per 1,000", "per 1,000"), ("$620 each week", "per week"),
        ("20,000 tonnes of lithium carbonate a year", "per year"), ("12 men a side", ""),
    ],
)  # fmt: skip
def test_what_a_rate_is_per(text, base):
    found = read(f"It was {text}.")[0]
    assert found.base == base
    assert (found.role is Role.RATE) is bool(base)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("a total of 40 ships", Role.TOTAL), ("40 ships in all", Role.PLAIN),
        ("$40 million in total", Role.TOTAL), ("a further 40 ships", Role.ADDITIONAL),
        ("an additional $40m", Role.ADDITIONAL), ("including 40 ships", Role.PART),
        ("a target of 40%", Role.TARGET), ("some 40 ships", Role.PLAIN),
    ],
)  # fmt: skip
def test_the_part_that_a_value_plays(text, role):
    assert read(f"They sent {text}.")[0].role is role


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("hundreds of homes", 100, 1000),
        ("tens of thousands of people", 10_000, 100_000),
        ("hundreds of millions of dollars", 10**8, 10**9),
        ("dozens of ships", 24, 100),
    ],
)
def test_numbers_that_name_only_their_size(text, low, high):
    (found,) = read(f"It hit {text} there.")
    assert (found.low, found.high) == (low, high)


def test_small_money_is_kept_in_whole_units():
    pence, cents = read("It fell to 212.5 pence, or 15 cents.")
    assert (pence.low, pence.unit) == (Decimal("2.125"), "GBP")
    assert (cents.low, cents.unit, cents.is_currency_unclear) == (Decimal("0.15"), "$", True)


def test_a_change_is_two_values_of_one_unit():
    assert [(q.low, q.unit) for q in read("It rose from 5 to 7 percent.")] == [(5, "%"), (7, "%")]
    assert [(q.low, q.high) for q in read("It ranges from 5 to 7 percent.")] == [(5, 7)]


@pytest.mark.parametrize(
    "text",
    [
        "options 1 to 4", "by 2 to 1", "in the first half", "a 2-2 draw", "won 3-1", "unit 2 was shut", "Junction 11", "runway 27L", "4G networks",
        "call 0800 838 383", "at 7.05am", "at 10:30 p.m.", "the 07:15 train", "page 12", "figures 2.1",
        "the scores of the match", "children's first nine", "Windows 11", "third-party checks",
        "On the one hand", "in one region", "14 King Street", "the S&P 500", "Fortune 100",
    ],
)  # fmt: skip
def test_more_that_is_no_quantity(text):
    assert read(text) == []


TABLES = [
    ("£ million\t2024\nCartons\t1,310\nAll\t970", ["1310000000 GBP", "970000000 GBP"]),
    ("Item\tC$ billion\nPort\t0.42", ["420000000 CAD"]),
    ("Service\t2025-26 (C$ million)\nTransit\t321", ["321000000 CAD"]),
    ("Phase\tTurbines\tCapacity (MW)\tIn service\n1\t30\t420\t2028", ["30 turbines", "420 MW"]),
    ("Town\tDead\nMagsaway\t17\nTolinao\t6", ["17 dead", "6 dead"]),
    ("Town\tShare (%)\nMagsaway\t17.5", ["17.5 %"]),
]


@pytest.mark.parametrize(("text", "wanted"), TABLES)
def test_bare_cells_take_unit_and_scale_from_the_header(text, wanted):
    found = [q for q in read(text) if q.kind is not QuantityKind.DATE]
    assert [f"{q.low:f} {q.unit}".replace(".00 ", " ") for q in found] == wanted


def test_a_year_in_a_table_stays_a_year():
    (day,) = [q for q in read("Phase\tIn service\nEast\t2028") if q.kind is QuantityKind.DATE]
    assert (day.low, day.high) == (date(2028, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("all five of them left", 5, ""), ("in seven of ten towns", 7, "towns"),
        ("tip height 262 m, it says", 262, "m"), ("24 h to dawn", 24, "hours"),
    ],
)  # fmt: skip
def test_more_counts_and_measures(text, low, unit):
    found = read(text)[0]
    assert (found.low, found.unit) == (low, unit)


def test_seasons_are_the_north_s():
    assert days("in spring 2026 and the winter of 2024") == [
        "2026-03-01/2026-05-31",
        "2024-12-01/2025-02-28",
    ]
    assert days("in 2024 dollars") == ["2024-01-01/2024-12-31"]
