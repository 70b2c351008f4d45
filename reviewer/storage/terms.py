"""A reviewer's own words as rows."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from reviewer.domain.ids import new_id
from reviewer.domain.term import Term, TermKind
from reviewer.storage.project import Project, Transaction
from reviewer.storage.tables import TermRow

_TABLE: Any = TermRow.__table__
_KINDS = frozenset(map(str, TermKind))


def terms(project: Project) -> tuple[Term, ...]:
    """All terms, by kind and word; kinds that this program does not know are left out."""
    rows = project.execute(select(_TABLE))
    return tuple(
        sorted(Term(TermKind(r.kind), r.word, r.meaning) for r in rows if r.kind in _KINDS)
    )


def set_terms(tx: Transaction, before: Iterable[Term], after: Iterable[Term]) -> None:
    """Bring the rows from ``before`` to ``after``; those that are in both are left alone."""
    old, new = frozenset(before), frozenset(after)
    for term in sorted(old - new):
        tx.execute(
            _TABLE.delete().where(
                _TABLE.c.kind == str(term.kind),
                _TABLE.c.word == term.word,
                _TABLE.c.meaning == term.meaning,
            )
        )
    added = [
        {"id": new_id(), "kind": str(t.kind), "word": t.word, "meaning": t.meaning}
        for t in sorted(new - old)
    ]
    if added:
        tx.execute(_TABLE.insert(), added)
