"""The few columns that the Overview is made of, for a great many annotations at once."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import select

from reviewer.domain.claim import Claim
from reviewer.storage import records
from reviewer.storage.project import Project
from reviewer.storage.queries import in_chunks
from reviewer.storage.tables import AnnotationRow, AnnotationTagRow, ClaimRow

Clause = Any  # SQLAlchemy's, over columns whose types the tables give


class ClaimInPlace(NamedTuple):
    """A claim and the passage that makes it."""

    annotation_id: str
    edition_id: str
    start: int
    exact: str
    claim: Claim


class TagInPlace(NamedTuple):
    """One tag of one annotation."""

    annotation_id: str
    edition_id: str
    tag_id: str


def claims_in(project: Project, edition_ids: Iterable[str]) -> Iterator[ClaimInPlace]:
    """Every claim of these editions."""
    for chunk in in_chunks(edition_ids):
        yield from _claims(project, AnnotationRow.edition_id.in_(chunk))


def claims_of(project: Project, annotation_ids: Iterable[str]) -> Iterator[ClaimInPlace]:
    """The claims of these annotations, wherever they are."""
    for chunk in in_chunks(annotation_ids):
        yield from _claims(project, AnnotationRow.id.in_(chunk))


def tags_in(project: Project, edition_ids: Iterable[str]) -> Iterator[TagInPlace]:
    """The tags of every annotation of these editions."""
    for chunk in in_chunks(edition_ids):
        yield from _tags(project, AnnotationRow.edition_id.in_(chunk))


def tags_of(project: Project, annotation_ids: Iterable[str]) -> Iterator[TagInPlace]:
    """The tags of these annotations, wherever they are."""
    for chunk in in_chunks(annotation_ids):
        yield from _tags(project, AnnotationRow.id.in_(chunk))


def _claims(project: Project, clause: Clause) -> Iterator[ClaimInPlace]:
    query = (
        select(
            AnnotationRow.id, AnnotationRow.edition_id, AnnotationRow.start, AnnotationRow.exact,
            ClaimRow.__table__,
        )
        .join(ClaimRow, ClaimRow.annotation_id == AnnotationRow.id)
        .where(clause)
    )  # fmt: skip
    for row in project.execute(query):
        yield ClaimInPlace(row.id, row.edition_id, row.start, row.exact, records.claim_from(row))


def _tags(project: Project, clause: Clause) -> Iterator[TagInPlace]:
    query = (
        select(AnnotationTagRow.annotation_id, AnnotationRow.edition_id, AnnotationTagRow.tag_id)
        .join(AnnotationRow, AnnotationRow.id == AnnotationTagRow.annotation_id)
        .where(clause)
        .order_by(AnnotationTagRow.position)
    )
    for row in project.execute(query):
        yield TagInPlace(row.annotation_id, row.edition_id, row.tag_id)
