"""The time that a sentence gives for a value."""

from datetime import date

from reviewer.analysis.frames import Frame
from reviewer.analysis.quantities import FoundQuantity
from reviewer.analysis.quarters import part_of_year
from reviewer.analysis.scenes import Scene
from reviewer.domain.claim import Claim
from reviewer.domain.periods import Period, parse_period
from reviewer.domain.vocabulary import QuantityKind, Role

_SLOTS = frozenset((
    "quarter", "half", "quarterly", "month", "monthly", "nine", "six", "week", "weekly",
))  # fmt: skip
_BEYOND = frozenset((
    "since", "until", "till", "before", "after", "from", "when", "and", "but", "while",
))  # fmt: skip
_ROUNDS = frozenset(["round", "phase", "stage", "tranche", "wave", "instalment", "leg"])
_OPENING = 16  # code points before a date that a sentence opens with
_BEHIND = 20  # what a date behind the value costs against one before it, in code points
_YEAR = 366
PLACES = frozenset(["first", "second", "third", "fourth", "final", "initial"])


def period_of(scene: Scene, found: FoundQuantity, claim: Claim) -> Period | None:
    """What the claim says of its time, else the quarter or the nearest date of the sentence that
    can be its time; None for dates."""
    if found.quantity.kind is QuantityKind.DATE:
        return None
    told = parse_period(claim.as_of) if claim.as_of else None
    told = told or part_of_year(scene.tokens.text.lower(), scene.reference)
    if told:
        return told
    nearest = [
        (_distance(found, other), period)
        for other in scene.found
        if (period := _stretch(scene, other)) and _belongs(scene, found, other)
    ]
    return min(nearest, key=lambda pair: pair[0])[1] if nearest else None


def _stretch(scene: Scene, other: FoundQuantity) -> Period | None:
    """The days of a date of at most a year that a value can be of; "by 2033" only if to come."""
    low, high = other.quantity.low, other.quantity.high
    if not (isinstance(low, date) and isinstance(high, date)) or (high - low).days > _YEAR:
        return None
    ahead = other.quantity.role is Role.END and low > (scene.reference or date.max)
    return Period(low, high) if ahead or other.quantity.role is Role.PLAIN else None


def _belongs(scene: Scene, found: FoundQuantity, other: FoundQuantity) -> bool:
    """Whether no other clause begins between the two; what a sentence opens with is for all."""
    if other is found:
        return False
    if other.start - scene.start < _OPENING:
        return True
    first, last = sorted(((found.start, found.end), (other.start, other.end)))
    between = scene.tokens.text[first[1] - scene.start : last[0] - scene.start].lower()
    return not _BEYOND & set(between.replace(",", " ").replace(";", " but ").split())


def _distance(found: FoundQuantity, other: FoundQuantity) -> int:
    if other.end <= found.start:
        return found.start - other.end
    return other.start - found.end + _BEHIND


def slots_of(frame: Frame) -> frozenset[str]:
    """Words that say that a figure is of a part: of a quarter, of a first round."""
    rounds = frame.slot if _ROUNDS.intersection(frame.near) else frozenset()
    return _SLOTS.intersection(frame.near) | rounds
