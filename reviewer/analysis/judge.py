"""How two values about the same thing stand to each other, judged in the order of the checklist:
same measure and scope, same period, then unit, currency and rounding, and only then contradiction.
"""

from dataclasses import dataclass
from datetime import date
from math import inf, log10

from reviewer.analysis.corpus import Corpus, Item
from reviewer.analysis.days_apart import judge_days
from reviewer.analysis.frames import Frame
from reviewer.analysis.framing import slots_of
from reviewer.analysis.verdicts import Verdict
from reviewer.analysis.pairs import Likeness, fits_role
from reviewer.domain.periods import Period
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind

_CONVERTED = 0.03
_ROUNDED = 0.01
_FARTHEST = 100.0  # times: values farther apart are of different things
_FAR_MONEY = 20.0
_GROWN = 1.2
_GROWING = frozenset(["deaths", "homes destroyed"])
"""What does not become less: a later figure below an earlier one is no update."""
_DONE = frozenset(["created", "delivered"])
_WEEK = 8
_TRANCHE = 1.5
_YEAR = 366
_STATIC = frozenset(
    ["length", "area", "height", "width", "depth", "distance", "capacity", "magnitude"]
)


def judge(corpus: Corpus, one: Item, other: Item, alike: Likeness) -> Verdict | None:
    """The verdict on a pair that is about the same, or None where nothing needs a look."""
    a, b = one.frame, other.frame
    if a.kind is QuantityKind.DATE or b.kind is QuantityKind.DATE:
        return judge_days(one, other)
    if not fits_role(a, b) or a.dimension != b.dimension:
        return None
    return _judge_values(corpus, one, other, alike)


def _judge_values(corpus: Corpus, one: Item, other: Item, alike: Likeness) -> Verdict | None:
    a, b = one.frame, other.frame
    if "asked" in (a.manner, b.manner) and a.manner != b.manner:
        return None
    if a.base != b.base and a.base and b.base:
        return _other_base(a, b, alike)
    if a.manner != b.manner and "planned" in (a.manner, b.manner) and _is_done(corpus, a, b):
        return None
    if _are_equal(one, other) or _is_other_scale(a.span.value, b.span.value):
        return None
    when = _periods(corpus, a, b)
    if when is None:
        return None
    far = _FAR_MONEY if a.kind is QuantityKind.MONEY else _FARTHEST
    if _times(a, b) > (far if when.later else far / 5):
        return None
    money = _currencies(one, other) if a.kind is QuantityKind.MONEY else 1.0
    if not money or (money and _is_tranche(a, b)):
        return None
    verdict = _disagreeing(one, other, when)
    if verdict and a.kind is QuantityKind.MONEY and money < 1:
        return Verdict(verdict.kind, Dimension.UNIT, verdict.strength * money, "currency")
    return verdict


def _is_done(corpus: Corpus, a: Frame, b: Frame) -> bool:
    """Whether what was planned and what came of it are two things: figures of a year, deliveries."""
    return a.thing in corpus.table.of_periods or bool({a.act, b.act} & _DONE)


def _are_equal(one: Item, other: Item) -> bool:
    a, b = one.frame.span, other.frame.span
    units = (
        {one.claim.claim.quantity.unit, other.claim.claim.quantity.unit}
        if (one.claim.claim.quantity and other.claim.claim.quantity)
        else set()
    )
    slack = _CONVERTED if len(units) > 1 and one.frame.kind is QuantityKind.MEASURE else 0.0
    if a.is_bound or b.is_bound:
        return a.value == b.value
    return a.meets(b, slack) or _is_rounded(a.value, b.value)


def _is_rounded(x: float, y: float) -> bool:
    """Whether one is the other with figures of less weight set to nothing: 1,190 and 1,200."""
    if not x or not y or abs(x - y) > _ROUNDED * max(abs(x), abs(y)):
        return False
    return any(abs(v) >= 100 and v % 10 == 0 for v in (x, y))  # noqa: PLR2004 - two figures at least are rounded


def _is_other_scale(x: float, y: float) -> bool:
    """Whether two values have the same figures on another scale: $12 million, $12 billion."""
    if x <= 0 or y <= 0:
        return False
    scale = log10(x / y)
    return abs(scale) >= 1 and abs(scale - round(scale)) < 1e-9  # noqa: PLR2004 - float noise


def _times(a: Frame, b: Frame) -> float:
    x, y = abs(a.span.value), abs(b.span.value)
    return max(x, y) / min(x, y) if x and y else (1.0 if x == y else inf)


@dataclass(frozen=True, slots=True)
class When:
    """How the times of two values stand: whether one is ``later``, and what doubt that leaves."""

    later: int  # -1: the first is later; 1: the second; 0: same or unknown
    strength: float = 1.0


