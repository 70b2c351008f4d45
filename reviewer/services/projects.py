"""Projects: new, open, copy, back up, and where the program keeps its own."""

import shutil
from datetime import datetime
from pathlib import Path

from platformdirs import user_data_path

from reviewer.domain.changes import Changes
from reviewer.domain.errors import StorageError
from reviewer.services.words import readable
from reviewer.storage import backup, check, engine, queries, search, writes
from reviewer.storage.drafts import replacing
from reviewer.storage.project import Project
from reviewer.storage.tables import SCHEMA

__all__ = ["SCHEMA", "Project"]

SUFFIX = ".review"


def data_folder() -> Path:
    """The user's data folder for Reviewer: the sample project, backups, the log."""
    return user_data_path("Reviewer", appauthor=False)


def new_project(path: Path, reviewer: str) -> Project:
    """An empty project, titled after its file."""
    return Project.create(path, title=readable(path.stem), reviewer=reviewer)


def open_project(path: Path, reviewer: str, *, read_only: bool = False) -> Project:
    """Open a project file; StorageError says what is wrong with it."""
    return Project.open(path, reviewer=reviewer, read_only=read_only)


def project_title(project: Project) -> str:
    """What the project is called."""
    return queries.title(project)


def rename_project(project: Project, title: str) -> Changes:
    """Call the project something else; the file keeps its name."""
    with project.transaction(f"Rename the project to “{title}”") as tx:
        writes.set_title(tx, title)
    return tx.changes


def save_copy(project: Project, target: Path) -> Path:
    """Write a copy of the project as it is now; an existing file is replaced only when it is whole.

    The copy goes to a draft beside the target first, so a full disk leaves the target as it was.
    """
    if _is_same(target, project.path):
        raise StorageError("That is this project's own file. Choose another name for the copy.")
    _refuse_leftovers(target)
    with replacing(target, StorageError) as draft:
        engine.copy_database(project.connection, project.path, draft, target)
    return target


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one of them is not there, or out of reach: writing will say so
        return False


def _refuse_leftovers(target: Path) -> None:
    if engine.leftovers(target):
        raise StorageError(
            f"“{target.name}” is open in another window, or a project of that name was not closed"
            " properly. Choose another name."
        )


def back_up(path: Path) -> Path:
    """Make a checked backup of a project file; meant for a worker, opens the file for itself."""
    connection = engine.connect(path, read_only=True)
    try:
        return backup.make(connection, path, backup.folder_for(path))
    finally:
        engine.close(connection)


def backups_of(path: Path) -> list[tuple[datetime, Path]]:
    """The backups of a project file with when they were made, newest first."""
    return backup.listed(backup.folder_for(path))[::-1]


def restore_backup(copy: Path, target: Path) -> Path:
    """Put a backup beside the project as a file of its own; nothing is replaced."""
    if target.exists():
        raise StorageError(f"“{target.name}” exists already; nothing was changed.")
    _refuse_leftovers(target)
    with replacing(target, StorageError) as draft:
        shutil.copyfile(copy, draft)
    return target


def check_project(project: Project) -> list[str]:
    """One sentence for each thing that is off with the file, a quote or the journal."""
    with engine.translated(project.path):
        return list(check.check(project))


def renew_search(project: Project) -> None:
    """Make the search index afresh, should ``check_project`` find it out of step."""
    with project.transaction(""):
        search.rebuild(project.connection)
