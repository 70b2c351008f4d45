"""What different subjects and places take from the likeness of two values."""

from reviewer.analysis.corpus import Corpus, Item
from reviewer.analysis.entities import is_country, is_organ, is_within
from reviewer.analysis.frames import Frame
from reviewer.analysis.joint import told_in_part
from reviewer.analysis.stems import content, stem
from reviewer.analysis.whose import AGED
from reviewer.domain.vocabulary import QuantityKind

_ABOUT = 5
_LEADING = 0.15  # of all that a text names: whom it is about, for sure
_AHEAD = 1.2  # times the weight of the next, for a name to be what a text is about
_CLASSES = frozenset(map(stem, (
    "cyclone", "hurricane", "typhoon", "storm", "tropical", "school", "university", "college",
    "hospital", "river", "lake", "dam", "mount", "valley", "island", "islands", "city", "town",
    "county", "province", "district", "state", "region", "bank", "airport", "port", "station",
    "bridge", "tunnel", "mine", "plant", "park", "farm", "wind", "solar", "power", "energy", "oil",
    "gas", "pipeline", "project", "line", "lines", "airlines", "airways", "air", "capital",
    "partners", "fund", "foods", "steel", "motors", "bay", "north", "south", "east", "west",
    "upper", "lower", "san", "saint", "st", "new", "hill", "point", "church", "street", "road",
    "club", "union", "association", "institute", "terminal", "refinery", "reservoir", "phase",
)))  # fmt: skip
"""What names of many things have in common."""
_ANOTHER, _NEVER, _CHOSEN, _UNSTATED, _MENTIONED = 0.2, 0.03, 0.6, 0.9, 0.7
_OTHER_PLACE, _MEASURED_ELSEWHERE, _LONE_PLACE, _LONE_EVENT = 0.3, 0.08, 0.85, 0.75
_LONE_LESS, _PART = 0.08, 0.7
_CHIEF, _OF_WHERE_ALL_IS = 2, 0.5  # a place that the other text is about anyway is no part


def subjects_apart(corpus: Corpus, one: Item, other: Item) -> float:
    """1 for one subject, and less the likelier it is that the two are not the same."""
    return _named_apart(corpus, one, other) * told_in_part(one, other)


def _named_apart(corpus: Corpus, one: Item, other: Item) -> float:
    a, b = one.frame, other.frame
    mine, theirs = _own(a), _own(b)
    if _are_ages(one) and _are_ages(other):
        return 1.0 if a.stated and b.stated and a.who & b.who else 0.0
    if mine & theirs or not mine or not theirs or _is_within(a, b) or _are_alike(mine, theirs):
        return 1.0
    countries = any(map(is_country, mine)) and any(map(is_country, theirs))
    both = a.stated and b.stated
    told = (not a.stated and theirs & a.names) or (not b.stated and mine & b.names)
    if (countries and (both or not told)) or (both and _are_two_of_a_class(mine, theirs)):
        return _NEVER
    return _apart(corpus, one, other)


def _own(frame: Frame) -> frozenset[str]:
    """Whom it is about, without bodies of whomever that may be."""
    who = frame.who
    return who if not any(map(is_organ, who)) else frozenset(k for k in who if not is_organ(k))


def _are_ages(item: Item) -> bool:
    """Whether it is how old somebody is, which nobody else need be."""
    quantity = item.claim.claim.quantity
    return quantity is not None and quantity.unit == AGED and item.frame.thing == "age"


def _apart(corpus: Corpus, one: Item, other: Item) -> float:
    """Of two that have no name in common."""
    a, b = one.frame, other.frame
    mine, theirs = _own(a), _own(b)
    things = {a.thing, b.thing}
    if things & corpus.table.of_events:
        places = mine & corpus.places and theirs & corpus.places
        if _is_other_event(corpus, one, other) or _is_other_event(corpus, other, one):
            return _ANOTHER
        return _CHOSEN if places and a.stated and b.stated else _UNSTATED
    actors = bool(things & corpus.table.of_actors)
    if mine & b.names and theirs & a.names:
        return _MENTIONED  # "Orvane's Lund plant" and "Orvane … at its Lund plant"
    if (mine & b.names or theirs & a.names) and not actors:
        return _MENTIONED if a.stated and b.stated else 1.0
    if _is_another(corpus, one, other) or _is_another(corpus, other, one):
        return _ANOTHER
    chosen = (b.stated and _knows(corpus, other, mine)) or (
        a.stated and _knows(corpus, one, theirs)
    )
    return _of_others(stated=a.stated and b.stated, chosen=chosen, actors=actors)


