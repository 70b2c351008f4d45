"""Relations: mark how annotations stand to each other, decide, reopen."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from reviewer.analysis.likeness import rank
from reviewer.domain.changes import Changes
from reviewer.domain.errors import ConflictError, ReviewerError
from reviewer.domain.ids import new_id
from reviewer.domain.merge import rebase
from reviewer.domain.records import Relation
from reviewer.domain.views import Candidate
from reviewer.domain.vocabulary import Dimension, RelationKind, Status
from reviewer.services import present
from reviewer.services.reading import passages
from reviewer.services.words import counted, quoted
from reviewer.storage import queries, writes
from reviewer.storage.project import Project


def relate(
    project: Project,
    kind: RelationKind,
    dimension: Dimension | None,
    members: Sequence[str],
) -> Changes:
    """Mark how two or more annotations stand to each other; the relation is open."""
    ids = tuple(dict.fromkeys(members))
    if len(ids) < 2:  # noqa: PLR2004 - that is what a relation is
        raise ReviewerError("A relation needs two sides. Pick another annotation.")
    with project.transaction(_label(project, kind, ids)) as tx:
        if len(queries.annotations(project, ids)) < len(ids):
            raise ConflictError("One of the sides was removed in another window.")
        for known in queries.relations(project, member_ids=ids[:1]):
            if known.kind is kind and set(known.members) == set(ids):
                raise ReviewerError(f"These are marked “{kind.label}” already.")
        relation = Relation(
            id=new_id(),
            kind=kind,
            members=ids,
            dimension=dimension,
            created_at=datetime.now(UTC),
            created_by=project.reviewer,
        )
        writes.add_relations(tx, [relation])
    return tx.changes


def _label(project: Project, kind: RelationKind, ids: Sequence[str]) -> str:
    quotes = {a.id: quoted(a.target.exact, 28) for a in queries.annotations(project, ids)}
    named = " and ".join(quotes[i] for i in ids[:2] if i in quotes)
    more = f" and {counted(len(ids) - 2, 'more side')}" if len(ids) > 2 else ""  # noqa: PLR2004
    if kind is RelationKind.CONTRADICTS:
        return f"Mark contradiction of {named}{more}"
    return f"Mark “{kind.label}” between {named}{more}"


def edit_relation(project: Project, seen: Relation, new: Relation) -> Changes:
    """Change kind, dimension, checklist, preferred side, rationale or what would settle it."""
    return _change(project, "Edit", seen, new)


def settle(project: Project, seen: Relation, new: Relation) -> Changes:
    """Decide a relation: it needs a rationale, and a contradiction a verdict."""
    if new.kind is RelationKind.CONTRADICTS and new.verdict is None:
        raise ReviewerError("Choose a verdict before settling.")
    if not new.rationale.strip():
        raise ReviewerError("Write down why before settling: the rationale is in the report.")
    return _change(project, "Settle", seen, _decided(project, new, Status.SETTLED))


def dismiss(project: Project, seen: Relation, new: Relation) -> Changes:
    """Decide that it is no contradiction; it needs a rationale, and is reported as a finding."""
    if not new.rationale.strip():
        raise ReviewerError("Write down why it is not a contradiction: that is a finding too.")
    return _change(project, "Dismiss", seen, _decided(project, new, Status.DISMISSED))


def reopen(project: Project, relation_id: str) -> Changes:
    """Take a decision back to open; verdict and rationale stay as they were."""
    with project.transaction("") as tx:
        relation = present.relation(project, relation_id)
        opened = replace(relation, status=Status.OPEN, decided_at=None, decided_by="")
        tx.rename(f"Reopen {_name(project, relation)}")
        writes.set_relation(tx, relation, opened)
    return tx.changes


def _decided(project: Project, relation: Relation, status: Status) -> Relation:
    verdict = relation.verdict
    if status is Status.DISMISSED and verdict is not None and verdict.is_contradiction:
        verdict = None  # "dismissed as genuine" would say two things
    return replace(
        relation,
        status=status,
        verdict=verdict,
        decided_at=datetime.now(UTC),
        decided_by=project.reviewer,
    )


def _change(project: Project, verb: str, seen: Relation, new: Relation) -> Changes:
    with project.transaction("") as tx:
        current = next(iter(queries.relations(project, [seen.id])), None)
        changed = rebase(seen, new, current, f"The relation “{seen.kind.label}”")
        assert current is not None
        tx.rename(f"{verb} {_name(project, changed)}")
        writes.set_relation(tx, current, changed)
    return tx.changes


def _name(project: Project, relation: Relation) -> str:
    first = queries.annotation(project, relation.members[0])
    quote = f" of {quoted(first.target.exact, 28)}" if first else ""
    if relation.kind is RelationKind.CONTRADICTS:
        return f"the contradiction{quote}"
    return f"the relation “{relation.kind.label}”{quote}"


def remove_relation(project: Project, relation_id: str) -> Changes:
    """Remove a relation; its annotations stay."""
    with project.transaction("") as tx:
        tx.rename(f"Remove {_name(project, present.relation(project, relation_id))}")
        writes.remove_relations(tx, [relation_id])
    return tx.changes


def candidates(project: Project, annotation_id: str, limit: int = 200) -> tuple[Candidate, ...]:
    """Possible other sides in all sources, most alike first."""
    everything = {a.id: a for a in queries.annotations(project)}
    target = everything.pop(annotation_id, None) or present.annotation(project, annotation_id)
    ranked = rank(target, tuple(everything.values()))[:limit]
    found = {p.annotation.id: p for p in passages(project, [a for _, a in ranked])}
    return tuple(Candidate(found[a.id], likeness) for likeness, a in ranked)
