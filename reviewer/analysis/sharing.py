"""Pairs of items that share a key, from an index: never all pairs."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

Item = TypeVar("Item")

_MOST = 60
"""A key that more items share tells nothing; their rarer keys bring the like ones together."""


def sharing(
    items: Sequence[Item],
    keys: Callable[[Item], Iterable[Hashable]],
    apart: Callable[[Item, Item], bool],
) -> Iterator[tuple[Item, Item]]:
    """Each pair of items that shares a key and that ``apart`` lets stand, once, earlier item first.

    The number of pairs grows with the number of items alone.
    """
    index: dict[Hashable, list[int]] = {}
    for place, item in enumerate(items):
        for key in keys(item):
            index.setdefault(key, []).append(place)
    seen: set[tuple[int, int]] = set()
    for places in index.values():
        if len(places) > _MOST:
            continue
        for pair in combinations(dict.fromkeys(places), 2):
            one, other = items[pair[0]], items[pair[1]]
            if pair not in seen and apart(one, other):
                seen.add(pair)
                yield one, other