def _is_other_event(corpus: Corpus, item: Item, other: Item) -> bool:
    """Whether it is told of an earlier storm or the like by a text that knows the other's too."""
    mine, theirs = _own(item.frame), _own(other.frame)
    if not item.frame.stated or mine & corpus.places or any(map(is_country, mine | theirs)):
        return False
    topics = corpus.topics[item.reading]
    return any(is_within(key, known) for key in theirs for known in topics)


def _is_another(corpus: Corpus, item: Item, other: Item) -> bool:
    """Whether a text that is about whom the other text is about says here that it tells of
    another, of whom the other text says nothing. Whom a text is about is known where it speaks of
    one far more than of others."""
    mine, theirs = _own(item.frame), _own(other.frame)
    known = _knows(corpus, item, theirs) and not _knows(corpus, other, mine)
    places = any(map(is_country, mine | theirs))
    sure = other.frame.stated or _leads(corpus, other)
    return item.frame.stated and known and not places and sure and not item.frame.names & theirs


def _leads(corpus: Corpus, item: Item) -> bool:
    topics = corpus.topics[item.reading]
    return any(topics.get(name, 0.0) >= _LEADING for name in item.frame.who)


def _of_others(*, stated: bool, chosen: bool, actors: bool) -> float:
    """Two that both sentences name are two; what only its text names may be either, less so where
    that text knows both and says this one."""
    if stated:
        return _NEVER
    return _CHOSEN if chosen and actors else _UNSTATED


def _are_alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two names share a word: "Corvex" and "pump maker Corvex plc". What many are called
    ("Cyclone Maru", "Cyclone Idra") says nothing where each has a name of its own besides."""
    one, other = (content(" ".join(names).split()) for names in (mine, theirs))
    common = one & other
    return bool(common) and not (common <= _CLASSES and one - common and other - common)


def _are_two_of_a_class(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether each is a name of its own before a word that both have: two cyclones."""
    one, other = (content(" ".join(names).split()) for names in (mine, theirs))
    return bool(one & other & _CLASSES) and bool(one - other) and bool(other - one)


def _is_within(a: Frame, b: Frame) -> bool:
    return any(is_within(x, y) for x in a.who for y in b.who)


def _knows(corpus: Corpus, item: Item, names: frozenset[str]) -> bool:
    return not names.isdisjoint(corpus.topics[item.reading])


def places_apart(corpus: Corpus, one: Item, other: Item) -> float:
    """1 for one place, less where only one is told of a place within, least where they differ, or
    where what is counted within is no more than a part."""
    a, b = _narrow(corpus, one), _narrow(corpus, other)
    of_event = one.frame.thing in corpus.table.of_events
    if a and b and not one.frame.places & other.frame.places:
        measure = one.frame.kind is QuantityKind.MEASURE
        return _MEASURED_ELSEWHERE if measure else _OTHER_PLACE
    lone, within, rest = (a - b, one, other) if a - b else (b - a, other, one)
    if not lone or (a & b and not of_event):
        return 1.0
    if lone <= rest.frame.names | rest.frame.who:
        return 1.0
    if not of_event:
        return _LONE_LESS if _is_branch(corpus, within, rest) else _LONE_PLACE
    measure = within.frame.kind is QuantityKind.MEASURE  # no part of what is measured elsewhere
    larger = within.frame.span.value > rest.frame.span.value
    if measure or larger:
        return _LONE_EVENT
    chief = list(corpus.topics[rest.reading])[:_CHIEF]
    small = within.frame.span.value < rest.frame.span.value / 2
    return _NEVER if small or lone.isdisjoint(chief) else _OF_WHERE_ALL_IS


def _is_branch(corpus: Corpus, within: Item, rest: Item) -> bool:
    """Whether a smaller value in a place can be what there is there, of all that there is."""
    a, b = within.frame, rest.frame
    adds_up = a.kind is QuantityKind.COUNT or a.thing in corpus.table.of_actors
    one = bool(a.thing) and a.thing == b.thing and adds_up
    return one and not b.places and a.span.value < _PART * b.span.value


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
