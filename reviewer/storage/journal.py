"""The journal: one hook on the connection sees every change of a row, whoever makes it.

SQLAlchemy reports each statement before and after it runs. For an insert, update or delete of a
journalled table the hook reads the rows concerned before and after; when the transaction commits
these images become one entry, chained by hash to the one before. Nothing else writes entries, and
no write to a journalled table gets past: outside a transaction it is refused.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Insert,
    Select,
    Table,
    Update,
    and_,
    bindparam,
    event,
    func,
    select,
    tuple_,
)

from reviewer.domain.changes import Row, RowChange
from reviewer.domain.errors import ConflictError, StorageError
from reviewer.domain.journal import GENESIS, Entry, EntryKind, Record, Step, entry_hash
from reviewer.storage.tables import JOURNALLED, JournalRow, key_of

_CHUNK = 400  # keys in one query; SQLite takes at most 32,766 parameters

# What every action asks is put together once: building a statement costs more than running it.
_APPEND = JournalRow.__table__.insert()  # type: ignore[attr-defined]
_LAST = select(JournalRow.seq, JournalRow.hash).order_by(JournalRow.seq.desc()).limit(1)
_STEPS = (
    select(JournalRow.seq, JournalRow.kind, JournalRow.label, JournalRow.of)
    .where(JournalRow.seq > bindparam("after"))
    .order_by(JournalRow.seq)
)


@cache
def _one_row(table: Table) -> Select[*tuple[Any, ...]]:
    """The row whose primary key is given by its columns' names."""
    return select(table).where(*(c == bindparam(c.name) for c in table.primary_key))


@dataclass
class Recorder:
    """Collects what one transaction does to the journalled tables."""

    before: dict[tuple[str, str], Row | None] = field(default_factory=dict)
    after: dict[tuple[str, str], Row | None] = field(default_factory=dict)

    def note(self, table: str, key: str, before: Row | None, after: Row | None) -> None:
        """Keep the first image before and the last image after of each row."""
        self.before.setdefault((table, key), before)
        self.after[(table, key)] = after

    def changes(self) -> tuple[RowChange, ...]:
        """The net changes, in the order in which the rows were first touched."""
        return tuple(
            RowChange(table, key, before, self.after[(table, key)])
            for (table, key), before in self.before.items()
            if before != self.after[(table, key)]
        )


class Hook:
    """Watches one connection; while it records, a transaction is under way."""

    def __init__(self, connection: Connection) -> None:
        self._recorder: Recorder | None = None
        self._held: list[tuple[Table, dict[str, Row]]] = []
        event.listen(connection, "before_execute", self._before)
        event.listen(connection, "after_execute", self._after)

    @property
    def is_recording(self) -> bool:
        """Whether a transaction is under way."""
        return self._recorder is not None

    @contextmanager
    def recording(self) -> Iterator[Recorder]:
        """Collect changes in the recorder that is given; outside of this there may be none."""
        self._recorder = Recorder()
        try:
            yield self._recorder
        finally:
            self._recorder = None
            self._held.clear()  # a statement that failed has left its images

    def _before(
        self, connection: Connection, statement: Any, many: Any, one: Any, _options: Any
    ) -> None:
        table = _journalled_table(statement)
        if table is None:
            return
        assert self._recorder is not None, f"“{table.name}” is written outside a transaction"
        images: dict[str, Row] = {}
        if not isinstance(statement, Insert):
            query = select(table)
            if statement.whereclause is not None:
                query = query.where(statement.whereclause)
            for parameters in _parameter_sets(many, one):
                images.update(_images(table, connection.execute(query, parameters).mappings()))
        self._held.append((table, images))

    def _after(
        self,
        connection: Connection,
        statement: Any,
        _many: Any,
        _one: Any,
        _options: Any,
        result: Any,
    ) -> None:
        if _journalled_table(statement) is None:
            return
        assert self._recorder is not None
        table, before = self._held.pop()
        after: dict[str, Row] = {}
        if isinstance(statement, Insert):
            after = _inserted(table, result.context.compiled_parameters)
        elif isinstance(statement, Update):
            after = read_images(connection, table, before)
            assert after.keys() == before.keys(), f"a key of “{table.name}” was changed"
        for key in before or after:
            self._recorder.note(table.name, key, before.get(key), after.get(key))


def _inserted(table: Table, rows: Iterable[Row]) -> dict[str, Row]:
    """The images of new rows, from what was given: so all of it must be given, and by value."""
    columns = set(table.columns.keys())
    images: dict[str, Row] = {}
    for row in rows:
        image = dict(row)
        assert image.keys() == columns, f"a row of “{table.name}” is not told in full"
        images[key_of(table, image)] = image
    return images


def _journalled_table(statement: Any) -> Table | None:
    if not isinstance(statement, Insert | Update | Delete):
        return None
    return JOURNALLED.get(getattr(statement.table, "name", ""))


def _parameter_sets(many: Any, one: Any) -> list[dict[str, Any]]:
    return list(many) if many else [dict(one)]


def _images(table: Table, rows: Iterable[Any]) -> dict[str, Row]:
    return {key_of(table, row): dict(row) for row in rows}


def read_images(connection: Connection, table: Table, keys: Iterable[str]) -> dict[str, Row]:
    """The present rows of those keys that exist."""
    wanted = list(keys)
    if len(wanted) == 1:
        names = (column.name for column in table.primary_key)
        parts = dict(zip(names, wanted[0].split("|"), strict=True))
        return _images(table, connection.execute(_one_row(table), parts).mappings())
    found: dict[str, Row] = {}
    for clause in _clauses(table, wanted):
        found.update(_images(table, connection.execute(select(table).where(clause)).mappings()))
    return found


