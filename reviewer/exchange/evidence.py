"""Evidence: the report with all that it rests on, in a ZIP that proves itself with plain Python.

``verify.py`` is among the files. Each file's hash is in the manifest, whose last line is the hash
of the lines before; the ZIP's comment is the hash of every byte before it. So no byte is without a
check, neither in the ZIP nor after unpacking.
"""

import hashlib
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from reviewer.assets import asset
from reviewer.domain.journal import Record
from reviewer.domain.records import Edition
from reviewer.exchange.html import write_html
from reviewer.exchange.jsonl import texts_needed, write_jsonl
from reviewer.exchange.material import ReportMaterial, index
from reviewer.exchange.values import Json, edition_value, moment_value, relation_value, source_value

_SEAL = 64  # hexadecimal digits of a SHA-256
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}")
_READ_ME = """Evidence for the report “{title}”
{marking}
Written {written} with Reviewer {version}.

report.html        the report
annotations.jsonl  each annotation with its quote and its place in the text
review.json        the sources with their editions, and the relations
originals/         the files as they were imported, named by their SHA-256
texts/             the texts that were read from them, which the places count in
journal.jsonl      who did what and when, to the whole project, each entry chained to the one before
manifest.sha256    the SHA-256 of every file
verify.py          checks all of this:  python verify.py

verify.py needs Python 3.8 or newer, nothing else, and no network. It shows that nothing was
changed since this was packed. Who packed it, it cannot show: compare the last line but one that it
prints with what the sender gives you by another way.
"""


def write_evidence(material: ReportMaterial, file: BinaryIO) -> Iterator[tuple[int, int]]:
    """The report, the originals, the texts, the journal, and what checks them."""
    sealed = _Sealed(file)
    editions = _editions(material)
    total, done = 2 * len(editions) + 8, 0
    # What is said of the whole stands in the report: these are the lines that are to be checked.
    said = replace(material.options, appendix=False, title="", author="", marking="", summary="")
    bare = replace(material, options=said)
    with zipfile.ZipFile(cast("BinaryIO", sealed), "w", zipfile.ZIP_DEFLATED) as archive:
        pack = _Pack(archive, material.generated_at)
        for name, of, write in (
            ("report.html", material, write_html),
            ("annotations.jsonl", bare, write_jsonl),
        ):
            held = BytesIO()
            for _ in write(of, held):
                yield done, total
            pack.add(name, held.getvalue())
            done += 1
        for name, data in _plain_files(material, editions):
            yield done, total
            pack.add(name, data)
            done = min(done + 1, total)
        pack.add("manifest.sha256", pack.manifest())
        archive.comment = b"0" * _SEAL
    sealed.finish()
    yield total, total


class _Pack:
    """Adds files to a ZIP and keeps their hashes."""

    def __init__(self, archive: zipfile.ZipFile, at: datetime) -> None:
        self._archive, self._at = archive, at
        self._hashes: dict[str, str] = {}

    def add(self, name: str, data: bytes) -> None:
        """Once each: a text that two editions share is packed once."""
        if name in self._hashes:
            return
        entry = zipfile.ZipInfo(name, self._at.timetuple()[:6])
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        self._archive.writestr(entry, data)
        self._hashes[name] = hashlib.sha256(data).hexdigest()

    def manifest(self) -> bytes:
        """``sha256sum``'s form, and at the end the hash of all lines before."""
        lines = "".join(f"{digest}  {name}\n" for name, digest in self._hashes.items()).encode()
        return lines + hashlib.sha256(lines).hexdigest().encode() + b"\n"


class _Sealed:
    """Passes bytes on and hashes them; the last ones, the comment, become the hash itself.

    It cannot seek, so the ZIP is written from its beginning to its end.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._hash = hashlib.sha256()
        self._held = b""

    def write(self, data: bytes) -> int:
        self._hash.update(self._held)
        self._file.write(self._held)
        self._held = bytes(data)
        return len(data)

    def flush(self) -> None:
        self._file.flush()

    def finish(self) -> None:
        """Writes the seal where the comment would stand."""
        rest, comment = self._held[:-_SEAL], self._held[-_SEAL:]
        if comment != b"0" * _SEAL:
            raise ValueError("the comment is not where it should be")
        self._hash.update(rest)
        self._file.write(rest + self._hash.hexdigest().encode())


def _editions(material: ReportMaterial) -> list[Edition]:
    """The newest of each source, and those that are quoted."""
    known = index(material)
    texts = set(texts_needed(material)) | {one.edition.text_sha256 for one in material.sources}
    return [edition for edition in known.editions.values() if edition.text_sha256 in texts]


def _plain_files(material: ReportMaterial, editions: list[Edition]) -> Iterator[tuple[str, bytes]]:
    for edition in editions:
        yield _original_name(edition), material.contents[edition.original_sha256]
        yield _text_name(edition), material.contents[edition.text_sha256]
    yield "review.json", _json(_review(material, editions))
    yield "journal.jsonl", b"".join(_json(_entry(record)) for record in material.journal)
    marking = f"{material.options.marking}\n" if material.options.marking else ""
    yield "README.txt", _READ_ME.format(
        title=material.title, marking=marking, version=material.app_version,
        written=moment_value(material.generated_at),
    ).encode()  # fmt: skip
    yield "verify.py", asset("resources", "evidence", "verify.py").read_bytes()


def _review(material: ReportMaterial, editions: list[Edition]) -> dict[str, Json]:
    packed: list[Json] = [
        {
            **edition_value(edition),
            "file_name": edition.file_name,
            "length": edition.length,
            "source": edition.source_id,
            "original": _original_name(edition),
            "text": _text_name(edition),
        }
        for edition in editions
    ]
    return {
        "title": material.title,
        "marking": material.options.marking,
        "summary": material.options.summary,
        "written": moment_value(material.generated_at),
        "journal_entries": material.journal_entries,
        "journal_hash": material.journal_hash,
        "sources": [source_value(summary.source) for summary in material.sources],
        "editions": packed,
        "relations": [relation_value(view.relation, view.origin) for view in material.relations],
    }


def _entry(record: Record) -> dict[str, Json]:
    """By the names of the fields, as they are hashed; ``rows`` is JSON within a text."""
    return {
        "seq": record.seq, "kind": record.kind, "label": record.label,
        "reviewer": record.reviewer, "at": record.at, "of": record.of,
        "rows": record.rows_json, "previous_hash": record.previous_hash, "hash": record.hash,
    }  # fmt: skip


def _json(values: dict[str, Json]) -> bytes:
    return f"{json.dumps(values, ensure_ascii=False)}\n".encode()


def _original_name(edition: Edition) -> str:
    """By its hash, with the ending of its name if that is harmless."""
    ending = PurePosixPath(edition.file_name).suffix
    return f"originals/{edition.original_sha256}{ending if _ENDING.fullmatch(ending) else ''}"


def _text_name(edition: Edition) -> str:
    return f"texts/{edition.text_sha256}.txt"
