"""One object for what a text's reading holds many times: names, words of a sentence, days, offsets.

Ten thousand readings are held side by side, and most of what is in one is there twice or more.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import TypeVar, cast

from reviewer.analysis.cycles import Stage

Value = TypeVar("Value")

_SHORT = 40  # code points of what other texts have too: a word, a name


class Thrift:
    """Values as they are put together for one text, each kept once.

    What is given back is equal to what was given and prints the same; it may be an earlier object.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, object]] = {}  # by identity: what came, what is kept
        self._plain: dict[tuple[type, str], object] = {}
        self._made: dict[tuple[object, ...], object] = {}
        self._parts: dict[type, Callable[[object], tuple[object, ...]] | None] = {}

    def of(self, value: Value) -> Value:
        """The value, and all that it holds, with one object for equal ones."""
        return cast("Value", self._of(value))

    def _of(self, value: object) -> object:
        known = self._known.get(id(value))
        if known is None:
            known = self._known[id(value)] = value, self._kept(value)
        return known[1]

    def _kept(self, value: object) -> object:
        kind = type(value)
        if isinstance(value, tuple) and kind is tuple:
            parts = tuple(map(self._of, value))
            return self._made.setdefault((kind, *map(id, parts)), parts)
        if kind is frozenset:
            return self._made.setdefault((kind, value), value)
        if kind is int or (isinstance(value, str) and kind is str and len(value) <= _SHORT):
            return _everywhere(value)
        if kind in (str, float, Decimal, date):
            # by its digits: 1 and 1.0 are equal, and are not written alike
            return self._plain.setdefault((kind, str(value)), value)
        return self._record(kind, value)

    def _record(self, kind: type, value: object) -> object:
        if kind not in self._parts:
            self._parts[kind] = _parts_of(kind)
        parts_of = self._parts[kind]
        if parts_of is None:
            return value
        parts = tuple(map(self._of, parts_of(value)))
        # By identity, which is quick, and safe while what was made holds its parts.
        key = (kind, *map(id, parts))
        known = self._made.get(key)
        if known is None:
            known = self._made[key] = kind(*parts)
        return known


def _parts_of(kind: type) -> Callable[[object], tuple[object, ...]] | None:
    """What gives the fields of a record; none for other values, and for a stage, which is one
    object of the table already."""
    if not is_dataclass(kind) or kind is Stage:
        return None
    names = [each.name for each in fields(kind)]
    return attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)


@lru_cache(1 << 15, typed=True)
def _everywhere(value: object) -> object:
    """Across texts: the same words, and offsets of the same size."""
    return value
