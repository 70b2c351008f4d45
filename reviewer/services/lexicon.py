"""A reviewer's own words: which words of measures mean one thing, and which names one subject."""

from collections.abc import Iterable

from reviewer.domain.changes import Changes
from reviewer.domain.errors import ConflictError, ReviewerError
from reviewer.domain.term import Term
from reviewer.services.words import quoted
from reviewer.storage import terms as stored
from reviewer.storage.project import Project


def terms(project: Project) -> tuple[Term, ...]:
    """The terms of the project, by kind and word."""
    return stored.terms(project)


def set_terms(project: Project, seen: Iterable[Term], new: Iterable[Term]) -> Changes:
    """Put the terms in the place of those that the person started from."""
    wanted = tuple(sorted({_tidied(term) for term in new}))
    _refuse_two_meanings(wanted)
    with project.transaction("Edit the words that mean the same") as tx:
        current = stored.terms(project)
        if frozenset(current) not in (frozenset(seen), frozenset(wanted)):
            raise ConflictError("The words were changed in another window. Open them again.")
        stored.set_terms(tx, current, wanted)
    return tx.changes


def _tidied(term: Term) -> Term:
    word, meaning = (" ".join(text.split()) for text in (term.word, term.meaning))
    if not word or not meaning:
        raise ReviewerError(f"Say what {quoted(word or meaning)} stands for, or clear the row.")
    return Term(term.kind, word, meaning)


def _refuse_two_meanings(terms: Iterable[Term]) -> None:
    known: dict[tuple[str, str], str] = {}
    for term in terms:
        if known.setdefault((term.kind, term.word.casefold()), term.meaning) != term.meaning:
            raise ReviewerError(f"{quoted(term.word)} stands for two things. Keep one of the rows.")
