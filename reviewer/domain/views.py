"""What the windows and the report read: records joined so that nobody joins them again."""

from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.records import Annotation, Edition, Relation, Source


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """A row of the source list."""

    source: Source
    edition: Edition  # the newest
    annotations: int = 0
    claims: int = 0
    open_contradictions: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where an annotation begins."""

    id: str
    edition_id: str
    start: int


@dataclass(frozen=True, slots=True)
class Passage:
    """An annotation with where it comes from and the text around it."""

    annotation: Annotation
    source: Source
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class RelationView:
    """A relation with the passages of its members, in their order."""

    relation: Relation
    passages: tuple[Passage, ...]
    origin: str = ""  # "NAME vN" of the rule that suggested it; empty if a person marked it


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible other side, and how alike it is: 0 (nothing shared) to 1."""

    passage: Passage
    likeness: float


class HitKind(StrEnum):
    """What a search found."""

    SOURCE = "source"  # its title, publisher, author
    TEXT = "text"  # a passage of a source
    ANNOTATION = "annotation"  # its quote or claim
    NOTE = "note"
    RATIONALE = "rationale"


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that a search found, and enough to go there.

    ``snippet`` is a run of the found text; ``marks`` are half-open ranges of it that matched.
    """

    kind: HitKind
    title: str  # of the source, or of the relation
    snippet: str
    marks: tuple[tuple[int, int], ...] = ()
    source_id: str = ""
    edition_id: str = ""
    annotation_id: str = ""
    relation_id: str = ""
    start: int = 0  # in the edition's text
    end: int = 0
