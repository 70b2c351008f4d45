"""The tables of a project. Columns hold plain text and integers, so that a row and its image in
the journal are the same thing; what they mean is the business of ``records.py``.

Decimals and days are text (never floats), instants are ISO 8601 in UTC, ids are UUIDv7. Foreign
keys are checked at commit and never cascade: whoever deletes a row deletes what hangs on it, so
that the journal sees each one.
"""

from typing import Any

from sqlalchemy import ForeignKey, Index, MetaData, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

SCHEMA = 2
"""Number of the schema that this program writes; also the file's ``user_version``."""

REVISION = "0002"
"""Alembic's name for it."""


class Base(DeclarativeBase):
    """Names for constraints, without which batch migrations cannot find them again."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def _refers(column: str) -> Any:
    return ForeignKey(column, deferrable=True, initially="DEFERRED")


class ProjectRow(Base):
    """One row: what the project itself is called."""

    __tablename__ = "project"
    id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    created_at: Mapped[str]


class SourceRow(Base):
    __tablename__ = "source"
    id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    publisher: Mapped[str]
    author: Mapped[str]
    published: Mapped[str]
    date_basis: Mapped[str]
    address: Mapped[str]
    reliability: Mapped[str | None]
    reliability_basis: Mapped[str]
    position: Mapped[int]
    trashed_at: Mapped[str | None]


class EditionRow(Base):
    __tablename__ = "edition"
    id: Mapped[str] = mapped_column(primary_key=True)
    source_id: Mapped[str] = mapped_column(_refers("source.id"), index=True)
    number: Mapped[int]
    file_name: Mapped[str]
    media_type: Mapped[str]
    encoding: Mapped[str]
    original_sha256: Mapped[str] = mapped_column(index=True)
    text_sha256: Mapped[str]
    structure_sha256: Mapped[str]
    length: Mapped[int]
    imported_at: Mapped[str]
    imported_by: Mapped[str]


class TagRow(Base):
    __tablename__ = "tag"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    parent_id: Mapped[str | None] = mapped_column(_refers("tag.id"))
    colour: Mapped[str]
    key: Mapped[str]
    description: Mapped[str]
    position: Mapped[int]


class AnnotationRow(Base):
    __tablename__ = "annotation"
    id: Mapped[str] = mapped_column(primary_key=True)
    edition_id: Mapped[str] = mapped_column(_refers("edition.id"))
    start: Mapped[int]
    end: Mapped[int]
    exact: Mapped[str]
    prefix: Mapped[str]
    suffix: Mapped[str]
    note: Mapped[str]
    created_at: Mapped[str]
    created_by: Mapped[str]
    __table_args__ = (Index("ix_annotation_edition_id_start", "edition_id", "start"),)


class AnnotationTagRow(Base):
    __tablename__ = "annotation_tag"
    annotation_id: Mapped[str] = mapped_column(_refers("annotation.id"), primary_key=True)
    tag_id: Mapped[str] = mapped_column(_refers("tag.id"), primary_key=True, index=True)
    position: Mapped[int]


class ClaimRow(Base):
    """At most one a annotation. Columns from ``kind`` on are its quantity; no kind, no quantity."""

    __tablename__ = "claim"
    annotation_id: Mapped[str] = mapped_column(_refers("annotation.id"), primary_key=True)
    subject: Mapped[str]
    measure: Mapped[str]
    as_of: Mapped[str]
    speaker: Mapped[str]
    credibility: Mapped[str | None]
    credibility_basis: Mapped[str]
    kind: Mapped[str | None]
    low: Mapped[str | None]
    high: Mapped[str | None]
    low_open: Mapped[int]
    high_open: Mapped[int]
    unit: Mapped[str]
    unit_basis: Mapped[str]
    currencies: Mapped[str]  # ISO codes, separated by spaces
    approximator: Mapped[str]
    step: Mapped[str | None]
    base: Mapped[str]
    role: Mapped[str]
    raw: Mapped[str]


class RelationRow(Base):
    __tablename__ = "relation"
    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    dimension: Mapped[str | None]
    status: Mapped[str]
    check_subject: Mapped[str | None]
    check_measure: Mapped[str | None]
    check_period: Mapped[str | None]
    check_unit: Mapped[str | None]
    check_attribution: Mapped[str | None]
    verdict: Mapped[str | None]
    preferred_id: Mapped[str | None] = mapped_column(_refers("annotation.id"))
    rationale: Mapped[str]
    would_settle: Mapped[str]
    created_at: Mapped[str]
    created_by: Mapped[str]
    decided_at: Mapped[str | None]
    decided_by: Mapped[str]


class RelationMemberRow(Base):
    __tablename__ = "relation_member"
    relation_id: Mapped[str] = mapped_column(_refers("relation.id"), primary_key=True)
    annotation_id: Mapped[str] = mapped_column(
        _refers("annotation.id"), primary_key=True, index=True
    )
    position: Mapped[int]


class TermRow(Base):
    """A reviewer's own word for the reading of texts: ``word`` is read as ``meaning``.

    ``kind`` is ``measure`` ("pledge" is "aid") or ``name`` ("ROK" is "South Korea").
    """

    __tablename__ = "term"
    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    word: Mapped[str]
    meaning: Mapped[str]


class DecisionRow(Base):
    """What a person decided of a suggestion, so that it is not made again.

    ``id`` is the suggestion's identity (see ``services/suggesting.py``), not tied to a rule's
    version or to places in a text. ``relation_id`` names what came of it; it may be gone since,
    so it is no foreign key. ``body`` is the suggestion as it was shown.
    """

    __tablename__ = "suggestion_decision"
    id: Mapped[str] = mapped_column(primary_key=True)
    rule: Mapped[str] = mapped_column(index=True)
    version: Mapped[int]
    outcome: Mapped[str]  # accepted, edited or dismissed
    why: Mapped[str]
    relation_id: Mapped[str | None] = mapped_column(index=True)
    annotation_id: Mapped[str | None] = mapped_column(index=True)  # of a claim alone
    body: Mapped[str]
    decided_at: Mapped[str]
    decided_by: Mapped[str]


class JournalRow(Base):
    """What was done, in order, never rewritten."""

    __tablename__ = "journal"
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str]
    label: Mapped[str]
    reviewer: Mapped[str]
    at: Mapped[str]
    of: Mapped[int | None]
    rows: Mapped[str]  # JSON: [table, key, before, after] each
    previous_hash: Mapped[str]
    hash: Mapped[str]


class ContentRow(Base):
    """Original bytes, canonical texts and structures, under the SHA-256 of what is in them.

    The journal names them by hash; they are written once and never changed.
    """

    __tablename__ = "content"
    sha256: Mapped[str] = mapped_column(primary_key=True)
    data: Mapped[bytes]


class PassageRow(Base):
    """What the search index holds: derived, not journalled, made again at any time."""

    __tablename__ = "passage"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    owner_id: Mapped[str] = mapped_column(index=True)  # of the source, edition, annotation…
    start: Mapped[int]
    end: Mapped[int]
    text: Mapped[str]


class SuggestionRow(Base):
    """What the rules propose at present: derived, not journalled, made again at any time."""

    __tablename__ = "suggestion"
    id: Mapped[str] = mapped_column(primary_key=True)
    edition_id: Mapped[str | None] = mapped_column(index=True)  # of a claim; a relation has none
    rule: Mapped[str]
    version: Mapped[int]
    score: Mapped[int]  # per mille
    body: Mapped[str]  # JSON


class SettingRow(Base):
    """How the project was last used, such as the options of its report: not work, so not in the
    journal, and undo does not step through it."""

    __tablename__ = "setting"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]  # JSON


NOT_JOURNALLED = frozenset({"journal", "content", "passage", "suggestion", "setting"})

JOURNALLED: dict[str, Table] = {
    name: table for name, table in Base.metadata.tables.items() if name not in NOT_JOURNALLED
}
"""Table name → table, for all whose every change is an entry in the journal."""


def key_of(table: Table, row: Any) -> str:
    """A row's primary key as one string; parts of a compound key are joined by ``|``."""
    return "|".join(str(row[column.name]) for column in table.primary_key)
