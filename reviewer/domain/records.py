"""The rows of a project as frozen values: sources, editions, tags, annotations, relations."""

from dataclasses import dataclass, field
from datetime import datetime

from reviewer.domain.anchor import Target
from reviewer.domain.checklist import Checklist
from reviewer.domain.claim import Claim
from reviewer.domain.vocabulary import Dimension, RelationKind, Reliability, Status, Verdict


@dataclass(frozen=True, slots=True)
class Source:
    """A document under review and what is known about it (after ICD 206)."""

    id: str
    title: str
    publisher: str = ""
    author: str = ""
    published: str = ""  # ISO day, month or year
    date_basis: str = ""  # how the date is known
    address: str = ""
    reliability: Reliability | None = None
    reliability_basis: str = ""
    position: int = 0
    trashed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """One text of a source. Text and original bytes are kept by their SHA-256 (64 hex digits)."""

    id: str
    source_id: str
    number: int
    file_name: str
    media_type: str
    encoding: str
    original_sha256: str
    text_sha256: str
    length: int  # code points
    imported_at: datetime
    imported_by: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A category of the reviewer's own; the tree of tags is the codebook."""

    id: str
    name: str
    parent_id: str | None = None
    colour: str = "blue"  # a name from the palette of tag colours
    key: str = ""  # one of 1 to 9, or none
    description: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Annotation:
    """A span of an edition with tags, a note and, if it asserts something, a claim."""

    id: str
    edition_id: str
    target: Target
    tag_ids: tuple[str, ...] = ()
    note: str = ""
    claim: Claim | None = None
    created_at: datetime | None = None
    created_by: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """Two or more annotations and how they stand to each other.

    ``members`` are annotation ids in the order in which they were picked: for directed kinds
    (updates, qualifies, supports, derives from) the first does it to the others.
    """

    id: str
    kind: RelationKind
    members: tuple[str, ...]
    dimension: Dimension | None = None
    status: Status = Status.OPEN
    checklist: Checklist = field(default_factory=Checklist)
    verdict: Verdict | None = None
    preferred_id: str | None = None
    rationale: str = ""
    would_settle: str = ""
    created_at: datetime | None = None
    created_by: str = ""
    decided_at: datetime | None = None
    decided_by: str = ""
