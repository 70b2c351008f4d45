"""What an action is about, as it is now; or the sentence that it was removed meanwhile.

Meant for use inside a transaction, where no other window can remove it any more.
"""

from typing import TypeVar

from reviewer.domain.errors import ConflictError
from reviewer.domain.records import Annotation, Relation, Source, Tag
from reviewer.storage import queries
from reviewer.storage.project import Project

Value = TypeVar("Value")


def annotation(project: Project, annotation_id: str) -> Annotation:
    """The annotation, wherever its source is."""
    return _present(queries.annotation(project, annotation_id), "annotation")


def relation(project: Project, relation_id: str) -> Relation:
    """The relation, wherever its sides are."""
    return _present(next(iter(queries.relations(project, [relation_id])), None), "relation")


def source(project: Project, source_id: str) -> Source:
    """The source, in the trash or not."""
    return _present(queries.source(project, source_id), "source")


def tag(project: Project, tag_id: str) -> Tag:
    """The tag."""
    return _present(tags(project).get(tag_id), "tag")


def tags(project: Project) -> dict[str, Tag]:
    """The codebook by id."""
    return {tag.id: tag for tag in queries.tags(project)}


def _present(found: Value | None, what: str) -> Value:
    if found is None:
        raise ConflictError(f"The {what} was removed in another window, or by Undo.")
    return found
