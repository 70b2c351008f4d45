"""What every source says on every topic, and where they contradict each other, as values."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reviewer.domain.claim import Claim, Topic
from reviewer.domain.records import Relation, Source, Tag
from reviewer.domain.vocabulary import RelationKind, Status


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim that has a topic, and where it is made; ``quote`` is its passage to the letter."""

    annotation_id: str
    source_id: str
    start: int  # code point in its text
    quote: str
    claim: Claim
    topic: Topic

    @property
    def title(self) -> str:
        """Subject and measure as the reviewer wrote them."""
        return ": ".join(filter(None, [self.claim.subject.strip(), self.claim.measure.strip()]))


@dataclass(frozen=True, slots=True)
class Tagged:
    """An annotation as the counts of tags need it."""

    source_id: str
    tag_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A contradiction that a person marked or took over; ``is_open`` until it is decided."""

    relation_id: str
    members: tuple[str, ...]
    is_open: bool


class Standing(StrEnum):
    """How a claim stands to the others: in an open contradiction, or in decided ones alone."""

    NONE = ""
    SETTLED = "settled"
    OPEN = "open"


class Sort(StrEnum):
    """What comes first among topics; the value is what is shown."""

    SOURCES = "Most sources first"
    CONTRADICTIONS = "Most contradictions first"
    NAME = "By name"


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything outside the trash that stands on the page; mappings are by id.

    ``sources`` are in the order of the list of sources.
    """

    sources: Mapping[str, Source] = field(default_factory=dict)
    statements: Mapping[str, Statement] = field(default_factory=dict)
    tagged: Mapping[str, Tagged] = field(default_factory=dict)
    contradictions: Mapping[str, Contradiction] = field(default_factory=dict)
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic with all that is said on it, source by source as they are read."""

    topic: Topic
    title: str
    statements: tuple[Statement, ...]
    sources: int  # how many say something
    contradictions: int
    open_contradictions: int


def contradictions_of(relations: Iterable[Relation]) -> dict[str, Contradiction]:
    """The contradictions among relations; what is only suggested is none yet."""
    return {
        one.id: Contradiction(one.id, one.members, one.status is Status.OPEN)
        for one in relations
        if one.kind is RelationKind.CONTRADICTS and one.status is not Status.SUGGESTED
    }


def contradictions_by_member(overview: Overview) -> dict[str, list[Contradiction]]:
    """Annotation id → the contradictions that it is a side of."""
    found: dict[str, list[Contradiction]] = defaultdict(list)
    for contradiction in overview.contradictions.values():
        for member in contradiction.members:
            found[member].append(contradiction)
    return dict(found)


def standing(contradictions: Iterable[Contradiction]) -> Standing:
    """Of a claim that is a side of these contradictions."""
    held = [contradiction.is_open for contradiction in contradictions]
    return Standing.OPEN if any(held) else Standing.SETTLED if held else Standing.NONE


def by_topic(overview: Overview) -> dict[Topic, list[Statement]]:
    """What is said on each topic, in the order of the sources and as they are read."""
    place = {source_id: number for number, source_id in enumerate(overview.sources)}
    found: dict[Topic, list[Statement]] = defaultdict(list)
    for statement in overview.statements.values():
        found[statement.topic].append(statement)
    return {topic: _as_read(said, place) for topic, said in found.items()}


def topic_rows(overview: Overview) -> tuple[TopicRow, ...]:
    """A row for each topic; to be put in order by ``in_order``."""
    contradictions = contradictions_by_member(overview)
    return tuple(
        topic_row(topic, said, contradictions) for topic, said in by_topic(overview).items()
    )


def topic_row(
    topic: Topic, said: Iterable[Statement], contradictions: Mapping[str, Iterable[Contradiction]]
) -> TopicRow:
    """One row, from at least one statement."""
    statements = tuple(said)
    held = {
        contradiction.relation_id: contradiction.is_open
        for statement in statements
        for contradiction in contradictions.get(statement.annotation_id, ())
    }
    sources = len({statement.source_id for statement in statements})
    return TopicRow(topic, statements[0].title, statements, sources, len(held), sum(held.values()))


def in_order(rows: Iterable[TopicRow], sort: Sort) -> tuple[TopicRow, ...]:
    """Rows as one wants to read them; alike ones by name."""
    keys = {
        Sort.SOURCES: lambda row: (-row.sources, -row.open_contradictions, row.topic),
        Sort.CONTRADICTIONS: lambda row: (
            -row.open_contradictions, -row.contradictions, -row.sources, row.topic,
        ),
        Sort.NAME: lambda row: row.topic,
    }  # fmt: skip
    return tuple(sorted(rows, key=keys[sort]))


def speaking(rows: Iterable[TopicRow], sources: Mapping[str, Source]) -> tuple[Source, ...]:
    """The sources that say something on any of the topics; those that do on most come first."""
    found: dict[str, int] = defaultdict(int)
    for row in rows:
        for source_id in {statement.source_id for statement in row.statements}:
            found[source_id] += 1
    return tuple(sorted(
        (source for key, source in sources.items() if key in found),
        key=lambda source: -found[source.id],
    ))  # fmt: skip


def tag_totals(overview: Overview) -> dict[str, dict[str, int]]:
    """Tag id → source id → how many annotations of the source carry the tag."""
    found: dict[str, dict[str, int]] = {}
    for annotation in overview.tagged.values():
        for tag_id in annotation.tag_ids:
            of_tag = found.setdefault(tag_id, {})
            of_tag[annotation.source_id] = of_tag.get(annotation.source_id, 0) + 1
    return found


def rows_after(
    rows: Mapping[Topic, TopicRow], before: Overview, now: Overview, ids: Iterable[str]
) -> dict[Topic, TopicRow]:
    """The rows of ``now``, from those of ``before``, where only these annotations differ.

    Those count as different too whose contradictions do. With 100,000 claims, to make all rows
    anew would be felt.
    """
    wanted = frozenset(ids)
    topics = {
        statements[key].topic
        for statements in (before.statements, now.statements)
        for key in wanted & statements.keys()
    }
    contradictions = contradictions_by_member(now)
    place = {source_id: number for number, source_id in enumerate(now.sources)}
    made = dict(rows)
    for topic in topics:
        old = made.pop(topic, None)
        said = [now.statements[s.annotation_id] for s in (old.statements if old else ())
                if s.annotation_id not in wanted]  # fmt: skip
        said += [now.statements[key] for key in wanted & now.statements.keys()
                 if now.statements[key].topic == topic]  # fmt: skip
        if said:
            made[topic] = topic_row(topic, _as_read(said, place), contradictions)
    return made


def _as_read(said: Iterable[Statement], place: Mapping[str, int]) -> list[Statement]:
    return sorted(
        said, key=lambda s: (place.get(s.source_id, len(place)), s.start, s.annotation_id)
    )
