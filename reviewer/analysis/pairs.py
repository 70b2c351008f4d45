"""How far two frames are about the same: subject and event, measure and scope."""

from math import sqrt
from typing import NamedTuple

from reviewer.analysis.corpus import Corpus, Item
from reviewer.analysis.entities import is_country, is_within
from reviewer.analysis.frames import Frame
from reviewer.analysis.stems import content
from reviewer.domain.vocabulary import QuantityKind, Role

MEASURE, SUBJECT, CONTEXT, EVENT = 0.4, 0.3, 0.2, 0.1
_LEAST_EVENT = 0.12
_LEAST_MEASURE = 0.45
_STATES = frozenset(["damaged", "destroyed", "flooded", "closed"])
_TWO = 2
_ABOUT = 5


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
    if measure < _LEAST_MEASURE:
        return None
    event = corpus.event(one.reading, other.reading)
    if event < _LEAST_EVENT:
        return None
    subject = _subject(corpus, one, other)
    if not subject:
        return None
    return Likeness(measure, subject, _context(corpus, one, other), event)


def _measure(corpus: Corpus, a: Frame, b: Frame) -> float:
    table = corpus.table
    if a.thing and b.thing and a.thing != b.thing and not table.are_near(a.thing, b.thing):
        return 0.0
    if a.rate != b.rate and a.rate and b.rate:
        return 0.0
    if {a.act, b.act} <= _STATES and a.act != b.act:
        return 0.0
    if a.thing and a.thing == b.thing:
        alike = 1.0
    elif a.thing and b.thing:
        alike = 0.85
    else:
        alike = 0.75 * _overlap(corpus, a.heads, b.heads)
        if a.kind is QuantityKind.COUNT and not (a.heads & b.heads):
            return 0.0
    return alike * _qualified(a, b) * _scoped(a, b)


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


def _subject(corpus: Corpus, one: Item, other: Item) -> float:
    a, b = one.frame, other.frame
    if len(a.who) >= _TWO or len(b.who) >= _TWO:
        return _of_several(a, b)
    places = _places(corpus, one, other)
    if not places:
        return 0.0
    if a.who & b.who:
        return places * (1.0 if a.stated and b.stated else 0.85)
    if any(is_within(x, y) for x in a.who for y in b.who):
        return places * 0.8
    mentioned = a.who & b.names or b.who & a.names
    if mentioned and not _are_countries(a, b) and a.thing not in corpus.table.of_actors:
        return places * 0.75
    knows = _knows(corpus, one, b.who) and _knows(corpus, other, a.who)
    if not (a.stated or b.stated):
        return places * (0.3 + 0.5 * min(1.0, 2 * corpus.event(one.reading, other.reading)))
    if not a.stated or not b.stated:
        return places * (0.7 if _is_known(corpus, one, other) else 0.0)
    if corpus.table is not None and a.thing in corpus.table.of_events:
        return places * (0.6 if knows else 0.0)
    return 0.0


def _are_countries(a: Frame, b: Frame) -> bool:
    return any(map(is_country, a.who)) and any(map(is_country, b.who))


def _of_several(a: Frame, b: Frame) -> float:
    """Two who act together are compared with the same two, or with more among whom they are."""
    shared = a.who & b.who
    if a.who == b.who:
        return 1.0
    within = a.who <= b.who or b.who <= a.who
    if within and len(shared) >= _TWO:
        return 0.8
    return 0.5 if within and not (a.stated and b.stated) else 0.0


def _is_known(corpus: Corpus, one: Item, other: Item) -> bool:
    """Whether the subject that one states is among what the other's text is about."""
    if one.frame.stated:
        return _knows(corpus, other, one.frame.who)
    return _knows(corpus, one, other.frame.who)


def _knows(corpus: Corpus, item: Item, names: frozenset[str]) -> bool:
    """Whether a text is about one of the names too, or names it in the sentence."""
    return bool(names & (corpus.topics[item.reading].keys() | item.frame.names))


def _places(corpus: Corpus, one: Item, other: Item) -> float:
    """Less where only one is told of a place within, nothing where the places differ."""
    a, b = _narrow(corpus, one), _narrow(corpus, other)
    if a and b:
        return 1.0 if a & b else 0.0
    if not a and not b:
        return 1.0
    lone, rest = (a, other) if a else (b, one)
    if lone & (rest.frame.names | rest.frame.who):
        return 1.0
    return 0.0 if one.frame.thing in corpus.table.of_events else 0.75


def _narrow(corpus: Corpus, item: Item) -> frozenset[str]:
    """The places of a frame that are not what its text is about anyway."""
    known = list(corpus.topics[item.reading])
    about = {key for key in known[:_ABOUT] if is_country(key)}.union(known[:1])
    titled = corpus.titles[item.reading]
    return frozenset(
        place
        for place in item.frame.places
        - about
        - (item.frame.who if item.frame.stated else frozenset())
        if not content(place.split()) <= titled
    )


def fits_role(a: Frame, b: Frame) -> bool:
    """Whether the parts that two values play let them be compared at all."""
    roles = {a.role, b.role}
    if a.change != b.change:
        return False
    if Role.TARGET in roles or Role.RATE in roles or Role.START in roles or Role.END in roles:
        return len(roles) == 1
    if Role.ADDITIONAL in roles:
        return False
    if Role.PART in roles:
        return len(roles) == 1 and bool(a.heads & b.heads)
    return True
