"""Keys that outlive offsets and rules; and when an annotation tells a suggested claim."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.anchor import select
from reviewer.domain.claim import Claim
from reviewer.domain.proposals import RuleRecord, claim_keys, is_told_by, relation_key
from reviewer.domain.quantity import Quantity
from reviewer.domain.records import Annotation
from reviewer.domain.suggestion import SuggestedClaim
from reviewer.domain.vocabulary import QuantityKind

TEXT = "First 12 ships came. Then 12 ships left,\nand over 12 ships stayed. Section 112."


def counted(number: int, raw: str) -> Claim:
    value = Decimal(number)
    return Claim(quantity=Quantity(QuantityKind.COUNT, value, value, unit="ships", raw=raw))


def at(text: str, words: str, nth: int = 0, claim: Claim | None = None) -> SuggestedClaim:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    given_claim = claim or counted(12, "12")
    return SuggestedClaim("e", start, start + len(words), words, given_claim)


def key(text: str, claim: SuggestedClaim, source: str = "s") -> str:
    (made,) = claim_keys(source, text, [claim])
    return made


def test_each_occurrence_has_a_key_of_its_own() -> None:
    three = [at(TEXT, "12 ships", nth) for nth in range(3)]
    made = claim_keys("s", TEXT, three)
    assert len(set(made)) == 3
    assert [key(TEXT, each) for each in three] == list(made), "alone or together"
    assert key(TEXT, three[0], "another") not in made


def test_neither_span_nor_rule_nor_offsets_matter() -> None:
    plain = key(TEXT, at(TEXT, "12", 1))
    assert key(TEXT, at(TEXT, "Then 12 ships left")) == plain, "the same value"
    laid_anew = "A new first line.\n\n" + TEXT.replace(" ", "  ").upper().replace("\n", "\n\n")
    assert key(laid_anew, at(laid_anew, "12", 1)) == plain
    of_words = replace(at(TEXT, "12", 1), claim=Claim(subject="They"))
    assert key(TEXT, of_words) == plain, "the words, where there is no value"


def test_a_figure_within_another_is_no_occurrence() -> None:
    longer = "It was 112 and 12."
    assert key(longer, at(longer, "12", 1)) == key("It was 12.", at("It was 12.", "12"))


def test_the_order_of_members_does_not_matter() -> None:
    assert relation_key(["a", "b"]) == relation_key(["b", "a"]) != relation_key(["a", "c"])


@given(st.text(max_size=200), st.data())
def test_any_span_of_any_text_has_a_key(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    claim = SuggestedClaim("e", start, end, text[start:end], Claim())
    assert len(key(text, claim)) == 64


def annotation(words: str, claim: Claim | None = None, edition: str = "e") -> Annotation:
    start = TEXT.index(words)
    return Annotation("a", edition, select(TEXT, start, start + len(words)), claim=claim)


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (annotation("12 ships"), True),
        (annotation("First 12 ships came"), False),
        (annotation("First 12 ships came", Claim(subject="They")), False),
        (annotation("First 12 ships came", counted(12, "12")), True),
        (annotation("12", counted(12, "twelve")), True),
        (annotation("First 12 ships came", counted(13, "12")), False),
        (annotation("Then 12 ships", counted(12, "12")), False),
        (annotation("12 ships", edition="f"), False),
    ],
)
def test_an_annotation_tells_a_claim(made: Annotation, told: bool) -> None:
    assert is_told_by(at(TEXT, "12 ships"), made) is told


def test_words_are_told_by_words() -> None:
    claim = at(TEXT, "ships came", claim=Claim(subject="ships"))
    assert is_told_by(claim, annotation("12 ships came", Claim(subject="ships")))
    assert not is_told_by(claim, annotation("12 ships came", counted(12, "12")))


def test_a_rule_begins_with_its_own_score_and_loses_by_dismissals() -> None:
    weights = [RuleRecord("r", 0, decided).weight for decided in range(4)]
    assert weights[0] == 1
    assert weights == sorted(weights, reverse=True)
    assert weights[3] == pytest.approx(0.4)
    assert RuleRecord("r", 5, 5).weight == 1
