"""Files as they are read and parsed, away from any project and without what projects need."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reviewer.documents.guess import SourceGuess, guess_source
from reviewer.documents.read import BYTES_LIMIT, read_document
from reviewer.domain.document import Document
from reviewer.domain.errors import DocumentError
from reviewer.services.words import readable

_SQLITE = b"SQLite format 3\0"


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


def read_file(path: Path, encoding: str | None = None) -> ReadFile:
    """Read and parse one file; DocumentError says what is wrong with it. Touches no project."""
    try:
        if path.is_dir():
            raise DocumentError(f"“{path.name or path}” is a folder. Choose the files in it.")
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


def is_project(path: Path) -> bool:
    """Whether a path is meant as a project: by its name, or by how its bytes begin."""
    if path.suffix == ".review":
        return True
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:  # a folder, or not there: whoever reads it says so
        return False
