"""Bringing files in: read and parsed away from the project, then written in one action."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reviewer.documents.guess import SourceGuess, guess_source
from reviewer.documents.read import BYTES_LIMIT, read_document
from reviewer.domain.changes import Changes
from reviewer.domain.document import Document
from reviewer.domain.errors import DocumentError
from reviewer.domain.ids import new_id
from reviewer.domain.records import Edition, Source
from reviewer.domain.structure import structure_to_json
from reviewer.services.words import counted, quoted, readable
from reviewer.storage import contents, queries, writes
from reviewer.storage.project import Project, Transaction


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read and parsed but is not in a project yet."""

    name: str
    data: bytes
    document: Document
    guess: SourceGuess

    @property
    def sha256(self) -> str:
        """Of the original bytes, as 64 hex digits."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file was not taken, in one sentence."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import: changes (none if nothing was taken) and a reason a file refused."""

    changes: Changes
    taken: tuple[str, ...]  # names of the files that are in now
    refused: tuple[Refusal, ...]


def read_file(path: Path, encoding: str | None = None) -> ReadFile:
    """Read and parse one file; DocumentError says what is wrong with it. Touches no project."""
    try:
        if path.is_dir():
            raise DocumentError(f"“{path.name}” is a folder. Choose the files in it.")
        if not path.is_file():
            raise DocumentError(f"“{path.name}” does not exist, or is not a plain file.")
        with path.open("rb") as file:
            data = file.read(BYTES_LIMIT + 1)
    except OSError as error:
        raise DocumentError(f"“{path.name}” cannot be read: {error.strerror}.") from error
    name = readable(path.name)
    document = read_document(data, name, encoding=encoding)
    return ReadFile(name, data, document, guess_source(document, name))


def read_files(paths: Iterable[Path]) -> Iterator[ReadFile | Refusal]:
    """Each file in turn, read or refused; for a worker, which can stop between two."""
    for path in paths:
        try:
            yield read_file(path)
        except DocumentError as error:
            yield Refusal(path, str(error))


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
