"""What different subjects and places take from the likeness of two values."""

from reviewer.analysis.corpus import Corpus, Item
from reviewer.analysis.entities import is_country, is_within
from reviewer.analysis.frames import Frame
from reviewer.analysis.stems import content

_ABOUT = 5
_AHEAD = 1.2  # times the weight of the next, for a name to be what a text is about
_GENERIC = frozenset((
    "company", "board", "group", "government", "council", "office", "agency", "ministry",
    "minister", "authority", "commission", "committee", "firm", "management", "department",
))  # fmt: skip
"""Written like names, and of whomever the text is about."""
_NEVER, _CHOSEN, _UNSTATED = 0.03, 0.6, 0.9
_OTHER_PLACE, _LONE_PLACE, _LONE_EVENT = 0.3, 0.85, 0.75


def subjects_apart(corpus: Corpus, one: Item, other: Item) -> float:
    """1 for one subject, and less the likelier it is that the two are not the same."""
    a, b = one.frame, other.frame
    mine, theirs = a.who - _GENERIC, b.who - _GENERIC
    if mine & theirs or not mine or not theirs or _is_within(a, b) or _are_alike(mine, theirs):
        return 1.0
    if any(map(is_country, mine)) and any(map(is_country, theirs)):
        return _NEVER
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
    """Two that both sentences name are two; what only its text names may be either, less so where
    that text knows both and says this one."""
    if stated:
        return _NEVER
    return _CHOSEN if chosen and actors else _UNSTATED


def _are_alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two names share a word: "Corvex" and "pump maker Corvex plc"."""
    one, other = (content(" ".join(names).split()) for names in (mine, theirs))
    return not one.isdisjoint(other)


def _is_within(a: Frame, b: Frame) -> bool:
    return any(is_within(x, y) for x in a.who for y in b.who)


def _knows(corpus: Corpus, item: Item, names: frozenset[str]) -> bool:
    return not names.isdisjoint(corpus.topics[item.reading])


def places_apart(corpus: Corpus, one: Item, other: Item) -> float:
    """1 for one place, less where only one is told of a place within, least where they differ, or
    where what is counted within is no more than a part."""
    a, b = _narrow(corpus, one), _narrow(corpus, other)
    of_event = one.frame.thing in corpus.table.of_events
    if a and b and not a & b:
        return _OTHER_PLACE
    lone, within, rest = (a - b, one, other) if a - b else (b - a, other, one)
    if not lone or (a & b and not of_event):
        return 1.0
    if lone <= rest.frame.names | rest.frame.who:
        return 1.0
    if not of_event:
        return _LONE_PLACE
    return _LONE_EVENT if within.frame.span.value > rest.frame.span.value else _NEVER


def _narrow(corpus: Corpus, item: Item) -> frozenset[str]:
    """The places of a frame that are not what its text is about anyway."""
    if not item.frame.places:
        return item.frame.places
    about = corpus.about.get(item.reading)
    if about is None:
        about = corpus.about[item.reading] = _about(corpus, item.reading)
    titled = corpus.titles[item.reading]
    return frozenset(
        place
        for place in item.frame.places
        - about
        - (item.frame.who if item.frame.stated else frozenset())
        if not content(place.split()) <= titled
    )


def _about(corpus: Corpus, reading: int) -> frozenset[str]:
    """The countries that a text is about, and its first name if that clearly leads."""
    topics = corpus.topics[reading]
    known = list(topics)
    first, second = (*known, "", "")[:2]
    is_first = topics.get(first, 0.0) >= _AHEAD * topics.get(second, 0.0)
    titled = corpus.titles[reading]
    about = {key for key in known[:_ABOUT] if is_country(key)}
    if is_first and not any(content(key.split()) <= titled for key in known):
        about.add(first)
    return frozenset(about)
