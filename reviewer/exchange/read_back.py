"""The words of a report that was written, for looking whether it holds what it should.

Each kind of file is read by something else than what wrote it, so that no writer is its own
witness. For files of our own: nothing here is made for those of strangers.
"""

import io
import json
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path, PurePath
from xml.etree import ElementTree as ET
from zipfile import ZipFile


def words_in(target: Path) -> str:
    """All words of a report; KeyError for a suffix that no format has."""
    return _words(target.name, target.read_bytes(), target)


def _words(name: str, data: bytes, archive: Path) -> str:
    return READERS[PurePath(name).suffix.lower()](data, archive)


def _plain(data: bytes, _archive: Path) -> str:
    return data.decode("utf-8-sig")


def _dot(data: bytes, _archive: Path) -> str:
    return data.decode().replace("\\n", " ")  # the graph's own line ends, within a label


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _html(data: bytes, _archive: Path) -> str:
    reader = _Text()
    reader.feed(data.decode())
    reader.close()
    return "".join(reader.words)


def _xml(data: bytes, _archive: Path) -> str:
    root = ET.fromstring(data)  # noqa: S314 - our own file
    return "".join(root.itertext())


def _json(data: bytes, _archive: Path) -> str:
    return json.dumps(json.loads(data), ensure_ascii=False)


def _json_lines(data: bytes, archive: Path) -> str:
    return "\n".join(_json(line, archive) for line in data.splitlines())


def _pdf(data: bytes, _archive: Path) -> str:
    from pypdf import PdfReader  # noqa: PLC0415 - only when asked for

    pages = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    return " ".join(" ".join(pages).split())  # lines end wherever the page did


def _packed(_data: bytes, archive: Path) -> str:
    """Of every file in it that is of a known kind; each is checked against its sum."""
    with ZipFile(archive) as packed:
        known = [n for n in packed.namelist() if PurePath(n).suffix.lower() in READERS]
        return "\n".join(_words(name, packed.read(name), archive) for name in known)


READERS: dict[str, Callable[[bytes, Path], str]] = {
    ".html": _html,
    ".md": _plain,
    ".dot": _dot,
    ".csv": _plain,
    ".xml": _xml,
    ".graphml": _xml,
    ".json": _json,
    ".jsonld": _json,
    ".jsonl": _json_lines,
    ".pdf": _pdf,
    ".docx": _packed,
    ".xlsx": _packed,
    ".zip": _packed,
}
