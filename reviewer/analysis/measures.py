"""What a value measures: a label of the concepts, the act, and the text's own words for it."""

from collections.abc import Iterator
from typing import NamedTuple

from reviewer.analysis.concepts import Concepts
from reviewer.analysis.regions import STOPS, Region
from reviewer.analysis.sorts import sort_of
from reviewer.analysis.stems import content
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind

_CLAUSE = 5  # what a comma between the word and the value costs, in words
_FARTHEST = 9
_FARTHEST_SUBJECT = 16  # a clause's own subject may stand farther before its value
_CLOSE = 4
_AND = 0.4  # of a comma
_CUTS = frozenset((
    "as", "after", "while", "when", "because", "but", "before", "since", "that", "which", "who",
    "if", "although", "though", "where", "unless", "whereas",
))  # fmt: skip
_WHO = frozenset(["who", "that"])
_ACT_REACH = 6
_HEADS = 5
_SCOPE = 5
_SCOPE_ENDS = STOPS | frozenset(
    [
        "in",
        "to",
        "and",
        "is",
        "was",
        "were",
        "are",
        "will",
        "at",
        "by",
        "from",
        "of",
        "rises",
        "rose",
        "fell",
        "over",
        "the",
    ]
)
_PERSON_REACH = 9
_OF_UNITS = {
    **dict.fromkeys(("kW", "MW", "GW", "TW"), "capacity"),
    **dict.fromkeys(("kWh", "MWh", "GWh", "TWh"), "output"),
}
"""What a unit alone says of what is measured, where no word does."""
_TELLING_UNITS = {"magnitude": "magnitude", "°C": "temperature", "°F": "temperature"}
_SPEECH = frozenset(("said", "says", "told", "reported", "added", "published", "updated"))
_ANYBODY = frozenset(["population", "households"])  # what else is said of them says more
_PARTING = STOPS | {"and", "or", "but"}
_KIND_NAMES = {QuantityKind.FRACTION: "percent"}


_RATES_SET = frozenset((
    "tax", "vat", "duty", "levy", "tariff", "tariffs", "fare", "fares", "wage", "toll", "rate",
    "excise", "contribution", "pension", "premium", "benefit", "allowance", "limit",
))  # fmt: skip
_RANKS = frozenset(
    [
        "first",
        "second",
        "third",
        "worst",
        "most",
        "record",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "tenth",
    ]
)
_MOVES_TO = frozenset((
    "goes", "go", "moves", "move", "rises", "rise", "falls", "fall", "drops", "drop", "increases",
    "increase", "cut", "lowered", "raised", "reduced", "comes", "doubles", "halved", "becomes",
))  # fmt: skip


class Measured(NamedTuple):
    """What a value measures; see ``Frame``."""

    thing: str
    act: str
    qualifiers: frozenset[str]
    heads: frozenset[str]
    said: tuple[str, str] = ("", "")  # the words for thing and act
    scope: frozenset[str] = frozenset()


class _Hit(NamedTuple):
    cost: int
    label: str
    before: bool
    place: int  # in its side of the region
    length: int


def measured(table: Concepts, region: Region, quantity: Quantity) -> Measured:
    """The nearest thing that a value of this kind can be of; counts begin with their noun."""
    verb = act_near(table, region)
    act = table.act_of(verb)
    if quantity.kind is QuantityKind.COUNT:
        return _counted(table, region, quantity, act)
    if quantity.unit in _TELLING_UNITS:
        heads = content(region.before[-_HEADS:] + region.after[:_HEADS])
        return Measured(_TELLING_UNITS[quantity.unit], act, frozenset(), heads)
    hit = _nearest(table, region, quantity)
    if hit is None or not _reaches(region, hit):
        thing = "cost" if _is_costly(table, region, quantity) else _OF_UNITS.get(quantity.unit, "")
        heads = content(region.before[-_HEADS:] + region.after[:_HEADS])
        return Measured(thing, act, frozenset(), heads)
    if _is_costly(table, region, quantity) and (hit.before or hit.place > 0):
        return Measured("cost", act, frozenset(), content(region.after[:_HEADS]))
    side = region.before if hit.before else region.after
    thing = table.together.get((hit.label, act), hit.label)
    if thing == "price" and _is_of_works(table, side[hit.place + hit.length :]):
        thing = "cost"
    around = side[max(0, hit.place - 2) : hit.place]
    heads = content(side[max(0, hit.place - 3) : hit.place + 4])
    if verb in side[hit.place : hit.place + hit.length] and thing in table.of_events:
        act = verb = ""
    said = " ".join(side[hit.place : hit.place + hit.length])
    scope = _scope(side[hit.place + hit.length :], [] if not hit.before else region.after)
    return Measured(thing, act, _qualifying(table, around), heads, (said, verb), scope)


