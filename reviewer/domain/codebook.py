"""The codebook as a tree: order, paths, and moves that stay a tree."""

from collections.abc import Iterable, Iterator, Mapping

from reviewer.domain.records import Tag

TAG_COLOURS = (
    "blue", "orange", "green", "red", "purple", "brown",
    "pink", "teal", "olive", "cyan", "navy", "grey",
)  # fmt: skip
"""Names of the tag palette; ``resources/palettes`` gives each a light and a dark shade."""


def children(tags: Iterable[Tag], parent_id: str | None) -> list[Tag]:
    """The tags right below ``parent_id`` (None: the top), in their order."""
    return sorted(
        (tag for tag in tags if tag.parent_id == parent_id),
        key=lambda tag: (tag.position, tag.name.casefold(), tag.id),
    )


def walk(tags: Iterable[Tag]) -> Iterator[tuple[int, Tag]]:
    """Depth and tag, each parent before its children."""
    by_parent: dict[str | None, list[Tag]] = {}
    for tag in tags:
        by_parent.setdefault(tag.parent_id, []).append(tag)

    def below(parent_id: str | None, depth: int) -> Iterator[tuple[int, Tag]]:
        for tag in children(by_parent.get(parent_id, ()), parent_id):
            yield depth, tag
            yield from below(tag.id, depth + 1)

    yield from below(None, 0)


def path(tags: Mapping[str, Tag], tag_id: str) -> tuple[Tag, ...]:
    """From the top of the tree down to the tag itself."""
    tag = tags[tag_id]
    return (*path(tags, tag.parent_id), tag) if tag.parent_id else (tag,)


def is_within(tags: Mapping[str, Tag], tag_id: str, ancestor_id: str) -> bool:
    """Whether the tag is the ancestor or lies below it."""
    return any(tag.id == ancestor_id for tag in path(tags, tag_id))
