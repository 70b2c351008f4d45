"""The codebook: add, change, move, merge and delete tags."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, count

from reviewer.domain.changes import Changes
from reviewer.domain.codebook import TAG_COLOURS, children, is_within
from reviewer.domain.errors import ReviewerError
from reviewer.domain.ids import new_id
from reviewer.domain.merge import rebase
from reviewer.domain.records import Tag
from reviewer.services import present
from reviewer.services.words import counted, quoted
from reviewer.storage import queries, writes
from reviewer.storage.project import Project, Transaction

KEYS = "123456789"


def add_tag(project: Project, name: str, parent_id: str | None = None) -> Changes:
    """A new tag at the end of its siblings, with the first free colour and key."""
    with project.transaction("") as tx:
        if parent_id is not None:
            present.tag(project, parent_id)
        tags = queries.tags(project)
        name = _checked(tags, name, parent_id)
        used = {tag.key for tag in tags}
        tag = Tag(
            id=new_id(),
            name=name,
            parent_id=parent_id,
            colour=_next_colour(tags),
            key=next((key for key in KEYS if key not in used), ""),
            position=1 + max((t.position for t in children(tags, parent_id)), default=-1),
        )
        tx.rename(f"Add tag {quoted(name)}")
        writes.add_tags(tx, [tag])
    return tx.changes


def _next_colour(tags: tuple[Tag, ...]) -> str:
    """The colour that the fewest tags have, the first of the palette among equals."""
    uses = [tag.colour for tag in tags]
    return min(TAG_COLOURS, key=uses.count)


def _checked(
    tags: tuple[Tag, ...], name: str, parent_id: str | None, own_id: str | None = None
) -> str:
    name = " ".join(name.split())
    if not name:
        raise ReviewerError("A tag needs a name.")
    siblings = (t for t in children(tags, parent_id) if t.id != own_id)
    if any(t.name.casefold() == name.casefold() for t in siblings):
        raise ReviewerError(f"There is a tag {quoted(name)} at that place already.")
    return name


def change_tag(project: Project, seen: Tag, new: Tag) -> Changes:
    """Rename, recolour, describe, or give a key; a key that another tag has moves over."""
    with project.transaction(_label(seen, new)) as tx:
        tags = queries.tags(project)
        current = next((tag for tag in tags if tag.id == seen.id), None)
        merged = rebase(seen, new, current, quoted(seen.name))
        merged = replace(merged, name=_checked(tags, merged.name, merged.parent_id, merged.id))
        for other in tags:
            if merged.key and other.key == merged.key and other.id != merged.id:
                writes.set_tag(tx, replace(other, key=""))
        writes.set_tag(tx, merged)
    return tx.changes


def _label(seen: Tag, new: Tag) -> str:
    if seen.name != new.name:
        return f"Rename tag {quoted(seen.name)} to {quoted(new.name)}"
    if seen.colour != new.colour:
        return f"Recolour tag {quoted(seen.name)} {new.colour}"
    if seen.key != new.key:
        return f"Give tag {quoted(seen.name)} " + (f"the key {new.key}" if new.key else "no key")
    return f"Edit tag {quoted(seen.name)}"


def move_tag(project: Project, tag_id: str, parent_id: str | None, position: int) -> Changes:
    """Put a tag, with all below it, at a place among the children of another."""
    with project.transaction("") as tx:
        tag = present.tag(project, tag_id)
        tags = present.tags(project)
        if parent_id is not None:
            present.tag(project, parent_id)
            if is_within(tags, parent_id, tag_id):
                raise ReviewerError(f"{quoted(tag.name)} cannot be moved into itself.")
        _checked(tuple(tags.values()), tag.name, parent_id, tag_id)
        siblings = [t for t in children(tags.values(), parent_id) if t.id != tag_id]
        siblings.insert(max(0, min(position, len(siblings))), replace(tag, parent_id=parent_id))
        tx.rename(f"Move tag {quoted(tag.name)}")
        _renumber(tx, siblings)
    return tx.changes


def _renumber(tx: Transaction, siblings: Sequence[Tag]) -> None:
    for position, tag in enumerate(siblings):
        writes.set_tag(tx, replace(tag, position=position))


def _adopted(
    moved: Iterable[Tag], siblings: Sequence[Tag], old: Tag, parent: str | None
) -> list[Tag]:
    """The siblings followed by the children of a tag that goes; none bears another's name."""
    together = list(siblings)
    for tag in moved:
        taken = {t.name.casefold() for t in together}
        names = chain(
            [tag.name],
            (f"{tag.name} ({old.name}{n})" for n in chain([""], (f" {k}" for k in count(2)))),
        )
        name = next(name for name in names if name.casefold() not in taken)
        together.append(replace(tag, parent_id=parent, name=name))
    return together


def merge_tags(project: Project, tag_id: str, into_id: str) -> Changes:
    """Give all that carries one tag the other instead; children move over; the first is gone."""
    with project.transaction("") as tx:
        tag, into = present.tag(project, tag_id), present.tag(project, into_id)
        tags = present.tags(project)
        if tag_id == into_id:
            raise ReviewerError(f"{quoted(tag.name)} cannot be merged into itself.")
        if is_within(tags, into_id, tag_id):
            raise ReviewerError(
                f"{quoted(into.name)} lies below {quoted(tag.name)}, so it cannot take it in."
            )
        tx.rename(f"Merge tag {quoted(tag.name)} into {quoted(into.name)}")
        writes.retag(tx, tag_id, into_id)
        siblings = [t for t in children(tags.values(), into_id) if t.id != tag_id]
        moved = children(tags.values(), tag_id)
        _renumber(tx, _adopted(moved, siblings, tag, into_id))
        writes.remove_tags(tx, [tag_id])
    return tx.changes


def deletion_consequences(project: Project, tag_id: str) -> str:
    """What happens to annotations and child tags if the tag is deleted; said beforehand."""
    tags = queries.tags(project)
    carriers = queries.tagged_with(project, tag_id)
    bare = sum(1 for held in carriers.values() if len(held) == 1)
    below = children(tags, tag_id)
    said = []
    if not carriers:
        said.append("No annotation carries this tag.")
    else:
        verb = "loses" if len(carriers) == 1 else "lose"
        said.append(f"{counted(len(carriers), 'annotation')} {verb} this tag.")
        if bare:
            stays = (
                "has no other tag and stays, untagged"
                if bare == 1
                else ("have no other tag and stay, untagged")
            )
            said.append(f"{bare:,} of them {stays}.")
    if below:
        moves = "moves up" if len(below) == 1 else "move up"
        said.append(f"{counted(len(below), 'tag')} below it {moves} one level.")
    said.append("Undo brings it back.")
    return " ".join(said)


def delete_tag(project: Project, tag_id: str) -> Changes:
    """Delete a tag; annotations lose it and stay, child tags move up."""
    with project.transaction("") as tx:
        tag = present.tag(project, tag_id)
        tx.rename(f"Delete tag {quoted(tag.name)}")
        tags = queries.tags(project)
        siblings = [t for t in children(tags, tag.parent_id) if t.id != tag_id]
        _renumber(tx, _adopted(children(tags, tag_id), siblings, tag, tag.parent_id))
        writes.remove_tags(tx, [tag_id])
    return tx.changes
