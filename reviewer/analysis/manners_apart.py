"""Whether two values play parts that let them be compared: what is planned, asked for, a part or
an addition is not what is.
"""

from reviewer.analysis.concepts import Concepts
from reviewer.analysis.frames import Frame
from reviewer.analysis.periods_apart import ESTIMATED
from reviewer.domain.vocabulary import QuantityKind, Role

_CHANGES = frozenset(["increase", "decrease"])
_CHANGED = frozenset(("job cuts", "new jobs", "delay", "overrun", "savings"))
_SOON = 60  # days
_ADDED, _PLANNED = 0.85, 0.85
_FIXED = frozenset([Role.TARGET, Role.RATE, Role.START, Role.END])
_PROMISED = frozenset(["pledged", "delivered"])
_DECIDED = frozenset((
    "tax", "tariff", "fares", "fees", "salary", "pension", "rent", "dividend", "retirement age",
    "speed limit",
))  # fmt: skip
_BUDGETED = frozenset(["budget", "pledged"])
_BUDGETS = frozenset(["budget", "spending", "defence spending", "capital spending", "funding"])
_WHOLES = frozenset(["cost", "takeover price", "contract", "settlement", "investment"])
"""Of these a total is all that will ever be, and not what has come of it so far."""
_DONE = frozenset(["created", "delivered"])
_PLANNED_OTHER = 0.45


def fits(table: Concepts, a: Frame, b: Frame) -> float:
    """0 where the parts that two values play do not let them be compared, 1 where they do."""
    other_base = a.base != b.base and a.base and b.base
    if _change(a) != _change(b) or a.dimension != b.dimension or other_base:
        return 0.0
    roles = {_rated(a, b), _rated(b, a)}
    if len(roles) > 1 and (_FIXED & roles or Role.PART in roles):
        return 0.0
    if Role.PART in roles and not (a.heads & b.heads or _are_parts_of_one(a, b)):
        return 0.0
    if {a.act, b.act} == _PROMISED and (a.cumulative or b.cumulative):
        return 0.0
    fit = _manners(table, a, b)
    if len(roles) > 1 and Role.ADDITIONAL in roles:
        counted = a.kind is QuantityKind.COUNT and Role.TOTAL not in roles
        fit *= _ADDED if counted else 0.0
    return fit


def _change(frame: Frame) -> str:
    """What is a change by its name is one "by" so many in any words."""
    return "" if frame.change == "by" and frame.thing in _CHANGED else frame.change


def _are_parts_of_one(a: Frame, b: Frame) -> bool:
    """ "87,000 of them in California", "including about 71,000 in California"."""
    bare = a.kind is QuantityKind.COUNT and not (a.heads or b.heads)
    return bare and a.role is b.role is Role.PART and bool(a.places & b.places)


def _rated(frame: Frame, other: Frame) -> Role:
    """A rate is plain beside another of the same time or thing that is not written as one."""
    same = frame.role is Role.RATE and frame.rate and frame.rate == other.rate
    return Role.PLAIN if same else frame.role


def _manners(table: Concepts, a: Frame, b: Frame) -> float:
    """What somebody asked for or denied is not what is; what was planned of a year or to be
    delivered is not what came of it; of a cost or a size it may be the same thing."""
    manners = {_manner(a), _manner(b)}
    if len(manners) == 1 and "asked" not in manners:
        return 1.0
    moved = "possible" in manners and {a.act, b.act} & _CHANGES
    if manners & {"asked", "denied"} or moved or ("planned" in manners and _is_so_far(a, b)):
        return 0.0
    if "planned" not in manners or _are_budgeted(a, b):
        return 1.0
    done = {a.thing, b.thing} & table.of_periods or {a.act, b.act} & _DONE
    if done:
        rated = a.role is b.role is Role.RATE and a.kind is QuantityKind.MEASURE
        return _PLANNED if rated and not (a.period or b.period) else 0.0
    near = {a.thing, b.thing} & _WHOLES and table.are_near(a.thing, b.thing)
    return _PLANNED if near or (a.thing and a.thing == b.thing) else _PLANNED_OTHER


def _manner(frame: Frame) -> str:
    """What is told of a time that was still to come is planned, however it is put."""
    last = frame.period.last if frame.period else None
    ahead = last and frame.written and (last - frame.written).days > _SOON
    return frame.manner or ("planned" if ahead else "")


def _is_so_far(a: Frame, b: Frame) -> bool:
    """Whether one says what has come of it until now, of what the other plans."""
    plan, done = (a, b) if a.manner == "planned" else (b, a)
    last = done.period.last if done.period else None
    over = (
        last
        and plan.written
        and last < plan.written
        and not {a.thing, b.thing} & (ESTIMATED | _WHOLES)
    )
    if plan.period and done.period and plan.period.overlaps(done.period):
        over = over and not _is_past(plan)  # "will receive 2 euros for last year" is decided
    so_far = done.cumulative and not (done.role is Role.TOTAL and done.thing in _WHOLES)
    return bool(so_far or over) and not done.manner


def _is_past(frame: Frame) -> bool:
    last = frame.period.last if frame.period else None
    return bool(last and frame.written and last < frame.written)


def _are_budgeted(a: Frame, b: Frame) -> bool:
    """Whether both are plans, in whatever tense: of a budget, or of a time to come."""
    if a.thing == b.thing and a.thing in _DECIDED:
        return True
    if {a.thing, b.thing} <= _BUDGETS and _BUDGETED & {a.thing, b.thing, a.act, b.act}:
        return True
    ends = [f.period.last if f.period and f.written else None for f in (a, b)]
    return all(end and end > (f.written or end) for end, f in zip(ends, (a, b), strict=True))
