"""Whether evidence makes a claim untrue, by rules alone, with the reason."""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from math import log

from reviewer.analysis.bounds_agree import (
    Agreement,
    Interval,
    agreement,
    before_or_after,
    interval_of,
    within,
)
from reviewer.analysis.calendar import day_of
from reviewer.analysis.concepts import words_of
from reviewer.analysis.cycles import state_words
from reviewer.analysis.figures import Figure, figures_of
from reviewer.analysis.nouns import FUNCTION_WORDS
from reviewer.analysis.opposition import opposed
from reviewer.analysis.sameness import same_thing
from reviewer.analysis.stated import read_statements
from reviewer.analysis.stems import noun_stem
from reviewer.domain.document import Document
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind

_NEAR, _AROUND, _CLOSE, _SAME = 0.5, 0.1, 2.0, 1.0
_FAR = log(4)
_COUNTED = (QuantityKind.COUNT, QuantityKind.ORDINAL)
_YEAR = re.compile(r"\d{4}")
_DAYS = 730.0  # dates further apart are nothing of each other's


@dataclass(frozen=True, slots=True)
class Verdict:
    """``refuted`` with the reason, or not; ``certainty`` 0 to 1."""

    refuted: bool
    reason: str
    certainty: float


def refutes(claim: str, evidence: str) -> Verdict:
    """Whether the evidence rules the claim out; both are a sentence or a few."""
    year = _year(evidence) or _year(claim)
    reference = date(year, 7, 1) if year else None
    claimed, given = figures_of(claim, reference), figures_of(evidence, reference)
    for figure in claimed:
        against = _aligned(figure, given)
        if against is None:
            continue
        if _agreement(figure, against) is Agreement.EXCLUDED:
            reason = f"“{figure.quantity.raw}” is claimed, “{against.quantity.raw}” is given."
            return Verdict(refuted=True, reason=reason, certainty=0.8)
    worded = _opposites(claim, evidence) or _statuses(claim, evidence)
    if worded:
        return Verdict(refuted=True, reason=worded, certainty=0.6)
    return Verdict(
        refuted=False, reason="Nothing that is given rules the claim out.", certainty=0.6
    )


def _opposites(claim: str, evidence: str) -> str:
    """Why "mixed reviews" and "negative reviews" rule each other out, or nothing."""
    said, given = _pairs(claim), _pairs(evidence)
    for word, noun in said:
        for row in state_words().opposites:
            mine = next((side for side in row if word in side), None)
            theirs = [one for one, of in given if of == noun and any(one in side for side in row)]
            if mine and theirs and mine.isdisjoint(theirs):
                return f"“{word} {noun}” is claimed, “{theirs[0]} {noun}” is given."
    return ""


def _pairs(text: str) -> list[tuple[str, str]]:
    """Each word with the stem of the next that says something."""
    words = [word for word in words_of(text) if word not in FUNCTION_WORDS]
    return [(word, noun_stem(after)) for word, after in pairwise(words)]


def _statuses(claim: str, evidence: str) -> str:
    """Why an act of the one cannot hold beside one of the other, or nothing."""
    told = [
        read_statements(_Plain(name, Document(text)))
        for name, text in (("claim", claim), ("evidence", evidence))
    ]
    for one in told[0].acts:
        for other in told[1].acts:
            if one.axis == other.axis and opposed(one, other):
                alike = same_thing(one, other, (told[0].opening, told[1].opening))
                if alike:
                    return f"“{one.said}” is claimed, “{other.said}” is given."
    return ""


@dataclass(frozen=True, slots=True)
class _Plain:
    """A text without a date."""

    source: str
    document: Document
    reference: date | None = None


def _year(text: str) -> int | None:
    return next(
        (
            each.quantity.low.year
            for each in figures_of(text)
            if isinstance(each.quantity.low, date)
        ),
        None,
    )


def _aligned(claimed: Figure, given: tuple[Figure, ...]) -> Figure | None:
    """The figure of the evidence that speaks of the same thing, if any does."""
    rivals = [each for each in given if each.dimension == claimed.dimension and _sized(each)]
    if not rivals or not _sized(claimed):
        return None
    best = max(rivals, key=lambda each: _likeness(claimed, each))
    return best if _is_of_one(claimed, best) else None


def _is_of_one(claimed: Figure, given: Figure) -> bool:
    """Whether they can be of one thing: bare counts need a word in common or be of one size."""
    if claimed.near & given.near or claimed.dimension not in _COUNTED:
        return True
    return claimed.dimension == QuantityKind.COUNT and _closeness(claimed, given) > 0


def _sized(figure: Figure) -> bool:
    return figure.quantity.low is not None or figure.quantity.high is not None


def _likeness(claimed: Figure, given: Figure) -> float:
    score = _NEAR * len(claimed.near & given.near) + _AROUND * len(claimed.around & given.around)
    score += _CLOSE * _closeness(claimed, given)
    return score + _SAME * (_middle(claimed) == _middle(given))


def _in_year_of(given: Quantity, claimed: Quantity) -> Interval:
    """The claimed days; a date without a year is taken in the year that is given."""
    days = interval_of(claimed)
    low, high, told = claimed.low, claimed.high, given.low
    dated = isinstance(low, date) and isinstance(high, date) and isinstance(told, date)
    if not dated or _YEAR.search(claimed.raw):
        return days
    assert isinstance(low, date)
    assert isinstance(high, date)
    assert isinstance(told, date)
    moved = day_of(told.year, low.month, low.day), day_of(told.year, high.month, high.day)
    return Interval(*moved) if all(moved) and low.year == high.year else days


def _closeness(one: Figure, other: Figure) -> float:
    """1 for one value, 0 from a tenfold apart (dates: two years)."""
    a, b = (_middle(each) for each in (one, other))
    if isinstance(a, date) and isinstance(b, date):
        return 1 - min(1.0, abs((a - b).days) / _DAYS)
    if not isinstance(a, Decimal) or not isinstance(b, Decimal):
        return 0.0
    if a <= 0 or b <= 0:
        return float(a == b)
    return 1 - min(1.0, abs(float((a / b).ln())) / _FAR)


def _middle(figure: Figure) -> date | Decimal | None:
    quantity = figure.quantity
    return quantity.low if quantity.low is not None else quantity.high


def _agreement(claimed: Figure, given: Figure) -> Agreement:
    """What is given as a bound is taken by its end: who knows of more says more."""
    if claimed.dimension == "date":
        days = _in_year_of(given.quantity, claimed.quantity)
        if claimed.lead == given.lead:
            return within(days, interval_of(given.quantity))
        return within(before_or_after(claimed.lead, days), interval_of(given.quantity))
    told = agreement(claimed.quantity, given.quantity)
    if told is not Agreement.OPEN:
        return told
    end = _middle(given)
    return agreement(claimed.quantity, replace(given.quantity, low=end, high=end))
