"""How two values about the same thing stand to each other, judged in the order of the checklist:
same measure and scope, same period, then unit, currency and rounding, and only then contradiction.
"""

from math import inf, log10

from reviewer.analysis.concepts import Concepts
from reviewer.analysis.corpus import Corpus, Item
from reviewer.analysis.days_apart import judge_days
from reviewer.analysis.frames import Frame
from reviewer.analysis.money_apart import one_currency
from reviewer.analysis.pairs import Likeness
from reviewer.analysis.periods_apart import When, when
from reviewer.analysis.verdicts import Verdict
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind, Role

_CONVERTED = 0.03
_ROUNDED, _ROUND_FROM = 0.01, 100
_NOISE = 1e-9
_FARTHEST, _FAR = 100.0, 6.0  # times: values farther apart are of different things
_AT_ONCE = 5  # so many times less far where no time lies between
_GROWN = 1.2
_TRANCHE = 1.5
_ONE_MATTER = 0.5
_GROWING = frozenset(["deaths", "homes destroyed"])
"""What does not become less: a later figure below an earlier one is no update."""
_DONE = frozenset(["created", "delivered"])
_STATIC = frozenset((
    "length", "area", "height", "width", "depth", "distance", "capacity", "magnitude",
))  # fmt: skip
_FIXED = frozenset([Role.TARGET, Role.RATE, Role.START, Role.END])


def judge(corpus: Corpus, one: Item, other: Item, alike: Likeness) -> Verdict | None:
    """The verdict on a pair that is about the same, or None where nothing needs a look."""
    a, b = one.frame, other.frame
    if QuantityKind.DATE in (a.kind, b.kind):
        return judge_days(one, other)
    if a.dimension != b.dimension or not _fits(corpus.table, a, b):
        return None
    if a.base != b.base and a.base and b.base:
        return _other_base(a, b, alike)
    return _judge_values(corpus, one, other)


def _fits(table: Concepts, a: Frame, b: Frame) -> bool:
    """Whether the parts that two values play let them be compared at all."""
    if a.change != b.change or (a.manner != b.manner and not _is_one_manner(table, a, b)):
        return False
    roles = {a.role, b.role}
    if _FIXED & roles:
        return len(roles) == 1
    if Role.PART in roles:
        return len(roles) == 1 and bool(a.heads & b.heads)
    return Role.ADDITIONAL not in roles


def _is_one_manner(table: Concepts, a: Frame, b: Frame) -> bool:
    """What somebody asked for is not what is; what was planned of a year or to be delivered is not
    what came of it; of a cost or a size it is the same thing."""
    manners = {a.manner, b.manner}
    if "asked" in manners:
        return False
    done = a.thing in table.of_periods or bool({a.act, b.act} & _DONE)
    return "planned" not in manners or not done


def _judge_values(corpus: Corpus, one: Item, other: Item) -> Verdict | None:
    a, b = one.frame, other.frame
    mine, theirs = one.claim.claim.quantity, other.claim.claim.quantity
    assert mine is not None
    assert theirs is not None
    times = when(corpus.table, a, b)
    one_side = one.reading == other.reading and bool(a.period) != bool(b.period)
    if times is None or (one_side and a.thing in corpus.table.of_periods):
        return None
    if _are_equal(a, b, mine, theirs) or _is_too_far(corpus.table, a, b, times):
        return None
    verdict = _disagreeing(a, b, times)
    if verdict is None or a.kind is not QuantityKind.MONEY:
        return verdict
    money = one_currency(mine, theirs)
    if not money or _is_tranche(a, b):
        return None
    if money == 1:
        return verdict
    return Verdict(verdict.kind, Dimension.UNIT, verdict.strength * money, "currency")


def _are_equal(a: Frame, b: Frame, mine: Quantity, theirs: Quantity) -> bool:
    if a.span.is_bound or b.span.is_bound:
        return a.span.value == b.span.value
    converted = a.kind is QuantityKind.MEASURE and mine.unit != theirs.unit
    meets = a.span.meets(b.span, _CONVERTED if converted else 0.0)
    return meets or _is_rounded(a.span.value, b.span.value)


def _is_rounded(x: float, y: float) -> bool:
    """Whether one is the other with figures of less weight set to nothing: 1,190 and 1,200."""
    if not x or not y or abs(x - y) > _ROUNDED * max(abs(x), abs(y)):
        return False
    return any(abs(value) >= _ROUND_FROM and value % 10 == 0 for value in (x, y))


def _is_too_far(table: Concepts, a: Frame, b: Frame, times: When) -> bool:
    """Whether two values are so far apart, or the same figures on another scale ($12 million,
    $12 billion), that they can hardly be of one thing."""
    far = _FARTHEST if a.thing in table.of_events else _FAR
    x, y = a.span.value, b.span.value
    scale = log10(x / y) if x > 0 and y > 0 else 0.0
    other_scale = abs(scale) >= 1 and abs(scale - round(scale)) < _NOISE
    return other_scale or _times(a, b) > (far if times.later else max(_FAR, far / _AT_ONCE))


def _times(a: Frame, b: Frame) -> float:
    x, y = abs(a.span.value), abs(b.span.value)
    return max(x, y) / min(x, y) if x and y else (1.0 if x == y else inf)


def _is_tranche(a: Frame, b: Frame) -> bool:
    """Whether one sum is all until a day and the other one of the sums that make it up."""
    return a.cumulative != b.cumulative and _times(a, b) > _TRANCHE


def _disagreeing(a: Frame, b: Frame, times: When) -> Verdict | None:
    """Whether the values exclude each other, or the later one goes on from the earlier."""
    allowed = a.span.low <= b.span.high and b.span.low <= a.span.high
    if allowed and (a.span.is_bound or b.span.is_bound):
        return _of_bounds(a, b, times)
    if "possible" in (a.manner, b.manner):
        return Verdict(RelationKind.QUALIFIES, Dimension.NUMERIC, 0.75, "figures")
    if not times.later or a.thing in _STATIC:
        return Verdict(RelationKind.CONTRADICTS, Dimension.NUMERIC, times.strength, "figures")
    later, earlier = (a, b) if times.later < 0 else (b, a)
    if a.thing in _GROWING and later.span.most < earlier.span.least:
        return Verdict(RelationKind.CONTRADICTS, Dimension.NUMERIC, 0.85, "figures")
    return Verdict(RelationKind.UPDATES, Dimension.NUMERIC, 0.97 * times.strength, "update")


def _of_bounds(a: Frame, b: Frame, times: When) -> Verdict | None:
    """A bound that allows the other figure contradicts nothing, but a later one may have moved."""
    both = a.span.is_bound and b.span.is_bound
    if not times.later or (both and (a.span.low > -inf) != (b.span.low > -inf)):
        return None
    if not both and _times(a, b) < _GROWN:
        return None
    return Verdict(RelationKind.UPDATES, Dimension.NUMERIC, 0.9 * times.strength, "update")


def _other_base(a: Frame, b: Frame, alike: Likeness) -> Verdict | None:
    """The same share of what is not quite the same: "2 percent of GDP", "… of its 2022 GDP"."""
    equal = a.base & b.base and a.span.meets(b.span) and a.role is b.role
    if not equal or alike.context < _ONE_MATTER:
        return None
    return Verdict(RelationKind.QUALIFIES, Dimension.SCOPE, 0.95, "base")
