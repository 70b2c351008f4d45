"""One figure told of two things: 61,400 people and 61,400 families, or 85 million a year and in
three years.
"""

import re

from reviewer.analysis.corpus import Corpus, Item
from reviewer.analysis.frames import Frame
from reviewer.analysis.verdicts import Verdict
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind, Role

_FEWEST_DIGITS = 2
_COUNTED, _RATE = 0.9, 0.85
_GROUPS = frozenset(["family", "household", "home", "house", "couple"])
_STINTS = frozenset(["person-year", "job-year", "person-month", "work-year", "man-year"])
_POSTS = frozenset(["job", "post", "position", "role", "worker", "employee"])
_OVER_YEARS = re.compile(r"\s[^.;:,]{0,20}\b(?:over|in|within|across)\s+[\w-]+\s+years\b")


def judge_counted(corpus: Corpus, one: Item, other: Item) -> Verdict | None:
    """A verdict on two equal values that are too exact to be equal by chance."""
    a, b = one.frame, other.frame
    if a.span.value != b.span.value or a.kind is not b.kind:
        return None
    if len(one.digits) < _FEWEST_DIGITS:
        return None
    if a.kind is QuantityKind.COUNT and (_are_two(corpus, a, b) or _are_two(corpus, b, a)):
        return Verdict(RelationKind.CONTRADICTS, Dimension.UNIT, _COUNTED, "counted")
    if a.kind is QuantityKind.MONEY and (_is_of_years(one, b) or _is_of_years(other, a)):
        return Verdict(RelationKind.CONTRADICTS, Dimension.SCOPE, _RATE, "rate")
    return None


def are_counted_apart(corpus: Corpus, one: Item, other: Item) -> bool:
    """Whether ``judge_counted`` finds that one figure is told of two things."""
    return judge_counted(corpus, one, other) is not None


def _are_two(corpus: Corpus, a: Frame, b: Frame) -> bool:
    persons = bool(a.heads & corpus.persons) and not a.heads & _GROUPS
    if persons and b.heads & _GROUPS:
        return True
    return bool(a.heads & _POSTS) and bool(b.heads & _STINTS)


def _is_of_years(item: Item, yearly: Frame) -> bool:
    """Whether it is a sum of several years where the other is that of each."""
    if yearly.rate != "year" or item.frame.rate or item.frame.role is Role.RATE:
        return False
    return bool(_OVER_YEARS.match(item.text, item.claim.end))
