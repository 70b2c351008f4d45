"""What becomes of a half-written decision when the relation changes elsewhere."""

from dataclasses import replace

from reviewer.domain.checklist import Checklist
from reviewer.domain.records import Relation
from reviewer.domain.vocabulary import Answer

TYPED = ("rationale", "would_settle")
"""Fields that take a while to write; the others are committed with the click that sets them."""

FIELDS = ("kind", "dimension", "checklist", "verdict", "preferred_id", *TYPED)
"""What a person decides."""


def merged(seen: Relation, mine: Relation, theirs: Relation) -> tuple[Relation, tuple[str, ...]]:
    """``theirs`` with what is being typed kept, and the fields that both sides changed.

    ``mine`` is the draft that began from ``seen``; ``theirs`` is the relation as it now stands.
    """
    kept, conflicts = {}, []
    for field in TYPED:
        before, my, their = (getattr(relation, field) for relation in (seen, mine, theirs))
        if my in (before, their):
            continue
        kept[field] = my
        if their != before:
            conflicts.append(field)
    return replace(theirs, **kept), tuple(conflicts)


def told(value: object) -> str:
    """A field's value in words, for the question whose version stays."""
    if isinstance(value, Checklist):
        answers = (getattr(value, name) for name in Checklist.__slots__)
        return ", ".join(a.label if isinstance(a, Answer) else "not answered" for a in answers)
    return str(getattr(value, "label", value) or "nothing")
