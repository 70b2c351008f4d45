"""How two values about the same thing stand to each other, judged in the order of the checklist:
same measure and scope, same period, then unit, currency and rounding, and only then contradiction.

What excludes a comparison gives no verdict; what only makes it doubtful makes the verdict weaker.
"""

import re
from dataclasses import replace
from math import inf, log2, log10

from reviewer.analysis.corpus import Corpus, Item
from reviewer.analysis.counted_apart import judge_counted
from reviewer.analysis.days_apart import judge_days
from reviewer.analysis.deadlines import judge_deadlines
from reviewer.analysis.equality import quantity_of
from reviewer.analysis.frames import Frame
from reviewer.analysis.happenings_apart import is_of_telling, judge_happenings
from reviewer.analysis.manners_apart import fits
from reviewer.analysis.money_apart import judge_currencies, one_currency
from reviewer.analysis.one_figure import are_figures_of_units
from reviewer.analysis.periods_apart import When, when
from reviewer.analysis.verdicts import Verdict
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind

_CHANGES = frozenset(["increase", "decrease"])
_BEFORE = 160
_CHANGE = re.compile(
    r"\b(?:increases?|rise|growth|decline|decrease|drop|fall|reduction|down|up)\s+(?:of\s+)?"
    r"(?:(?:about|some|around|more than|nearly|roughly|just over)\s+)?$",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"\b(?:will|shall|(?:is|are) to|(?:is|are) (?:set|due|expected) to)\b", re.IGNORECASE
)
_NAMED = re.compile(r"[(\[][\"\u201c\u2018'].{1,20}[\"\u201d\u2019'][)\]]")
_NOISE = 1e-9
_FARTHEST, _FAR_MONEY, _FAR_AT_ONCE = (
    100.0,
    7.0,
    4.0,
)  # times: values farther apart are of different things
_AT_ONCE = 5  # so many times less far where no time lies between
_TOLLS, _OTHERS = (1.5, 0.2, 0.35), (1.2, 0.5, 0.2)
"""Where distance begins to tell, how much each doubling takes, and what is left at least: a toll
grows manifold, but what is given for any other thing is seldom twice what another gives for it."""
_GROWN, _MOVED = 1.15, 1.05
_TRANCHE = 1.5
_ONE_MATTER = 0.35
_UPDATE = 0.85
_PLANNED, _POSSIBLE, _BOUNDS, _UNNAMED_TIME = 0.85, 0.75, 0.75, 0.6
_GROWING = frozenset(["deaths", "homes destroyed"])
"""What does not become less: a later figure below an earlier one is no update."""
_STATIC = frozenset((
    "length", "area", "height", "width", "depth", "distance", "capacity", "magnitude", "age",
))  # fmt: skip


def judge(corpus: Corpus, one: Item, other: Item, alike: float, equal: bool) -> Verdict | None:
    """The verdict on a pair that is told alike, or None where nothing needs a look."""
    a, b = one.frame, other.frame
    if equal:
        return _of_equal(corpus, one, other, alike)
    if QuantityKind.DATE in (a.kind, b.kind):
        told = (is_of_telling(item) or corpus.is_stamp(item) for item in (one, other))
        if any(told) or _is_name(one) or _is_name(other):
            return None
        return judge_days(one, other) or judge_happenings(one, other, alike)
    fit = fits(corpus.table, _as_change(one), _as_change(other))
    if are_figures_of_units(quantity_of(one), quantity_of(other)):
        fit = fit and max(fit, _PLANNED)
    if not fit:
        return None
    unnamed = a.kind is QuantityKind.DURATION and not (a.thing and a.thing == b.thing)
    verdict = _judge_values(corpus, a, b, quantity_of(one), quantity_of(other))
    return verdict and verdict.weaker(fit * (_UNNAMED_TIME if unnamed else 1.0))


def _is_name(item: Item) -> bool:
    """Whether a time is given a name for the text alone: "the three months to June (“Q2”)"."""
    return bool(_NAMED.fullmatch(item.text[max(0, item.claim.start - 2) : item.claim.end + 2]))


def _of_equal(corpus: Corpus, one: Item, other: Item, alike: float) -> Verdict | None:
    a, b = one.frame, other.frame
    if a.base != b.base and (found := _other_base(a, b, alike)):
        return found
    if one.reading == other.reading:
        return None
    return judge_deadlines(one, other) or judge_counted(corpus, one, other)


