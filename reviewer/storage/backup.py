"""Checked copies of a project, and which of them to keep."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy import Connection

from reviewer.domain.errors import StorageError
from reviewer.domain.retention import to_keep
from reviewer.storage import engine

_STAMP = "%Y-%m-%dT%H%M%S.%fZ"


def folder_for(path: Path) -> Path:
    """Where the backups of a project lie: by its name and place, in the user's data folder."""
    place = path.resolve().parent.as_posix().strip("/").replace("/", "-").replace(":", "")
    return user_data_path("Reviewer", appauthor=False) / "backups" / f"{path.stem} ({place[-80:]})"


def make(connection: Connection, path: Path, folder: Path) -> Path:
    """Write a copy, open and check it, and only then let older ones go."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"No backup can be written to “{folder}”: {error.strerror}.") from error
    final = folder / f"{datetime.now(UTC).strftime(_STAMP)}.review"
    draft = final.with_suffix(".part")
    try:
        engine.copy_database(connection, draft)
        _check(draft, path)
        draft.replace(final)
    finally:
        draft.unlink(missing_ok=True)
    kept = to_keep([when for when, _ in listed(folder)])
    for when, file in listed(folder):
        if when not in kept:
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
    connection = sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)
    try:
        result = connection.execute("PRAGMA integrity_check").fetchone()[0]
        connection.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    except sqlite3.Error as cause:
        raise StorageError(f"The backup of “{original.name}” cannot be read back.") from cause
    finally:
        connection.close()
    if result != "ok":
        raise StorageError(f"“{original.name}” is damaged, so no backup was made: {result}.")
