"""The order of candidates for the other side of a relation."""

from collections import Counter
from decimal import Decimal

import pytest

from reviewer.analysis import likeness as module
from reviewer.analysis.likeness import Sketch, likeness, rank, sketch
from reviewer.domain.anchor import Target
from reviewer.domain.claim import Claim
from reviewer.domain.quantity import Quantity
from reviewer.domain.records import Annotation
from reviewer.domain.vocabulary import QuantityKind


def money(amount: int, unit: str = "NZD") -> Quantity:
    return Quantity(QuantityKind.MONEY, Decimal(amount), Decimal(amount), unit=unit)


def count(amount: int, noun: str) -> Quantity:
    return Quantity(QuantityKind.COUNT, Decimal(amount), Decimal(amount), unit=noun)


def annotation(key: str, quote: str, *claim) -> Annotation:
    target = Target(0, len(quote), quote)
    return Annotation(key, "e", target, claim=Claim(*claim) if claim else None)


TARGET = annotation(
    "t", "New Zealand had committed NZ$78 million in assistance",
    "New Zealand", "assistance committed", money(78_000_000),
)  # fmt: skip
SAME = annotation(
    "a", "New Zealand's total $79.5 million in pledged support",
    "New Zealand", "support pledged", money(79_500_000, "$"),
)  # fmt: skip
PART = annotation(
    "b",
    "$3.19 million for legal processes",
    "New Zealand",
    "legal processes",
    money(3_190_000, "$"),
)
OTHER = annotation("c", "Japan committed $12 billion", "Japan", "aid pledged", money(12 * 10**9))
TROOPS = annotation("d", "Japan deployed 440 troops", "Japan", "troops", count(440, "troops"))
BARE = annotation("e", "nothing alike at all")


def test_the_order_of_candidates():
    ranked = rank(TARGET, [BARE, TROOPS, OTHER, PART, SAME, TARGET])
    assert [found.id for _, found in ranked] == ["a", "b", "c", "d", "e"]
    assert ranked[0][0] > 0.7
    assert ranked[-1][0] < 0.05


@pytest.mark.parametrize("other", [SAME, PART, OTHER, TROOPS, BARE, TARGET])
def test_likeness_is_the_same_both_ways_and_between_0_and_1(other):
    assert likeness(TARGET, other) == likeness(other, TARGET)
    assert 0 <= likeness(TARGET, other) <= 1


def test_a_rare_shared_word_counts_more_than_a_common_one():
    target = annotation("t", "the frigate Otago left port")
    others = [annotation(f"p{n}", f"port call {n}") for n in range(20)]
    ranked = rank(target, [*others, annotation("r", "frigate crew unknown")])
    assert ranked[0][1].id == "r"


def test_likeness_of_a_claim_to_itself_is_whole():
    assert likeness(TARGET, TARGET) == pytest.approx(1)


def test_amounts_beyond_floats_are_compared_too():
    huge = annotation("h", "x", "A", "b", Quantity(QuantityKind.COUNT, Decimal("1E999")))
    assert 0 <= likeness(huge, TROOPS) <= 1


def test_a_candidate_is_compared_once_and_sketched_once_for_all_rankings(monkeypatch):
    others = [
        annotation(
            f"{n:05}", f"Country {n % 97} had committed NZ${n} million in assistance to {n}",
            f"Country {n % 97}", "assistance committed", money(n * 10**6),
        )
        for n in range(500)
    ]  # fmt: skip
    compared = Counter()
    score = module._score

    def counting(one: Sketch, other: Sketch, words: float) -> float:
        compared[other] += 1
        return score(one, other, words)

    monkeypatch.setattr(module, "_score", counting)
    sketch.cache_clear()
    for _ in range(3):
        rank(TARGET, [*others, TARGET])
    assert set(compared.values()) == {3}
    assert len(compared) == len(others)
    assert sketch.cache_info().misses == len(others) + 1
