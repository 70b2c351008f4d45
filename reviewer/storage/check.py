"""Is all as it should be? The file, each quote, the journal's chain, and rows against journal."""

from collections.abc import Iterator, Mapping
from contextlib import suppress

from sqlalchemy import select

from reviewer.domain.anchor import Target, stands
from reviewer.domain.changes import Row
from reviewer.domain.errors import StorageError
from reviewer.domain.journal import GENESIS
from reviewer.storage import contents, engine, search
from reviewer.storage.journal import is_whole, read_rows
from reviewer.storage.project import Project
from reviewer.storage.tables import (
    JOURNALLED,
    AnnotationRow,
    ContentRow,
    EditionRow,
    JournalRow,
    key_of,
)


def check(project: Project) -> Iterator[str]:
    """One sentence for each thing that is off; nothing if all is well.

    What is off here may be damage of any sort, so rows are read as they are, not as values.
    """
    found = engine.integrity(project.connection)
    yield from found
    if found:
        return  # what is read from a damaged file proves nothing more
    lost = list(_contents(project))
    yield from lost
    yield from _quotes(project)
    yield from _journal(project)
    if not lost and not search.in_step(project.connection):
        yield "The search index is not in step with the project. It can be made afresh."


def _contents(project: Project) -> Iterator[str]:
    names: dict[str, str] = {}
    for row in project.execute(select(EditionRow.__table__)):
        digests = row.original_sha256, row.text_sha256, row.structure_sha256
        for what, digest in zip(("original", "text", "structure"), digests, strict=True):
            names[digest] = f"The {what} of “{row.file_name}”"
    stored = {row.sha256 for row in project.execute(select(ContentRow.sha256))}
    for digest in sorted(stored | names.keys()):
        try:
            contents.read(project, digest)
        except StorageError:
            what = names.get(digest, f"What was stored as {digest[:12]}… for an undone import")
            yield f"{what} is not as it was stored."


def _quotes(project: Project) -> Iterator[str]:
    table = AnnotationRow.__table__
    query = select(EditionRow.id, EditionRow.file_name).order_by(EditionRow.id)
    for edition_id, file_name in project.execute(query):
        try:
            text = contents.read_text(project, edition_id)
        except StorageError:
            continue  # said above
        for row in project.execute(select(table).where(AnnotationRow.edition_id == edition_id)):
            if not stands(text, Target(row.start, row.end, row.exact)):
                yield (
                    f"The quote “{_short(row.exact)}” does not stand at {row.start} to"
                    f" {row.end} of “{file_name}”."
                )


def _short(words: str, limit: int = 60) -> str:
    return words if len(words) <= limit else words[: limit - 1] + "…"


def _journal(project: Project) -> Iterator[str]:
    """Its chain; and a row that differs from its last image there came in by a back door."""
    previous, expected = GENESIS, 1
    last: dict[tuple[str, str], Row | None] = {}
    entries = project.connection.execute(select(JournalRow.__table__).order_by(JournalRow.seq))
    for row in entries:  # one at a time: a journal can be longer than memory
        if row.seq != expected:
            yield f"The journal lacks entry {expected}."
        if row.previous_hash != previous or not is_whole(row):
            yield f"Entry {row.seq} of the journal (“{row.label}”) is not as it was written."
        with suppress(ValueError, TypeError):  # not JSON any more: it was named just now
            last.update({(c.table, c.key): c.after for c in read_rows(row.rows)})
        previous, expected = row.hash, row.seq + 1
    yield from _rows_against(project, last)


def _rows_against(project: Project, last: Mapping[tuple[str, str], Row | None]) -> Iterator[str]:
    for name, table in JOURNALLED.items():
        rows = {key_of(table, row): dict(row) for row in project.execute(select(table)).mappings()}
        told = {key: row for (of, key), row in last.items() if of == name and row is not None}
        for key in sorted(rows.keys() | told.keys()):
            if rows.get(key) != told.get(key):
                yield f"Row {key} of “{name}” is not what the journal says it is."
