"""From a claim in its sentence to the frame that it is compared by."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache

from reviewer.analysis.aliases import Aliases
from reviewer.analysis.concepts import Concepts
from reviewer.analysis.frame_times import PLACES, period_of
from reviewer.analysis.frames import Frame
from reviewer.analysis.manners import (
    base_of,
    change_of,
    is_until_now,
    manner_of,
    rate_of,
    role_of,
)
from reviewer.analysis.measures import Measured, happening_near, measured
from reviewer.analysis.numbers import NUMBER_WORDS
from reviewer.analysis.quantities import FoundQuantity
from reviewer.analysis.regions import Region, region_of
from reviewer.analysis.scales import dimension_of, span_of
from reviewer.analysis.scenes import Scene
from reviewer.analysis.stems import content
from reviewer.analysis.subjects import subjects
from reviewer.analysis.whose import Cast, Setting, keys_in, places_of, who_of
from reviewer.domain.claim import Claim
from reviewer.domain.document import BlockKind
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind, Role

_TAKEN_UP = frozenset((
    "estimate", "figure", "number", "total", "it", "that", "amount", "sum", "tally",
))  # fmt: skip
_ELLIPSIS = {QuantityKind.PERCENT: 4}  # words that a value may have of its own, by kind; else 1
_NEAR = 12
_OWN = ("the", "its", "their")


@dataclass(frozen=True, slots=True)
class Told:
    """What is the same for all values of one sentence."""

    cast: Cast
    words: tuple[str, ...]
    names: frozenset[str]
    until_now: bool
    things: dict[QuantityKind | None, str]  # what its values measure so far; None: the last
    before: dict[QuantityKind | None, str]  # likewise of the sentence before


def told(scene: Scene, aliases: Aliases, before: Told | None) -> Told:
    """What the frames of one sentence share."""
    lows = [scene.tokens[index].low for index in range(len(scene.tokens))]
    acting = tuple(subjects(scene.tokens, scene.named))
    return Told(
        Cast(lows, acting, before.names if before else frozenset()),
        tuple(sorted(content(lows))),
        shared(keys_in([name.text for name in scene.named], aliases)),
        is_until_now(lows),
        {},
        before.things if before else {},
    )


def frame_of(
    place: int, scene: Scene, common: Told, found: FoundQuantity, claim: Claim, *, setting: Setting
) -> Frame | None:
    """The frame of the claim at ``place`` of its reading; None for what cannot be compared."""
    quantity = claim.quantity
    if quantity is None or quantity.kind in (QuantityKind.ORDINAL, QuantityKind.TEXT):
        return None
    span = span_of(quantity)
    region = region_of(scene, common.cast.lows, found)
    if span is None or _is_whole(scene, region, quantity):
        return None
    quantity = _of_the(scene, found, quantity)
    what = _taken_up(_measured(setting.table, region, quantity), common, region, quantity)
    who, stated = who_of(scene, common.cast, found, claim, setting, thing=what.thing)
    return Frame(
        claim=place,
        sentence=scene.start,
        kind=quantity.kind,
        dimension=dimension_of(quantity),
        span=span,
        who=shared(who),
        stated=stated,
        names=common.names,
        beside=common.cast.listed,
        places=shared(places_of(scene, region, setting.aliases)),
        thing=what.thing,
        act=what.act,
        qualifiers=shared(what.qualifiers),
        scope=shared(what.scope - _words_of(common.names)),
        heads=shared(what.heads),
        near=tuple(sorted(content(region.before[-_NEAR:] + region.after[:_NEAR]))),
        words=common.words,
        role=role_of(region, quantity, what.thing),
        manner=manner_of(common.cast.lows, region),
        change=change_of(region, quantity, what.act),
        rate=rate_of(region, quantity),
        base=shared(base_of(quantity)),
        period=period_of(scene, found, claim),
        cumulative=quantity.role is Role.TOTAL or common.until_now,
        written=scene.reference,
        slot=shared(PLACES.intersection(region.before + region.after)),
        said=what.said,
        aside=scene.aside,
        heading=scene.kind is BlockKind.HEADING,
    )


def _is_whole(scene: Scene, region: Region, quantity: Quantity) -> bool:
    """Whether it is what another is a part of: the 101 in "38 of the 101 seats"."""
    tokens, first = scene.tokens, region.first
    of = first - 1 - (tokens[first - 1].low in _OWN)
    ahead = tokens[of - 1]
    counted = ahead.is_number or ahead.low in NUMBER_WORDS
    return quantity.kind is QuantityKind.COUNT and tokens[of].low == "of" and counted


def _of_the(scene: Scene, found: FoundQuantity, quantity: Quantity) -> Quantity:
    """The 38 in "38 of the 101 seats" counts seats too."""
    if quantity.kind is not QuantityKind.COUNT or quantity.unit:
        return quantity
    after = bisect_left(scene.found, found.end, key=lambda each: each.start)
    for other in scene.found[after : after + 1]:
        between = scene.tokens.text[found.end - scene.start : other.start - scene.start]
        if between.split() in (["of"], ["of", "the"], ["of", "its"]):
            return replace(quantity, unit=other.quantity.unit)
    return quantity


def _taken_up(what: Measured, common: Told, region: Region, quantity: Quantity) -> Measured:
    """With the thing of the value before where this one leaves it out ("and Brandt 43 percent",
    "(54 %)"), or takes it up from the sentence before ("the figure", "the estimate")."""
    kind = quantity.kind
    if what.thing:
        common.things[kind] = common.things[None] = what.thing
        return what
    thing = ""
    if region.before[-1:] == ["("] and kind is QuantityKind.PERCENT:
        thing = common.things.get(None, "")
    elif kind is not QuantityKind.COUNT or not quantity.unit:
        measure = kind is QuantityKind.MEASURE
        if not quantity.base and not measure and len(what.heads) <= _ELLIPSIS.get(kind, 1):
            thing = common.things.get(kind, "")
        if not thing and _TAKEN_UP & set(region.before):
            thing = common.before.get(kind, "")
    return what._replace(thing=thing) if thing else what


def _words_of(names: frozenset[str]) -> frozenset[str]:
    return content(word for name in names for word in name.split())


def _measured(table: Concepts, region: Region, quantity: Quantity) -> Measured:
    if quantity.kind in (QuantityKind.DATE, QuantityKind.DURATION):
        thing, heads = happening_near(table, region)
        return Measured(thing, "", frozenset(), heads)
    return measured(table, region, quantity)


@lru_cache(4096)
def shared(words: frozenset[str]) -> frozenset[str]:
    """One object for sets that are equal, such as the same names in many sentences."""
    return words