def _as_change(item: Item) -> Frame:
    """A share of growth is a change whether "an increase of" or "grew by" says so, and planned
    where the sentence says before it what will be."""
    frame = item.frame
    itself = frame.thing in ("growth", "inflation")
    if frame.kind is not QuantityKind.PERCENT or frame.act not in _CHANGES or itself:
        return frame
    before = item.before(_BEFORE)
    change = "by" if not frame.change and _CHANGE.search(before) else frame.change
    planned = not frame.manner and _WILL.search(before)
    return replace(frame, change=change, manner="planned" if planned else frame.manner)


def _judge_values(
    corpus: Corpus, a: Frame, b: Frame, mine: Quantity, theirs: Quantity
) -> Verdict | None:
    times = when(corpus.table, a, b)
    if times is None:
        return None
    money = one_currency(mine, theirs) if a.kind is QuantityKind.MONEY else 1.0
    if not money:
        return judge_currencies(a, b, times)
    if a.kind is QuantityKind.MEASURE and are_figures_of_units(mine, theirs):
        return Verdict(RelationKind.CONTRADICTS, Dimension.UNIT, 0.95 * times.strength, "unit")
    near = _nearness(a, b, times, of_event=a.thing in corpus.table.of_events)
    verdict = _disagreeing(a, b, times) if near else None
    if verdict is None or (a.kind is QuantityKind.MONEY and _is_tranche(a, b)):
        return None
    verdict = verdict.weaker(near * money)
    if money == 1:
        return verdict
    return Verdict(verdict.kind, Dimension.UNIT, verdict.strength, "currency")


def _nearness(a: Frame, b: Frame, times: When, *, of_event: bool) -> float:
    """0 where two values are so far apart, or the same figures on another scale ($12 million,
    $12 billion), that they can hardly be of one thing; less than 1 from some distance on."""
    if a.kind is QuantityKind.MONEY:
        far = _FAR_MONEY if times.later else _FAR_AT_ONCE
    else:
        far = _FARTHEST if times.later else _FARTHEST / _AT_ONCE
    x, y = a.span.value, b.span.value
    scale = log10(x / y) if x > 0 and y > 0 else 0.0
    apart = _times(a, b)
    other_scale = abs(scale) >= 1 and abs(scale - round(scale)) < _NOISE
    if other_scale or apart > far:
        return 0.0
    start, lost, least = _TOLLS if of_event else _OTHERS
    near = max(least, 1.0 - lost * log2(apart / start)) if apart > start else 1.0
    return round(near, 1)  # what brackets convert is no nearer than the value before them


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
        return Verdict(RelationKind.QUALIFIES, Dimension.NUMERIC, _POSSIBLE, "figures")
    if not times.later or a.thing in _STATIC:
        return Verdict(RelationKind.CONTRADICTS, Dimension.NUMERIC, times.strength, "figures")
    later, earlier = (a, b) if times.later < 0 else (b, a)
    if a.thing in _GROWING and later.span.most < earlier.span.least:
        return Verdict(RelationKind.CONTRADICTS, Dimension.NUMERIC, times.strength, "figures")
    return Verdict(RelationKind.UPDATES, Dimension.NUMERIC, _UPDATE * times.strength, "update")


def _of_bounds(a: Frame, b: Frame, times: When) -> Verdict | None:
    """A bound that allows the other figure contradicts nothing, but a later one may have moved,
    and of two that both say "more than" one says less than it could."""
    if a.thing in _STATIC:
        return None
    both = a.span.is_bound and b.span.is_bound
    if both and (a.span.low > -inf) != (b.span.low > -inf):
        return None
    if _times(a, b) < (_MOVED if both else _GROWN):
        return None
    if times.later:
        strength = _UPDATE * times.strength
        return Verdict(RelationKind.UPDATES, Dimension.NUMERIC, strength, "update")
    if not both:
        return None
    strength = _BOUNDS * times.strength
    return Verdict(RelationKind.QUALIFIES, Dimension.NUMERIC, strength, "bounds")


def _other_base(a: Frame, b: Frame, alike: float) -> Verdict | None:
    """The same share of what is not quite the same: "2 percent of GDP", "… of its 2022 GDP"."""
    nested = a.base < b.base or b.base < a.base
    equal = nested and a.span.meets(b.span) and a.role is b.role
    if not (equal and a.base and b.base) or alike < _ONE_MATTER:
        return None
    return Verdict(RelationKind.QUALIFIES, Dimension.SCOPE, 0.95, "base")
