"""Opening the file: everything that is particular to SQLite, but for the search index.

A team's project on another database needs another module like this one and nothing else.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine, exc
from sqlalchemy.pool import StaticPool

from reviewer.domain.errors import StorageError

APPLICATION_ID = 0x52565752
"""``RVWR``, at byte 68 of every project."""

BUSY_MILLISECONDS = 3000
_HEADER = b"SQLite format 3\x00"
_BESIDE = ("-wal", "-shm", "-journal")
_SETTINGS = ("foreign_keys = ON", "trusted_schema = OFF", "cell_size_check = ON")
_READING = ("query_only = ON",)
_WRITING = ("journal_mode = WAL", "synchronous = FULL")


def looks_like_project(path: Path) -> bool:
    """Whether the file's first bytes are those of a Reviewer project."""
    with path.open("rb") as file:
        head = file.read(100)
    return head.startswith(_HEADER) and head[68:72] == APPLICATION_ID.to_bytes(4)


def is_of_project(path: Path) -> bool:
    """Whether it is the file of any project, or one that SQLite keeps beside it."""
    bare = [path.with_name(path.name.removesuffix(end)) for end in _BESIDE if path.name != end]
    return any(one.is_file() and looks_like_project(one) for one in (path, *bare))


def identity(path: Path) -> tuple[int, int] | None:
    """Which file bears the name now; None if none does, or it is out of reach."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def connect(path: Path, *, read_only: bool = False, create: bool = False) -> Connection:
    """The one connection of an open project; transactions begin only where ``begin`` says so.

    One that only reads may still tidy up the log when it is the last to close; SQLite's own
    read-only mode would leave files behind.
    """
    uri = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"

    def open_database() -> sqlite3.Connection:
        raw = sqlite3.connect(
            uri,
            uri=True,
            isolation_level=None,  # the driver must not begin or commit by itself
            timeout=BUSY_MILLISECONDS / 1000,
            check_same_thread=False,  # a worker's connection is closed where it is dropped
        )
        try:
            for setting in _SETTINGS + (_READING if read_only else _WRITING):
                raw.execute(f"PRAGMA {setting}")
        except sqlite3.Error:
            raw.close()
            raise
        return raw

    engine = create_engine("sqlite://", creator=open_database, poolclass=StaticPool)
    with translated(path):
        return engine.connect()


_STEPS = 50_000  # of SQLite's machine, some milliseconds: asking more often would cost more


def begin(connection: Connection) -> None:
    """Take the write lock at once, so that what is read in a transaction cannot change under it."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def roll_back(connection: Connection) -> None:
    """End the transaction, also one whose commit failed: SQLAlchemy has let go of that already."""
    connection.rollback()
    raw = _raw(connection)
    if raw.in_transaction:
        raw.rollback()


def _raw(connection: Connection) -> sqlite3.Connection:
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


def give_up_once(connection: Connection, is_over: Callable[[], bool]) -> None:
    """Let every query fail, soon after it begins or while it runs, once ``is_over``.

    SQLite's own interruption is lost where it comes between two queries.
    """
    _raw(connection).set_progress_handler(is_over, _STEPS)


def pragma(connection: Connection, name: str) -> int:
    """The integer value of a pragma."""
    value = connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
    return int(value)


def set_identity(connection: Connection, schema: int) -> None:
    """Write what the file is and which schema it has into its header."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {schema}")


def fold_log(connection: Connection) -> None:
    """Move the write-ahead log into the file: until then a new one lacks its very header."""
    connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def leftovers(path: Path) -> list[Path]:
    """Logs that hold something, beside a file that is not there or is to be replaced: SQLite would
    apply them to whatever file bears the name next, and so destroy it."""
    beside = (path.with_name(f"{path.name}-{ending}") for ending in ("wal", "journal"))
    return [file for file in beside if file.exists() and file.stat().st_size]


def carries_code(connection: Connection) -> bool:
    """Whether the file holds triggers or views: ours never do, and they would run unasked."""
    query = "SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view')"
    return bool(connection.exec_driver_sql(query).scalar_one())


def integrity(connection: Connection) -> list[str]:
    """What SQLite finds wrong with the file; empty if it is whole."""
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    return [line for line in found if line != "ok"] + dangling(connection)


def dangling(connection: Connection) -> list[str]:
    """A sentence for each row that refers to one that is not there."""
    return [
        f"A row of “{row[0]}” refers to a row of “{row[2]}” that is not there."
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]


@contextmanager
def rebuilding(connection: Connection) -> Iterator[None]:
    """One transaction in which tables may be dropped and made again under the same name.

    Foreign keys are off meanwhile, or a dropped parent would count as the loss of all its rows;
    before the commit it is seen to that none dangles.
    """
    connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    begin(connection)
    try:
        yield
        if wrong := dangling(connection):
            raise StorageError(wrong[0])  # noqa: TRY301 - rolled back below
        connection.commit()
    except BaseException:
        roll_back(connection)
        raise
    finally:
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")


def copy_database(connection: Connection, path: Path, draft: Path, target: Path) -> None:
    """Copy the open database to a new file through SQLite's backup interface, consistently.

    Errors speak of ``target``, which is what the draft will be, or of ``path`` if it is damaged.
    """
    with translated(target), closing(sqlite3.connect(draft)) as copy:
        _raw(connection).backup(copy)
        with translated(path):
            copy.execute("PRAGMA journal_mode = DELETE")  # a copy is one file


def close(connection: Connection) -> None:
    """Close the connection and its engine; the write-ahead log is folded into the file."""
    connection.close()
    connection.engine.dispose()


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what the database reports into a sentence that a person can act on."""
    try:
        yield
    except exc.DBAPIError as error:
        if isinstance(error, exc.IntegrityError):
            raise  # a broken rule of ours is a bug, and reported as one
        cause = error.orig if isinstance(error.orig, BaseException) else error
        raise _sentence(path, cause) from error
    except sqlite3.Error as error:
        raise _sentence(path, error) from error
    except OSError as error:
        raise StorageError(f"“{path.name}” cannot be opened: {error.strerror}.") from error


def _sentence(path: Path, cause: BaseException) -> StorageError:
    text = str(cause).lower()
    for sign, sentence in _SENTENCES.items():
        if sign in text:
            return StorageError(sentence.format(name=path.name, folder=path.parent))
    return StorageError(f"“{path.name}” cannot be read or written: {cause}.")


_SENTENCES = {
    "full": "The disk is full: the last step was not written to “{name}”, all before it is safe."
    " Make room and try again.",
    "disk i/o error": "The disk reported an error for “{name}”: the last step was not written."
    " Check the disk, and its free space, and try again.",
    "readonly": "“{name}” cannot be written: the file or its folder is read-only.",
    "unable to open": "“{name}” cannot be opened: the file is missing, or “{folder}” cannot be"
    " written.",
    "locked": "“{name}” is being written by another program just now. Try again in a moment.",
    "malformed": "“{name}” is damaged. Restore the newest backup (File ▸ Backups).",
    "not a database": "“{name}” is not a Reviewer project.",
    "no such table": "“{name}” is damaged: a part of the project is missing. Restore the newest"
    " backup (File ▸ Backups).",
    "no such column": "“{name}” is damaged: its tables are not those of a project.",
}
