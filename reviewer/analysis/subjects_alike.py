"""How far two values are about the same subject, and of the same place."""

from itertools import islice

from reviewer.analysis.corpus import Corpus, Item
from reviewer.analysis.entities import is_country, is_within
from reviewer.analysis.frames import Frame
from reviewer.analysis.stems import content

_TWO = 2
_ABOUT = 5
_CHIEF = 4
_AHEAD = 1.2  # times the weight of the next, for a name to be what a text is about
_SAME, _SAME_UNSTATED, _WITHIN, _NAMED, _KNOWN, _EVENT = 1.0, 0.85, 0.8, 0.75, 0.7, 0.6


def same_subject(corpus: Corpus, one: Item, other: Item) -> float:
    """0 (another subject or place) to 1 (the same, and both sentences say so)."""
    places = _places(corpus, one, other)
    return places and places * _of_one(corpus, one, other)


def _of_one(corpus: Corpus, one: Item, other: Item) -> float:
    a, b = one.frame, other.frame
    if a.stated and b.stated and (len(a.who) >= _TWO or len(b.who) >= _TWO):
        return _of_several(a, b)
    if a.who & b.who:
        return _SAME if a.stated and b.stated else _SAME_UNSTATED
    if any(is_within(x, y) for x in a.who for y in b.who):
        return _WITHIN
    mentioned = a.who & b.names or b.who & a.names
    if mentioned and not _are_countries(a, b) and a.thing not in corpus.table.of_actors:
        return _NAMED
    return _of_others(corpus, one, other)


def _of_others(corpus: Corpus, one: Item, other: Item) -> float:
    """Where the names are not the same: what a text is about stands for what it leaves unsaid."""
    a, b = one.frame, other.frame
    if not (a.stated or b.stated):
        return 0.3 + 0.5 * min(1.0, 2 * corpus.event(one.reading, other.reading))
    mine = not a.stated or _knows(corpus, other, a.who)
    theirs = not b.stated or _knows(corpus, one, b.who)
    if not (mine and theirs):
        return 0.0
    if a.stated and b.stated:
        return _EVENT if a.thing in corpus.table.of_events else 0.0
    return _KNOWN


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


def _knows(corpus: Corpus, item: Item, names: frozenset[str]) -> bool:
    """Whether a text is mainly about one of the names too, or names it in the sentence; of what is
    told of events it is enough that it names it at all."""
    topics = corpus.topics[item.reading]
    chief = topics if item.frame.thing in corpus.table.of_events else islice(topics, _CHIEF)
    return bool(names.intersection(chief) or names & (item.frame.names | item.frame.beside))


def _places(corpus: Corpus, one: Item, other: Item) -> float:
    """Less where only one is told of a place within, nothing where the places differ."""
    a, b = _narrow(corpus, one), _narrow(corpus, other)
    of_event = one.frame.thing in corpus.table.of_events
    if a and b:
        return 0.0 if not a & b or (of_event and a != b) else 1.0
    if not a and not b:
        return 1.0
    lone, rest = (a, other) if a else (b, one)
    known = lone & (rest.frame.names | rest.frame.who)
    if known == lone or (known and not of_event):
        return 1.0
    return 0.0 if of_event else 0.75


def _narrow(corpus: Corpus, item: Item) -> frozenset[str]:
    """The places of a frame that are not what its text is about anyway."""
    topics = corpus.topics[item.reading]
    known = list(topics)
    first, second = (*known, "", "")[:_TWO]
    is_first = topics.get(first, 0.0) >= _AHEAD * topics.get(second, 0.0)
    titled = corpus.titles[item.reading]
    about = {key for key in known[:_ABOUT] if is_country(key)}
    if is_first and not any(content(key.split()) <= titled for key in known):
        about.add(first)
    return frozenset(
        place
        for place in item.frame.places
        - about
        - (item.frame.who if item.frame.stated else frozenset())
        if not content(place.split()) <= titled
    )
