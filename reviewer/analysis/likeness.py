"""How alike two claims are: to order the candidates for the other side, never to decide."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import log
from typing import Final

from reviewer.analysis.concepts import concepts, words_of
from reviewer.analysis.nouns import FUNCTION_WORDS
from reviewer.domain.claim import Claim
from reviewer.domain.quantity import Quantity
from reviewer.domain.records import Annotation
from reviewer.domain.vocabulary import QuantityKind

SUBJECT, MEASURE, KIND, VALUE, WORDS = 0.30, 0.25, 0.15, 0.10, 0.20
"""What each respect weighs; together 1."""

_CACHED = 32_768  # sketches; a project of 10,000 claims is ranked again and again
_NO_WORDS: Final = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is compared of a claim and its quote: folded words, and the value as a number."""

    subject: frozenset[str]
    measure: frozenset[str]
    kind: QuantityKind | None
    unit: str
    value: float | None
    words: frozenset[str]


@lru_cache(_CACHED)
def sketch(quote: str, claim: Claim | None) -> Sketch:
    """The comparable part of a quote and, if it has one, its claim."""
    words = _folded(quote)
    if claim is None:
        return Sketch(_NO_WORDS, _NO_WORDS, None, "", None, words)
    quantity = claim.quantity
    return Sketch(
        _folded_again(claim.subject),
        _folded_again(claim.measure),
        quantity.kind if quantity else None,
        _dimension(quantity) if quantity else "",
        _number(quantity) if quantity else None,
        words,
    )


def likeness(one: Annotation, other: Annotation) -> float:
    """0 (nothing shared) to 1, the same both ways."""
    a, b = sketch(one.target.exact, one.claim), sketch(other.target.exact, other.claim)
    shared, either = a.words & b.words, a.words | b.words
    return _score(a, b, len(shared) / len(either) if either else 0.0)


def rank(target: Annotation, others: Sequence[Annotation]) -> list[tuple[float, Annotation]]:
    """The others with their likeness to the target, the most alike first; the target left out.

    A shared word counts the more, the fewer of the others have it.
    """
    mine = sketch(target.target.exact, target.claim)
    rest = [(sketch(o.target.exact, o.claim), o) for o in others if o.id != target.id]
    common = [mine.words & theirs.words for theirs, _ in rest]
    frequency = Counter(word for shared in common for word in shared)
    weight = {word: log(1 + len(rest) / (1 + frequency[word])) for word in mine.words}
    total = sum(weight.values()) or 1.0
    scored = [
        (_score(mine, theirs, sum(weight[word] for word in shared) / total), other)
        for (theirs, other), shared in zip(rest, common, strict=True)
    ]
    scored.sort(key=lambda pair: (-pair[0], pair[1].id))
    return scored


def _score(one: Sketch, other: Sketch, words: float) -> float:
    score = WORDS * words
    if one.subject and other.subject:
        score += SUBJECT * _overlap(one.subject, other.subject)
    if one.measure and other.measure:
        score += MEASURE * _overlap(one.measure, other.measure)
    if one.kind is not None and one.kind is other.kind:
        score += KIND if one.unit == other.unit else KIND / 2
        score += VALUE * _closeness(one, other)
    return min(1.0, score)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared words of the shorter: "Government of New Zealand" is alike "New Zealand"."""
    return len(one & other) / min(len(one), len(other))


def _closeness(one: Sketch, other: Sketch) -> float:
    """1 for one value, 0 from a tenfold (dates: ten years) apart."""
    if one.value is None or other.value is None:
        return 0.0
    if one.kind is QuantityKind.DATE:
        return max(0.0, 1 - abs(one.value - other.value) / 3650)
    if one.value <= 0 or other.value <= 0:
        return float(one.value == other.value)
    return max(0.0, 1 - abs(log(one.value / other.value)) / log(10))


def _folded(text: str) -> frozenset[str]:
    """Words that carry meaning, with like words made one: assistance, support → aid."""
    folded = concepts().folded
    return frozenset(
        folded.get(word, word) for word in words_of(text) if word not in FUNCTION_WORDS
    )


_folded_again = lru_cache(_CACHED)(_folded)
"""Subjects, measures and units come back in many claims; quotes do not."""


def _dimension(quantity: Quantity) -> str:
    """Money is of one dimension whatever its currency; a count is of what it counts."""
    if quantity.kind is QuantityKind.MONEY:
        return "money"
    return " ".join(sorted(_folded_again(quantity.unit)))


def _number(quantity: Quantity) -> float | None:
    """For closeness alone, where a rounding does no harm; None outside what a float holds."""
    value = quantity.low if quantity.low is not None else quantity.high
    if value is None:
        return None
    if not isinstance(value, Decimal):
        return float(value.toordinal())
    return float(value) if value == 0 or abs(value.adjusted()) < 300 else None  # noqa: PLR2004 - floats end at 1e308