def _reaches(region: Region, hit: _Hit) -> bool:
    """Whether a thing is near enough; without a sign between, as far as a clause is long."""
    if hit.cost <= _FARTHEST:
        return True
    between = region.before[hit.place + hit.length :]
    clear = hit.before and not STOPS.intersection(between) and "that" not in between
    return clear and hit.cost <= _FARTHEST_SUBJECT


def _scope(*sides: list[str]) -> frozenset[str]:
    """What stands behind "on" or "for" right after a thing or a value, up to a sign."""
    for words in sides:
        if words[:1] and words[0] in ("on", "for"):
            end = next((i for i, word in enumerate(words) if word in _SCOPE_ENDS), len(words))
            found = content(words[1 : min(end, _SCOPE)])
            if found:
                return found
    return frozenset()


def _counted(table: Concepts, region: Region, quantity: Quantity, act: str) -> Measured:
    noun = quantity.unit.lower().split()
    heads = content(noun)
    own = next(filter(None, (table.thing_at(noun, i, "count")[0] for i in range(len(noun)))), "")
    ahead = region.after[:_CLOSE] if len(noun) == 1 else []
    counted = {*noun, *(ahead if not STOPS.intersection(ahead) else ())}
    whole, length = table.thing_at(region.after, 0, "count") if region.after else ("", 0)
    if own and length > len(noun):  # "roles to go"
        own = whole
    persons = not noun or bool(table.persons & counted)
    if persons and own in _ANYBODY:
        own = ""
    if persons:
        hit = _nearest(table, region, quantity, own=noun)
        if hit and hit.cost <= _PERSON_REACH and (hit.label in table.of_events or not noun):
            return Measured(hit.label, act, frozenset(), heads)
        if not own and hit and hit.cost <= _PERSON_REACH:
            own = hit.label
        own = own or next(
            filter(None, (table.thing_at(noun, i, "count")[0] for i in range(len(noun)))), ""
        )
    elif own:
        own = _put_to_use(table, region, noun, own)
    thing = table.together.get((own, act), own)
    return Measured(thing, act, _qualifying(table, noun), heads)


def _put_to_use(table: Concepts, region: Region, noun: list[str], own: str) -> str:
    """ "To power 500,000 homes": what the table makes of the noun and a thing close by."""
    for place in range(max(0, len(region.before) - _CLOSE), len(region.before)):
        label, _ = table.thing_at(region.before, place, "count")
        if (own, label) in table.together:
            return table.together[own, label]
    for place in range(len(noun), min(len(region.after), len(noun) + _CLOSE)):
        label, _ = table.thing_at(region.after, place, "count")
        if (own, label) in table.together:
            return table.together[own, label]
    return own


def _qualifying(table: Concepts, words: list[str]) -> frozenset[str]:
    return frozenset(word for word in words if word in table.qualifiers)


def _nearest(
    table: Concepts, region: Region, quantity: Quantity, own: list[str] | None = None
) -> _Hit | None:
    hits = list(_hits(table, region, kind_of(quantity)))
    if quantity.base:
        whole = 1 + len(quantity.base.split())
        beside = set(region.after[whole:]) & _PARTING
        hits = [hit for hit in hits if hit.before or not (beside or hit.place <= whole)] or hits
    if own:
        hits = [hit for hit in hits if hit.before or hit.place >= len(own) or own[-1] == "lives"]
    if quantity.kind is QuantityKind.MONEY:
        hits = [hit for hit in hits if hit.label in table.kinds]
    return min(hits, default=None)


def kind_of(quantity: Quantity) -> str:
    """The lexicon's word for the sort of value that a quantity is."""
    if quantity.kind is QuantityKind.MEASURE:
        return sort_of(quantity.unit, quantity.base)
    return _KIND_NAMES.get(quantity.kind, quantity.kind.value)


