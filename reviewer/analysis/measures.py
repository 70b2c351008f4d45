"""What a value measures: a label of the concepts, the act, and the text's own words for it."""

from collections.abc import Iterator
from typing import NamedTuple

from reviewer.analysis.concepts import Concepts
from reviewer.analysis.regions import STOPS, Region
from reviewer.analysis.stems import content
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind

_CLAUSE = 5  # what a comma between the word and the value costs, in words
_FARTHEST = 9
_AND = 0.4  # of a comma
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
_KIND_NAMES = {QuantityKind.FRACTION: "percent"}


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
    act = table.acts.get(verb, "")
    if quantity.kind is QuantityKind.COUNT:
        return _counted(table, region, quantity, act)
    hit = _nearest(table, region, quantity)
    if quantity.unit in _TELLING_UNITS:
        heads = content(region.before[-_HEADS:] + region.after[:_HEADS])
        return Measured(_TELLING_UNITS[quantity.unit], act, frozenset(), heads)
    if hit is None or hit.cost > _FARTHEST:
        thing = "cost" if _is_costly(table, region, quantity) else _OF_UNITS.get(quantity.unit, "")
        heads = content(region.before[-_HEADS:] + region.after[:_HEADS])
        return Measured(thing, act, frozenset(), heads)
    if quantity.kind is QuantityKind.MONEY and hit.cost > 2 and _is_costly(table, region, quantity):  # noqa: PLR2004 - what stands nearer says it
        return Measured("cost", act, frozenset(), content(region.after[:_HEADS]))
    side = region.before if hit.before else region.after
    thing = table.together.get((hit.label, act), hit.label)
    around = side[max(0, hit.place - 2) : hit.place]
    heads = content(side[max(0, hit.place - 3) : hit.place + 4])
    said = " ".join(side[hit.place : hit.place + hit.length])
    scope = _scope(side[hit.place + hit.length :], [] if not hit.before else region.after)
    return Measured(thing, act, _qualifying(table, around), heads, (said, verb), scope)


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
    own = next(
        (table.thing_at(noun, i)[0] for i in range(len(noun)) if table.thing_at(noun, i)[0]), ""
    )
    persons = not noun or noun[-1] in table.persons or bool(table.persons & set(noun))
    if persons:
        hit = _nearest(table, region, quantity, own=noun)
        if hit and hit.cost <= _PERSON_REACH and (hit.label in table.of_events or not noun):
            return Measured(hit.label, act, frozenset(), heads)
        if not own and hit and hit.cost <= _PERSON_REACH:
            own = hit.label
    if own and not table.can_be(own, "count"):
        own = ""
    thing = table.together.get((own, act), own)
    if persons and thing == "" and act == "decrease":
        thing = ""
    return Measured(thing, act, _qualifying(table, noun), heads)


def _qualifying(table: Concepts, words: list[str]) -> frozenset[str]:
    return frozenset(word for word in words if word in table.qualifiers)


def _nearest(
    table: Concepts, region: Region, quantity: Quantity, own: list[str] | None = None
) -> _Hit | None:
    kind = _KIND_NAMES.get(quantity.kind, quantity.kind.value)
    hits = [hit for hit in _hits(table, region) if table.can_be(hit.label, kind)]
    if quantity.base:
        whole = 1 + len(quantity.base.split())
        hits = [hit for hit in hits if hit.before or hit.place > whole] or hits
    if own:
        hits = [hit for hit in hits if hit.before or hit.place >= len(own) or own[-1] == "lives"]
    if quantity.kind is QuantityKind.MONEY:
        hits = [hit for hit in hits if hit.label in table.kinds]
    return min(hits, default=None)


def _hits(table: Concepts, region: Region) -> Iterator[_Hit]:
    stops = 0.0
    skip = 0
    for place, word in enumerate(region.after):
        stops += (word in STOPS) + _AND * (word == "and")
        label, length = table.thing_at(region.after, place) if place >= skip else ("", 0)
        if label:
            skip = place + length
            yield _Hit(
                place + round(stops * _CLAUSE), label, before=False, place=place, length=length
            )
    stops = 0.0
    last = len(region.before) - 1
    longest: dict[int, tuple[str, int]] = {}
    for place in range(len(region.before)):
        label, length = table.thing_at(region.before, place)
        if label:
            end = place + length - 1
            if end not in longest or longest[end][1] < length:
                longest[end] = (label, length)
    for place in range(last, -1, -1):
        word = region.before[place]
        stops += (word in STOPS) + _AND * (word == "and")
        if place in longest:
            cost = last - place + 1 + round(stops * _CLAUSE)
            yield _Hit(
                cost, longest[place][0], True, place - longest[place][1] + 1, longest[place][1]
            )


def act_near(table: Concepts, region: Region) -> str:
    """The word for the act nearest to the value, before it or behind it."""
    best = (_ACT_REACH + 1, "")
    for distance, word in enumerate(reversed(region.before[-_ACT_REACH:])):
        if word in table.acts and distance < best[0]:
            best = (distance, word)
    for distance, word in enumerate(region.after[:_ACT_REACH]):
        if word in table.acts and distance < best[0]:
            best = (distance, word)
    return best[1]


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


def happening_near(table: Concepts, region: Region) -> tuple[str, frozenset[str]]:
    """What happens on a date, and the words around it; the nearest, before the date first."""
    best: tuple[int, str] = (_FARTHEST + 1, "")
    for words, before in ((region.before, True), (region.after, False)):
        stops = 0
        order = range(len(words) - 1, -1, -1) if before else range(len(words))
        for distance, place in enumerate(order):
            stops += words[place] in STOPS
            label, _ = table.happening_at(words, place)
            cost = distance + stops * _CLAUSE + (0 if before else 2)
            if label and cost < best[0]:
                best = (cost, label)
    return best[1], content(region.before[-8:] + region.after[:8])
