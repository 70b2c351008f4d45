"""Records as plain values for JSON: the same names in every format that is made of JSON."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from reviewer.domain.claim import Claim
from reviewer.domain.quantity import Bound, Quantity
from reviewer.domain.records import Edition, Relation, Source

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


def plain(values: Mapping[str, Json]) -> dict[str, Json]:
    """Without what is not stated: no nulls, no empty texts, no empty lists."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def bound_value(bound: Bound | None) -> str | None:
    """Digits in full (``79500000``, ``0.5``) or an ISO day; as text, so that no digit is lost."""
    if isinstance(bound, Decimal):
        return f"{bound:f}"
    return bound.isoformat() if isinstance(bound, date) else None


def moment_value(at: datetime | None) -> str | None:
    """ISO 8601 in UTC, ending in ``Z``, to the second."""
    if at is None:
        return None
    zone = "Z" if not at.utcoffset() else at.strftime("%z")[:3] + ":" + at.strftime("%z")[3:]
    return f"{at:%Y-%m-%dT%H:%M:%S}{zone}"


def quantity_value(quantity: Quantity) -> dict[str, Json]:
    """The quantity by the names of its fields."""
    return plain(
        {
            "kind": quantity.kind.value,
            "low": bound_value(quantity.low),
            "high": bound_value(quantity.high),
            "low_open": quantity.low_open or None,
            "high_open": quantity.high_open or None,
            "unit": quantity.unit,
            "unit_basis": quantity.unit_basis.value if quantity.unit else None,
            "currencies": list(quantity.currencies),
            "approximator": quantity.approximator,
            "step": bound_value(quantity.step),
            "base": quantity.base,
            "role": quantity.role.value,
            "raw": quantity.raw,
        }
    )


def claim_value(claim: Claim) -> dict[str, Json]:
    """The claim by the names of its fields."""
    return plain(
        {
            "subject": claim.subject,
            "measure": claim.measure,
            "quantity": quantity_value(claim.quantity) if claim.quantity else None,
            "as_of": claim.as_of,
            "speaker": claim.speaker,
            "credibility": claim.credibility.value if claim.credibility else None,
            "credibility_basis": claim.credibility_basis,
        }
    )


def source_value(source: Source) -> dict[str, Json]:
    """What is known about a source."""
    return plain(
        {
            "id": source.id,
            "title": source.title,
            "publisher": source.publisher,
            "author": source.author,
            "published": source.published,
            "address": source.address,
            "reliability": source.reliability.value if source.reliability else None,
        }
    )


def edition_value(edition: Edition) -> dict[str, Json]:
    """Which text it is, and how to know it again."""
    return plain(
        {
            "id": edition.id,
            "number": edition.number,
            "file_name": edition.file_name,
            "media_type": edition.media_type,
            "text_sha256": edition.text_sha256,
            "original_sha256": edition.original_sha256,
            "length": edition.length,
        }
    )


def relation_value(relation: Relation, origin: str = "") -> dict[str, Json]:
    """The relation by the names of its fields; ``origin`` is the rule that suggested it."""
    answers = {
        name: getattr(relation.checklist, name) for name in relation.checklist.__dataclass_fields__
    }
    return plain(
        {
            "id": relation.id,
            "kind": relation.kind.value,
            "members": list(relation.members),
            "dimension": relation.dimension.value if relation.dimension else None,
            "status": relation.status.value,
            "checklist": {name: str(given) for name, given in answers.items() if given},
            "verdict": relation.verdict.value if relation.verdict else None,
            "preferred": relation.preferred_id,
            "rationale": relation.rationale,
            "would_settle": relation.would_settle,
            "created": moment_value(relation.created_at),
            "created_by": relation.created_by,
            "decided": moment_value(relation.decided_at),
            "decided_by": relation.decided_by,
            "origin": origin,
        }
    )