def _periods(corpus: Corpus, a: Frame, b: Frame) -> When | None:
    """None where the values are of different periods, which no two figures can disagree about."""
    if a.thing in corpus.table.of_periods or (not a.thing and a.kind is QuantityKind.PERCENT):
        return _of_stretches(a, b)
    if _is_to_come(a) != _is_to_come(b):
        return None
    if a.period and b.period:
        if a.period.overlaps(b.period):
            return When(_order(a.written, b.written))
        if a.kind is QuantityKind.MONEY and not (a.cumulative and b.cumulative):
            return None
        if not (a.cumulative or b.cumulative or a.thing):
            return None
        gap = _gap(a.period, b.period)
        if gap > _YEAR and not (a.cumulative and b.cumulative):
            return None
        return When(_order(a.period.last, b.period.last))
    return When(_order(_until(a), _until(b)))


def _is_to_come(frame: Frame) -> bool:
    """Whether the value is of a time after the day of writing."""
    first = frame.period.first if frame.period else None
    return bool(first and frame.written and first > frame.written)


def _of_stretches(a: Frame, b: Frame) -> When | None:
    if slots_of(a) != slots_of(b):
        return None
    if a.period and b.period:
        same = a.period.overlaps(b.period) and not _is_wider(a.period, b.period)
        return When(0) if same else None
    if bool(a.period) != bool(b.period):
        known, unknown = (a, b) if a.period else (b, a)
        assert known.period is not None
        if not unknown.written or not known.period.last:
            return When(0, 0.7)
        behind = (unknown.written - known.period.last).days
        return When(0, 0.75) if -_YEAR < behind < _YEAR else None
    planned = a.manner == b.manner == "planned"
    far = a.written and b.written and abs((a.written - b.written).days) > _YEAR / 2
    if far and not planned:
        return None
    return When(_order(a.written, b.written))


def _is_wider(one: Period, other: Period) -> bool:
    """Whether one stretch is of another length: a month within a year."""
    a, b = _days(one), _days(other)
    if min(a, b) < _WEEK:
        return False
    return max(a, b) > 3 * min(a, b)  # noqa: PLR2004 - a quarter and a month, a year and a quarter


def _days(period: Period) -> int:
    if not period.first or not period.last:
        return _YEAR
    return (period.last - period.first).days + 1


def _gap(one: Period, other: Period) -> int:
    first, last = sorted((one, other), key=lambda period: period.first or date.min)
    if not first.last or not last.first:
        return 0
    return (last.first - first.last).days


def _until(frame: Frame) -> date | None:
    """The day up to which a value holds: its own, else the day of writing."""
    if frame.period and frame.period.last:
        last = frame.period.last
        return min(last, frame.written) if frame.written else last
    return frame.written


def _order(one: date | None, other: date | None) -> int:
    if one is None or other is None or one == other:
        return 0
    return -1 if one > other else 1


def _is_tranche(a: Frame, b: Frame) -> bool:
    """Whether one sum is all until a day and the other one of the sums that make it up."""
    return a.kind is QuantityKind.MONEY and a.cumulative != b.cumulative and _times(a, b) > _TRANCHE


def _currencies(one: Item, other: Item) -> float:
    """1 for one currency that both state, less where one may be the other's, else 0."""
    a, b = one.claim.claim.quantity, other.claim.claim.quantity
    assert a is not None
    assert b is not None
    if not a.is_currency_unclear and not b.is_currency_unclear:
        return float(a.unit == b.unit)
    readings, others = _readings(a), _readings(b)
    return 0.9 if not readings or not others or readings & others else 0.0


def _readings(quantity: Quantity) -> frozenset[str]:
    if quantity.is_currency_unclear:
        return frozenset(quantity.currencies)
    return frozenset([quantity.unit])


def _disagreeing(one: Item, other: Item, when: When) -> Verdict | None:
    """Whether the values exclude each other, or the later one goes on from the earlier."""
    a, b = one.frame, other.frame
    allowed = a.span.low <= b.span.high and b.span.low <= a.span.high
    bounds = (a.span.is_bound, b.span.is_bound)
    if allowed and any(bounds):
        if not when.later or (all(bounds) and (a.span.low > -inf) != (b.span.low > -inf)):
            return None
        if not all(bounds) and _times(a, b) < _GROWN:
            return None
        return Verdict(RelationKind.UPDATES, Dimension.NUMERIC, 0.9 * when.strength, "update")
    if a.manner == "possible" or b.manner == "possible":
        return Verdict(RelationKind.QUALIFIES, Dimension.NUMERIC, 0.75, "figures")
    later, earlier = (a, b) if when.later < 0 else (b, a)
    if when.later and a.thing in _GROWING and later.span.most < earlier.span.least:
        return Verdict(RelationKind.CONTRADICTS, Dimension.NUMERIC, 0.85, "figures")
    if when.later and a.thing not in _STATIC:
        return Verdict(RelationKind.UPDATES, Dimension.NUMERIC, 0.97 * when.strength, "update")
    return Verdict(RelationKind.CONTRADICTS, Dimension.NUMERIC, when.strength, "figures")


def _other_base(a: Frame, b: Frame, alike: Likeness) -> Verdict | None:
    """The same share of what is not quite the same: "2 percent of GDP", "… of its 2022 GDP"."""
    if not a.base & b.base or not a.span.meets(b.span) or a.role is not b.role:
        return None
    if alike.context < 0.5:  # noqa: PLR2004 - the sentences must speak of one thing
        return None
    return Verdict(RelationKind.QUALIFIES, Dimension.SCOPE, 0.95, "base")
