"""What of an overview is shown: filtered, in order, and what it is as a picture and as a table."""

from collections import Counter
from dataclasses import dataclass, replace

from reviewer.domain.codebook import path, walk
from reviewer.domain.overview import (
    Overview,
    Sort,
    TopicRow,
    in_order,
    speaking,
    tag_totals,
)
from reviewer.domain.records import Source, Tag
from reviewer.exchange.cross_pictures import counts_drawing, matrix_drawing
from reviewer.exchange.drawing import Drawing
from reviewer.exchange.layout import Cell, RowGroup, Table, TagLabel, Timeline
from reviewer.exchange.overview import (
    MOST_SOURCES,
    MOST_TAGS,
    counts_of,
    counts_table,
    matrix_of,
    matrix_table,
)
from reviewer.exchange.timeline_picture import told
from reviewer.exchange.timelines import Standings, timelines_of, undated, words_of
from reviewer.services.words import counted
from reviewer.ui.models.folding import fold
from reviewer.ui.overview_keeper import Board

_PICTURED = (60, MOST_SOURCES)  # rows and columns that a picture can be read with
_COPIED = (2_000, 200)
_LOOKED_AT = 400  # values of a topic, in the order of the sources
_DRAWN, _LINES = 100, 6  # values on a timeline, and timelines of a topic


@dataclass(frozen=True, slots=True)
class Shown:
    """Rows and the sources that stand as columns."""

    rows: tuple[TopicRow, ...]
    sources: tuple[Source, ...]


def shown_topics(board: Board, words: str, sort: Sort) -> Shown:
    """The topics whose names have all the words, and who says something on them."""
    wanted = fold(words).split()
    rows = [row for row in board.rows.values()
            if not wanted or all(word in fold(row.title) for word in wanted)]  # fmt: skip
    return Shown(in_order(rows, sort), speaking(rows, board.overview.sources))


@dataclass(frozen=True, slots=True)
class ShownTags:
    """Tags with their paths, and the sources that stand as columns."""

    tags: tuple[tuple[Tag, str], ...]
    sources: tuple[Source, ...]
    numbers: dict[str, dict[str, int]]


def shown_tags(overview: Overview, words: str) -> ShownTags:
    """The tags that are carried and whose paths have all the words, in the codebook's order."""
    wanted = fold(words).split()
    totals = tag_totals(overview)
    by_id = {tag.id: tag for tag in overview.tags}
    named = [
        (tag, " / ".join(one.name for one in path(by_id, tag.id)))
        for _, tag in walk(overview.tags)
        if tag.id in totals
    ]
    tags = tuple((tag, name) for tag, name in named if all(w in fold(name) for w in wanted))
    numbers = {tag.id: totals[tag.id] for tag, _ in tags}
    spoken: Counter[str] = Counter()
    for of_tag in numbers.values():
        spoken.update(of_tag)
    known = [source for key, source in overview.sources.items() if key in spoken]
    sources = tuple(sorted(known, key=lambda source: -spoken[source.id]))
    return ShownTags(tags, sources, numbers)


def values_picture(shown: Shown, overview: Overview, standings: Standings) -> Drawing | None:
    """The matrix as the report has it, of what is shown."""
    matrix = matrix_of(shown.rows, overview.sources, standings, _PICTURED)
    return matrix_drawing(matrix) if matrix else None


def values_table(shown: Shown, overview: Overview, standings: Standings) -> Table | None:
    """The matrix in words."""
    matrix = matrix_of(shown.rows, overview.sources, standings, _COPIED)
    return matrix_table(matrix) if matrix else None


def tags_picture(overview: Overview, shown: ShownTags) -> Drawing | None:
    """The bars as the report has them."""
    counts = counts_of(_of(overview, shown), _labels(shown), (MOST_TAGS, MOST_SOURCES))
    return counts_drawing(counts) if counts else None


def tags_table(overview: Overview, shown: ShownTags) -> Table | None:
    """The numbers."""
    counts = counts_of(_of(overview, shown), _labels(shown), _COPIED)
    return counts_table(counts) if counts else None


def _of(overview: Overview, shown: ShownTags) -> Overview:
    return Overview(overview.sources, {}, overview.tagged, {}, tuple(t for t, _ in shown.tags))


def _labels(shown: ShownTags) -> dict[str, TagLabel]:
    return {tag.id: TagLabel(name, tag.colour) for tag, name in shown.tags}


@dataclass(frozen=True, slots=True)
class TopicInTime:
    """The timelines of a topic, and what has no date: annotation ids and words."""

    title: str = ""
    timelines: tuple[Timeline, ...] = ()
    undated: tuple[tuple[str, str], ...] = ()
    left_out: int = 0  # values beyond those that a picture can be read with

    @property
    def heading(self) -> str:
        """The topic, and whether all of it is shown."""
        rest = f" · {counted(self.left_out, 'more value')} not drawn" if self.left_out else ""
        return f"{self.title}{rest}"


def in_time(row: TopicRow | None, overview: Overview, standings: Standings) -> TopicInTime:
    """One topic's values by time."""
    if row is None:
        return TopicInTime()
    sources = overview.sources
    said = [s for s in row.statements[:_LOOKED_AT] if s.source_id in sources]
    if not said:
        return TopicInTime(row.title)
    without = tuple(
        (s.annotation_id, f"{' '.join(words_of(s).split())}, {sources[s.source_id].title}")
        for s in undated(said, sources)[:_DRAWN]
    )
    lines = tuple(
        replace(line, points=line.points[:_DRAWN])
        for line in timelines_of(said, sources, standings)[:_LINES]
    )
    shown = sum(len(line.points) for line in lines) + len(without)
    return TopicInTime(row.title, lines, without, len(row.statements) - shown)


def time_table(topic: TopicInTime) -> Table:
    """The timelines in words, one below the other."""
    groups = [
        RowGroup(
            tuple((Cell(p.when), Cell(told(p)), Cell(p.source)) for p in timeline.points),
            timeline.unit,
        )
        for timeline in topic.timelines
    ]
    rows = tuple((Cell(""), Cell(words), Cell("")) for _, words in topic.undated)
    if rows:
        groups.append(RowGroup(rows, "Without a date"))
    return Table(topic.title, ("As of", "Value", "Source"), tuple(groups))
