"""What rules propose (derived, not journalled) and what a person decided of it (journalled)."""

import json
from collections.abc import Iterable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from sqlalchemy import func, select

from reviewer.domain.claim import Claim
from reviewer.domain.errors import StorageError
from reviewer.domain.proposals import ClaimProposal, Outcome, RelationProposal, RuleRecord
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import Dimension, RelationKind
from reviewer.storage import records
from reviewer.storage.project import Project, Transaction
from reviewer.storage.queries import in_chunks
from reviewer.storage.tables import DecisionRow, SuggestionRow

_DERIVED: Any = SuggestionRow.__table__
_DECIDED: Any = DecisionRow.__table__
_MILLE = 1000
_NONSENSE = (ValueError, KeyError, TypeError, AttributeError)
_READ = ""
READING = "reading"
"""The name under which claims alone are counted, whatever found them."""


def replace_claims(
    tx: Transaction, edition_ids: Iterable[str], claims: Iterable[ClaimProposal]
) -> None:
    """Put what was read in these editions in the place of what was read before."""
    read = list(edition_ids)
    for chunk in in_chunks(read):
        tx.execute(_DERIVED.delete().where(_DERIVED.c.edition_id.in_(chunk)))
    _insert(tx, [*map(_claim_row, claims), *map(_sign_of_reading, read)])


def _sign_of_reading(edition_id: str) -> dict[str, Any]:
    """A row that stands for no claim: a text may have been read and claim nothing."""
    empty = {"rule": _READ, "version": 0, "score": 0, "body": ""}
    return {"id": f"read {edition_id}", "edition_id": edition_id, **empty}


def replace_relations(tx: Transaction, relations: Iterable[RelationProposal]) -> None:
    """Put what is proposed now in the place of all that was proposed before."""
    tx.execute(_DERIVED.delete().where(_DERIVED.c.edition_id.is_(None)))
    _insert(tx, [_relation_row(each) for each in relations])


def _insert(tx: Transaction, rows: Sequence[dict[str, Any]]) -> None:
    known: dict[str, dict[str, Any]] = {}
    for row in rows:  # of one key the best, which comes first
        known.setdefault(row["id"], row)
    for chunk in in_chunks(known):  # an earlier edition may have held the same
        tx.execute(_DERIVED.delete().where(_DERIVED.c.id.in_(chunk)))
    if known:
        tx.execute(_DERIVED.insert(), list(known.values()))


def claims_in(project: Project, edition_id: str) -> tuple[ClaimProposal, ...]:
    """The claims read in an edition, in reading order."""
    query = select(_DERIVED).where(_DERIVED.c.edition_id == edition_id, _DERIVED.c.rule != _READ)
    found = [_claim_from(row) for row in project.execute(query)]
    return tuple(sorted(found, key=lambda each: (each.claim.start, each.claim.end, each.key)))


def relations(project: Project) -> tuple[RelationProposal, ...]:
    """All relations that are proposed, best first."""
    query = (
        select(_DERIVED)
        .where(_DERIVED.c.edition_id.is_(None))
        .order_by(_DERIVED.c.score.desc(), _DERIVED.c.id)
    )
    return tuple(_relation_from(row) for row in project.execute(query))


def proposal(project: Project, key: str) -> ClaimProposal | RelationProposal | None:
    """What is proposed under a key, if it still is."""
    row = project.execute(select(_DERIVED).where(_DERIVED.c.id == key)).first()
    if row is None:
        return None
    return _relation_from(row) if row.edition_id is None else _claim_from(row)


def read_editions(project: Project) -> frozenset[str]:
    """The editions that were read, whether they claim anything or not."""
    query = select(_DERIVED.c.edition_id).where(_DERIVED.c.rule == _READ)
    return frozenset(project.execute(query).scalars())


def decided(project: Project) -> frozenset[str]:
    """The keys of all suggestions that were decided on."""
    return frozenset(project.execute(select(_DECIDED.c.id)).scalars())


def made_of(project: Project, key: str) -> str:
    """What was made of a suggestion: a relation's id, else an annotation's, else nothing."""
    query = select(_DECIDED.c.relation_id, _DECIDED.c.annotation_id).where(_DECIDED.c.id == key)
    row = project.execute(query).first()
    return (row.relation_id or row.annotation_id or "") if row else ""


