"""A list of values that changes row by row, so that selection and scroll position stay."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

_PIECEMEAL = 100
"""Above this many separate runs of rows a reset is cheaper for every view."""


class KeyedListModel(QAbstractListModel, Generic[Row]):
    """Rows told apart by ``key``; subclasses answer ``data``."""

    def __init__(self, key: Callable[[Row], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._rows: list[Row] = []
        self._places: dict[str, int] | None = {}

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def key_of(self, row: Row) -> str:
        """What the row is told apart by."""
        return self._key(row)

    def row_at(self, index: Index) -> Row | None:
        """The value at an index; None for an index that is no row."""
        return self._rows[index.row()] if index.isValid() else None

    def key_at(self, place: int) -> str:
        """The key of the row at a place; empty where there is none."""
        return self._key(self._rows[place]) if 0 <= place < len(self._rows) else ""

    def place_of(self, key: str) -> QModelIndex:
        """Where the row with ``key`` is; an invalid index if it is not shown."""
        if self._places is None:
            self._places = {self._key(row): i for i, row in enumerate(self._rows)}
        place = self._places.get(key)
        return QModelIndex() if place is None else self.index(place)

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Shows exactly ``rows`` in this order, telling the views no more than what differs."""
        wanted = {self._key(row): row for row in rows}
        here = {self._key(row) for row in self._rows}
        gone = [i for i, row in enumerate(self._rows) if self._key(row) not in wanted]
        fresh = [i for i, key in enumerate(wanted) if key not in here]
        if len(_runs(gone)) + len(_runs(fresh)) > _PIECEMEAL:
            self._reset(list(wanted.values()))
            return
        self._remove(gone)
        self._reorder([key for key in wanted if key in here])
        self._insert(fresh, list(wanted.values()))
        self._replace(list(wanted.values()))

    def _reset(self, rows: list[Row]) -> None:
        self.beginResetModel()
        self._rows, self._places = rows, None
        self.endResetModel()

    def _remove(self, places: Sequence[int]) -> None:
        for first, last in reversed(_runs(places)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self._places = None
            self.endRemoveRows()

    def _reorder(self, keys: list[str]) -> None:
        before = [self._key(row) for row in self._rows]
        if keys == before:
            return
        self.layoutAboutToBeChanged.emit()
        by_key = dict(zip(before, self._rows, strict=True))
        self._rows = [by_key[key] for key in keys]
        self._places = {key: i for i, key in enumerate(keys)}
        for old in self.persistentIndexList():
            self.changePersistentIndex(old, self.place_of(before[old.row()]))
        self.layoutChanged.emit()

    def _insert(self, places: Sequence[int], wanted: list[Row]) -> None:
        for first, last in _runs(places):
            self.beginInsertRows(QModelIndex(), first, last)
            self._rows[first:first] = wanted[first : last + 1]
            self._places = None
            self.endInsertRows()

    def _replace(self, wanted: list[Row]) -> None:
        changed = [
            i
            for i, (old, new) in enumerate(zip(self._rows, wanted, strict=True))
            if old is not new and old != new
        ]
        self._rows = wanted
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first), self.index(last))


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of each run of consecutive numbers."""
    return [
        ((run := [place for _, place in group])[0], run[-1])
        for _, group in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0])
    ]