def _clauses(table: Table, keys: Iterable[str]) -> Iterator[ColumnElement[bool]]:
    """What picks the rows of those keys, in chunks that a statement can take."""
    wanted = list(keys)
    columns = list(table.primary_key)
    for at in range(0, len(wanted), _CHUNK):
        chunk = wanted[at : at + _CHUNK]
        if len(columns) == 1:
            yield columns[0].in_(chunk)
        else:
            pairs = [tuple(key.split("|")) for key in chunk]
            few = columns[0].in_({pair[0] for pair in pairs})  # or SQLite reads the whole table
            yield and_(few, tuple_(*columns).in_(pairs))


def write_entry(
    connection: Connection,
    changes: Sequence[RowChange],
    *,
    kind: EntryKind,
    label: str,
    reviewer: str,
    of: int | None,
) -> int:
    """Append one entry; returns its number."""
    last, previous = last_entry(connection)
    seq = last + 1
    at = datetime.now(UTC).isoformat()
    rows = json.dumps(
        [[c.table, c.key, c.before, c.after] for c in changes],
        ensure_ascii=False,
        separators=(",", ":"),
    )
    digest = entry_hash(
        previous, seq=seq, kind=kind, label=label, reviewer=reviewer, at=at, of=of, rows_json=rows
    )
    connection.execute(
        _APPEND,
        {
            "seq": seq, "kind": str(kind), "label": label, "reviewer": reviewer, "at": at,
            "of": of, "rows": rows, "previous_hash": previous, "hash": digest,
        },
    )  # fmt: skip
    return seq


def last_entry(connection: Connection) -> tuple[int, str]:
    """Number and hash of the newest entry: they name a state of the project."""
    row = connection.execute(_LAST).first()
    return (row.seq, row.hash) if row else (0, GENESIS)


def reviewers(connection: Connection) -> tuple[str, ...]:
    """Everyone who did anything, in the order of their first entry."""
    query = select(JournalRow.reviewer, func.min(JournalRow.seq)).group_by(JournalRow.reviewer)
    rows = sorted(connection.execute(query), key=lambda row: int(row[1]))
    return tuple(row[0] for row in rows)


def read_steps(connection: Connection, after: int = 0) -> list[Step]:
    """The entries after a number, without their rows."""
    rows = connection.execute(_STEPS, {"after": after})
    return [Step(r.seq, _kind(r.kind), r.label, r.of) for r in rows]


def _kind(text: str) -> EntryKind:
    """A damaged entry is a barrier to undo, not to opening the project: ``check`` names it."""
    return EntryKind(text) if text in set(EntryKind) else EntryKind.FINAL


def read_changes(connection: Connection, seq: int) -> tuple[RowChange, ...]:
    """What one entry did."""
    query = select(JournalRow.__table__).where(JournalRow.seq == seq)
    row = connection.execute(query).one()
    _require_whole(row)
    return read_rows(row.rows)


def _require_whole(row: Any) -> None:
    if not is_whole(row):
        raise StorageError(
            f"Entry {row.seq} of the journal (“{row.label}”) is not as it was written, so nothing"
            " can be done from it. Restore the newest backup (File ▸ Backups)."
        )


def is_whole(row: Any) -> bool:
    """Whether a row of the journal is as its own hash says."""
    digest = entry_hash(
        row.previous_hash, seq=row.seq, kind=row.kind, label=row.label, reviewer=row.reviewer,
        at=row.at, of=row.of, rows_json=row.rows,
    )  # fmt: skip
    return bool(digest == row.hash)


def read_entries(connection: Connection, after: int = 0) -> Iterator[Entry]:
    """The entries after a number, in order, one at a time."""
    query = select(JournalRow.__table__).where(JournalRow.seq > after).order_by(JournalRow.seq)
    for row in connection.execute(query):
        _require_whole(row)
        yield Entry(
            row.seq, EntryKind(row.kind), row.label, row.reviewer,
            datetime.fromisoformat(row.at), read_rows(row.rows), row.of,
            row.previous_hash, row.hash,
        )  # fmt: skip


def read_records(connection: Connection) -> Iterator[Record]:
    """All entries in order, to the letter as they are stored."""
    query = select(JournalRow.__table__).order_by(JournalRow.seq)
    for row in connection.execute(query):
        yield Record(
            row.seq, row.kind, row.label, row.reviewer, row.at, row.of, row.rows,
            row.previous_hash, row.hash,
        )  # fmt: skip


def read_rows(text: str) -> tuple[RowChange, ...]:
    """The row changes in an entry's JSON."""
    return tuple(RowChange(*item) for item in json.loads(text))


def apply_images(connection: Connection, changes: Sequence[RowChange], label: str) -> None:
    """Bring each row from ``before`` to ``after``; a row that is not as ``before`` is a conflict.

    Foreign keys are checked at commit, so the order of the rows does not matter.
    """
    for name, group in _by_table(changes).items():
        table = JOURNALLED[name]
        present = read_images(connection, table, [change.key for change in group])
        for change in group:
            if present.get(change.key) != change.before:
                raise ConflictError(
                    f"“{label}” cannot be undone or redone: what it changed has changed since."
                )
        for clause in _clauses(table, present):
            connection.execute(table.delete().where(clause))
        if new := [dict(c.after) for c in group if c.after is not None]:
            connection.execute(table.insert(), new)


def _by_table(changes: Sequence[RowChange]) -> dict[str, list[RowChange]]:
    groups: dict[str, list[RowChange]] = {}
    for change in changes:
        groups.setdefault(change.table, []).append(change)
    return groups
