"""Wholes and parts in running text, in fields of all kinds."""

from datetime import date

import pytest

from reviewer.analysis.readings import Text, read_text
from reviewer.analysis.wholes import wholes
from reviewer.documents.read import read_document


def reading(text: str):
    return read_text(Text("a.txt", read_document(text.encode(), "a.txt"), date(2024, 5, 14)))


@pytest.mark.parametrize(
    "text",
    [
        (
            "Spending of \u20ac40 million is planned: \u20ac18 million for roads, \u20ac9 million for schools and "
            "\u20ac8 million for the port."
        ),
        "The hospital treated 310 patients: 120 children, 90 women and 80 men.",
        (
            "The budget gives \u00a32.4 billion to health, \u00a31.1 billion to schools and \u00a30.9 billion to "
            "transport, a total of \u00a34.9 billion."
        ),
        "Wards A (\u00a312 million), B (\u00a37 million) and C (\u00a35 million) come to \u00a329 million.",
        (
            "The quay costs $30 million. With dredging ($4 million) and cranes ($9 million), the total bill "
            "comes to $47 million."
        ),
        "Of the 640 ballots, 410 were cast in person, 180 by post and the remaining 90 were spoilt.",
        "The strike idled 4,200 dockers, of whom 4,900 were casual workers.",
        "The council received 300 bids. Of these, 190 were accepted and 140 rejected.",
        "The club drew 412 members in the north and 377 in the south, 809 in all.",
        "The fund received $3.1 million, $2.2 million and $1.4 million, altogether $7.9 million.",
        "Of the 61 who were hurt, 23 were treated in Asker, 19 in Velden and 14 in Orn.",
        "Orvane employs 12,000 people, 4,200 in Norland, 5,100 in Duro and 3,700 in Kelar.",
        "The yard sold 40 ferries, 12 in March, 15 in April and 20 in May.",
        (
            "The pier costs \u20ac800 million, with \u20ac500 million from the state and \u20ac400 million "
            "from the bank."
        ),
    ],
)
def test_parts_that_do_not_come_to_their_whole_are_told(text):
    (found,) = wholes([reading(text)])
    assert len(found.members) > 1
    assert found.reason.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        (
            "Spending of \u20ac40 million is planned: \u20ac18 million for roads, \u20ac12 million for schools and "
            "\u20ac10 million for the port."
        ),
        (
            "Spending of more than \u20ac34 million is planned: \u20ac18 million for roads, \u20ac9 million for "
            "schools and \u20ac8 million for the port."
        ),
        "The hospital treated 310 patients: 120 children, 100 women and 90 men.",
        "Orvane employs 12,000 people, 4,200 in Norland, 5,100 in Duro and 2,700 in Kelar.",
        "Orvane employs 12,000 people, including 4,200 in Norland, 5,100 in Duro and 1,700 in Kelar.",
        "The yard sold 40 ferries, 12 more than in March, 15 more than in May and 20 more than in June.",
        (
            "The pier costs \u20ac800 million, with \u20ac500 million from the state and \u20ac200 million "
            "from the bank."
        ),
        (
            "The film had a budget of $26 million and took $29 million worldwide of which the state "
            "got $4 million."
        ),
        "The lift has two cars, each of them with three doors.",
        "Of the 56 who were hurt, 23 were treated in Asker, 19 in Velden and 14 in Orn.",
        "Of the 80 who were hurt, 23 were treated in Asker, 19 in Velden and 14 in Orn.",
        "Of the 61 who were hurt, 23 were children, 19 from abroad and 14 in need of blood.",
        "Wards A (\u00a312 million), B (\u00a37 million) and C (\u00a35 million) come to \u00a324 million.",
        (
            "The quay costs $34 million. With dredging ($4 million) and cranes ($9 million), the total bill "
            "comes to $47 million."
        ),
        "Of the 640 ballots, 410 were cast in person and 180 by post.",
        "The strike idled 4,200 dockers, of whom 900 were casual workers.",
        "The council received 300 bids. Of these, 160 were accepted and 140 rejected.",
        "Sales rose from $3 million to $4 million, a total of $5 million more than planned.",
        "It grossed $38.2 million at home and $2.6 elsewhere, a total of $40.8 million.",
        "Cases came to 2,658: 88 new cases were told, bringing the total to 2,747 and deaths to 129.",
        "It killed 12 people and injured 31, bringing the total to 90.",
        "The port has 40 cranes and 300 staff, and in all handled 900 ships.",
        "The fund received $3.1 million, $2.2 million and $1.4 million, altogether $6.6 million.",
        "It cost $10 million: $4 million more than in 2019 and $6 million less than in 2022.",
        (
            "The terminal was funded by the State ($1.5 million) and by Council ($400,000), a total of "
            "$1.9 million."
        ),
    ],
)
def test_parts_that_do_or_need_not_are_not(text):
    assert [found.reason for found in wholes([reading(text)])] == []


def test_a_text_without_a_full_stop_is_no_sentence():
    text = "Spending of $40 million is planned: " + ", ".join(["$18 million"] * 400)
    assert list(wholes([reading(text)])) == []
