"""The project at a glance: who says what on which topic, what moved in time, tags by source."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reviewer.domain.claim import topic_of
from reviewer.domain.overview import (
    Overview,
    Sort,
    Standing,
    Statement,
    Tagged,
    TopicRow,
    contradictions_by_member,
    contradictions_of,
    in_order,
    speaking,
    standing,
    tag_totals,
    topic_rows,
)
from reviewer.domain.records import Source
from reviewer.exchange.facts import count
from reviewer.exchange.layout import (
    Cell,
    Counts,
    Figure,
    Matrix,
    MatrixCell,
    Part,
    RowGroup,
    Table,
    TagLabel,
)
from reviewer.exchange.material import Index, ReportMaterial
from reviewer.exchange.timelines import (
    Standings,
    is_worth_drawing,
    timeline_table,
    timelines_of,
    words_of,
)

MOST_TOPICS, MOST_SOURCES, MOST_TIMELINES, MOST_POINTS, MOST_TAGS = 24, 10, 12, 60, 60
_PER_CELL = 3  # values shown in a cell before the rest is only counted

Said = Mapping[str, Sequence[Statement]]  # by source


def overview_of(material: ReportMaterial) -> Overview:
    """What the report shows of the project, which may be less than all."""
    listed = {one.source.id: one.source for one in material.sources}
    return Overview(
        sources=listed | {p.source.id: p.source for p in material.annotations},
        statements={
            p.annotation.id: Statement(
                p.annotation.id, p.source.id, p.annotation.target.start, p.annotation.target.exact,
                claim, topic,
            )
            for p in material.annotations
            if (claim := p.annotation.claim) and (topic := topic_of(claim))
        },
        tagged={
            p.annotation.id: Tagged(p.source.id, p.annotation.tag_ids)
            for p in material.annotations
        },
        contradictions=contradictions_of(view.relation for view in material.relations),
        tags=material.tags,
    )  # fmt: skip


def overview_parts(material: ReportMaterial, known: Index) -> tuple[Part, ...]:
    """The matrix, the timelines, and tags by source; what has nothing to show is left out."""
    overview = overview_of(material)
    rows = in_order(topic_rows(overview), Sort.SOURCES)
    standings = standings_of(overview)
    parts = []
    if matrix := matrix_of(rows, overview.sources, standings):
        parts.append(_part("matrix", "What each source says", matrix, matrix_table(matrix)))
    lines = [line for row in rows for line in timelines_of(row.statements, overview.sources,
             standings) if is_worth_drawing(line)]  # fmt: skip
    lines.sort(key=lambda one: -len(one.points))
    for number, line in enumerate(lines[:MOST_TIMELINES], start=1):
        shown = replace(line, points=line.points[:MOST_POINTS])
        title = f"{line.title} over time"
        parts.append(_part(f"timeline-{number}", title, shown, timeline_table(shown)))
    if counts := counts_of(overview, known.tag_labels):
        parts.append(_part("tags-by-source", "Tags by source", counts, counts_table(counts)))
    return tuple(parts)


def _part(anchor: str, title: str, figure: Figure, table: Table) -> Part:
    return Part(title=title, anchor=anchor, figure=figure, table=table)


def standings_of(overview: Overview) -> dict[str, Standing]:
    """Annotation id → how it stands, for those that are a side of a contradiction."""
    return {key: standing(held) for key, held in contradictions_by_member(overview).items()}


def matrix_of(
    rows: Sequence[TopicRow],
    sources: Mapping[str, Source],
    standings: Standings,
    most: tuple[int, int] = (MOST_TOPICS, MOST_SOURCES),
) -> Matrix | None:
    """The first topics by the sources that say most on them; ``most`` is how many of each."""
    topics = rows[: most[0]]
    spoken = speaking(topics, sources)
    kept = frozenset(source.id for source in spoken[: most[1]])
    shown = [source for source in sources.values() if source.id in kept]
    if not shown:
        return None
    by_source = [said_by_source(row.statements) for row in topics]
    left_out = [(len(rows) - len(topics), "topic"), (len(spoken) - len(shown), "source")]
    return Matrix(
        title="Topics by source",
        columns=tuple(source.title for source in shown),
        rows=tuple(row.title for row in topics),
        cells=tuple(
            tuple(_cells(said.get(source.id, ()), source, standings) for source in shown)
            for said in by_source
        ),
        note=_left_out(left_out, "with fewer claims"),
    )


def _left_out(numbers: Iterable[tuple[int, str]], which: str) -> str:
    told = " and ".join(count(number, word) for number, word in numbers if number)
    return f"{told} {which} not shown." if told else ""


def said_by_source(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """Source id → what it says, in the order given."""
    found: dict[str, list[Statement]] = {}
    for statement in statements:
        found.setdefault(statement.source_id, []).append(statement)
    return found


def matrix_cell(statement: Statement, source: Source, standings: Standings) -> MatrixCell:
    """A value as it stands in the matrix, graded as analysts write it: B2."""
    claim = statement.claim
    reliability = source.reliability.value if source.reliability else "?"
    credibility = claim.credibility.value if claim.credibility else "?"
    return MatrixCell(
        words_of(statement),
        claim.as_of,
        f"{reliability}{credibility}",
        statement.annotation_id,
        standings.get(statement.annotation_id, Standing.NONE),
    )


def _cells(
    said: Sequence[Statement], source: Source, standings: Standings
) -> tuple[MatrixCell, ...]:
    shown = [matrix_cell(statement, source, standings) for statement in said[:_PER_CELL]]
    if len(said) > _PER_CELL:
        shown.append(MatrixCell(f"and {len(said) - _PER_CELL:,} more"))
    return tuple(shown)


def matrix_table(matrix: Matrix) -> Table:
    """The same in words."""
    rows = tuple(
        (Cell(title), *(Cell("\n".join(cell.words for cell in cells)) for cells in line))
        for title, line in zip(matrix.rows, matrix.cells, strict=True)
    )
    return Table(matrix.title, ("Topic", *matrix.columns), (RowGroup(rows, note=matrix.note),))


def counts_of(
    overview: Overview,
    labels: Mapping[str, TagLabel],
    most: tuple[int, int] = (MOST_TAGS, MOST_SOURCES),
) -> Counts | None:
    """The tags of the codebook by the sources with the most of them."""
    totals = tag_totals(overview)
    by_source: dict[str, int] = {}
    for of_tag in totals.values():
        for source_id, number in of_tag.items():
            by_source[source_id] = by_source.get(source_id, 0) + number
    kept = sorted(by_source, key=lambda key: -by_source[key])[: most[1]]
    shown = [source for source in overview.sources.values() if source.id in frozenset(kept)]
    carried = [tag for tag in overview.tags if tag.id in totals]
    tags = [tag for tag in carried if any(source.id in totals[tag.id] for source in shown)]
    tags = tags[: most[0]]
    if not tags:
        return None
    left_out = [(len(carried) - len(tags), "tag"), (len(by_source) - len(shown), "source")]
    return Counts(
        title="How many annotations carry each tag",
        columns=tuple(source.title for source in shown),
        rows=tuple(labels[tag.id] for tag in tags),
        numbers=tuple(tuple(totals[tag.id].get(source.id, 0) for source in shown) for tag in tags),
        note=_left_out(left_out, "with fewer annotations"),
    )


def counts_table(counts: Counts) -> Table:
    """The same in words; none is a gap."""
    rows = tuple(
        (Cell(label.path), *(Cell(f"{number:,}" if number else "") for number in line))
        for label, line in zip(counts.rows, counts.numbers, strict=True)
    )
    return Table(counts.title, ("Tag", *counts.columns), (RowGroup(rows, note=counts.note),))
