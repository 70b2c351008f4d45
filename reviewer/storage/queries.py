"""What is read from a project, as values. Sources in the trash, and what hangs on them, are out."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, select, true

from reviewer.domain.codebook import walk
from reviewer.domain.errors import StorageError
from reviewer.domain.records import Annotation, Edition, Relation, Source, Tag
from reviewer.domain.views import Place, SourceSummary
from reviewer.domain.vocabulary import RelationKind, Status
from reviewer.storage import records
from reviewer.storage.project import Project
from reviewer.storage.tables import (
    AnnotationRow,
    AnnotationTagRow,
    ClaimRow,
    EditionRow,
    ProjectRow,
    RelationMemberRow,
    RelationRow,
    SourceRow,
    TagRow,
)

_CHUNK = 900
Clause = ColumnElement[bool]
Query = Select[*tuple[Any, ...]]


def _table(row_class: Any) -> Any:
    return row_class.__table__


def in_chunks(keys: Iterable[str]) -> Iterable[Sequence[str]]:
    """The keys in runs that one statement can take."""
    wanted = list(keys)
    return (wanted[at : at + _CHUNK] for at in range(0, len(wanted), _CHUNK))


def title(project: Project) -> str:
    return str(project.execute(select(ProjectRow.title)).scalar_one())


def sources(project: Project, *, trashed: bool = False) -> tuple[Source, ...]:
    """The sources in their order; with ``trashed``, those in the trash instead."""
    gone = SourceRow.trashed_at.is_not(None) if trashed else SourceRow.trashed_at.is_(None)
    query = select(_table(SourceRow)).where(gone).order_by(SourceRow.position, SourceRow.id)
    return tuple(records.source_from(row) for row in project.execute(query))


def source(project: Project, source_id: str) -> Source | None:
    row = project.execute(select(_table(SourceRow)).where(SourceRow.id == source_id)).first()
    return records.source_from(row) if row else None


def editions(project: Project) -> tuple[Edition, ...]:
    """Every edition of every source that is not in the trash, oldest first."""
    query = (
        select(_table(EditionRow))
        .join(SourceRow, SourceRow.id == EditionRow.source_id)
        .where(SourceRow.trashed_at.is_(None))
        .order_by(SourceRow.position, EditionRow.number)
    )
    return tuple(records.edition_from(row) for row in project.execute(query))


def edition(project: Project, edition_id: str) -> Edition | None:
    row = project.execute(select(_table(EditionRow)).where(EditionRow.id == edition_id)).first()
    return records.edition_from(row) if row else None


def editions_of(project: Project, source_id: str) -> tuple[Edition, ...]:
    """The editions of one source, wherever it is, oldest first."""
    query = (
        select(_table(EditionRow))
        .where(EditionRow.source_id == source_id)
        .order_by(EditionRow.number)
    )
    return tuple(records.edition_from(row) for row in project.execute(query))


def known_originals(project: Project) -> dict[str, Source]:
    """SHA-256 of each original in the project → its source; one in the trash only if no other."""
    query = (
        select(EditionRow.original_sha256, _table(SourceRow))
        .join(SourceRow, SourceRow.id == EditionRow.source_id)
        .order_by(SourceRow.trashed_at.is_(None))
    )
    return {row.original_sha256: records.source_from(row) for row in project.execute(query)}


def sources_by_edition(project: Project, edition_ids: Iterable[str]) -> dict[str, Source]:
    """Edition id → the source it is a text of, wherever that is."""
    base = select(EditionRow.id.label("edition_id"), _table(SourceRow)).join(
        SourceRow, SourceRow.id == EditionRow.source_id
    )
    return {
        row.edition_id: records.source_from(row)
        for chunk in in_chunks(edition_ids)
        for row in project.execute(base.where(EditionRow.id.in_(chunk)))
    }


def summaries(
    project: Project, source_ids: Iterable[str] | None = None
) -> tuple[SourceSummary, ...]:
    """The rows of the source list: of all sources, or of those named that are not in the trash."""
    newest = {e.source_id: e for e in editions(project)}
    shown = sources(project)
    if source_ids is not None:
        wanted = frozenset(source_ids)
        shown = tuple(source for source in shown if source.id in wanted)
    kept = [newest[source.id].id for source in shown if source.id in newest]
    few = AnnotationRow.edition_id.in_(kept) if len(kept) <= _CHUNK else true()
    annotations = _counts(project, select(AnnotationRow.edition_id, func.count()).where(few))
    claims = _counts(
        project,
        select(AnnotationRow.edition_id, func.count())
        .join(ClaimRow, ClaimRow.annotation_id == AnnotationRow.id)
        .where(few),
    )
    contradictions = _counts(
        project,
        select(AnnotationRow.edition_id, func.count(RelationRow.id.distinct()))
        .join(RelationMemberRow, RelationMemberRow.annotation_id == AnnotationRow.id)
        .join(
            RelationRow,
            and_(
                RelationRow.id == RelationMemberRow.relation_id,
                RelationRow.kind == str(RelationKind.CONTRADICTS),
                RelationRow.status == str(Status.OPEN),
            ),
        )
        .where(few, RelationRow.id.not_in(_relations_in_trash())),
    )
    return tuple(
        SourceSummary(
            source,
            edition,
            annotations.get(edition.id, 0),
            claims.get(edition.id, 0),
            contradictions.get(edition.id, 0),
        )
        for source in shown
        if (edition := newest.get(source.id))
    )


def _counts(project: Project, query: Query) -> dict[str, int]:
    return dict(project.execute(query.group_by(AnnotationRow.edition_id)).all())


def tags(project: Project) -> tuple[Tag, ...]:
    query = select(_table(TagRow)).order_by(TagRow.position, TagRow.name)
    found = tuple(records.tag_from(row) for row in project.execute(query))
    if sum(1 for _ in walk(found)) < len(found):  # below itself, or below none that there is
        raise StorageError(records.DAMAGED)
    return found


def tag_counts(project: Project) -> dict[str, int]:
    """Tag id → number of annotations outside the trash that carry it.

    Counted as all less those in the trash: the first takes one look into an index, while joining
    each of 10,000 annotations with its source to find that it is not in the trash takes 20 ms.
    """
    everywhere = select(AnnotationTagRow.tag_id, func.count()).group_by(AnnotationTagRow.tag_id)
    in_trash = (
        everywhere.join(AnnotationRow, AnnotationRow.id == AnnotationTagRow.annotation_id)
        .join(EditionRow, EditionRow.id == AnnotationRow.edition_id)
        .where(EditionRow.source_id.in_([source.id for source in sources(project, trashed=True)]))
    )
    gone: dict[str, int] = dict(project.execute(in_trash).all())
    counted = ((tag_id, n - gone.get(tag_id, 0)) for tag_id, n in project.execute(everywhere))
    return {tag_id: n for tag_id, n in counted if n}


def tagged_with(project: Project, tag_id: str) -> dict[str, tuple[str, ...]]:
    """Annotations that carry a tag (the trash included) → all their tags, in order."""
    carriers = select(AnnotationTagRow.annotation_id).where(AnnotationTagRow.tag_id == tag_id)
    query = (
        select(AnnotationTagRow.annotation_id, AnnotationTagRow.tag_id)
        .where(AnnotationTagRow.annotation_id.in_(carriers))
        .order_by(AnnotationTagRow.annotation_id, AnnotationTagRow.position)
    )
    found: dict[str, tuple[str, ...]] = {}
    for row in project.execute(query):
        found[row.annotation_id] = (*found.get(row.annotation_id, ()), row.tag_id)
    return found


def places_tagged(project: Project, tag_id: str) -> tuple[Place, ...]:
    """Where annotations with a tag are, outside the trash: by source, then as one reads."""
    query = (
        select(AnnotationRow.id, AnnotationRow.edition_id, AnnotationRow.start)
        .join(AnnotationTagRow, AnnotationTagRow.annotation_id == AnnotationRow.id)
        .join(EditionRow, EditionRow.id == AnnotationRow.edition_id)
        .join(SourceRow, SourceRow.id == EditionRow.source_id)
        .where(AnnotationTagRow.tag_id == tag_id, SourceRow.trashed_at.is_(None))
        .order_by(SourceRow.position, EditionRow.number, AnnotationRow.start,
                  AnnotationRow.end.desc(), AnnotationRow.id)
    )  # fmt: skip
    return tuple(Place(row.id, row.edition_id, row.start) for row in project.execute(query))


def annotations(
    project: Project, ids: Iterable[str] | None = None, *, edition_id: str | None = None
) -> tuple[Annotation, ...]:
    """Annotations in reading order: those named, those of an edition, or all outside the trash."""
    base = select(_table(AnnotationRow))
    if ids is not None:
        where: list[Clause] = [AnnotationRow.id.in_(chunk) for chunk in in_chunks(ids)]
    elif edition_id is not None:
        where = [AnnotationRow.edition_id == edition_id]
    else:
        where = [AnnotationRow.edition_id.in_(_live_editions())]
    found = [a for clause in where for a in _read_annotations(project, base, clause)]
    return tuple(sorted(found, key=lambda a: (a.edition_id, a.target.start, a.target.end, a.id)))


def _live_editions() -> Query:
    return (
        select(EditionRow.id)
        .join(SourceRow, SourceRow.id == EditionRow.source_id)
        .where(SourceRow.trashed_at.is_(None))
    )


def _read_annotations(project: Project, base: Query, clause: Any) -> list[Annotation]:
    chosen = select(AnnotationRow.id).where(clause)
    carried: dict[str, list[str]] = {}
    for row in project.execute(
        select(AnnotationTagRow.annotation_id, AnnotationTagRow.tag_id)
        .where(AnnotationTagRow.annotation_id.in_(chosen))
        .order_by(AnnotationTagRow.position)
    ):
        carried.setdefault(row.annotation_id, []).append(row.tag_id)
    claims = {
        row.annotation_id: records.claim_from(row)
        for row in project.execute(
            select(_table(ClaimRow)).where(ClaimRow.annotation_id.in_(chosen))
        )
    }
    return [
        records.annotation_from(row, carried.get(row.id, ()), claims.get(row.id))
        for row in project.execute(base.where(clause))
    ]


# Every action begins by reading one annotation: put together once, these cost half as much.
_ANNOTATION = select(_table(AnnotationRow)).where(AnnotationRow.id == bindparam("key"))
_CLAIM = select(_table(ClaimRow)).where(ClaimRow.annotation_id == bindparam("key"))
_TAGS = (
    select(AnnotationTagRow.tag_id)
    .where(AnnotationTagRow.annotation_id == bindparam("key"))
    .order_by(AnnotationTagRow.position)
)


def annotation(project: Project, annotation_id: str) -> Annotation | None:
    key = {"key": annotation_id}
    row = project.execute(_ANNOTATION, key).first()
    if row is None:
        return None
    claim = project.execute(_CLAIM, key).first()
    tag_ids = project.execute(_TAGS, key).scalars().all()
    return records.annotation_from(row, tag_ids, records.claim_from(claim) if claim else None)


def relations(
    project: Project,
    ids: Iterable[str] | None = None,
    *,
    member_ids: Iterable[str] | None = None,
) -> tuple[Relation, ...]:
    """Relations, oldest first: those named, those with a member named, or all.

    Without ``ids``, a relation with a member in the trash is left out.
    """
    if ids is not None:
        clauses: list[Clause] = [RelationRow.id.in_(chunk) for chunk in in_chunks(ids)]
    elif member_ids is not None:
        clauses = [
            RelationRow.id.in_(
                select(RelationMemberRow.relation_id).where(
                    RelationMemberRow.annotation_id.in_(chunk)
                )
            )
            for chunk in in_chunks(member_ids)
        ]
    else:
        clauses = [RelationRow.id.is_not(None)]
    if ids is None:
        clauses = [and_(clause, RelationRow.id.not_in(_relations_in_trash())) for clause in clauses]
    found = {r.id: r for clause in clauses for r in _read_relations(project, clause)}
    return tuple(found[key] for key in sorted(found))


def _relations_in_trash() -> Query:
    return (
        select(RelationMemberRow.relation_id)
        .join(AnnotationRow, AnnotationRow.id == RelationMemberRow.annotation_id)
        .join(EditionRow, EditionRow.id == AnnotationRow.edition_id)
        .join(SourceRow, SourceRow.id == EditionRow.source_id)
        .where(SourceRow.trashed_at.is_not(None))
    )


def _read_relations(project: Project, clause: Any) -> list[Relation]:
    members: dict[str, list[str]] = {}
    for row in project.execute(
        select(RelationMemberRow.relation_id, RelationMemberRow.annotation_id)
        .where(RelationMemberRow.relation_id.in_(select(RelationRow.id).where(clause)))
        .order_by(RelationMemberRow.position)
    ):
        members.setdefault(row.relation_id, []).append(row.annotation_id)
    return [
        records.relation_from(row, members.get(row.id, ()))
        for row in project.execute(select(_table(RelationRow)).where(clause))
    ]


def annotations_at(
    project: Project, edition_id: str, start: int, end: int
) -> tuple[Annotation, ...]:
    """The annotations of exactly that span, oldest first."""
    clause = and_(
        AnnotationRow.edition_id == edition_id,
        AnnotationRow.start == start,
        AnnotationRow.end == end,
    )
    found = _read_annotations(project, select(_table(AnnotationRow)), clause)
    return tuple(sorted(found, key=lambda a: a.id))


def claim_words(project: Project) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The subjects, measures and speakers that claims name, each once, in order of alphabet."""
    found = []
    for column in (ClaimRow.subject, ClaimRow.measure, ClaimRow.speaker):
        query = select(column).where(column != "").distinct().order_by(column)
        found.append(tuple(project.execute(query).scalars()))
    subjects, measures, speakers = found
    return subjects, measures, speakers


def relation_ids_of(project: Project, annotation_ids: Iterable[str]) -> tuple[str, ...]:
    """The relations with any of these members, wherever the other sides are."""
    found = {
        row.relation_id
        for chunk in in_chunks(annotation_ids)
        for row in project.execute(
            select(RelationMemberRow.relation_id).where(RelationMemberRow.annotation_id.in_(chunk))
        )
    }
    return tuple(sorted(found))
