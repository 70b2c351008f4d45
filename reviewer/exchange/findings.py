"""Relations as findings: which section each belongs to, its sides, and how far they differ."""

from collections.abc import Iterable
from dataclasses import fields
from enum import Enum, auto
from itertools import combinations

from reviewer.domain.checklist import QUESTIONS, Checklist
from reviewer.domain.claim import topic_of
from reviewer.domain.quantity import Quantity
from reviewer.domain.records import Relation
from reviewer.domain.sums import add, total_among
from reviewer.domain.views import Passage, RelationView
from reviewer.domain.vocabulary import Dimension, RelationKind, Status, Verdict
from reviewer.domain.wording import difference_text, quantity_text
from reviewer.exchange.facts import (
    credibility_fact,
    moment,
    reliability_fact,
    topic_title,
    value_in_normal_form,
    value_in_words,
)
from reviewer.exchange.layout import Fact, Finding, Side
from reviewer.exchange.material import Index

_EVERY_PAIR_UP_TO = 4  # sides; beyond that each is compared with the first, or nobody reads it

_NOT_BECAUSE = {
    Verdict.UPDATE: "Not a contradiction, because the value was updated over time.",
    Verdict.SCOPE: "Not a contradiction, because the scope or the definition differs.",
    Verdict.UNIT: "Not a contradiction, because the unit or the currency differs.",
    Verdict.ROUNDING: "Not a contradiction, because the difference is one of rounding.",
}
_DIRECTED = (
    RelationKind.UPDATES,
    RelationKind.SUPPORTS,
    RelationKind.QUALIFIES,
    RelationKind.DERIVES_FROM,
)


_OWED_BY_ALL = ("Status", "Verdict", "Rationale")
_OWED_WHILE_OPEN = (*_OWED_BY_ALL, "What would settle it")
"""What a contradiction should come with: where it is missing, the gap is shown."""


class Group(Enum):
    """Where in the report a relation stands, in the order of the report."""

    OPEN = auto()
    SETTLED = auto()
    NOT_A_CONTRADICTION = auto()
    OTHER = auto()
    SUGGESTED = auto()


def group_of(relation: Relation) -> Group:
    """Contradictions by what became of them; all other kinds together; proposals last."""
    if relation.status is Status.SUGGESTED:
        return Group.SUGGESTED
    if relation.kind is not RelationKind.CONTRADICTS:
        return Group.OTHER
    if relation.status is Status.OPEN:
        return Group.OPEN
    refuted = relation.verdict is not None and not relation.verdict.is_contradiction
    if relation.status is Status.DISMISSED or refuted:
        return Group.NOT_A_CONTRADICTION
    return Group.SETTLED


def in_order(relations: Iterable[RelationView]) -> list[RelationView]:
    """As every format numbers them, from 1: by group, else as given."""
    return sorted(relations, key=lambda view: group_of(view.relation).value)


def finding(view: RelationView, number: int, known: Index) -> Finding:
    """The relation with every side in full; ``number`` is its place among all of the report's."""
    relation = view.relation
    is_contradiction = relation.kind is RelationKind.CONTRADICTS
    letters = [letter_of(place) for place in range(len(view.passages))]
    sides = tuple(
        _side(passage, letter, known, is_preferred=passage.annotation.id == relation.preferred_id)
        for passage, letter in zip(view.passages, letters, strict=True)
    )
    return Finding(
        anchor=f"relation-{relation.id}",
        name=f"{'Contradiction' if is_contradiction else 'Relation'} {number}",
        title=_title(view),
        kind=relation.kind.label,
        status=relation.status.value,
        outcome=_outcome(relation),
        sides=sides,
        dimension=relation.dimension.label if relation.dimension else "",
        headline=_headline(relation, letters),
        comparison=_comparison(view, letters),
        checklist=_answers(relation.checklist) if is_contradiction else (),
        decision=_decision(view, sides),
    )


def _side(passage: Passage, letter: str, known: Index, *, is_preferred: bool) -> Side:
    source, claim = passage.source, passage.annotation.claim
    facts = (  # the same ones for each side, so that rows stand beside each other
        Fact("Value", value_in_words(claim), gap="no value"),
        Fact("Normal form", value_in_normal_form(claim), gap="no value"),
        Fact("As of", claim.as_of if claim else ""),
        Fact("Speaker", claim.speaker if claim else ""),
        Fact("Published", source.published, note=source.date_basis, gap="not known"),
        reliability_fact(source),
        credibility_fact(claim),
    )
    byline = " · ".join(filter(None, [source.publisher, source.published]))
    value = value_in_normal_form(claim) or value_in_words(claim)
    return Side(letter, known.quote(passage), byline, value, facts, is_preferred)


