"""Is all as it should be? The file, each quote, the journal's chain, and rows against journal."""

from collections.abc import Iterator

from sqlalchemy import select

from reviewer.domain.anchor import stands
from reviewer.domain.changes import Row
from reviewer.domain.errors import StorageError
from reviewer.domain.journal import GENESIS, entry_hash
from reviewer.storage import contents, engine, queries
from reviewer.storage.journal import read_entries
from reviewer.storage.project import Project
from reviewer.storage.tables import JOURNALLED, EditionRow, JournalRow, key_of


def check(project: Project) -> Iterator[str]:
    """One sentence for each thing that is off; nothing if all is well."""
    found = engine.integrity(project.connection)
    yield from found
    if found:
        return  # what is read from a damaged file proves nothing more
    yield from _contents(project)
    yield from _quotes(project)
    yield from _chain(project)
    yield from _rows_against_journal(project)


def _contents(project: Project) -> Iterator[str]:
    query = select(
        EditionRow.file_name,
        EditionRow.original_sha256,
        EditionRow.text_sha256,
        EditionRow.structure_sha256,
    )
    for row in project.execute(query):
        for what, digest in zip(("original", "text", "structure"), tuple(row)[1:], strict=True):
            try:
                contents.read(project, digest)
            except StorageError:
                yield f"The {what} of “{row.file_name}” is not as it was stored."


def _quotes(project: Project) -> Iterator[str]:
    query = select(EditionRow.id, EditionRow.file_name).order_by(EditionRow.id)
    for edition_id, file_name in project.execute(query).all():
        try:
            text = contents.read_text(project, edition_id)
        except StorageError:
            continue  # said above
        for annotation in queries.annotations(project, edition_id=edition_id):
            target = annotation.target
            if not stands(text, target):
                yield (
                    f"The quote “{_short(target.exact)}” does not stand at {target.start} to"
                    f" {target.end} of “{file_name}”."
                )


def _short(words: str, limit: int = 60) -> str:
    return words if len(words) <= limit else words[: limit - 1] + "…"


def _chain(project: Project) -> Iterator[str]:
    previous, expected = GENESIS, 1
    for row in project.execute(select(JournalRow.__table__).order_by(JournalRow.seq)):
        if row.seq != expected:
            yield f"The journal lacks entry {expected}."
        digest = entry_hash(
            row.previous_hash, seq=row.seq, kind=row.kind, label=row.label, reviewer=row.reviewer,
            at=row.at, of=row.of, rows_json=row.rows,
        )  # fmt: skip
        if row.previous_hash != previous or row.hash != digest:
            yield f"Entry {row.seq} of the journal (“{row.label}”) is not as it was written."
        previous, expected = row.hash, row.seq + 1


def _rows_against_journal(project: Project) -> Iterator[str]:
    """A row that differs from its last image in the journal came in by a back door."""
    last: dict[tuple[str, str], Row | None] = {}
    for entry in read_entries(project.connection):
        last.update({(c.table, c.key): c.after for c in entry.rows})
    for name, table in JOURNALLED.items():
        rows = {key_of(table, row): dict(row) for row in project.execute(select(table)).mappings()}
        told = {key: row for (of, key), row in last.items() if of == name and row is not None}
        for key in sorted(rows.keys() | told.keys()):
            if rows.get(key) != told.get(key):
                yield f"Row {key} of “{name}” is not what the journal says it is."