def _hits(table: Concepts, region: Region, kind: str) -> Iterator[_Hit]:
    stops = 0.0
    skip = 0
    for place, word in enumerate(region.after):
        told = place == 1 and word in _WHO  # "people who died": of those who are counted
        stops += (word in STOPS or (word in _CUTS and not told)) + _AND * (word == "and")
        label, length = table.thing_at(region.after, place, kind) if place >= skip else ("", 0)
        if label:
            skip = place + length
            yield _Hit(
                place + round(stops * _CLAUSE), label, before=False, place=place, length=length
            )
    stops = 0.0
    last = len(region.before) - 1
    longest: dict[int, tuple[str, int]] = {}
    for place in range(len(region.before)):
        label, length = table.thing_at(region.before, place, kind)
        if label:
            end = place + length - 1
            if end not in longest or longest[end][1] < length:
                longest[end] = (label, length)
    for place in range(last, -1, -1):
        word = region.before[place]
        stops += (word in STOPS or word in _CUTS) + _AND * (word == "and")
        if place in longest:
            cost = last - place + 1 + round(stops * _CLAUSE)
            yield _Hit(
                cost, longest[place][0], True, place - longest[place][1] + 1, longest[place][1]
            )


def act_near(table: Concepts, region: Region) -> str:
    """The word for the act nearest to the value, before it or behind it."""
    best = (_ACT_REACH + 1, "")
    for words, before in ((region.before, True), (region.after, False)):
        for distance in range(min(_ACT_REACH, len(words))):
            place = len(words) - 1 - distance if before else distance
            pair = " ".join(words[place : place + 2])
            verb = pair if table.act_of(pair) else words[place]
            if distance < best[0] and table.act_of(verb) and pair != "up to":
                best = (distance, verb)
    return best[1]


def _is_of_works(table: Concepts, words: list[str]) -> bool:
    """ "The price of the new hydro scheme" is what it costs, and no price of a thing for sale."""
    return words[:1] == ["of"] and bool(table.costly.intersection(words[1:_FARTHEST]))


def _is_costly(table: Concepts, region: Region, quantity: Quantity) -> bool:
    if quantity.kind is not QuantityKind.MONEY:
        return False
    ahead = region.after[:4]
    for word in ahead:
        if word in STOPS or word in ("in", "of", "for", "to", "from", "on", "and", "by"):
            return False
        if word in table.costly:
            return True
    return False


def lasting(table: Concepts, region: Region, quantity: Quantity) -> Measured | None:
    """What a duration is of, where the words close to it say so: "jailed for 12 years"."""
    hit = _nearest(table, region, quantity)
    if hit is None or hit.cost > _CLOSE or not _lasts(table, hit.label):
        return None
    side = region.before if hit.before else region.after
    said = " ".join(side[hit.place : hit.place + hit.length])
    heads = content(region.before[-_HEADS:] + region.after[:_HEADS])
    return Measured(
        hit.label, table.act_of(act_near(table, region)), frozenset(), heads, (said, "")
    )


def _lasts(table: Concepts, label: str) -> bool:
    return "duration" in table.kinds.get(label, frozenset())


def happening_near(table: Concepts, region: Region) -> tuple[str, frozenset[str]]:
    """What happens on a date, and the words around it; the nearest, before the date first. A day
    on which somebody said something is of nothing else."""
    around = content(region.before[-8:] + region.after[:8])
    if _SPEECH & set(region.before[-2:]) or _is_window(region.before):
        return "", around
    best = (_FARTHEST + 1, 0, "")
    for words, before in ((region.before, True), (region.after, False)):
        stops = 0
        order = range(len(words) - 1, -1, -1) if before else range(len(words))
        for distance, place in enumerate(order):
            stops += words[place] in STOPS
            label, length = table.happening_at(words, place)
            cost = distance + stops * _CLAUSE + (1 - length if before else 2)
            if label and (cost, -length) < best[:2]:
                best = (cost, -length, label)
    return best[2] or _in_force(region), around


def _is_window(words: list[str]) -> bool:
    """Whether a date opens the time that a rank is of: "the third outbreak since 2010"."""
    ahead = words[-_FARTHEST:-1]
    ranks = (word in _RANKS or word.endswith("est") for word in ahead)
    return words[-1:] == ["since"] and any(ranks)


def _in_force(region: Region) -> str:
    """ "The duty falls to 5 per cent from 1 July": from when a rate holds is when it enters into
    force, though no word says so."""
    words = region.before
    sets = _RATES_SET & set(words) and _MOVES_TO & set(words)
    told = words[-1:] in (["from"], ["on"]) or words[-2:] == ["as", "of"]
    return "entry into force" if sets and told else ""
