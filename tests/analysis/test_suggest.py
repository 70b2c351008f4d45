"""What is suggested of two short texts, and what is not: the order of the checklist, rule by rule."""

import pickle
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telling import EARLY, LATE, reading, suggested, told

from reviewer.analysis.concepts import Lexicon
from reviewer.domain.vocabulary import RelationKind

ONE_DAY = (EARLY, EARLY)

DISAGREEING = [  # first text, second text, kind, dimension
    ("Floods in Tovia killed 37 people, police said.", "At least 56 people died in the floods in Tovia.",
     "updates", "numeric"),
    ("The Harmon Bridge will cost €120 million.", "The Harmon Bridge will cost €185 million, the council said.",
     "updates", "numeric"),
    ("Corvex plc had revenue of £2.4 billion in 2023.", "In 2023, Corvex made revenue of £2.9 billion.",
     "contradicts", "numeric"),
    ("The Harmon Line is due to open in 2026.", "The Harmon Line is not expected to open before 2028.",
     "updates", "temporal"),
    ("Corvex was founded in 1998 in Tovia.", "Corvex, founded in 1996, makes pumps.",
     "contradicts", "temporal"),
    ("The Harmon wind farm has a capacity of 1.2 GW.", "The capacity of the Harmon wind farm is 900 MW.",
     "contradicts", "numeric"),
    ("The Harmon Tunnel is 14 km long.", "The Harmon Tunnel is 12 miles long.",
     "contradicts", "numeric"),
    ("Turnout in the Tovian election was 61 percent.", "In the Tovian election, turnout was 57 percent.",
     "contradicts", "numeric"),
    ("Tovia aims to spend 2 percent of GDP on defence by 2027.",
     "Tovia aims to spend 2 percent of 2022 GDP on defence by 2027.", "qualifies", "scope"),
    ("Fiji has pledged NZ$78 million in aid to Tonga.", "Fiji has pledged $95 million in aid to Tonga.",
     "updates", "unit"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "kind", "dimension"), DISAGREEING, ids=lambda x: x[:24])
def test_values_that_do_not_agree_are_suggested(one, other, kind, dimension):
    days = (EARLY, EARLY) if dimension == "numeric" and kind == "contradicts" else (EARLY, LATE)
    found = suggested(one, other, days=days)
    assert (found[0].kind.value, found[0].dimension.value) == (kind, dimension)
    assert {each.rule for each in found[1:]} <= {"status"}


AGREEING = [
    ("Floods in Tovia displaced about 1.2 million people.", "The floods in Tovia displaced 1,194,000 people."),
    ("Corvex employs more than 4,000 people.", "Corvex has 4,300 employees."),
    ("Japan gave $12 million in aid to Tonga.", "Korea gave $67 million in aid to Tonga."),
    ("Corvex had revenue of €2.4 billion in 2022.", "Corvex had revenue of €2.9 billion in 2023."),
    ("Corvex had revenue of €700 million in the first quarter of 2023.",
     "Corvex had revenue of €2.9 billion in 2023."),
    ("Floods in Tovia killed 37 people.", "In the town of Semb, 5 people died in the floods in Tovia."),
    ("The Harmon Bridge will cost €12 million.", "The Harmon Bridge will cost €12 billion."),
    ("The Harmon Tunnel is 14 km long.", "The Harmon Tunnel is 8.7 miles long."),
    ("Japan spends 2 percent of GDP on defence.", "Japan aims at a target of 3 percent of GDP on defence by 2033."),
    ("The Harmon Line was begun in May 2021.", "The Harmon Line opened in June 2024."),
    ("Tovia spends 6 percent of GDP on health.", "Tovia spends 11 percent of its budget on health."),
    ("Fiji gave Tonga €5 million in aid.", "Fiji gave Tonga £9 million in aid."),
    ("Fiji gave €5 million in military aid to Tonga.", "Fiji gave €9 million in medical aid to Tonga."),
    ("Corvex shares fell 8 percent on Monday.", "The Corvex workforce grew 11 percent."),
    ("Unions asked Corvex for a minimum wage of €16.", "Corvex raised its minimum wage to €14."),
    ("Corvex will hire 2,100 workers.", "Corvex had hired 640 workers by August."),
    ("The Semb campaign costs €14 million, of which the Kor Fund pays €9 million.", "The Semb campaign costs €14 million."),
    ("The Semb campaign costs €14 million.", "Tiran had a campaign in 2022 that cost €11 million."),
    ("In 2023 inflation in Semb was 7 percent. In May, inflation in Semb was 5.9 percent.", "It rained."),
    ("Semb has 3,400 houses destroyed by the floods.", "In Semb, 212 houses have been rebuilt after the floods."),
    ("Floods in Semb killed 63 people.", "In 1998, floods in Semb killed 2,300 people."),
    ("In Semb, first-dose coverage was 86 percent.", "In Semb, second-dose coverage was 71 percent."),
    ("The quake near Semb was 10 km deep.", "The quake struck 28 km north of Semb."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), AGREEING, ids=lambda text: text[:32])
