"""Sources: what is known of them, their grade, and the trash."""

from dataclasses import replace
from datetime import UTC, datetime

from reviewer.domain.changes import Changes
from reviewer.domain.journal import EntryKind
from reviewer.domain.merge import rebase
from reviewer.domain.records import Source
from reviewer.services.existing import the_source
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
    source = the_source(project, source_id)
    with project.transaction(f"Remove {quoted(source.title)}") as tx:
        writes.set_source(tx, replace(source, trashed_at=datetime.now(UTC)))
    return tx.changes


def restore_source(project: Project, source_id: str) -> Changes:
    """Bring a source back from the trash, whole."""
    source = the_source(project, source_id)
    with project.transaction(f"Restore {quoted(source.title)}") as tx:
        writes.set_source(tx, replace(source, trashed_at=None))
    return tx.changes


def trash(project: Project) -> tuple[Source, ...]:
    """The sources in the trash."""
    return queries.sources(project, trashed=True)


def empty_trash(project: Project) -> Changes:
    """Delete the sources in the trash with all that stands on them. This cannot be undone."""
    gone = queries.sources(project, trashed=True)
    label = f"Empty the trash ({counted(len(gone), 'source')})"
    with project.transaction(label, kind=EntryKind.FINAL) as tx:
        for source in gone:
            for edition in queries.editions_of(project, source.id):
                marks = [a.id for a in queries.annotations(project, edition_id=edition.id)]
                writes.remove_relations(tx, queries.relation_ids_of(project, marks))
                writes.remove_annotations(tx, marks)
            writes.remove_source(tx, source.id)
        writes.forget_contents(tx)
    return tx.changes
