"""How far two frames are about the same: subject and event, measure and scope."""

from math import sqrt
from typing import NamedTuple

from reviewer.analysis.corpus import Corpus, Item
from reviewer.analysis.frames import Frame
from reviewer.analysis.subjects_alike import same_subject
from reviewer.domain.vocabulary import Role

MEASURE, SUBJECT, CONTEXT, EVENT = 0.4, 0.3, 0.2, 0.1
_LEAST_EVENT = 0.12
_LEAST_MEASURE = 0.45
_STATES = frozenset(["damaged", "destroyed", "flooded", "closed", "rebuilt", "cut off"])


class Likeness(NamedTuple):
    """Each 0 to 1. ``score`` is their weighted sum."""

    measure: float
    subject: float
    context: float
    event: float

    @property
    def score(self) -> float:
        """What they come to together."""
        return (
            MEASURE * self.measure
            + SUBJECT * self.subject
            + CONTEXT * self.context
            + EVENT * min(1.0, 2 * self.event)
        )


def likeness_of(corpus: Corpus, one: Item, other: Item) -> Likeness | None:
    """How alike two items are, or None where they are not about the same."""
    a, b = one.frame, other.frame
    if one.reading == other.reading and a.sentence == b.sentence:
        return None
    measure = _measure(corpus, a, b)
    event = corpus.event(one.reading, other.reading) if measure >= _LEAST_MEASURE else 0.0
    subject = same_subject(corpus, one, other) if event >= _LEAST_EVENT else 0.0
    if not subject:
        return None
    return Likeness(measure, subject, _context(corpus, one, other), event)


def _measure(corpus: Corpus, a: Frame, b: Frame) -> float:
    if a.slot and b.slot and not a.slot & b.slot:
        return 0.0
    other_rate = a.rate != b.rate and a.rate and b.rate
    states = _STATES.intersection((a.act,)), _STATES.intersection((b.act,))
    objects = corpus.table.objects.intersection((a.thing, b.thing))
    other_state = states[0] != states[1] and (objects or all(states))
    if other_rate or other_state:
        return 0.0
    if not (a.thing and b.thing):
        alike = 0.75 * _overlap(corpus, *_heads(corpus, a, b))
    elif a.thing == b.thing:
        alike = 1.0
    else:
        alike = 0.85 * corpus.table.are_near(a.thing, b.thing)
    return alike and alike * _qualified(a, b) * _scoped(a, b)


def _heads(corpus: Corpus, a: Frame, b: Frame) -> tuple[frozenset[str], frozenset[str]]:
    """The words for what is measured; where it is only people, those for what they do."""
    persons = corpus.table.person_stems
    if a.heads <= persons and b.heads <= persons:
        return frozenset(a.near) - persons, frozenset(b.near) - persons
    return a.heads - persons, b.heads - persons


def _qualified(a: Frame, b: Frame) -> float:
    """Less where one is told of a sort that the other does not know: "military aid"."""
    if a.qualifiers and b.qualifiers and not a.qualifiers & b.qualifiers:
        return 0.0
    lone = {word for word in a.qualifiers - b.qualifiers if word not in b.words}
    lone |= {word for word in b.qualifiers - a.qualifiers if word not in a.words}
    return 0.55 if lone else 1.0


def _scoped(a: Frame, b: Frame) -> float:
    """Less where one is told of what it is for and the other is not."""
    if a.scope and b.scope:
        return 1.0 if a.scope & b.scope else 0.0
    lone = a.scope.difference(b.words) | b.scope.difference(a.words)
    if lone and Role.TOTAL in (a.role, b.role):
        return 0.0
    return 0.5 if lone else 1.0


def _overlap(corpus: Corpus, one: frozenset[str], other: frozenset[str]) -> float:
    """Shared words by weight, against the geometric mean of both."""
    shared = corpus.weight(one & other)
    if not shared:
        return 0.0
    return _share(shared, corpus.weight(one), corpus.weight(other))


def _context(corpus: Corpus, one: Item, other: Item) -> float:
    a, b = one.frame, other.frame
    sentence = corpus.weight(set(a.words).intersection(b.words))
    clause = corpus.weight(set(a.near).intersection(b.near))
    return min(
        1.0,
        _share(sentence, one.weights[0], other.weights[0])
        + _share(clause, one.weights[1], other.weights[1]),
    )


def _share(shared: float, one: float, other: float) -> float:
    return shared / sqrt(one * other) if shared else 0.0
