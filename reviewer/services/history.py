"""Undo and redo, from the journal."""

from collections.abc import Iterator

from reviewer.domain.changes import Changes
from reviewer.domain.journal import Entry
from reviewer.storage.engine import translated
from reviewer.storage.journal import read_entries
from reviewer.storage.project import Project


def undo(project: Project) -> Changes:
    """Take back the last action, whichever window or day it was done in."""
    return project.undo()


def redo(project: Project) -> Changes:
    """Do again what was undone last."""
    return project.redo()


def next_undo(project: Project) -> str:
    """Name of what ``undo`` would take back; empty if there is nothing."""
    steps = project.history.undoable
    return steps[-1].label if steps else ""


def next_redo(project: Project) -> str:
    """Name of what ``redo`` would do again; empty if there is nothing."""
    steps = project.history.redoable
    return steps[-1].label if steps else ""


def news(project: Project) -> tuple[Changes, ...]:
    """What other windows and programs did since the last look."""
    return project.news()


def entries(project: Project) -> Iterator[Entry]:
    """The journal, oldest first."""
    with translated(project.path):
        yield from read_entries(project.connection)
