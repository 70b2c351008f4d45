"""Pairs of items that share a key, from an index: never all pairs."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

Item = TypeVar("Item")

_MOST = 60
"""A key that more items share tells too little by itself: there, two in common are asked for."""


def sharing(
    items: Sequence[Item],
    keys: Callable[[Item], Iterable[Hashable]],
    apart: Callable[[Item, Item], bool],
) -> Iterator[tuple[Item, Item]]:
    """Each pair of items that shares a key and that ``apart`` lets stand, once, earlier item first.

    The number of pairs grows with the number of items alone.
    """
    keyed = [tuple(dict.fromkeys(keys(item))) for item in items]
    seen: set[tuple[int, int]] = set()
    for places in _groups(keyed):
        for pair in combinations(places, 2):
            one, other = items[pair[0]], items[pair[1]]
            if apart(one, other) and pair not in seen:
                seen.add(pair)
                yield one, other


def _groups(keyed: list[tuple[Hashable, ...]]) -> Iterator[list[int]]:
    """Places of the items that share a key, or where too many do, two keys."""
    index: dict[Hashable, list[int]] = {}
    for place, keys in enumerate(keyed):
        for key in keys:
            index.setdefault(key, []).append(place)
    full = {key: None for key, places in index.items() if len(places) > _MOST}
    for key, places in index.items():
        if key not in full:
            yield places
    while full:
        key, _ = full.popitem()
        finer: dict[Hashable, list[int]] = {}
        for place in index[key]:
            for other in keyed[place]:
                if other in full:
                    finer.setdefault(other, []).append(place)
        yield from (few for few in finer.values() if len(few) <= _MOST)
