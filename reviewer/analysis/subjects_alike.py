"""What different subjects and places take from the likeness of two values."""

from reviewer.analysis.corpus import Corpus, Item
from reviewer.analysis.entities import is_country, is_within
from reviewer.analysis.frames import Frame
from reviewer.analysis.stems import content

_ABOUT = 5
_GENERIC = frozenset((
    "company", "board", "group", "government", "council", "office", "agency", "ministry",
    "minister", "authority", "commission", "committee", "firm", "management", "department",
))  # fmt: skip
"""Written like names, and of whomever the text is about."""
_OTHER, _CHOSEN, _UNKNOWN, _UNSTATED = 0.3, 0.6, 0.8, 0.9
_OTHER_PLACE, _LONE_PLACE, _LONE_EVENT = 0.3, 0.85, 0.75


def subjects_apart(corpus: Corpus, one: Item, other: Item) -> float:
    """1 for one subject, and less the likelier it is that the two are not the same."""
    a, b = one.frame, other.frame
    mine, theirs = a.who - _GENERIC, b.who - _GENERIC
    if mine & theirs or not mine or not theirs or _is_within(a, b):
        return 1.0
    if any(map(is_country, mine)) and any(map(is_country, theirs)):
        return _OTHER
    things = {a.thing, b.thing}
    if things & corpus.table.of_events:
        places = mine & corpus.places and theirs & corpus.places
        return _CHOSEN if places and a.stated and b.stated else _UNSTATED
    actors = bool(things & corpus.table.of_actors)
    if (mine & b.names or theirs & a.names) and not actors:
        return 1.0
    chosen = (b.stated and _knows(corpus, other, mine)) or (
        a.stated and _knows(corpus, one, theirs)
    )
    return _of_others(stated=a.stated and b.stated, chosen=chosen, actors=actors)


def _of_others(*, stated: bool, chosen: bool, actors: bool) -> float:
    """Two names may be of one subject as long as neither text knows the other's name: a text that
    knows both and says this one means this one."""
    if chosen and stated:
        return _OTHER if actors else _CHOSEN
    if chosen and actors:
        return _CHOSEN
    return _UNKNOWN if stated else _UNSTATED


def _is_within(a: Frame, b: Frame) -> bool:
    return any(is_within(x, y) for x in a.who for y in b.who)


def _knows(corpus: Corpus, item: Item, names: frozenset[str]) -> bool:
    return not names.isdisjoint(corpus.topics[item.reading])


def places_apart(corpus: Corpus, one: Item, other: Item) -> float:
    """1 for one place, less where only one is told of a place within, least where they differ."""
    a, b = _narrow(corpus, one), _narrow(corpus, other)
    if a and b:
        return 1.0 if a & b else _OTHER_PLACE
    if not a and not b:
        return 1.0
    lone, rest = (a, other) if a else (b, one)
    if lone & (rest.frame.names | rest.frame.who):
        return 1.0
    return _LONE_EVENT if one.frame.thing in corpus.table.of_events else _LONE_PLACE


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
