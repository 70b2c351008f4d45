"""How far long work is, told often to whoever asked; what the listener raises ends the work."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar, overload

Item = TypeVar("Item")

Tell = Callable[[float], None]
"""Takes the share of the work that is done, from 0 to 1; an exception from it ends the work."""


def untold(_share: float) -> None:
    """Nobody listens."""


def part(tell: Tell, begin: float, end: float) -> Tell:
    """For a part of the work that makes ``begin`` to ``end`` of the whole."""
    return lambda share: tell(begin + share * (end - begin))


def rising(tell: Tell) -> Tell:
    """Never tells less than before: work that goes through its items twice is no further back."""
    most = 0.0

    def told(share: float) -> None:
        nonlocal most
        most = max(most, share)
        tell(most)

    return told


def through(items: Iterable[Item], tell: Tell, count: int) -> Iterator[Item]:
    """The items, of which there are ``count``; before each it is told how many were done."""
    for place, item in enumerate(items):
        tell(place / count if count else 0.0)
        yield item


class Told(Sequence[Item]):
    """The same items; each time that somebody goes through them, it is told how far."""

    def __init__(self, items: Sequence[Item], tell: Tell) -> None:
        self._items, self._tell = items, tell

    @overload
    def __getitem__(self, place: int) -> Item: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Item]: ...
    def __getitem__(self, place: int | slice) -> Item | Sequence[Item]:
        return self._items[place]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Item]:
        return through(self._items, self._tell, len(self._items))
