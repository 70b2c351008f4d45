"""Bringing files in: read and parsed away from the project, then written in one action."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reviewer.documents.guess import SourceGuess
from reviewer.domain.changes import Changes
from reviewer.domain.ids import new_id
from reviewer.domain.records import Edition, Source
from reviewer.domain.structure import structure_to_json
from reviewer.services.files import ReadFile, Refusal, read_file, read_files
from reviewer.services.words import counted, quoted
from reviewer.storage import contents, queries, writes
from reviewer.storage.project import Project, Transaction

__all__ = [
    "Imported",
    "ReadFile",
    "Refusal",
    "add_read_file",
    "import_files",
    "read_file",
    "read_files",
]


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import: changes (none if nothing was taken) and a reason a file refused."""

    changes: Changes
    taken: tuple[str, ...]  # names of the files that are in now
    refused: tuple[Refusal, ...]


def import_files(project: Project, found: Sequence[ReadFile | Refusal]) -> Imported:
    """Write what was read, as one action; what is there already is refused, the rest is in."""
    refused = [item for item in found if isinstance(item, Refusal)]
    taken: dict[str, ReadFile] = {}
    with project.transaction("") as tx:
        known = queries.known_originals(project)
        position = 1 + max((s.position for s in queries.sources(project)), default=-1)
        for item in found:
            if isinstance(item, Refusal):
                continue
            digest = item.sha256
            if digest in known or digest in taken:
                refused.append(Refusal(Path(item.name), _known(item, known.get(digest))))
                continue
            source = _source(item.guess, position + len(taken))
            add_read_file(tx, item, source, project.reviewer)
            taken[digest] = item
        names = [item.guess.title for item in taken.values()]
        many = counted(len(names), "source")
        tx.rename(f"Import {quoted(names[0]) if len(names) == 1 else many}")
    return Imported(tx.changes, tuple(item.name for item in taken.values()), tuple(refused))


def _known(item: ReadFile, source: Source | None) -> str:
    """Why what is known is not taken again; ``source`` is None if it came with the same import."""
    if source is None:
        return f"{quoted(item.name)} is the same as another of the files."
    title = quoted(source.title)
    if source.trashed_at:
        return f"{quoted(item.name)} is in the trash, as {title}. Restore it from there."
    return f"{quoted(item.name)} is in the project already, as {title}."


def _source(guess: SourceGuess, position: int) -> Source:
    return Source(
        id=new_id(),
        title=guess.title,
        publisher=guess.publisher,
        author=guess.author,
        published=guess.published,
        date_basis=guess.date_basis,
        address=guess.address,
        position=position,
    )


def add_read_file(tx: Transaction, item: ReadFile, source: Source, reviewer: str) -> Edition:
    """Write a source with its first edition; returns the edition."""
    structure = contents.keep(tx, structure_to_json(item.document).encode())
    edition = Edition(
        id=new_id(),
        source_id=source.id,
        number=1,
        file_name=item.name,
        media_type=item.document.media_type,
        encoding=item.document.encoding,
        original_sha256=contents.keep(tx, item.data),
        text_sha256=contents.keep(tx, item.document.text.encode()),
        length=len(item.document.text),
        imported_at=datetime.now(UTC),
        imported_by=reviewer,
    )
    writes.add_source(tx, source)
    writes.add_edition(tx, edition, structure)
    return edition
