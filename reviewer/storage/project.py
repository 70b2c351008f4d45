"""A project: one file, one writing connection, transactions that the journal records."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, Executable, Result

from reviewer.domain.changes import Changes, RowChange
from reviewer.domain.document import Document
from reviewer.domain.errors import StorageError
from reviewer.domain.ids import new_id
from reviewer.domain.journal import EntryKind, History, Step, replay
from reviewer.storage import engine, journal, migrate, search
from reviewer.storage.records import now
from reviewer.storage.tables import REVISION, SCHEMA, Base, ProjectRow

Rows = Result[*tuple[Any, ...]]


class Transaction:
    """What a service may do while a transaction is open; ``changes`` holds what came of it."""

    def __init__(self, connection: Connection, label: str, kind: EntryKind) -> None:
        self._connection = connection
        self.changes = Changes(label)
        self.kind = kind
        self.of: int | None = None  # the entry that an undo or redo is of

    def execute(
        self, statement: Executable, rows: Sequence[Mapping[str, Any]] | None = None
    ) -> Rows:
        """Run one statement; with ``rows``, once for each of them (none at all for no rows)."""
        if rows is None:
            return self._connection.execute(statement)
        return self._connection.execute(statement, list(rows))

    def rename(self, label: str) -> None:
        """Give the entry a name that was not known when it began."""
        self.changes = replace(self.changes, label=label)


class Project:
    """An open project file. Use ``create`` or ``open``; close it when done, or use ``with``."""

    def __init__(self, path: Path, connection: Connection, reviewer: str) -> None:
        self.path = path
        self.reviewer = reviewer
        self._connection = connection
        self._file = engine.identity(path)
        self._hook = journal.Hook(connection)
        self._seen = 0
        self._data_version = engine.pragma(connection, "data_version")
        self._untold: list[Step] = []  # of other windows, for the next ``news``
        self.history = History()
        self.documents: dict[str, Document] = {}  # see contents.read_document
        self._take_in()
        self._untold.clear()

    @classmethod
    def create(cls, path: Path, *, title: str, reviewer: str) -> Self:
        """Make an empty project; the file must not exist yet."""
        if path.exists():
            raise StorageError(f"“{path.name}” exists already; nothing was changed.")
        if not path.parent.is_dir():
            raise StorageError(f"The folder “{path.parent}” does not exist.")
        connection = engine.connect(path, create=True)
        try:
            with engine.translated(path):
                _make_schema(connection)
                project = cls(path, connection, reviewer)
                with project.transaction("Create the project", kind=EntryKind.FINAL) as tx:
                    row = {"id": new_id(), "title": title, "created_at": now()}
                    tx.execute(ProjectRow.__table__.insert(), [row])  # type: ignore[attr-defined]
                engine.fold_log(connection)
        except BaseException:
            engine.close(connection)
            path.unlink(missing_ok=True)  # a half-made file is nobody's work
            raise
        return project

    @classmethod
    def open(cls, path: Path, *, reviewer: str, read_only: bool = False) -> Self:
        """Open a project, migrating an older schema after a checked backup.

        Raises StorageError with what is wrong: missing, no project, damaged, from a newer
        program, not readable. The file is left as it was.
        """
        _refuse_what_is_no_project(path)
        connection = engine.connect(path, read_only=read_only)
        try:
            with engine.translated(path):
                if engine.carries_code(connection):
                    raise StorageError(  # noqa: TRY301 - the connection is closed below
                        f"“{path.name}” holds triggers or views, which no project does. It was"
                        " altered by another program and is not opened."
                    )
                schema = engine.pragma(connection, "user_version")
                if schema > SCHEMA:
                    raise StorageError(  # noqa: TRY301 - the connection is closed below
                        f"“{path.name}” was made by a newer Reviewer (schema {schema}; this one"
                        f" knows up to {SCHEMA}). Update Reviewer to open it."
                    )
                if schema < 1:
                    raise StorageError(  # noqa: TRY301 - the connection is closed below
                        f"“{path.name}” does not say which schema it has: it was altered by another"
                        " program and is not opened. Restore the newest backup (File ▸ Backups)."
                    )
                if schema < SCHEMA:
                    migrate.upgrade(connection, path)
                return cls(path, connection, reviewer)
        except BaseException:
            engine.close(connection)
            raise

    def close(self) -> None:
        """Close the file; the project cannot be used afterwards."""
        engine.close(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def execute(self, statement: Executable, parameters: Any = None) -> Rows:
        """Run one reading statement; all rows are fetched, so that damage shows here."""
        with engine.translated(self.path):
            return self._connection.execute(statement, parameters or {}).freeze()()

    @property
    def connection(self) -> Connection:
        """For the modules of storage that read; writing goes through ``transaction``."""
        return self._connection

    @contextmanager
    def transaction(self, label: str, *, kind: EntryKind = EntryKind.DO) -> Iterator[Transaction]:
        """One user action: all of it is written, with its journal entry, or nothing is.

        What is read inside is what stands until the end: no other window writes meanwhile. A
        transaction that changes no row leaves no entry. ``tx.changes`` is complete afterwards.
        """
        assert not self._hook.is_recording, "a transaction is open already"
        self._refuse_what_is_gone()
        with engine.translated(self.path):
            engine.begin(self._connection)
            tx = Transaction(self._connection, label, kind)
            try:
                self._take_in()
                with self._hook.recording() as recorder:
                    yield tx
                    step = self._record(tx, recorder.changes())
                self._connection.commit()
            except BaseException:
                engine.roll_back(self._connection)
                raise
        if step:
            self._add([step])

    def _refuse_what_is_gone(self) -> None:
        """SQLite goes on writing to a file without a name, and at the end all of it is lost."""
        if self._file is None or engine.identity(self.path) != self._file:
            raise StorageError(
                f"“{self.path.name}” was moved, deleted or replaced while it was open, so nothing"
                " is written to it any more. Save a copy (File ▸ Save a copy as…) and go on there."
            )

    def _record(self, tx: Transaction, rows: tuple[RowChange, ...]) -> Step | None:
        label = tx.changes.label
        tx.changes = Changes(label)
        if not rows:
            return None
        search.refresh(self._connection, rows)
        seq = journal.write_entry(
            self._connection, rows, kind=tx.kind, label=label, reviewer=self.reviewer, of=tx.of
        )
        tx.changes = Changes(label, seq, rows)
        return Step(seq, tx.kind, label, tx.of)

    def _add(self, steps: Sequence[Step]) -> None:
        self.history = replay(steps, self.history)
        self._seen = steps[-1].seq

    def _take_in(self) -> None:
        """Take entries of other windows into ``history``, and keep them for ``news``."""
        if steps := journal.read_steps(self._connection, self._seen):
            self._add(steps)
            self._untold += steps

    def undo(self) -> Changes:
        """Take back the last step that can be; no rows if there is none."""
        with self.transaction("", kind=EntryKind.UNDO) as tx:
            if self.history.undoable:
                step = self._aim(tx, self.history.undoable[-1])
                done = journal.read_changes(self._connection, step.seq)
                back = [RowChange(c.table, c.key, c.after, c.before) for c in done]
                journal.apply_images(self._connection, back, step.label)
        return tx.changes

    def redo(self) -> Changes:
        """Do again what was undone last; no rows if there is nothing."""
        with self.transaction("", kind=EntryKind.REDO) as tx:
            if self.history.redoable:
                step = self._aim(tx, self.history.redoable[-1])
                done = journal.read_changes(self._connection, step.seq)
                journal.apply_images(self._connection, done, step.label)
        return tx.changes

    def _aim(self, tx: Transaction, step: Step) -> Step:
        """Chosen within the transaction, or another window's newer step would be passed over."""
        tx.rename(step.label)
        tx.of = step.seq
        return step

    def news(self) -> tuple[Changes, ...]:
        """What other windows and programs did since the last look; cheap when nothing was."""
        with engine.translated(self.path):
            version = engine.pragma(self._connection, "data_version")
            if version != self._data_version:
                self._data_version = version
                self._take_in()
            steps, self._untold = self._untold, []
            return tuple(
                Changes(told(step), step.seq, journal.read_changes(self._connection, step.seq))
                for step in steps
            )


def told(step: Step) -> str:
    """The label of a step as others hear of it: an undo carries the label of what it undid."""
    verb = {EntryKind.UNDO: "Undo: ", EntryKind.REDO: "Redo: "}.get(step.kind, "")
    return f"{verb}{step.label}"


def _refuse_what_is_no_project(path: Path) -> None:
    if not path.exists():
        raise StorageError(f"“{path}” does not exist.")
    if path.is_dir():
        raise StorageError(f"“{path}” is a folder, not a Reviewer project.")
    try:
        if not engine.looks_like_project(path):
            raise StorageError(f"“{path.name}” is not a Reviewer project.")
    except OSError as error:
        raise StorageError(f"“{path.name}” cannot be read: {error.strerror}.") from error


def _make_schema(connection: Connection) -> None:
    """The newest schema at once, stamped as Alembic would: a test holds it against migrations."""
    engine.begin(connection)
    Base.metadata.create_all(connection)
    search.create(connection)
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
        " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{REVISION}')")  # noqa: S608
    engine.set_identity(connection, SCHEMA)
    connection.commit()
