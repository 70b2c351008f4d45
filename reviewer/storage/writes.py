"""Values into rows. Everything here runs inside a transaction and is seen by the journal."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import select, union

from reviewer.domain.records import Annotation, Edition, Relation, Source, Tag
from reviewer.storage import records
from reviewer.storage.project import Transaction
from reviewer.storage.queries import in_chunks
from reviewer.storage.tables import (
    AnnotationRow,
    AnnotationTagRow,
    ClaimRow,
    ContentRow,
    EditionRow,
    ProjectRow,
    RelationMemberRow,
    RelationRow,
    SourceRow,
    TagRow,
)


def _table(row_class: Any) -> Any:
    return row_class.__table__


def _insert(tx: Transaction, row_class: Any, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        tx.execute(_table(row_class).insert(), rows)


def _replace(tx: Transaction, row_class: Any, key: str, values: dict[str, Any]) -> None:
    table = _table(row_class)
    (column,) = table.primary_key
    tx.execute(table.update().where(column == key).values(values))


def _delete(tx: Transaction, column: Any, keys: Iterable[str]) -> None:
    for chunk in in_chunks(keys):
        tx.execute(column.table.delete().where(column.in_(chunk)))


def set_title(tx: Transaction, title: str) -> None:
    tx.execute(_table(ProjectRow).update().values(title=title))


def add_source(tx: Transaction, source: Source) -> None:
    _insert(tx, SourceRow, [records.source_values(source)])


def set_source(tx: Transaction, source: Source) -> None:
    _replace(tx, SourceRow, source.id, records.source_values(source))


def add_edition(tx: Transaction, edition: Edition, structure_sha256: str) -> None:
    """Its text and structure must be stored before."""
    _insert(tx, EditionRow, [records.edition_values(edition, structure_sha256)])


def add_tags(tx: Transaction, tags: Iterable[Tag]) -> None:
    _insert(tx, TagRow, [records.tag_values(tag) for tag in tags])


def set_tag(tx: Transaction, tag: Tag) -> None:
    _replace(tx, TagRow, tag.id, records.tag_values(tag))


def retag(tx: Transaction, tag_id: str, into_id: str) -> None:
    """Put one tag in the place of another on every annotation that carries it."""
    table = _table(AnnotationTagRow)
    has_it = select(table.c.annotation_id).where(table.c.tag_id == into_id)
    without = select(table).where(table.c.tag_id == tag_id, table.c.annotation_id.not_in(has_it))
    moved = [{**row, "tag_id": into_id} for row in tx.execute(without).mappings()]
    tx.execute(table.delete().where(table.c.tag_id == tag_id))
    _insert(tx, AnnotationTagRow, moved)


def remove_tags(tx: Transaction, tag_ids: Iterable[str]) -> None:
    """The tags and their places on annotations."""
    ids = list(tag_ids)
    _delete(tx, _table(AnnotationTagRow).c.tag_id, ids)
    _delete(tx, _table(TagRow).c.id, ids)


def add_annotations(tx: Transaction, annotations: Iterable[Annotation]) -> None:
    given = list(annotations)
    _insert(tx, AnnotationRow, [records.annotation_values(a) for a in given])
    _insert(tx, AnnotationTagRow, [row for a in given for row in _tag_rows(a.id, a.tag_ids)])
    _insert(tx, ClaimRow, [records.claim_values(a.id, a.claim) for a in given if a.claim])


def _tag_rows(annotation_id: str, tag_ids: Sequence[str]) -> list[dict[str, Any]]:
    return [
        {"annotation_id": annotation_id, "tag_id": tag_id, "position": position}
        for position, tag_id in enumerate(tag_ids)
    ]


def set_annotation(tx: Transaction, before: Annotation, after: Annotation) -> None:
    """Bring the annotation, its tags and its claim from ``before`` to ``after``."""
    if (before.target, before.note) != (after.target, after.note):
        values = records.annotation_values(after)
        _replace(tx, AnnotationRow, after.id, values)
    if before.tag_ids != after.tag_ids:
        set_tag_ids(tx, after.id, after.tag_ids)
    if before.claim == after.claim:
        return
    if after.claim is None:
        _delete(tx, _table(ClaimRow).c.annotation_id, [after.id])
    elif before.claim is None:
        _insert(tx, ClaimRow, [records.claim_values(after.id, after.claim)])
    else:
        _replace(tx, ClaimRow, after.id, records.claim_values(after.id, after.claim))


def set_tag_ids(tx: Transaction, annotation_id: str, tag_ids: Sequence[str]) -> None:
    _delete(tx, _table(AnnotationTagRow).c.annotation_id, [annotation_id])
    _insert(tx, AnnotationTagRow, _tag_rows(annotation_id, tag_ids))


def remove_annotations(tx: Transaction, annotation_ids: Iterable[str]) -> None:
    """The annotations with their tags and claims; relations are the caller's business."""
    ids = list(annotation_ids)
    _delete(tx, _table(AnnotationTagRow).c.annotation_id, ids)
    _delete(tx, _table(ClaimRow).c.annotation_id, ids)
    _delete(tx, _table(AnnotationRow).c.id, ids)


def add_relations(tx: Transaction, relations: Iterable[Relation]) -> None:
    given = list(relations)
    _insert(tx, RelationRow, [records.relation_values(r) for r in given])
    _insert(tx, RelationMemberRow, [row for r in given for row in _member_rows(r)])


def _member_rows(relation: Relation) -> list[dict[str, Any]]:
    return [
        {"relation_id": relation.id, "annotation_id": member, "position": position}
        for position, member in enumerate(relation.members)
    ]


def set_relation(tx: Transaction, before: Relation, after: Relation) -> None:
    _replace(tx, RelationRow, after.id, records.relation_values(after))
    if before.members != after.members:
        _delete(tx, _table(RelationMemberRow).c.relation_id, [after.id])
        _insert(tx, RelationMemberRow, _member_rows(after))


def remove_relations(tx: Transaction, relation_ids: Iterable[str]) -> None:
    ids = list(relation_ids)
    _delete(tx, _table(RelationMemberRow).c.relation_id, ids)
    _delete(tx, _table(RelationRow).c.id, ids)


def remove_source(tx: Transaction, source_id: str) -> None:
    """The source and its editions; what stood on them must be gone. Only the trash does this."""
    _delete(tx, _table(EditionRow).c.source_id, [source_id])
    _delete(tx, _table(SourceRow).c.id, [source_id])


def forget_contents(tx: Transaction) -> None:
    """Drop texts and bytes that no edition names any more."""
    editions, content = _table(EditionRow), _table(ContentRow)
    used = union(
        select(editions.c.original_sha256),
        select(editions.c.text_sha256),
        select(editions.c.structure_sha256),
    )
    tx.execute(content.delete().where(content.c.sha256.not_in(used)))
