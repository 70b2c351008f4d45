"""Texts in, suggestions out: what each text claims, and where the claims do not agree."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from reviewer.analysis.prefill import read_claim
from reviewer.analysis.quantities import read_quantities
from reviewer.domain.claim import topic_of
from reviewer.domain.document import Document
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import Dimension, RelationKind


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be read: ``source`` is the id of its edition or the name of its file, and
    ``reference`` the day that it was published, if that is known."""

    source: str
    document: Document
    reference: date | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text claims, in reading order; can be pickled, so that a worker may make it."""

    text: Text
    claims: tuple[SuggestedClaim, ...]


def read_text(text: Text) -> Reading:
    """The claims of one text that have a quantity. Time grows with its length alone."""
    whole = text.document.text
    skipped = [(block.start, block.end) for block in text.document.blocks if block.boilerplate]
    found = read_quantities(whole, reference=text.reference)
    return Reading(
        text,
        tuple(
            SuggestedClaim(
                text.source,
                each.start,
                each.end,
                whole[each.start : each.end],
                read_claim(whole, each.start, each.end, reference=text.reference),
            )
            for each in found
            if not any(start <= each.start < end for start, end in skipped)
        ),
    )


def suggest(readings: Iterable[Reading]) -> tuple[SuggestedRelation, ...]:
    """Where claims of the texts do not agree, best first."""
    by_topic: dict[object, list[SuggestedClaim]] = {}
    for reading in readings:
        for each in reading.claims:
            by_topic.setdefault(topic_of(each.claim), []).append(each)
    found = [
        relation
        for topic, claims in by_topic.items()
        if topic is not None
        for relation in _differing(claims)
    ]
    return tuple(sorted(found, key=lambda relation: -relation.score))


def _differing(claims: list[SuggestedClaim]) -> Iterator[SuggestedRelation]:
    for one, other in combinations(claims, 2):
        a, b = one.claim.quantity, other.claim.quantity
        if a and b and a.kind is b.kind and (a.low, a.high) != (b.low, b.high):
            yield SuggestedRelation(
                RelationKind.CONTRADICTS,
                Dimension.NUMERIC,
                0.5,
                "value",
                1,
                f"Both give {one.claim.measure} of {one.claim.subject}: {a.raw} and {b.raw}.",
                (one, other),
            )
