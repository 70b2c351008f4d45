"""Rows to values and back: one pair of functions a table, so that rows never leave storage."""

from collections.abc import Iterable, Mapping
from contextlib import ContextDecorator
from datetime import UTC, date, datetime
from decimal import Decimal
from types import TracebackType
from typing import Any

from reviewer.domain.anchor import Target
from reviewer.domain.checklist import QUESTIONS, Checklist
from reviewer.domain.claim import Claim
from reviewer.domain.errors import StorageError
from reviewer.domain.quantity import Bound, Quantity
from reviewer.domain.records import Annotation, Edition, Relation, Source, Tag
from reviewer.domain.vocabulary import (
    Answer,
    Credibility,
    Dimension,
    QuantityKind,
    RelationKind,
    Reliability,
    Role,
    Status,
    UnitBasis,
    Verdict,
)

Values = dict[str, Any]

DAMAGED = (
    "The project is damaged: a row of it does not make sense. Restore the newest backup"
    " (File ▸ Backups)."
)


class _Sound(ContextDecorator):
    """A row that no program of ours wrote is damage, which the person must hear of as such."""

    def __enter__(self) -> None: ...

    def __exit__(
        self, _kind: object, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if isinstance(error, ValueError | ArithmeticError | TypeError):
            raise StorageError(DAMAGED) from error


def instant(at: datetime | None) -> str | None:
    """ISO 8601 in UTC with microseconds, as the tables hold it."""
    return at.astimezone(UTC).isoformat(timespec="microseconds") if at else None


def read_instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def now() -> str:
    """This instant, as the tables hold it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def source_values(source: Source) -> Values:
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "author": source.author,
        "published": source.published,
        "date_basis": source.date_basis,
        "address": source.address,
        "reliability": source.reliability and str(source.reliability),
        "reliability_basis": source.reliability_basis,
        "position": source.position,
        "trashed_at": instant(source.trashed_at),
    }


@_Sound()
def source_from(row: Any) -> Source:
    return Source(
        id=row.id,
        title=row.title,
        publisher=row.publisher,
        author=row.author,
        published=row.published,
        date_basis=row.date_basis,
        address=row.address,
        reliability=Reliability(row.reliability) if row.reliability else None,
        reliability_basis=row.reliability_basis,
        position=row.position,
        trashed_at=read_instant(row.trashed_at),
    )


@_Sound()
def edition_from(row: Any) -> Edition:
    return Edition(
        id=row.id,
        source_id=row.source_id,
        number=row.number,
        file_name=row.file_name,
        media_type=row.media_type,
        encoding=row.encoding,
        original_sha256=row.original_sha256,
        text_sha256=row.text_sha256,
        length=row.length,
        imported_at=datetime.fromisoformat(row.imported_at),
        imported_by=row.imported_by,
    )


def edition_values(edition: Edition, structure_sha256: str) -> Values:
    return {
        "id": edition.id,
        "source_id": edition.source_id,
        "number": edition.number,
        "file_name": edition.file_name,
        "media_type": edition.media_type,
        "encoding": edition.encoding,
        "original_sha256": edition.original_sha256,
        "text_sha256": edition.text_sha256,
        "structure_sha256": structure_sha256,
        "length": edition.length,
        "imported_at": instant(edition.imported_at),
        "imported_by": edition.imported_by,
    }


def tag_values(tag: Tag) -> Values:
    return {
        "id": tag.id,
        "name": tag.name,
        "parent_id": tag.parent_id,
        "colour": tag.colour,
        "key": tag.key,
        "description": tag.description,
        "position": tag.position,
    }


def tag_from(row: Any) -> Tag:
    return Tag(
        id=row.id,
        name=row.name,
        parent_id=row.parent_id,
        colour=row.colour,
        key=row.key,
        description=row.description,
        position=row.position,
    )


def annotation_values(annotation: Annotation) -> Values:
    """The row of table ``annotation`` alone; tags and claim have rows of their own."""
    return {
        "id": annotation.id,
        "edition_id": annotation.edition_id,
        "start": annotation.target.start,
        "end": annotation.target.end,
        "exact": annotation.target.exact,
        "prefix": annotation.target.prefix,
        "suffix": annotation.target.suffix,
        "note": annotation.note,
        "created_at": instant(annotation.created_at) or now(),
        "created_by": annotation.created_by,
    }


@_Sound()
def annotation_from(row: Any, tag_ids: Iterable[str], claim: Claim | None) -> Annotation:
    return Annotation(
        id=row.id,
        edition_id=row.edition_id,
        target=Target(row.start, row.end, row.exact, row.prefix, row.suffix),
        tag_ids=tuple(tag_ids),
        note=row.note,
        claim=claim,
        created_at=read_instant(row.created_at),
        created_by=row.created_by,
    )


def claim_values(annotation_id: str, claim: Claim) -> Values:
    return {
        "annotation_id": annotation_id,
        "subject": claim.subject,
        "measure": claim.measure,
        "as_of": claim.as_of,
        "speaker": claim.speaker,
        "credibility": claim.credibility and str(claim.credibility),
        "credibility_basis": claim.credibility_basis,
        **_quantity_values(claim.quantity),
    }


def _quantity_values(quantity: Quantity | None) -> Values:
    q = quantity or Quantity(QuantityKind.TEXT)
    return {
        "kind": str(q.kind) if quantity else None,
        "low": _bound_text(q.low),
        "high": _bound_text(q.high),
        "low_open": int(q.low_open),
        "high_open": int(q.high_open),
        "unit": q.unit,
        "unit_basis": str(q.unit_basis),
        "currencies": " ".join(q.currencies),
        "approximator": q.approximator,
        "step": None if q.step is None else str(q.step),
        "base": q.base,
        "role": str(q.role),
        "raw": q.raw,
    }


def _bound_text(bound: Bound | None) -> str | None:
    match bound:
        case None:
            return None
        case date():
            return bound.isoformat()
        case _:
            return str(bound)


@_Sound()
def claim_from(row: Any) -> Claim:
    return Claim(
        subject=row.subject,
        measure=row.measure,
        quantity=_quantity_from(row) if row.kind else None,
        as_of=row.as_of,
        speaker=row.speaker,
        credibility=Credibility(row.credibility) if row.credibility else None,
        credibility_basis=row.credibility_basis,
    )


def _quantity_from(row: Any) -> Quantity:
    kind = QuantityKind(row.kind)
    read = date.fromisoformat if kind is QuantityKind.DATE else Decimal
    return Quantity(
        kind=kind,
        low=None if row.low is None else read(row.low),
        high=None if row.high is None else read(row.high),
        low_open=bool(row.low_open),
        high_open=bool(row.high_open),
        unit=row.unit,
        unit_basis=UnitBasis(row.unit_basis),
        currencies=tuple(row.currencies.split()),
        approximator=row.approximator,
        step=None if row.step is None else Decimal(row.step),
        base=row.base,
        role=Role(row.role),
        raw=row.raw,
    )


def relation_values(relation: Relation) -> Values:
    """The row of table ``relation`` alone; members have rows of their own."""
    return {
        "id": relation.id,
        "kind": str(relation.kind),
        "dimension": relation.dimension and str(relation.dimension),
        "status": str(relation.status),
        **{
            f"check_{name}": (answer := getattr(relation.checklist, name)) and str(answer)
            for name in QUESTIONS
        },
        "verdict": relation.verdict and str(relation.verdict),
        "preferred_id": relation.preferred_id,
        "rationale": relation.rationale,
        "would_settle": relation.would_settle,
        "created_at": instant(relation.created_at) or now(),
        "created_by": relation.created_by,
        "decided_at": instant(relation.decided_at),
        "decided_by": relation.decided_by,
    }


@_Sound()
def relation_from(row: Any, members: Iterable[str]) -> Relation:
    answers: Mapping[str, str | None] = {name: getattr(row, f"check_{name}") for name in QUESTIONS}
    return Relation(
        id=row.id,
        kind=RelationKind(row.kind),
        members=tuple(members),
        dimension=Dimension(row.dimension) if row.dimension else None,
        status=Status(row.status),
        checklist=Checklist(**{k: Answer(v) if v else None for k, v in answers.items()}),
        verdict=Verdict(row.verdict) if row.verdict else None,
        preferred_id=row.preferred_id,
        rationale=row.rationale,
        would_settle=row.would_settle,
        created_at=read_instant(row.created_at),
        created_by=row.created_by,
        decided_at=read_instant(row.decided_at),
        decided_by=row.decided_by,
    )