def records_by_rule(project: Project) -> dict[str, RuleRecord]:
    """Rule → how many of its suggestions were kept, of how many that were decided on."""
    query = select(_DECIDED.c.rule, _DECIDED.c.outcome, func.count()).group_by(
        _DECIDED.c.rule, _DECIDED.c.outcome
    )
    counts: dict[str, list[int]] = {}
    for rule, outcome, number in project.execute(query):
        kept_of = counts.setdefault(rule, [0, 0])
        kept_of[0] += number * (outcome != Outcome.DISMISSED)
        kept_of[1] += number
    return {rule: RuleRecord(rule, *numbers) for rule, numbers in counts.items()}


def decide(
    tx: Transaction,
    about: ClaimProposal | RelationProposal,
    outcome: Outcome,
    reviewer: str,
    *,
    why: str = "",
    relation_id: str | None = None,
    annotation_id: str | None = None,
) -> None:
    """Write down what became of a suggestion, with the suggestion as it was shown."""
    row = _row_of(about)
    values = {
        "id": about.key,
        "rule": row["rule"],
        "version": row["version"],
        "outcome": str(outcome),
        "why": why,
        "relation_id": relation_id,
        "annotation_id": annotation_id,
        "body": row["body"],
        "decided_at": records.now(),
        "decided_by": reviewer,
    }
    tx.execute(_DECIDED.insert(), [values])


def origins(project: Project, ids: Iterable[str]) -> dict[str, str]:
    """Relation or annotation id → "NAME vN" of the rule whose suggestion it began as."""
    query = select(
        _DECIDED.c.relation_id, _DECIDED.c.annotation_id, _DECIDED.c.rule, _DECIDED.c.version
    )
    made = (_DECIDED.c.relation_id, _DECIDED.c.annotation_id)
    return {
        row.relation_id or row.annotation_id: f"{row.rule} v{row.version}"
        for chunk in in_chunks(ids)
        for column in made
        for row in project.execute(query.where(column.in_(chunk)))
    }


def _row_of(about: ClaimProposal | RelationProposal) -> dict[str, Any]:
    return _claim_row(about) if isinstance(about, ClaimProposal) else _relation_row(about)


def _claim_row(about: ClaimProposal) -> dict[str, Any]:
    return {
        "id": about.key,
        "edition_id": about.claim.source,
        "rule": READING,
        "version": 1,
        "score": _MILLE,
        "body": _json(_member_values(about.claim)),
    }


def _relation_row(about: RelationProposal) -> dict[str, Any]:
    given = about.relation
    return {
        "id": about.key,
        "edition_id": None,
        "rule": given.rule,
        "version": given.version,
        "score": round(given.score * _MILLE),
        "body": _json(
            {
                "kind": str(given.kind),
                "dimension": given.dimension and str(given.dimension),
                "reason": given.reason,
                "members": [_member_values(each) for each in given.members],
            }
        ),
    }


def _json(values: Mapping[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False)


def _member_values(claim: SuggestedClaim) -> dict[str, Any]:
    return {
        "source": claim.source,
        "start": claim.start,
        "end": claim.end,
        "exact": claim.exact,
        "claim": records.claim_values("", claim.claim),
    }


def _claim_from(row: Any) -> ClaimProposal:
    try:
        return ClaimProposal(row.id, _member_from(json.loads(row.body)))
    except _NONSENSE as error:
        raise StorageError(records.DAMAGED) from error


def _relation_from(row: Any) -> RelationProposal:
    try:
        body = json.loads(row.body)
        relation = SuggestedRelation(
            RelationKind(body["kind"]),
            Dimension(body["dimension"]) if body["dimension"] else None,
            row.score / _MILLE,
            row.rule,
            row.version,
            body["reason"],
            tuple(map(_member_from, body["members"])),
        )
    except _NONSENSE as error:
        raise StorageError(records.DAMAGED) from error
    return RelationProposal(row.id, relation)


def _member_from(values: Mapping[str, Any]) -> SuggestedClaim:
    claim: Claim = records.claim_from(SimpleNamespace(**values["claim"]))
    return SuggestedClaim(values["source"], values["start"], values["end"], values["exact"], claim)
