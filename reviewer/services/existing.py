"""What an action is to act on, or in a sentence why it cannot: another window may have removed it.

Each function raises ConflictError for what is not there any more.
"""

from typing import TypeVar

from reviewer.domain.errors import ConflictError
from reviewer.domain.records import Annotation, Relation, Source, Tag
from reviewer.storage import queries
from reviewer.storage.project import Project

T = TypeVar("T")


def the_annotation(project: Project, annotation_id: str) -> Annotation:
    """An annotation that is still there."""
    return _still(queries.annotation(project, annotation_id), "annotation")


def the_tag(project: Project, tag_id: str) -> Tag:
    """A tag that is still in the codebook."""
    return _still(next((t for t in queries.tags(project) if t.id == tag_id), None), "tag")


def the_relation(project: Project, relation_id: str) -> Relation:
    """A relation that is still there, and none of its sides in the trash."""
    return _still(next(iter(queries.relations(project, [relation_id])), None), "relation")


def the_source(project: Project, source_id: str) -> Source:
    """A source that is still there, in the trash or not."""
    return _still(queries.source(project, source_id), "source")


def _still(found: T | None, what: str) -> T:
    if found is None:
        raise ConflictError(f"The {what} was removed in another window. Undo brings it back.")
    return found
