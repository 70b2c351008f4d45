"""What is said on a topic, by time: one timeline a unit, for other units are no common scale."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from reviewer.domain.overview import Standing, Statement
from reviewer.domain.periods import Period, parse_period
from reviewer.domain.quantity import Quantity
from reviewer.domain.records import Source
from reviewer.domain.vocabulary import QuantityKind
from reviewer.domain.wording import short_quantity_text
from reviewer.exchange.layout import Axis, Cell, Point, RowGroup, Table, Timeline

DATES, ALONE = "Dates", "No common scale"

Standings = Mapping[str, Standing]


def timelines_of(
    statements: Sequence[Statement], sources: Mapping[str, Source], standings: Standings
) -> tuple[Timeline, ...]:
    """All that has a time; the unit that is given most often first. A bound stands for a value."""
    sharing = _shared_unit(statements)
    found: dict[tuple[Axis, str], list[Point]] = defaultdict(list)
    for statement in statements:
        made = _placed(statement, sources[statement.source_id], sharing)
        if made is not None:
            axis, unit, point = made
            standing = standings.get(statement.annotation_id, Standing.NONE)
            found[axis, unit].append(replace(point, standing=standing))
    for (axis, unit), points in list(found.items()):
        if axis is Axis.NUMBERS and len(points) == 1:  # one value needs no scale
            found[Axis.WORDS, ALONE] += found.pop((axis, unit))
    lines = [
        Timeline(
            statements[0].title,
            unit,
            tuple(sorted(points, key=lambda p: (p.first, p.last, p.annotation_id))),
            axis,
        )
        for (axis, unit), points in found.items()
    ]
    return tuple(sorted(lines, key=lambda t: (list(Axis).index(t.axis), -len(t.points), t.unit)))


def undated(statements: Iterable[Statement], sources: Mapping[str, Source]) -> list[Statement]:
    """What has no place in time: neither the claim nor its source is dated."""
    return [s for s in statements if _placed(s, sources[s.source_id], "") is None]


def words_of(statement: Statement) -> str:
    """The value in short, else the passage itself."""
    quantity = statement.claim.quantity
    return short_quantity_text(quantity) if quantity else statement.quote


def is_worth_drawing(timeline: Timeline) -> bool:
    """Whether there is something to compare: two values at two times."""
    return len({point.first for point in timeline.points}) > 1 and timeline.axis is not Axis.WORDS


def timeline_table(timeline: Timeline) -> Table:
    """What the picture shows, in words; numbered as there."""
    rows = tuple(
        (Cell(f"{number}"), Cell(point.when), Cell(_value(point)), Cell(point.source))
        for number, point in enumerate(timeline.points, start=1)
    )
    title = f"{timeline.title} ({timeline.unit})" if timeline.unit else timeline.title
    return Table(title, ("No.", "As of", "Value", "Source"), (RowGroup(rows),))


def _value(point: Point) -> str:
    notes = filter(None, ["currency not stated" if point.is_unclear else "", point.mark])
    return "\n".join([point.words, *notes])


def _shared_unit(statements: Iterable[Statement]) -> str:
    """The one stated currency that amounts of an unclear sign may be in, if there is but one."""
    money = [s.claim.quantity for s in statements if s.claim.quantity]
    may_be = {code for q in money if q.is_currency_unclear for code in q.currencies}
    stated = {q.unit for q in money if q.kind is QuantityKind.MONEY and not q.is_currency_unclear}
    both = stated & may_be
    return both.pop() if len(both) == 1 else ""


def _placed(
    statement: Statement, source: Source, shared_unit: str
) -> tuple[Axis, str, Point] | None:
    quantity = statement.claim.quantity
    stated = parse_period(statement.claim.as_of)
    days = _days(stated or parse_period(source.published))
    words = words_of(statement)
    if quantity and (of_value := _dates(quantity)):
        point = Point(
            *of_value, None, None, words, source.title,
            is_exact=of_value[0] == of_value[1] and not quantity.approximator,
            annotation_id=statement.annotation_id,
        )  # fmt: skip
        return Axis.DATES, DATES, point
    if days is None:
        return None
    low, high = _numbers(quantity)
    point = Point(
        *days, low, high, words, source.title,
        is_exact=quantity is None
        or low is high is None
        or (not quantity.approximator and quantity.is_exact),
        is_dated=stated is not None,
        is_unclear=quantity is not None and quantity.is_currency_unclear,
        annotation_id=statement.annotation_id,
    )  # fmt: skip
    if quantity is None or low is high is None:
        return Axis.WORDS, ALONE, point
    return Axis.NUMBERS, _unit(quantity, shared_unit), point


def _dates(quantity: Quantity) -> tuple[date, date] | None:
    low, high = quantity.low, quantity.high
    if quantity.kind is not QuantityKind.DATE:
        return None
    first, last = low if low is not None else high, high if high is not None else low
    return (first, last) if isinstance(first, date) and isinstance(last, date) else None


def _numbers(quantity: Quantity | None) -> tuple[Decimal | None, Decimal | None]:
    if quantity is None:
        return None, None
    low, high = quantity.low, quantity.high
    return (
        low if isinstance(low, Decimal) else None,
        high if isinstance(high, Decimal) else None,
    )


def _unit(quantity: Quantity, shared_unit: str) -> str:
    if not quantity.is_currency_unclear:
        return quantity.unit
    if shared_unit in quantity.currencies:
        return shared_unit
    return f"{quantity.unit} (currency not stated)"


def _days(period: Period | None) -> tuple[date, date] | None:
    if period is None:
        return None
    first, last = period.first or period.last, period.last or period.first
    return (first, last) if first and last else None
