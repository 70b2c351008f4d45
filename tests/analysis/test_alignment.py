"""Values of several texts are paired with what is most like them, doubts make a pair weaker, and
one disagreement is told once."""

import pytest
from telling import EARLY, LATE, reading, suggested, told

from reviewer.analysis.alignment import aligned
from reviewer.analysis.corpus import corpus_of
from reviewer.analysis.judge import judge

ONE_DAY = (EARLY, EARLY)


def pairs(*texts: str) -> set[tuple[str, str, bool]]:
    """The words of both values of each pair, and whether they are equal."""
    readings = [reading(text, f"{place}.txt") for place, text in enumerate(texts)]
    found = aligned(corpus_of(readings), judge)
    return {(pair.one.claim.exact, pair.other.claim.exact, pair.equal) for pair in found}


def test_a_value_is_paired_with_the_most_alike_and_with_no_other():
    found = pairs(
        "The flood carried away four bridges. It drowned 90 sheep.",
        "The water demolished seven bridges. It drowned 120 sheep.",
    )
    assert found == {("four", "seven", False), ("90", "120", False)}


def test_a_value_that_the_other_text_gives_too_disagrees_with_nothing():
    found = told(
        suggested(
            "The Harmon plant made 480 people redundant.",
            "The Harmon plant made 480 people redundant, and 26 people redundant in Semb.",
        )
    )
    assert not any("480" in words and "26" in words for _, _, words in found)


def test_a_rounded_value_is_equal():
    one, other = "The Harmon dam holds 1,190 tonnes.", "The Harmon dam holds 1,200 tonnes."
    assert pairs(one, other) == {("1,190 tonnes", "1,200 tonnes", True)}


def test_three_texts_of_which_two_agree_disagree_once():
    found = told(
        suggested(
            "The Harmon Tunnel is 14 km long.",
            "The Harmon Tunnel is 19 km long.",
            "The Harmon Tunnel, 19 km long, is closed.",
            days=ONE_DAY,
        )
    )
    assert [words for _, _, words in found] == [("14 km", "19 km", "19 km")]


def test_the_text_stands_for_its_title():
    one = "Corvex to shed 480 jobs\n\nSEMB - Corvex will cut 480 jobs, the pump maker said."
    found = suggested(one, "Corvex will cut 410 jobs in Semb.", days=ONE_DAY)
    members = [member for each in found for member in each.members if member.exact == "480"]
    assert [member.start for member in members] == [one.rindex("480")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The fund released 12.4 million euros for Semb.", "The fund released $12.4 million for Semb."),
        ("The Harmon Line owes lenders US$148 million.", "The Harmon Line owes lenders A$148 million."),
        ("Some 1.2 million acres of crops in Tovia are lost.", "Some 1.2 million hectares of crops in Tovia are lost."),
    ],
)  # fmt: skip
def test_one_figure_in_two_units(one, other):
    found = suggested(one, other, days=ONE_DAY)
    assert [(each.kind.value, each.dimension.value) for each in found] == [("contradicts", "unit")]
    assert "not" in found[0].reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Corvex will shed 15,000 jobs.", "A competitor of Corvex will shed 7,000 jobs."),
        ("The Harmon plant has a capacity of 312 MW.", "Another project near the Harmon plant has a capacity of 40 MW."),
    ],
)  # fmt: skip
def test_what_is_told_of_another_scores_less(one, other):
    plain = other.replace("A competitor of ", "").replace("Another project near the", "The")
    plain = plain.replace("7,000", "14,000").replace("40 MW", "321 MW")
    aside = suggested(one, other, days=ONE_DAY)
    assert max((each.score for each in aside), default=0) < suggested(one, plain)[0].score


def test_a_further_count_is_less_sure_than_a_plain_one():
    one = "In the floods in Tovia, 8,500 people are missing."
    plain = suggested(one, "In the floods in Tovia, 10,100 people are missing.", days=(LATE, EARLY))
    further = suggested(
        one, "In the floods in Tovia, a further 10,100 people are missing.", days=(LATE, EARLY)
    )
    assert 0 < further[0].score < plain[0].score


def test_days_of_one_happening_that_no_label_names():
    found = suggested(
        "Corvex will suspend its dividend from May 2025.",
        "Corvex will suspend its dividend from July 2025.",
    )
    assert [each.dimension.value for each in found] == ["temporal"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Corvex is growing, the mayor of Semb said on Thursday.", "Corvex is growing, the mayor of Semb said on Monday."),
        ("SEMB, March 1 - Corvex sold its mill.", "SEMB, March 3 - Corvex sold its mill."),
    ],
)  # fmt: skip
def test_the_day_of_the_telling_is_no_day_of_a_happening(one, other):
    assert told(suggested(one, other)) == []


def test_contradictions_of_one_day_come_before_what_is_newer():
    one, other = "The Semb mill employs 400 people.", "The Semb mill employs 480 people."
    same, later = suggested(one, other, days=ONE_DAY), suggested(one, other)
    assert same[0].kind.value == "contradicts"
    assert later[0].kind.value == "updates"
    assert same[0].score > later[0].score


def test_two_subjects_that_both_sentences_name_are_two():
    one, other = "Corvex employs 400 people.", "Brandt employs 480 people."
    assert told(suggested(one, other)) == []
    assert told(suggested(one, other, days=ONE_DAY)) == []
