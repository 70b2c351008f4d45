"""One figure that two texts give with units of one sort that are not the same: so many people or
families, jobs or person-years, kilometres or miles, pesos or dollars."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from decimal import Decimal

from reviewer.analysis.corpus import Corpus, Item
from reviewer.analysis.passages import sentences
from reviewer.analysis.readings import Reading
from reviewer.analysis.reasons import told
from reviewer.analysis.same_matter import Alike
from reviewer.analysis.stems import content
from reviewer.domain.suggestion import SuggestedRelation
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind

VERSION = 1
_SURE, _LIKELY = 0.65, 0.5
_FEW, _DIGITS, _EXACT_DIGITS = 8, 2, 3
_SORTS = (
    (re.compile(r"\b(?:people|persons|individuals|evacuees|residents|displaced|refugees)\b"),
     re.compile(r"\b(?:famil(?:y|ies)|households?)\b")),
    (re.compile(r"\b(?:jobs?|posts?|positions?|roles?|workers?|employees)\b"),
     re.compile(r"\b(?:(?:person|job|man|worker)[- ](?:years?|months?))\b")),
)  # fmt: skip
_PLACED = re.compile(
    r"\s(off|from|above|below|upstream|downstream|long|deep|wide|tall|high|inland|away)\b"
)
_WORDS = re.compile(r"[^\W\d_]{4,}")
_NEAR = 90


def same_figure(readings: Sequence[Reading], corpus: Corpus) -> Iterator[SuggestedRelation]:
    """One alert at most for each figure and pair of units; linear in the items."""
    alike = Alike(corpus, readings)
    blocks: dict[Hashable, list[Item]] = defaultdict(list)
    for item in corpus.items:
        if key := _key(item):
            here = blocks[key]
            if len(here) < _FEW:
                here.append(item)
    for here in blocks.values():
        best = max(_pairs(alike, here), key=lambda found: found.score, default=None)
        if best:
            yield best


def _key(item: Item) -> Hashable:
    """The figure as it is written, and what its units can be taken for; None if it is too round
    or none."""
    quantity, frame = item.claim.claim.quantity, item.frame
    if not quantity or quantity.low != quantity.high or not isinstance(quantity.low, Decimal):
        return None
    digits = _digits(quantity.low)
    if frame.kind is QuantityKind.MONEY and digits >= _EXACT_DIGITS:
        return frame.kind, quantity.low
    if frame.kind is QuantityKind.COUNT and digits >= _DIGITS:
        sort = _sort(quantity.unit)[0]
        return None if sort is None else (frame.kind, sort, quantity.low)
    if frame.kind is QuantityKind.MEASURE and digits >= _DIGITS:
        return frame.kind, frame.dimension, quantity.low
    return None


def _digits(value: Decimal) -> int:
    """How many digits it has without the noughts at its end."""
    return len(value.normalize().as_tuple().digits)


def _sort(unit: str) -> tuple[int | None, int]:
    """Which pair of nouns that are mistaken for each other, and which of the two."""
    low = unit.lower()
    for place, (ones, groups) in enumerate(_SORTS):
        if groups.search(low):
            return place, 1
        if ones.search(low):
            return place, 0
    return None, 0


def _pairs(alike: Alike, here: Sequence[Item]) -> Iterator[SuggestedRelation]:
    for place, one in enumerate(here):
        for other in here[place + 1 :]:
            if one.reading == other.reading or not _are_apart(one, other):
                continue
            if score := _score(alike, one, other):
                yield _relation(one, other, score)


def _are_apart(one: Item, other: Item) -> bool:
    a, b = one.claim.claim.quantity, other.claim.claim.quantity
    assert a is not None
    assert b is not None
    if a.kind is QuantityKind.COUNT:
        return _sort(a.unit)[1] != _sort(b.unit)[1]
    if a.kind is QuantityKind.MEASURE:
        return not one.frame.span.meets(other.frame.span)
    ones = set(a.currencies) if a.is_currency_unclear else {a.unit}
    others = set(b.currencies) if b.is_currency_unclear else {b.unit}
    return bool(ones and others) and not ones & others


def _score(alike: Alike, one: Item, other: Item) -> float:
    """A figure of three digits or more is hardly by chance in two texts of one matter; one of two
    must be told of in like words."""
    if not alike.are(one.reading, other.reading):
        return 0.0
    quantity = one.claim.claim.quantity
    assert quantity is not None
    assert isinstance(quantity.low, Decimal)
    if _placed(one) and _placed(one) == _placed(other):
        return _LIKELY
    shared = _words(one) & _words(other)
    if _digits(quantity.low) >= _EXACT_DIGITS:
        return _SURE if shared or quantity.kind is not QuantityKind.MEASURE else 0.0
    return _LIKELY if shared and quantity.kind is QuantityKind.COUNT else 0.0


def _placed(item: Item) -> str:
    found = _PLACED.match(item.text, item.claim.end)
    return found[1] if found else ""


def _words(item: Item) -> frozenset[str]:
    """The stems beside it, within its sentence."""
    first, last = max(0, item.claim.start - _NEAR), item.claim.end + _NEAR
    for start, end in sentences(item.text, first, min(last, len(item.text))):
        if start <= item.claim.start < end:
            return frozenset(content(_WORDS.findall(item.text[start:end].lower())))
    return frozenset()


def _relation(one: Item, other: Item, score: float) -> SuggestedRelation:
    reason = f"The figures are alike and the units are not: {told(one)}, and {told(other)}."
    return SuggestedRelation(
        RelationKind.CONTRADICTS, Dimension.UNIT, score, "same figure", VERSION, reason,
        (one.claim, other.claim),
    )  # fmt: skip
