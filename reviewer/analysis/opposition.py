"""Whether two acts of one axis can both be true, and which of them is further on."""

from enum import Enum

from reviewer.analysis.cycles import CycleKind, Stage
from reviewer.analysis.events import Act
from reviewer.analysis.verbs import Aspect


class Order(Enum):
    """How two opposed acts follow each other."""

    NONE = "neither leads to the other"
    FIRST = "the first leads to the second"
    SECOND = "the second leads to the first"

    def turned(self) -> "Order":
        return {Order.FIRST: Order.SECOND, Order.SECOND: Order.FIRST}.get(self, self)


def opposed(one: Act, other: Act) -> Order | None:
    """How the acts are opposed, or None where both may be true at one time."""
    pair = {one.aspect, other.aspect}
    if one.stage == other.stage and pair == {Aspect.PLANNED, Aspect.NOT_PLANNED}:
        return Order.NONE
    if one.stage is None or other.stage is None:
        return _plain(one.aspect, other.aspect)
    kind = one.stage.kind
    if kind is CycleKind.COURSE:
        return _on_course(_span(one.stage, one.aspect), _span(other.stage, other.aspect))
    return _between(one, other)


def _plain(one: Aspect, other: Aspect) -> Order | None:
    if (one, other) == (Aspect.NOT_DONE, Aspect.DONE):
        return Order.FIRST
    if (one, other) == (Aspect.DONE, Aspect.NOT_DONE):
        return Order.SECOND
    return None


def _span(stage: Stage, aspect: Aspect) -> tuple[int, int] | None:
    """The stages that the thing can be in, lowest and highest; None where nothing is told."""
    rank = stage.rank
    match aspect:
        case Aspect.DONE:
            return None if stage.lasting else (rank, max(rank, stage.last))
        case Aspect.ONGOING if stage.lasting or rank > stage.last:
            return rank, rank
        case _:
            return None if stage.lasting or not rank else (0, rank - 1)


def _on_course(one: tuple[int, int] | None, other: tuple[int, int] | None) -> Order | None:
    if one is None or other is None:
        return None
    if one[1] < other[0]:
        return Order.FIRST
    return Order.SECOND if other[1] < one[0] else None


def _between(one: Act, other: Act) -> Order | None:
    """Of opposed states: two of them, or one and its denial."""
    assert one.stage is not None
    assert other.stage is not None
    same = one.stage.rank == other.stage.rank
    a, b = _holds(one), _holds(other)
    if one.stage.kind is CycleKind.OUTCOME and not same:
        a, b = (
            held or (each.aspect is Aspect.PLANNED and not _is_lasting(one, other)) or None
            for held, each in ((a, one), (b, other))
        )
    if a is None or b is None:
        return None
    if a and b:
        if same:
            return None
        if one.stage.lasting != other.stage.lasting and one.stage.kind is CycleKind.OUTCOME:
            return Order.FIRST if one.stage.lasting else Order.SECOND
        return Order.NONE
    if a is b or not same:
        return None
    return Order.FIRST if b else Order.SECOND


def _is_lasting(*acts: Act) -> bool:
    return any(act.stage is not None and act.stage.lasting for act in acts)


def _holds(act: Act) -> bool | None:
    """Whether the state holds or not; None where it is yet to come or coming about."""
    assert act.stage is not None
    if act.aspect is Aspect.NOT_DONE:
        return False
    if act.aspect is Aspect.DONE:
        return True
    if act.aspect is not Aspect.ONGOING:
        return None
    lasts = act.stage.lasting or act.stage.kind in (CycleKind.SWITCH, CycleKind.MOVEMENT)
    return True if lasts else None
