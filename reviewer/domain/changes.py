"""What a transaction did: which rows of which tables, so that views refresh just those."""

from collections.abc import Mapping
from dataclasses import dataclass

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; ``before`` is None for an insert, ``after`` for a delete."""

    table: str
    key: str
    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class Changes:
    """One journal entry's worth of row changes; no rows means that nothing was written."""

    label: str
    seq: int = 0  # number of the journal entry; 0 if nothing was written
    rows: tuple[RowChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows)

    def touched(self, table: str) -> frozenset[str]:
        """Keys of all rows of ``table`` that were inserted, updated or deleted."""
        return frozenset(row.key for row in self.rows if row.table == table)

    def inserted(self, table: str) -> tuple[str, ...]:
        """Keys of the rows that are new, in the order of writing."""
        return tuple(r.key for r in self.rows if r.table == table and r.before is None)

    def deleted(self, table: str) -> frozenset[str]:
        """Keys of the rows that are gone."""
        return frozenset(r.key for r in self.rows if r.table == table and r.after is None)
