"""Totals against their parts, in a sentence, in a table, and from an earlier text to a later one."""

from datetime import date

import pytest
from telling import reading, suggested, told

from reviewer.analysis.suggest import suggest

DAY = date(2024, 7, 11)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Fiji's total €80 million in aid includes €50 million in cash, €19 million in tents and €3 million in food.", 4),
        ("The budget is €9.4 billion, made up of €6.1 billion for schools and €2.2 billion for roads.", 3),
        ("Fiji gave €8 million, including €6 million in cash and €5 million in food.", 3),
        ("The total of 90 troops includes 40 troops from Fiji, 20 troops from Tonga and 10 troops from Samoa.", 4),
    ],
)  # fmt: skip
def test_parts_that_do_not_come_to_their_total(text, count):
    found = suggested(text)
    assert [(each.dimension.value, len(each.members)) for each in found] == [("sum", count)]
    assert found[0].members[0].start < found[0].members[1].start
    assert "beyond rounding" in found[0].reason


@pytest.mark.parametrize(
    "text",
    [
        "Fiji announced €344 million, including €98 million for pay and €245 million for equipment.",
        "Fiji gave over €1.1 billion, including €880 million in cash and €85 million in food.",
        "Fiji's total €80 million includes €50 million in cash, €27 million in tents and €3 million in food.",
        "Fiji's total of €80 million includes €50 million in cash.",
        "Fiji gave a total of €80 million, and Tonga gave €50 million, Samoa €19 million and Niue €3 million.",
    ],
)
def test_parts_that_may_be_all_right(text):
    assert told(suggested(text)) == []


def test_a_later_total_that_cannot_hold_what_was_added():
    first = "As of May 2023, Fiji had committed €78 million in aid to Tonga."
    last = (
        "In February, Fiji announced an additional €15.8 million in aid to Tonga. "
        "Fiji's total pledged aid to date is €79.5 million."
    )
    found = suggested(first, last, days=(date(2023, 7, 1), DAY))
    sums = [each for each in found if each.dimension.value == "sum"]
    assert [tuple(m.exact for m in each.members) for each in sums] == [
        ("€78 million", "€79.5 million", "€15.8 million")
    ]
    enough = last.replace("€79.5", "€94.5")
    found = suggested(first, enough, days=(date(2023, 7, 1), DAY))
    assert [each for each in found if each.dimension.value == "sum"] == []


def test_shares_of_one_whole_are_not_more_than_all_of_it():
    text = "Tarvo won 48 percent of the vote, Brandt 43 percent of the vote and Orn 19 percent of the vote."
    assert [each.rule for each in suggested(text)] == ["shares"]
    assert told(suggested(text.replace("48", "38"))) == []


TABLE = "# Costs\n\n| Item | € million | Share |\n|---|---|---|\n| Works | 2,310 | 54% |\n| Land | 410 | 10% |\n| Trains | 640 | 15% |\n| Total | {} | 79% |\n"


def tabled(total: str):
    return suggest([reading(TABLE.format(total), "a.md")])


def test_a_column_that_does_not_come_to_its_total():
    found = tabled("3,860")
    assert [each.rule for each in found] == ["table sum"]
    assert [member.exact for member in found[0].members] == ["3,860", "2,310", "410", "640"]
    assert "€ million" in found[0].reason


@pytest.mark.parametrize("total", ["3,360", "3,361", "n/a", "33,600"])
def test_columns_that_come_to_their_total_or_are_no_sums(total):
    assert told(tabled(total)) == []


def test_two_shares_that_divide_one_whole_are_not_more_than_all_of_it():
    text = "After the exchange of shares the holders keep {}, while {} goes to the bank."
    assert [each.rule for each in suggested(text.format("62%", "43%"))] == ["shares"]
    assert not suggested(text.format("62%", "38%"))


@pytest.mark.parametrize(
    "text",
    [
        "The bank's stake was 62% in May and up to 43% of the votes a year earlier.",
        "The fund owns 62% of Fiji Rail and 43% of Fiji Air.",
        "The price of the shares rose 62%, while that of the bonds rose 43%.",
    ],
)
def test_shares_of_two_wholes_are_let_pass(text):
    assert [each.rule for each in suggested(text) if each.rule == "shares"] == []
