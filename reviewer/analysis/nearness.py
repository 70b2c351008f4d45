"""The things that words around a value name, each with how far it is from there."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from reviewer.analysis.concepts import Concepts
from reviewer.analysis.regions import STOPS, Region
from reviewer.analysis.sorts import sort_of
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind

_CLAUSE = 5  # what a comma between the word and the value costs, in words
_GOVERNS = 4  # words from "of" back to a noun that it depends on
_AND = 0.4  # of a comma
_CUTS = frozenset((
    "as", "after", "while", "when", "because", "but", "before", "since", "that", "which", "who",
    "if", "although", "though", "where", "unless", "whereas",
))  # fmt: skip
_WHO = frozenset(["who", "that"])
_PARTING = STOPS | {"and", "or", "but"}
_AHEAD_OF_NOUN = 6
_FAR = frozenset(["km", "miles", "nautical miles"])
_NEVER_FAR = frozenset(["water level", "height", "rainfall", "snowfall", "wave height"])
"""What is never told in kilometres."""
_OWN = (["the"], ["its"], ["their"], ["our"], ["his"], ["her"])
_MEANS = frozenset(["cash", "shares"])  # what is paid in
_KIND_NAMES = {QuantityKind.FRACTION: "percent"}


Look = Callable[[list[str], int, str], tuple[str, int]]


class Hit(NamedTuple):
    """A thing in the words around a value, and what it costs to get there."""

    cost: int
    label: str
    before: bool
    place: int  # in its side of the region
    length: int


def nearest(
    table: Concepts,
    region: Region,
    quantity: Quantity,
    *,
    own: list[str] | None = None,
    last: frozenset[str] = frozenset(),
    only: frozenset[str] | None = None,
    inside: frozenset[str] = frozenset(),
    hinted: bool = False,
) -> Hit | None:
    """The thing that costs least to get to; ``own`` are the words that the value counts, the
    labels of ``last`` give way to any other, no label but those of ``only`` is looked for, and
    words ``inside`` names are passed over. ``hinted``: by the words that hint at a thing."""
    look = table.hint_at if hinted else table.thing_at
    hits = [
        hit
        for hit in _hits(look, region, kind_of(quantity))
        if not inside or not inside.issuperset(_words(region, hit))
    ]
    if only is not None:
        hits = [hit for hit in hits if hit.label in only]
    if quantity.base:
        whole = 1 + len(quantity.base.split()) + (region.after[1:2] in _OWN)
        beside = set(region.after[whole:]) & _PARTING
        hits = [hit for hit in hits if hit.before or not (beside or hit.place < whole)] or hits
    if own and own[-1] != "lives":
        behind = behind_noun(region.after, own)
        hits = [hit for hit in hits if hit.before or hit.place >= behind]
    if quantity.unit in _FAR:
        hits = [hit for hit in hits if hit.label not in _NEVER_FAR]
    if quantity.kind is QuantityKind.MONEY:
        hits = [hit for hit in hits if hit.label in table.kinds]
    return min((hit for hit in hits if hit.label not in last), default=min(hits, default=None))


def behind_noun(after: list[str], noun: list[str]) -> int:
    """Where the words behind a counted noun begin: "1,240 Norland soldiers have been"."""
    for place in range(min(_AHEAD_OF_NOUN, len(after) - len(noun) + 1)):
        if after[place : place + len(noun)] == noun:
            return place + len(noun)
    return len(noun)


def _words(region: Region, hit: Hit) -> list[str]:
    side = region.before if hit.before else region.after
    return side[hit.place : hit.place + hit.length]


def kind_of(quantity: Quantity) -> str:
    """The lexicon's word for the sort of value that a quantity is."""
    if quantity.kind is QuantityKind.MEASURE:
        return sort_of(quantity.unit, quantity.base)
    return _KIND_NAMES.get(quantity.kind, quantity.kind.value)


def _hits(look: Look, region: Region, kind: str) -> Iterator[Hit]:
    stops = 0.0
    skip = 0
    leads = region.after[:1] == ["of"] or region.after[:1] == ["in"]
    for place, word in enumerate(region.after):
        told = place == 1 and word in _WHO  # "people who died": of those who are counted
        stops += (word in STOPS or (word in _CUTS and not told)) + _AND * (word == "and")
        label, length = look(region.after, place, kind) if place >= skip else ("", 0)
        if label:
            skip = place + length
            cost = place + round(stops * _CLAUSE)
            if leads and not stops and 0 < place < _GOVERNS and label not in _MEANS:
                cost -= _GOVERNS  # "it generated 4 million in sales"
            yield Hit(cost, label, before=False, place=place, length=length)
    stops = 0.0
    last = len(region.before) - 1
    longest: dict[int, tuple[str, int]] = {}
    for place in range(len(region.before)):
        label, length = look(region.before, place, kind)
        if label:
            end = place + length - 1
            if end not in longest or longest[end][1] < length:
                longest[end] = (label, length)
    for place in range(last, -1, -1):
        word = region.before[place]
        stops += (word in STOPS or word in _CUTS) + _AND * (word == "and")
        if place in longest:
            cost = last - place + 1 + round(stops * _CLAUSE)
            if not stops and region.before[-1] == "of" and cost <= _GOVERNS:
                cost -= _GOVERNS  # "a revenue projection of 18 trillion resulting in a deficit"
            yield Hit(
                cost, longest[place][0], True, place - longest[place][1] + 1, longest[place][1]
            )
