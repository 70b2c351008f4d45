"""Whether two values are of one time, and which is the later."""

from dataclasses import dataclass, replace
from datetime import date

from reviewer.analysis.concepts import Concepts
from reviewer.analysis.frame_times import slots_of
from reviewer.analysis.frames import Frame
from reviewer.domain.periods import Period
from reviewer.domain.vocabulary import QuantityKind

_WEEK = 8
_YEAR = 366
_MOST_OF_A_YEAR = 300
_WIDER = 3
_WITHIN = 4  # times its length after a stretch its figure is still the newest
_UNSURE = 0.72
ESTIMATED = frozenset((
    "cost", "overrun", "damage", "investment", "length", "height", "area", "storage capacity",
    "distance", "depth", "width", "contract", "takeover price",
))  # fmt: skip
"""What is one value whenever it is told of: that its estimate was of another year is no excuse."""
_OTHER_TIME, _LONG_BEFORE = 0.7, 0.5


@dataclass(frozen=True, slots=True)
class When:
    """How the times of two values stand: whether one is ``later``, and what doubt that leaves."""

    later: int  # -1: the first is later; 1: the second; 0: same or unknown
    strength: float = 1.0


def when(table: Concepts, a: Frame, b: Frame) -> When | None:
    """None where the values are of different periods, which no two figures can disagree about."""
    if are_years_apart(a, b):
        return None
    a, b = _as_planned(a), _as_planned(b)
    if a.thing in table.of_periods or (not a.thing and a.kind is QuantityKind.PERCENT):
        return _of_stretches(a, b)
    if a.thing in table.of_events and (_is_past(a, b) or _is_past(b, a)):
        return None
    doubt = _OTHER_TIME if _is_to_come(a) != _is_to_come(b) else 1.0
    if not (a.period and b.period):
        if _was_long_before(a, b) or _was_long_before(b, a):
            doubt *= _LONG_BEFORE
        return When(_order(_until(a), _until(b)), doubt)
    return _of_days(table, a, b, doubt)


def _was_long_before(known: Frame, other: Frame) -> bool:
    """Whether one is told of a time more than a year before both texts, and the other of none: "in
    2017 it was to cost 2 billion"."""
    last = known.period.last if known.period else None
    if other.period or not last or known.cumulative:
        return False
    days = (known.written, other.written)
    return all(day is not None and (day - last).days > _YEAR for day in days)


def _of_days(table: Concepts, a: Frame, b: Frame, doubt: float) -> When | None:
    """Of values that both say of when they are."""
    assert a.period is not None
    assert b.period is not None
    if a.thing in table.of_events and (_is_a_year_before(a, b) or _is_a_year_before(b, a)):
        return None
    if a.period.overlaps(b.period):
        if not a.thing and not b.thing and _is_wider(a.period, b.period):
            return None
        return When(_order(a.written, b.written), doubt)
    if _goes_on(a, b):
        return When(_order(a.period.last, b.period.last), doubt)
    gap = _gap(a.period, b.period)
    if gap > _YEAR and (a.thing in table.of_events or a.thing not in ESTIMATED):
        return None
    return When(_order(a.period.last, b.period.last), _OTHER_TIME)


def _as_planned(frame: Frame) -> Frame:
    """What is planned is not of the day on which that was said."""
    last = frame.period.last if frame.period else None
    said = frame.manner == "planned" and last and frame.written and last <= frame.written
    return replace(frame, period=None) if said and _days(frame.period) == 1 else frame


def are_years_apart(a: Frame, b: Frame) -> bool:
    """Whether of two shares one is told of a year long over, and the other is not."""
    bare = a.kind is QuantityKind.PERCENT and not (a.base or b.base)
    return bare and (_is_past(a, b) or _is_past(b, a))


def _is_past(known: Frame, other: Frame) -> bool:
    """Whether one tells of an event long over, and the other of one that is not: "in 1998"."""
    last = known.period.last if known.period else None
    if not last or not known.written or (known.written - last).days < _YEAR:
        return False
    theirs = other.period.first if other.period else other.written
    return bool(theirs and (theirs - last).days > _YEAR)


def _is_a_year_before(known: Frame, other: Frame) -> bool:
    """Whether one is told of a whole year that was over when the other happened: "a year ago"."""
    last = known.period.last if known.period else None
    first = other.period.first if other.period else None
    if not last or not first or known.cumulative or _days(known.period) < _MOST_OF_A_YEAR:
        return False
    return last < first


def _goes_on(a: Frame, b: Frame) -> bool:
    """Whether values of two periods apart can be one value that went on: totals until then, and
    what is counted on within a year."""
    assert a.period is not None
    assert b.period is not None
    both = a.cumulative and b.cumulative
    if a.kind is QuantityKind.MONEY or _gap(a.period, b.period) > _YEAR:
        return both
    return bool(a.cumulative or b.cumulative or a.thing)


def _is_to_come(frame: Frame) -> bool:
    """Whether the value is of a time after the day of writing."""
    first = frame.period.first if frame.period else None
    return bool(first and frame.written and first > frame.written)


def _of_stretches(a: Frame, b: Frame) -> When | None:
    """Of figures that are told of a stretch of time, such as revenue or inflation."""
    if slots_of(a) != slots_of(b):
        return None
    if a.period and b.period:
        same = a.period.overlaps(b.period) and not _is_wider(a.period, b.period)
        return When(0) if same else None
    if a.period or b.period:
        known, unknown = (a, b) if a.period else (b, a)
        if a.thing and _days(known.period) == 1 and _is_near(known, unknown):
            return When(_order(_until(a), _until(b)), _UNSURE)
        return _of_one(known, unknown)
    planned = a.manner == b.manner == "planned"
    far = a.written and b.written and abs((a.written - b.written).days) > _YEAR / 2
    return None if far and not planned else When(_order(a.written, b.written))


def _is_near(known: Frame, unknown: Frame) -> bool:
    """Whether the day that one gives is no more than a year from the day of the other: a day is
    no stretch, and says from when a rate is, or what a premium is on."""
    day = known.period.last if known.period else None
    return bool(day and unknown.written and abs((unknown.written - day).days) <= _YEAR)


def _of_one(known: Frame, unknown: Frame) -> When | None:
    """Where just one says of which stretch it is: unsure, and only if the other can be of it."""
    assert known.period is not None
    if not unknown.written or not known.period.last:
        return When(0, _UNSURE)
    behind = (unknown.written - known.period.last).days
    near = min(_YEAR, _WITHIN * max(_days(known.period), _WEEK))
    return When(0, _UNSURE) if -near < behind < near else None


def _is_wider(one: Period, other: Period) -> bool:
    """Whether one stretch is of another length: a month within a year."""
    a, b = _days(one), _days(other)
    if min(a, b) < _WEEK:
        return False
    return max(a, b) > _WIDER * min(a, b)


def _days(period: Period | None) -> int:
    if not period or not period.first or not period.last:
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
