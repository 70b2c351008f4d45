"""Whether evidence makes a claim untrue, by rules alone, with the reason."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from math import log

from reviewer.analysis.bounds_agree import Agreement, agreement, before_or_after, interval_of, within
from reviewer.analysis.figures import Figure, comparable, figures_of

_NEAR, _AROUND, _CLOSE, _SAME = 0.5, 0.1, 2.0, 1.0
_FAR = log(4)
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
    return Verdict(refuted=False, reason="Nothing that is given rules the claim out.", certainty=0.6)


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
    return max(rivals, key=lambda each: _likeness(claimed, each))


def _sized(figure: Figure) -> bool:
    return figure.quantity.low is not None or figure.quantity.high is not None


def _likeness(claimed: Figure, given: Figure) -> float:
    score = _NEAR * len(claimed.near & given.near) + _AROUND * len(claimed.around & given.around)
    score += _CLOSE * _closeness(claimed, given)
    return score + _SAME * (_middle(claimed) == _middle(given))


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
    quantity = comparable(figure.quantity)
    return quantity.low if quantity.low is not None else quantity.high


def _agreement(claimed: Figure, given: Figure) -> Agreement:
    """What is given as a bound is taken by its end: who knows of more says more."""
    if claimed.dimension == "date":
        days = interval_of(claimed.quantity)
        if claimed.lead == given.lead:
            return within(days, interval_of(given.quantity))
        return within(before_or_after(claimed.lead, days), interval_of(given.quantity))
    told = agreement(comparable(claimed.quantity), comparable(given.quantity))
    if told is not Agreement.OPEN:
        return told
    end = _middle(given)
    return agreement(
        comparable(claimed.quantity), replace(comparable(given.quantity), low=end, high=end)
    )
