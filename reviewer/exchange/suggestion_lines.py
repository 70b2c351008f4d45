"""Quantities and suggestions as lines for programs (JSON) and for people."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reviewer.domain.quantity import Bound, Quantity
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.wording import quantity_text
from reviewer.exchange.values import Json

_LONGEST = 96  # characters of a quote in a line for people


@dataclass(frozen=True, slots=True)
class ListedQuantity:
    """A quantity at ``text[start:end] == exact`` and what it is about, where the text tells."""

    source: str  # the file's name
    start: int  # code points
    end: int
    exact: str
    quantity: Quantity
    subject: str = ""
    measure: str = ""
    as_of: str = ""


def quantity_line(listed: ListedQuantity, *, ascii_only: bool = False) -> str:
    """One JSON object. Bounds are numbers with all their digits, ISO days, or null if open."""
    quantity = listed.quantity
    fields = {
        "source": _json(listed.source, ascii_only),
        "start": str(listed.start),
        "end": str(listed.end),
        "exact": _json(listed.exact, ascii_only),
        "kind": _json(quantity.kind, ascii_only),
        "low": _bound(quantity.low),
        "high": _bound(quantity.high),
        "unit": _json(unit_name(quantity), ascii_only),
        "approximator": _json(quantity.approximator, ascii_only),
        "subject": _json(listed.subject, ascii_only),
        "measure": _json(listed.measure, ascii_only),
        "as_of": _json(listed.as_of, ascii_only),
    }
    return "{" + ", ".join(f'"{name}": {value}' for name, value in fields.items()) + "}"


def unit_name(quantity: Quantity) -> str:
    """ISO 4217 code, sign of a currency that is not stated, ``percent``, a unit or a noun."""
    return "percent" if quantity.unit == "%" else quantity.unit


def _json(value: Json, ascii_only: bool) -> str:
    return json.dumps(value, ensure_ascii=ascii_only)


def _bound(value: Bound | None) -> str:
    """A JSON number with all its digits and no exponent, which json.dumps cannot write."""
    if value is None:
        return "null"
    if isinstance(value, date):
        return f'"{value.isoformat()}"'
    digits = f"{value:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def suggestion_line(relation: SuggestedRelation, *, ascii_only: bool = False) -> str:
    """One JSON object, members with the names of their sources."""
    return _json(
        {
            "kind": str(relation.kind),
            "dimension": str(relation.dimension) if relation.dimension else None,
            "score": round(relation.score, 3),
            "rule": relation.rule,
            "reason": relation.reason,
            "members": [_member(each) for each in relation.members],
        },
        ascii_only,
    )


def _member(claim: SuggestedClaim) -> Json:
    return {"source": claim.source, "start": claim.start, "end": claim.end, "exact": claim.exact}


def quantity_words(listed: ListedQuantity) -> str:
    """The same on one line for a person: where, the words, the value, what it is about."""
    as_of = f"as of {listed.as_of}" if listed.as_of else ""
    about = ", ".join(filter(None, (listed.subject, listed.measure, as_of)))
    value = f"{listed.quantity.kind.label}: {quantity_text(listed.quantity)}"
    return f"{_place(listed)}  {value}{f'  ({about})' if about else ''}"


def suggestion_words(relation: SuggestedRelation) -> Iterator[str]:
    """The same for a person: what, why, and a line a member."""
    dimension = f", {relation.dimension.label}" if relation.dimension else ""
    rule = f"{relation.rule} v{relation.version}"
    yield f"{relation.kind.label}{dimension}  {relation.score:.2f}  {rule}"
    yield f"    {relation.reason}"
    for each in relation.members:
        yield f"    {_place(each)}"


def _place(each: ListedQuantity | SuggestedClaim) -> str:
    return f"{each.source}:{each.start}-{each.end}  “{_one_line(each.exact)}”"


def _one_line(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
