"""Checked copies of a project, and which of them to keep."""

import hashlib
import os
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy import Connection

from reviewer.domain.errors import StorageError
from reviewer.domain.retention import to_keep
from reviewer.storage import engine
from reviewer.storage.drafts import replacing

_STAMP = "%Y-%m-%dT%H%M%S.%fZ"


def folder_for(path: Path) -> Path:
    """Where the backups of a project lie, in the user's data folder: one folder a project file."""
    whole = path.resolve()
    place = hashlib.sha256(os.fsencode(whole)).hexdigest()[:12]
    return user_data_path("Reviewer", appauthor=False) / "backups" / f"{whole.stem[:40]} {place}"


def make(connection: Connection, path: Path, folder: Path) -> Path:
    """Write a copy, open and check it, and only then let older ones go."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"No backup can be written to “{folder}”: {error.strerror}.") from error
    final = folder / f"{datetime.now(UTC).strftime(_STAMP)}.review"
    with replacing(final, StorageError) as draft:
        engine.copy_database(connection, path, draft, final)
        _check(draft, path)
    kept = to_keep([when for when, _ in listed(folder)])
    for when, file in listed(folder):
        if when not in kept:
            with suppress(OSError):  # it stays until the next time
                file.unlink(missing_ok=True)
    return final


def listed(folder: Path) -> list[tuple[datetime, Path]]:
    """The backups in a folder, oldest first, with when each was made."""
    found = []
    for file in folder.glob("*.review"):
        try:
            when = datetime.strptime(file.stem, _STAMP).replace(tzinfo=UTC)
        except ValueError:
            continue  # not one of ours; not ours to delete either
        found.append((when, file))
    return sorted(found)


def _check(copy: Path, original: Path) -> None:
    uri = f"{copy.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            result = connection.execute("PRAGMA integrity_check").fetchone()[0]
            connection.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    except sqlite3.Error as cause:
        raise StorageError(
            f"“{original.name}” is damaged, so no backup was made: what was copied of it cannot be"
            " read back."
        ) from cause
    if result != "ok":
        raise StorageError(f"“{original.name}” is damaged, so no backup was made: {result}.")
