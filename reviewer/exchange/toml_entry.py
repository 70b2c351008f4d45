"""TOML read with care: each key asked for once, each error a sentence that names its entry."""

import tomllib
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Self, TypeVar

from reviewer.domain.errors import ExchangeError

LIMIT = 16_000_000
"""Bytes; a larger file is no manifest and no sample review."""

_LARGEST = Decimal("1e30")
_Choice = TypeVar("_Choice", bound=StrEnum)


def read_toml(path: Path) -> "Entry":
    """The whole file; numbers with a point come as exact decimals. ExchangeError if unreadable."""
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        raise ExchangeError(f"“{path.name}” cannot be read: {error.strerror}.") from error
    if len(data) > LIMIT:
        raise ExchangeError(f"“{path.name}” is larger than {LIMIT // 1_000_000} MB.")
    try:
        values = tomllib.loads(data.decode("utf-8"), parse_float=Decimal)
    except UnicodeDecodeError as error:
        raise ExchangeError(f"“{path.name}” is not UTF-8 text.") from error
    except (ValueError, ArithmeticError) as error:
        # ArithmeticError: an exponent beyond what Decimal holds.
        raise ExchangeError(f"“{path.name}” is not valid TOML: {error}.") from error
    except RecursionError as error:
        raise ExchangeError(f"“{path.name}” is nested too deeply.") from error
    return Entry(values, f"“{path.name}”")


class Entry:
    """One table. Take each key by the method of its type, then ``close()`` to refuse the rest.

    A method without a default raises ExchangeError where the key is missing.
    """

    def __init__(self, values: object, name: str) -> None:
        if not isinstance(values, dict):
            raise ExchangeError(f"{name} is not a table.")
        self.name = name
        self._values: dict[str, object] = dict(values)

    def error(self, what: str) -> ExchangeError:
        """The error to raise about this entry; ``what`` ends the sentence without its stop."""
        return ExchangeError(f"{self.name}: {what}.")

    def text(self, key: str, default: str | None = None) -> str:
        """A string; without a default it must not be blank."""
        value = self._take(key, default)
        if not isinstance(value, str) or "\0" in value:
            raise self.error(f"“{key}” must be text")
        if default is None and not value.strip():
            raise self.error(f"“{key}” is empty")
        return value

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of strings, none of them twice."""
        value = self._take(key, None if default is None else list(default))
        if not isinstance(value, list):
            raise self.error(f"“{key}” must be a list of texts")
        texts = tuple(item for item in value if isinstance(item, str) and item)
        if len(texts) != len(value):
            raise self.error(f"“{key}” must be a list of texts")
        if len(set(texts)) != len(texts):
            raise self.error(f"“{key}” names something twice")
        return texts

    def whole(self, key: str) -> int:
        """A whole number from 0."""
        value = self._take(key, None)
        if type(value) is not int or value < 0:
            raise self.error(f"“{key}” must be a whole number from 0")
        return value

    def flag(self, key: str) -> bool:
        """True or false; false where the key is missing."""
        value = self._take(key, default=False)
        if not isinstance(value, bool):
            raise self.error(f"“{key}” must be true or false")
        return value

    def decimal(self, key: str) -> Decimal | None:
        """An exact number, or None where the key is missing."""
        value = self._values.pop(key, None)
        if value is None:
            return None
        if type(value) is int:
            value = Decimal(value)
        if not isinstance(value, Decimal) or not value.is_finite() or abs(value) > _LARGEST:
            raise self.error(f"“{key}” must be a number")
        return value

    def day(self, key: str) -> date | None:
        """A day without a time, or None where the key is missing."""
        value = self._values.pop(key, None)
        if value is None or type(value) is date:
            return value
        raise self.error(f"“{key}” must be a day, like 2023-05-31")

    def choice(self, key: str, kind: type[_Choice], default: _Choice | None = None) -> _Choice:
        """A member of a closed set, by its value."""
        value = self._take(key, default)
        for member in kind:
            if member.value == value:
                return member
        allowed = ", ".join(member.value for member in kind)
        raise self.error(f"“{key}” must be one of {allowed}, not “{value}”")

    def choice_or_none(self, key: str, kind: type[_Choice]) -> _Choice | None:
        """A member of a closed set, or None where the key is missing."""
        return self.choice(key, kind) if key in self._values else None

    def table(self, key: str) -> "Entry | None":
        """The table under ``key``, or None where it is missing."""
        if key not in self._values:
            return None
        return Entry(self._values.pop(key), f"{self.name}, {key}")

    def tables(self, key: str) -> "list[Entry]":
        """The tables of ``[[key]]`` in their order, named by number until ``called()``."""
        value = self._take(key, [])
        if not isinstance(value, list):
            raise self.error(f"“{key}” must be written as [[{key}]]")
        return [Entry(item, f"{key.capitalize()} {n}") for n, item in enumerate(value, start=1)]

    def called(self, kind: str, name: str) -> Self:
        """Gives the entry the name that its errors use."""
        self.name = f"{kind} “{name}”"
        return self

    def close(self) -> None:
        """Refuses keys that nobody asked for: they are misspelt, or belong elsewhere."""
        for key in self._values:
            raise self.error(f"“{key}” is not known here")

    def _take(self, key: str, default: object) -> object:
        value = self._values.pop(key, default)
        if value is None:
            raise self.error(f"“{key}” is missing")
        return value
