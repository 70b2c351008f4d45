"""What becomes of a half-written decision when the relation changes elsewhere."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from reviewer.domain.checklist import Checklist
from reviewer.domain.records import Relation
from reviewer.domain.vocabulary import Answer

TYPED = ("rationale", "would_settle")
"""Fields that take a while to write; the others are committed with the click that sets them."""

FIELDS = ("kind", "dimension", "checklist", "verdict", "preferred_id", *TYPED)
"""What a person decides."""


def merged(
    seen: Relation, mine: Relation, theirs: Relation, asked: Collection[str] = ()
) -> tuple[Relation, tuple[str, ...]]:
    """``theirs`` with what is mine kept, and the fields in which both stand against each other.

    ``mine`` is the draft that began from ``seen``; ``theirs`` is the relation as it now stands.
    Kept is what is typed, and the fields for which the person is being ``asked`` already.
    """
    kept: dict[str, Any] = {}
    conflicts = []
    for field in FIELDS:
        before, my, their = (getattr(relation, field) for relation in (seen, mine, theirs))
        is_asked = field in asked
        if my == their or not (is_asked or (field in TYPED and my != before)):
            continue
        kept[field] = my
        if is_asked or their != before:
            conflicts.append(field)
    return replace(theirs, **kept), tuple(conflicts)


def told(value: object) -> str:
    """A field's value in words, for the question whose version stays."""
    if isinstance(value, Checklist):
        answers = (getattr(value, name) for name in Checklist.__slots__)
        return ", ".join(a.label if isinstance(a, Answer) else "not answered" for a in answers)
    return str(getattr(value, "label", value) or "nothing")