def _title(view: RelationView) -> str:
    for passage in view.passages:
        claim = passage.annotation.claim
        if claim and topic_of(claim):
            return topic_title(claim)
    return " / ".join(dict.fromkeys(passage.source.title for passage in view.passages))


def _outcome(relation: Relation) -> str:
    if relation.verdict:
        return relation.verdict.label
    if relation.kind is RelationKind.CONTRADICTS or relation.status is not Status.OPEN:
        return relation.status.label
    return ""


def _headline(relation: Relation, letters: list[str]) -> str:
    if group_of(relation) is Group.NOT_A_CONTRADICTION:
        if relation.verdict in _NOT_BECAUSE:
            return _NOT_BECAUSE[relation.verdict]
        reason = next(iter(relation.rationale.strip().splitlines()), "no reason was given.")
        return f"Not a contradiction, because: {reason}"
    if relation.kind is RelationKind.CONTRADICTS or not letters:
        return ""
    if relation.kind in _DIRECTED:
        return f"{letters[0]} {relation.kind.label} {_listed(letters[1:])}."
    return f"{_listed(letters)} say the same."


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def _comparison(view: RelationView, letters: list[str]) -> tuple[Fact, ...]:
    valued = [
        (letter, passage.annotation.claim.quantity)
        for letter, passage in zip(letters, view.passages, strict=True)
        if passage.annotation.claim and passage.annotation.claim.quantity
    ]
    if len(valued) < 2:  # noqa: PLR2004 - a difference takes two
        if view.relation.kind is not RelationKind.CONTRADICTS:
            return ()
        return (Fact("Difference", "", gap="not computed: fewer than two sides give a value"),)
    if view.relation.dimension is Dimension.SUM:
        return _sum_check(valued)
    pairs = list(combinations(valued, 2))
    if len(valued) > _EVERY_PAIR_UP_TO:
        pairs = [(valued[0], other) for other in valued[1:]]
    return tuple(
        Fact(f"From {a} to {b}", difference_text(one, other), gap="not comparable")
        for (a, one), (b, other) in pairs
    )


def _sum_check(valued: list[tuple[str, Quantity]]) -> tuple[Fact, ...]:
    """The total (by its role, else the first side) against the sum of all other sides."""
    place = total_among([value for _, value in valued])
    letter, total = valued[place]
    parts = valued[:place] + valued[place + 1 :]
    added = add([quantity for _, quantity in parts])
    label = f"Sum of {' + '.join(part for part, _ in parts)}"
    if added is None:
        return (Fact(label, "", gap="not computed: the sides differ in kind or unit"),)
    return (
        Fact(label, quantity_text(added)),
        Fact(
            f"From the sum to {letter}",
            difference_text(added, total),
            note=f"{letter} is {quantity_text(total)}.",
            gap="not comparable",
        ),
    )


def _answers(checklist: Checklist) -> tuple[Fact, ...]:
    answers = [(field.name, getattr(checklist, field.name)) for field in fields(checklist)]
    return tuple(
        Fact(QUESTIONS[name], answer.label if answer else "", gap="not answered")
        for name, answer in answers
    )


def _decision(view: RelationView, sides: tuple[Side, ...]) -> tuple[Fact, ...]:
    relation = view.relation
    preferred = next((side for side in sides if side.is_preferred), None)
    is_open = relation.status is Status.OPEN
    missing = "none yet" if is_open else "none"
    decided = [
        Fact("Status", relation.status.label),
        Fact("Verdict", relation.verdict.label if relation.verdict else "", gap=missing),
        Fact(
            "Preferred side",
            f"{preferred.letter}, {preferred.quote.source.text}" if preferred else "",
        ),
        Fact("Rationale", relation.rationale, gap=missing),
        Fact("What would settle it", relation.would_settle, gap=missing),
        Fact("Decided", moment(relation.decided_at, relation.decided_by)),
        Fact("Marked", moment(relation.created_at, relation.created_by)),
        Fact("Began as", f"a suggestion of the rule {view.origin}" if view.origin else ""),
    ]
    if relation.kind is not RelationKind.CONTRADICTS:
        return tuple(fact for fact in decided[is_open:] if fact.text)
    owed = _OWED_WHILE_OPEN if is_open else _OWED_BY_ALL
    return tuple(fact for fact in decided if fact.text or fact.label in owed)


def letter_of(place: int) -> str:
    """A to Z, then AA, AB, … as spreadsheets name columns."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
