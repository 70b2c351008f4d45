"""Where a tag goes when it is moved by a key: up, down, out of its parent, into its neighbour.

A position counts the new siblings without the tag itself, so 0 is first and ``len`` is last.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer.domain.codebook import children, is_within
from reviewer.domain.records import Tag


@dataclass(frozen=True, slots=True)
class Place:
    """Below which tag (None: the top), and at which position."""

    parent_id: str | None
    position: int


def _siblings(tags: Mapping[str, Tag], tag_id: str) -> tuple[list[str], int]:
    ids = [tag.id for tag in children(tags.values(), tags[tag_id].parent_id)]
    return ids, ids.index(tag_id)


def up(tags: Mapping[str, Tag], tag_id: str) -> Place | None:
    """One place up among its siblings; None if it is the first."""
    _, at = _siblings(tags, tag_id)
    return Place(tags[tag_id].parent_id, at - 1) if at else None


def down(tags: Mapping[str, Tag], tag_id: str) -> Place | None:
    """One place down among its siblings; None if it is the last."""
    ids, at = _siblings(tags, tag_id)
    return Place(tags[tag_id].parent_id, at + 1) if at + 1 < len(ids) else None


def outwards(tags: Mapping[str, Tag], tag_id: str) -> Place | None:
    """Right after its parent; None at the top."""
    parent_id = tags[tag_id].parent_id
    if parent_id is None:
        return None
    _, at = _siblings(tags, parent_id)
    return Place(tags[parent_id].parent_id, at + 1)


def inwards(tags: Mapping[str, Tag], tag_id: str) -> Place | None:
    """Last child of the sibling before it; None if there is none."""
    ids, at = _siblings(tags, tag_id)
    if not at:
        return None
    parent_id = ids[at - 1]
    return Place(parent_id, len(children(tags.values(), parent_id)))


def dropped(tags: Mapping[str, Tag], tag_id: str, parent_id: str | None, row: int) -> Place | None:
    """Before the ``row``-th child of a parent as now shown; -1 means on the parent itself.

    None where nothing would change, or the tag would come below itself.
    """
    if tag_id not in tags or (parent_id is not None and is_within(tags, parent_id, tag_id)):
        return None
    ids = [tag.id for tag in children(tags.values(), parent_id)]
    row = len(ids) if row < 0 else row
    if tag_id not in ids:
        return Place(parent_id, row)
    at = ids.index(tag_id)
    position = row - 1 if row > at else row
    return None if position == at else Place(parent_id, position)