def test_values_that_can_both_be_right_are_not(one, other):
    assert told(suggested(one, other)) == []
    assert told(suggested(one, other, days=ONE_DAY)) == []


def test_a_bare_dollar_is_never_a_plain_contradiction():
    found = suggested(
        "The Harmon Bridge cost $120 million.", "The Harmon Bridge cost $185 million.", days=ONE_DAY
    )
    assert [each.dimension.value for each in found] == ["unit"]
    assert "currency" in found[0].reason


def test_the_reason_names_the_words_taken_for_one_the_values_and_their_times():
    found = suggested(
        "As of May 2023, New Zealand had committed NZ$78 million in assistance to Ukraine.",
        "New Zealand's total $79.5 million in pledged support to date went to Ukraine.",
        days=(date(2023, 7, 10), date(2024, 7, 11)),
    )
    assert len(found) == 1
    reason = found[0].reason
    for words in ("New Zealand", "aid", "committed", "pledged", "assistance", "support", "NZD 78 m",
                  "May 2023", "$79.5 m", "whose dollar"):  # fmt: skip
        assert words in reason
    assert reason.endswith(".")


def test_the_texts_own_short_forms_are_one_name():
    one = "The Tovian Water Board (TWB) has 400 members. The TWB has debts of €5 million."
    other = "The debts of the TWB are growing: the TWB has debts of €8 million."
    assert told(suggested(one, other, days=ONE_DAY)) == [
        ("contradicts", "numeric", ("€5 million", "€8 million"))
    ]


def test_a_project_adds_names_and_measures_of_its_own():
    one = "Kirova gave €5 million in subventions to Fiji."
    other = "The Kirov Republic gave €8 million in aid to Fiji."
    assert told(suggested(one, other, days=ONE_DAY)) == []
    lexicon = Lexicon(measures=(("subventions", "aid"),), names=(("Kirova", "Kirov Republic"),))
    assert len(suggested(one, other, days=ONE_DAY, lexicon=lexicon)) == 1


def test_a_sentence_without_a_name_is_about_what_its_text_is_about():
    one = "Corvex opens in Semb\n\nCorvex will build a factory.\n\nThe company has 4,000 employees."
    other = "Corvex has 5,200 employees."
    assert [each.members[0].claim.subject for each in suggested(one, other)] == ["Corvex"]


def test_dates_of_writing_are_read_from_the_texts_if_nobody_gives_them():
    one = "TOVIA, March 4, 2024 - Floods in Tovia killed 37 people."
    other = "TOVIA, September 2, 2024 - Floods in Tovia killed 56 people."
    assert [each.kind for each in suggested(one, other, days=(None, None))] == [
        RelationKind.UPDATES
    ]


def test_teasers_are_read_only_where_they_are_whole_sentences():
    claims = reading(
        "Fiji sent 40 troops to Tonga.\n\nRelated Publications\n\nKeep Reading\n"
    ).claims
    assert [claim.exact for claim in claims] == ["40"]


def test_the_best_comes_first_and_the_order_is_always_the_same():
    texts = (
        "Floods in Tovia killed 37 people. The Harmon Bridge cost €120 million.",
        "Floods in Tovia killed 56 people. The Harmon Bridge cost €185 million.",
    )
    found = suggested(*texts)
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert all(0 < each.score <= 1 for each in found)
    assert found == suggested(*texts)


def test_a_reading_can_be_pickled():
    one = reading("Floods in Tovia killed 37 people on March 3.")
    assert pickle.loads(pickle.dumps(one)) == one


def test_claims_slice_to_their_words_and_keep_their_quantity():
    text = "Corvex had revenue of £2.4 billion in 2023, up from £2.1 billion."
    for claim in reading(text).claims:
        assert text[claim.start : claim.end] == claim.exact
    assert reading(text).claims[0].claim.quantity.low == Decimal(2_400_000_000)


@given(st.text(max_size=300))
def test_any_text_is_read_and_compared_with_itself(text):
    if text.strip("\ufeff\x00 \n\r\t\x0b\x0c") and text.isprintable():
        assert suggested(f"{text} .", f"{text} .", days=ONE_DAY) == suggested(
            f"{text} .", f"{text} .", days=ONE_DAY
        )


def test_a_very_long_line_is_cut_into_pieces():
    text = "Fiji gave €5 million and " * 4000
    assert len(reading(text).claims) == 4000
