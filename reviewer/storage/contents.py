"""Texts and bytes under their SHA-256: written once, never changed, checked when read."""

import hashlib
from typing import Any

from sqlalchemy import select

from reviewer.domain.document import Document
from reviewer.domain.errors import ConflictError, StorageError
from reviewer.domain.structure import structure_from_json
from reviewer.storage.project import Project, Transaction
from reviewer.storage.tables import ContentRow, EditionRow

DOCUMENTS_HELD = 4


def keep(tx: Transaction, data: bytes) -> str:
    """Store bytes unless they are there already; returns their SHA-256."""
    digest = hashlib.sha256(data).hexdigest()
    known = tx.execute(select(ContentRow.sha256).where(ContentRow.sha256 == digest)).first()
    if known is None:
        table = ContentRow.__table__
        tx.execute(table.insert(), [{"sha256": digest, "data": data}])  # type: ignore[attr-defined]
    return digest


def read(project: Project, sha256: str) -> bytes:
    """Stored bytes; StorageError if they are missing or not what their hash says."""
    data = project.execute(select(ContentRow.data).where(ContentRow.sha256 == sha256)).scalar()
    if not isinstance(data, bytes) or hashlib.sha256(data).hexdigest() != sha256:
        raise StorageError(
            f"“{project.path.name}” is damaged: a text is not as it was stored."
            " Restore the newest backup (File ▸ Backups)."
        )
    return data


def read_text(project: Project, edition_id: str) -> str:
    """The canonical text of an edition."""
    if held := project.documents.get(edition_id):
        return held.text
    return read(project, _edition(project, edition_id).text_sha256).decode()


def read_document(project: Project, edition_id: str) -> Document:
    """The canonical text of an edition with the structure laid over it.

    What the text said of itself was for its source when it was imported, and is not kept here.
    An edition never changes, so the last few that were read are held.
    """
    held = project.documents.get(edition_id)
    if held is None:
        held = _read_document(project, edition_id)
        while len(project.documents) >= DOCUMENTS_HELD:
            project.documents.pop(next(iter(project.documents)))
        project.documents[edition_id] = held
    return held


def _read_document(project: Project, edition_id: str) -> Document:
    row = _edition(project, edition_id)
    blocks, inlines = structure_from_json(read(project, row.structure_sha256).decode())
    return Document(
        text=read(project, row.text_sha256).decode(),
        blocks=blocks,
        inlines=inlines,
        media_type=row.media_type,
        encoding=row.encoding,
    )


def _edition(project: Project, edition_id: str) -> Any:
    table = EditionRow.__table__
    row = project.execute(select(table).where(EditionRow.id == edition_id)).first()
    if row is None:
        raise ConflictError("The source was removed for good, or its import undone, elsewhere.")
    return row
