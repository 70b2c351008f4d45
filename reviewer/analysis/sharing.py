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
    seen: set[tuple[int, int]] = set()
    for places in _groups(items, keys):
        for pair in combinations(places, 2):
            one, other = items[pair[0]], items[pair[1]]
            if apart(one, other) and pair not in seen:
                seen.add(pair)
                yield one, other


def _groups(
    items: Sequence[Item], keys: Callable[[Item], Iterable[Hashable]]
) -> Iterator[list[int]]:
    """Places of the items that share a key, or where too many do, two keys.

    Keys are kept as their hashes and single places without a list: most keys have one item. Two
    keys of one hash bring together what ``apart`` and the rules then tell from each other.
    """
    index: dict[int, int | list[int]] = {}
    for place, item in enumerate(items):
        for key in {hash(key) for key in keys(item)}:
            kept = index.get(key)
            if kept is None:
                index[key] = place
            elif isinstance(kept, int):
                index[key] = [kept, place]
            else:
                kept.append(place)
    shared = {key: places for key, places in index.items() if isinstance(places, list)}
    index.clear()
    full = {key: places for key, places in shared.items() if len(places) > _MOST}
    yield from (places for key, places in shared.items() if key not in full)
    while full:
        _, places = full.popitem()
        finer: dict[int, list[int]] = {}
        for place in places:
            for other in {hash(key) for key in keys(items[place])}:
                if other in full:
                    finer.setdefault(other, []).append(place)
        yield from (few for few in finer.values() if 1 < len(few) <= _MOST)
