"""Deciding on suggestions: accept, accept to edit, dismiss; each is one action to be undone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from reviewer.domain.anchor import select
from reviewer.domain.changes import Changes
from reviewer.domain.errors import ConflictError
from reviewer.domain.ids import new_id
from reviewer.domain.proposals import (
    ClaimProposal,
    Outcome,
    RelationProposal,
    claim_keys,
    is_told_by,
)
from reviewer.domain.records import Annotation, Relation
from reviewer.domain.suggestion import SuggestedClaim
from reviewer.services.words import quoted
from reviewer.storage import contents, queries, suggestions, writes
from reviewer.storage.project import Project, Transaction

_SHORT = 28


def accept(project: Project, key: str, outcome: Outcome = Outcome.ACCEPTED) -> Changes:
    """Make what is suggested under a key: annotations with their claims and an open relation.

    An annotation that tells one of the claims already becomes the side. ConflictError if the
    suggestion was decided on elsewhere, or is not made any more.
    """
    with project.transaction("") as tx:
        about = _undecided(project, key)
        tx.rename(f"Accept {_name(about)}")
        claims = about.relation.members if isinstance(about, RelationProposal) else (about.claim,)
        sides = _sides(project, tx, claims, about.key)
        if isinstance(about, RelationProposal):
            made = {"relation_id": _relate(project, tx, about, sides)}
        else:
            made = {"annotation_id": sides[0]}
        suggestions.decide(tx, about, outcome, project.reviewer, **made)
    return tx.changes


def dismiss(project: Project, key: str, why: str = "") -> Changes:
    """Say that nothing is to be made of a suggestion; it is not made again."""
    with project.transaction("") as tx:
        about = _undecided(project, key)
        tx.rename(f"Dismiss {_name(about)}")
        suggestions.decide(tx, about, Outcome.DISMISSED, project.reviewer, why=why.strip())
    return tx.changes


def _undecided(project: Project, key: str) -> ClaimProposal | RelationProposal:
    if key in suggestions.decided(project):
        raise ConflictError("This suggestion was decided in another window.")
    about = suggestions.proposal(project, key)
    if about is None:
        raise ConflictError("This is not suggested any more: the texts were read again.")
    return about


def _name(about: ClaimProposal | RelationProposal) -> str:
    if isinstance(about, ClaimProposal):
        return f"the suggested claim {quoted(about.claim.exact, _SHORT)}"
    first, *others = (quoted(each.exact, _SHORT) for each in about.relation.members)
    return f"the suggestion on {first} and {others[0]}"


def _sides(
    project: Project, tx: Transaction, claims: Sequence[SuggestedClaim], key: str
) -> list[str]:
    """An annotation for each claim, found or made; no two claims share one.

    A claim that is made for a relation is decided on with it, and never suggested alone again.
    """
    sides: list[str] = []
    for claim in claims:
        there = _telling(project, claim, sides)
        if there is None:
            there = _annotation(project, claim)
            writes.add_annotations(tx, [there])
            alone = _alone(project, claim)
            if alone.key not in {key, *suggestions.decided(project)}:
                kept = Outcome.ACCEPTED
                suggestions.decide(tx, alone, kept, project.reviewer, annotation_id=there.id)
        elif there.claim is None:
            writes.set_annotation(tx, there, replace(there, claim=claim.claim))
        sides.append(there.id)
    return sides


def _alone(project: Project, claim: SuggestedClaim) -> ClaimProposal:
    text = contents.read_text(project, claim.source)
    source = queries.sources_by_edition(project, [claim.source])[claim.source]
    return ClaimProposal(claim_keys(source.id, text, [claim])[0], claim)


def _telling(project: Project, claim: SuggestedClaim, taken: Sequence[str]) -> Annotation | None:
    """Of the annotations that tell a claim, the one with its very span, else the shortest."""
    found = [
        annotation
        for annotation in queries.annotations(project, edition_id=claim.source)
        if is_told_by(claim, annotation) and annotation.id not in taken
    ]
    return min(found, key=lambda a: (_distance(claim, a), a.id), default=None)


def _distance(claim: SuggestedClaim, annotation: Annotation) -> int:
    target = annotation.target
    return abs(target.start - claim.start) + abs(target.end - claim.end)


def _annotation(project: Project, claim: SuggestedClaim) -> Annotation:
    target = select(contents.read_text(project, claim.source), claim.start, claim.end)
    if target.exact != claim.exact:
        raise ConflictError("The text is not as it was when this was suggested; read it again.")
    return Annotation(
        id=new_id(),
        edition_id=claim.source,
        target=target,
        claim=claim.claim,
        created_at=datetime.now(UTC),
        created_by=project.reviewer,
    )


def _relate(
    project: Project, tx: Transaction, about: RelationProposal, sides: Sequence[str]
) -> str:
    """The relation of these sides, found or made."""
    kind = about.relation.kind
    for known in queries.relations(project, member_ids=sides[:1]):
        if known.kind is kind and set(known.members) == set(sides):
            return known.id
    relation = Relation(
        id=new_id(),
        kind=kind,
        members=tuple(sides),
        dimension=about.relation.dimension,
        created_at=datetime.now(UTC),
        created_by=project.reviewer,
    )
    writes.add_relations(tx, [relation])
    return relation.id
