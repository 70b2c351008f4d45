"""One object for what a text's reading holds many times: names, words of a sentence, days, offsets.

Ten thousand readings are held side by side, and most of what is in one is there twice or more.
"""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar, cast

from reviewer.analysis.cycles import Stage

Value = TypeVar("Value")

_SHORT = 40  # code points of what other texts have too: a word, a name


class Thrift:
    """Values as they are put together for one text, each kept once.

    What is given back is equal to what was given and prints the same; it may be an earlier object.
    """

    def __init__(self) -> None:
        self._plain: dict[tuple[type, str], object] = {}
        self._made: dict[tuple[object, ...], object] = {}
        self._names: dict[type, tuple[str, ...]] = {}

    def of(self, value: Value) -> Value:
        """The value, and all that it holds, with one object for equal ones."""
        kind = type(value)
        if kind is str or kind is int:
            return cast("Value", self._simple(kind, value))
        if kind is tuple:
            return cast("Value", self._tuple(cast("tuple[object, ...]", value)))
        if kind is frozenset:
            words = cast("frozenset[object]", value)
            return cast("Value", self._made.setdefault((kind, words), words))
        if kind in (float, Decimal, date):
            # by its digits: 1 and 1.0 are equal, and are not written alike
            return cast("Value", self._plain.setdefault((kind, str(value)), value))
        return cast("Value", self._record(value)) if self._names_of(kind) else value

    def _simple(self, kind: type, value: object) -> object:
        if isinstance(value, str) and len(value) > _SHORT:
            return self._plain.setdefault((kind, value), value)
        return _everywhere(value)

    def _tuple(self, value: tuple[object, ...]) -> tuple[object, ...]:
        parts = tuple(map(self.of, value))
        return cast("tuple[object, ...]", self._made.setdefault(_key(tuple, parts), parts))

    def _record(self, value: object) -> object:
        kind = type(value)
        parts = [self.of(getattr(value, name)) for name in self._names_of(kind)]
        key = _key(kind, parts)
        known = self._made.get(key)
        if known is None:
            known = self._made[key] = kind(*parts)
        return known

    def _names_of(self, kind: type) -> tuple[str, ...]:
        """What a record is made of; a stage of the table is one object as it is."""
        names = self._names.get(kind)
        if names is None:
            made = is_dataclass(kind) and kind is not Stage
            names = tuple(each.name for each in fields(kind)) if made else ()
            self._names[kind] = names
        return names


def _key(kind: type, parts: Iterable[object]) -> tuple[object, ...]:
    """By identity, which is quick, and safe while what was made holds its parts."""
    return (kind, *map(id, parts))


@lru_cache(1 << 15, typed=True)
def _everywhere(value: object) -> object:
    """Across texts: the same words, and offsets of the same size."""
    return value
