"""The project at a glance, as values: who says what on which topic, and what moved in time."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from reviewer.domain.claim import Claim, Topic, topic_of
from reviewer.domain.periods import Period, parse_period
from reviewer.domain.quantity import Quantity
from reviewer.domain.views import Passage
from reviewer.domain.wording import short_quantity_text
from reviewer.exchange.facts import count, topic_title
from reviewer.exchange.layout import (
    Cell,
    Matrix,
    MatrixCell,
    Part,
    Point,
    RowGroup,
    Table,
    Timeline,
)
from reviewer.exchange.material import Index, ReportMaterial, entry_anchor

MOST_TOPICS, MOST_SOURCES, MOST_TIMELINES, MOST_POINTS, MOST_TAGS = 24, 10, 12, 60, 60
_PER_CELL = 3  # values shown in a cell before the rest is only counted
_LEAST_POINTS = 2

_Claims = list[tuple[Passage, Claim]]


def overview_parts(material: ReportMaterial, known: Index) -> tuple[Part, ...]:
    """The matrix, the timelines, and tags by source; what has nothing to show is left out."""
    by_topic = _by_topic(material.annotations)
    parts = []
    if matrix := _matrix(material, by_topic):
        parts.append(_part("matrix", "What each source says", matrix, _matrix_table(matrix)))
    timelines = [made for claims in by_topic.values() for made in _timelines(claims)]
    timelines.sort(key=lambda one: -len(one.points))
    for number, timeline in enumerate(timelines[:MOST_TIMELINES], start=1):
        title = f"{timeline.title} over time"
        parts.append(_part(f"timeline-{number}", title, timeline, _timeline_table(timeline)))
    if table := _tags_by_source(material, known):
        parts.append(Part(title="Tags by source", anchor="tags-by-source", table=table))
    return tuple(parts)


def _part(anchor: str, title: str, figure: Matrix | Timeline, table: Table) -> Part:
    return Part(title=title, anchor=anchor, figure=figure, table=table)


def _by_topic(passages: Iterable[Passage]) -> dict[Topic, _Claims]:
    """Topics with the most sources first."""
    found: dict[Topic, _Claims] = defaultdict(list)
    for passage in passages:
        claim = passage.annotation.claim
        if claim and (topic := topic_of(claim)):
            found[topic].append((passage, claim))
    return dict(sorted(found.items(), key=lambda item: (-_spread(item[1]), item[0])))


def _spread(claims: _Claims) -> int:
    return len({passage.source.id for passage, _ in claims})


def _matrix(material: ReportMaterial, by_topic: Mapping[Topic, _Claims]) -> Matrix | None:
    topics = list(by_topic.values())[:MOST_TOPICS]
    speaking = Counter(p.source.id for claims in topics for p, _ in claims)
    listed = [one.source for one in material.sources if one.source.id in speaking]
    shown = {source.id for source in sorted(listed, key=lambda s: -speaking[s.id])[:MOST_SOURCES]}
    sources = [source for source in listed if source.id in shown]
    if not sources:
        return None
    left_out = [
        count(len(by_topic) - len(topics), "topic") if len(by_topic) > len(topics) else "",
        count(len(listed) - len(sources), "source") if len(listed) > len(sources) else "",
    ]
    told = " and ".join(filter(None, left_out))
    return Matrix(
        title="Topics by source",
        columns=tuple(source.title for source in sources),
        rows=tuple(topic_title(claims[0][1]) for claims in topics),
        cells=tuple(tuple(_cells(claims, source.id) for source in sources) for claims in topics),
        note=f"{told} with fewer claims not shown." if told else "",
    )


def _cells(claims: _Claims, source_id: str) -> tuple[MatrixCell, ...]:
    said = [(passage, claim) for passage, claim in claims if passage.source.id == source_id]
    shown = [
        MatrixCell(
            short_quantity_text(claim.quantity)
            if claim.quantity
            else passage.annotation.target.exact,
            claim.as_of,
            _grade(passage, claim),
            entry_anchor(passage.annotation.id),
        )
        for passage, claim in said[:_PER_CELL]
    ]
    if len(said) > _PER_CELL:
        shown.append(MatrixCell(f"and {len(said) - _PER_CELL:,} more"))
    return tuple(shown)


def _short(passage: Passage, claim: Claim) -> str:
    quantity = claim.quantity
    return short_quantity_text(quantity) if quantity else passage.annotation.target.exact


def _grade(passage: Passage, claim: Claim) -> str:
    """As analysts write it: B2."""
    reliability, credibility = passage.source.reliability, claim.credibility
    return f"{reliability.value if reliability else '?'}{credibility.value if credibility else '?'}"


def _matrix_table(matrix: Matrix) -> Table:
    rows = tuple(
        (Cell(title), *(Cell("\n".join(cell.words for cell in cells)) for cells in line))
        for title, line in zip(matrix.rows, matrix.cells, strict=True)
    )
    return Table(matrix.title, ("Topic", *matrix.columns), (RowGroup(rows, note=matrix.note),))


def _timelines(claims: _Claims) -> list[Timeline]:
    """One a unit, as other units are no common scale; a bound stands where a value would."""
    by_unit: dict[str, list[Point]] = defaultdict(list)
    for passage, claim in claims:
        if claim.quantity and (point := _point(passage, claim, claim.quantity)):
            by_unit[_unit(claim.quantity)].append(point)
    title = topic_title(claims[0][1])
    return [
        Timeline(title, unit, tuple(sorted(points, key=lambda p: (p.first, p.last))[:MOST_POINTS]))
        for unit, points in by_unit.items()
        if len(points) >= _LEAST_POINTS and len({point.first for point in points}) > 1
    ]


def _unit(quantity: Quantity) -> str:
    note = " (currency not stated)" if quantity.is_currency_unclear else ""
    return f"{quantity.unit}{note}"


def _point(passage: Passage, claim: Claim, quantity: Quantity) -> Point | None:
    low, high = quantity.low, quantity.high
    stated = parse_period(claim.as_of)
    period = stated or parse_period(passage.source.published)
    days = _days(period)
    if days is None or isinstance(low, date) or isinstance(high, date) or low is high is None:
        return None
    return Point(
        *days, low, high, short_quantity_text(quantity), passage.source.title,
        is_exact=not quantity.approximator and quantity.is_exact, is_dated=stated is not None,
    )  # fmt: skip


def _days(period: Period | None) -> tuple[date, date] | None:
    if period is None:
        return None
    first, last = period.first or period.last, period.last or period.first
    return (first, last) if first and last else None


def _timeline_table(timeline: Timeline) -> Table:
    rows = tuple(
        (Cell(_when(point)), Cell(point.words), Cell(point.source)) for point in timeline.points
    )
    return Table(f"{timeline.title} ({timeline.unit})" if timeline.unit else timeline.title,
                 ("As of", "Value", "Source"), (RowGroup(rows),))  # fmt: skip


def _when(point: Point) -> str:
    days = f"{point.first}" if point.first == point.last else f"{point.first} to {point.last}"
    return days if point.is_dated else f"{days} (date of the source)"


def _tags_by_source(material: ReportMaterial, known: Index) -> Table | None:
    found: Counter[tuple[str, str]] = Counter()
    by_source: Counter[str] = Counter()
    for passage in material.annotations:
        for tag_id in passage.annotation.tag_ids:
            found[tag_id, passage.source.id] += 1
            by_source[passage.source.id] += 1
    sources = [one.source for one in material.sources if by_source[one.source.id]]
    sources = sorted(sources, key=lambda s: -by_source[s.id])[:MOST_SOURCES]
    tags = [tag for tag in material.tags if any(found[tag.id, s.id] for s in sources)][:MOST_TAGS]
    if not tags:
        return None
    rows = tuple(
        (Cell(known.tag_labels[tag.id].path), *(_counted(found[tag.id, s.id]) for s in sources))
        for tag in tags
    )
    columns = ("Tag", *(source.title for source in sources))
    return Table("How many annotations carry each tag", columns, (RowGroup(rows),))


def _counted(number: int) -> Cell:
    return Cell(f"{number:,}" if number else "")
