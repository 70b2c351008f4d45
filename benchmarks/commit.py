"""One action, committed, beside one INSERT and COMMIT through sqlite3 on the same disk."""

import itertools
import sqlite3
from collections.abc import Callable
from pathlib import Path

import sample
from measure import Figure, compare, in_turns, milliseconds

from reviewer.services import annotating, reading
from reviewer.storage.project import Project

BAR = 3
BARE = "INSERT and COMMIT through sqlite3"


def figures(folder: Path, *, smoke: bool) -> list[Figure]:
    """Editing a note, and adding a tag, in a project with 1,000 annotations."""
    size, count, rounds = (20_000, 20, 2) if smoke else (1_000_000, 1000, 200)
    with sample.make_project(folder, size, count) as project:
        bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
        works = {"note": _note(project), "tag": _tag(project), "bare": _bare(bare)}
        taken = in_turns({k: lambda w=w: milliseconds(w) for k, w in works.items()}, rounds)  # type: ignore[misc]
        bare.close()
    return [
        compare("edit a note, committed", taken["note"], BARE, taken["bare"], BAR),
        compare("add a tag, committed", taken["tag"], BARE, taken["bare"], BAR),
    ]


def _note(project: Project) -> Callable[[], object]:
    (edition,) = reading.editions(project)
    chosen = itertools.cycle(reading.annotations_in(project, edition.id)[::7])
    number = itertools.count()
    held: dict[str, str] = {}

    def edit() -> None:
        key = next(chosen).id
        new = f"Note {next(number)}: compare with the table on page 4."
        annotating.edit_note(project, key, held.get(key, ""), new)
        held[key] = new

    return edit


def _tag(project: Project) -> Callable[[], object]:
    (edition,) = reading.editions(project)
    tags = reading.tags(project)
    untagged = iter([
        (a.id, tag.id)
        for a in reading.annotations_in(project, edition.id)
        for tag in tags
        if tag.id not in a.tag_ids
    ])  # fmt: skip
    return lambda: annotating.add_tag_to(project, *next(untagged))


def _bare(connection: sqlite3.Connection) -> Callable[[], object]:
    """The same pragmas as ``reviewer.storage.engine.connect`` sets."""
    for pragma in (
        "foreign_keys = ON", "trusted_schema = OFF", "cell_size_check = ON",
        "journal_mode = WAL", "synchronous = FULL",
    ):  # fmt: skip
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE note (id TEXT PRIMARY KEY, text TEXT NOT NULL)")
    number = itertools.count()

    def insert() -> None:
        connection.execute("BEGIN IMMEDIATE")
        row = (f"{next(number):036}", "Note: compare with the table on page 4.")
        connection.execute("INSERT INTO note VALUES (?, ?)", row)
        connection.execute("COMMIT")

    return insert
