"""Sources: what is known of them, their grade, and the trash."""

from dataclasses import replace
from datetime import UTC, datetime

from reviewer.domain.changes import Changes
from reviewer.domain.journal import EntryKind
from reviewer.domain.merge import rebase
from reviewer.domain.records import Source
from reviewer.services import present
from reviewer.services.annotating import remove_annotations
from reviewer.services.words import counted, quoted
from reviewer.storage import queries, writes
from reviewer.storage.project import Project


def edit_source(project: Project, seen: Source, new: Source) -> Changes:
    """Change what is known of a source; ``seen`` is what the person started from."""
    graded = seen.reliability != new.reliability
    label = (
        f"Grade {quoted(new.title)} {new.reliability or 'not at all'}"
        if graded
        else f"Edit {quoted(new.title)}"
    )
    with project.transaction(label) as tx:
        current = queries.source(project, seen.id)
        writes.set_source(tx, rebase(seen, new, current, quoted(seen.title)))
    return tx.changes


def remove_source(project: Project, source_id: str) -> Changes:
    """Move a source to the trash; its annotations go with it and come back with it."""
    with project.transaction("") as tx:
        source = present.source(project, source_id)
        tx.rename(f"Remove {quoted(source.title)}")
        if source.trashed_at is None:
            writes.set_source(tx, replace(source, trashed_at=datetime.now(UTC)))
    return tx.changes


def restore_source(project: Project, source_id: str) -> Changes:
    """Bring a source back from the trash, whole."""
    with project.transaction("") as tx:
        source = present.source(project, source_id)
        tx.rename(f"Restore {quoted(source.title)}")
        writes.set_source(tx, replace(source, trashed_at=None))
    return tx.changes


def trash(project: Project) -> tuple[Source, ...]:
    """The sources in the trash."""
    return queries.sources(project, trashed=True)


def empty_trash(project: Project) -> Changes:
    """Delete the sources in the trash with all that stands on them. This cannot be undone."""
    with project.transaction("", kind=EntryKind.FINAL) as tx:
        gone = trash(project)
        tx.rename(f"Empty the trash ({counted(len(gone), 'source')})")
        for source in gone:
            for edition in queries.editions_of(project, source.id):
                marks = [a.id for a in queries.annotations(project, edition_id=edition.id)]
                remove_annotations(project, tx, marks)
            writes.remove_source(tx, source.id)
        if gone:  # else Redo may still need the texts of an import that was undone
            writes.forget_contents(tx)
    return tx.changes
