"""From a claim in its sentence to the frame that it is compared by."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache

from reviewer.analysis.aliases import Aliases
from reviewer.analysis.concepts import Concepts
from reviewer.analysis.contrasts import marks_of
from reviewer.analysis.frame_times import PLACES, is_of_year_before, period_of
from reviewer.analysis.frames import Frame
from reviewer.analysis.happenings import happening_near
from reviewer.analysis.manners import (
    base_of,
    change_of,
    is_move,
    is_until_now,
    manner_of,
    rate_of,
    role_of,
)
from reviewer.analysis.measures import Measured, lasting, measured
from reviewer.analysis.nearness import kind_of
from reviewer.analysis.numbers import NUMBER_WORDS
from reviewer.analysis.quantities import FoundQuantity
from reviewer.analysis.regions import STOPS, Region, region_of
from reviewer.analysis.scales import dimension_of, span_of
from reviewer.analysis.scenes import Scene
from reviewer.analysis.stems import content, stem
from reviewer.analysis.subjects import subjects
from reviewer.analysis.whose import AGED, Cast, Setting, keys_in, places_of, who_of
from reviewer.domain.claim import Claim
from reviewer.domain.document import BlockKind
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind, Role

_TAKEN_UP = frozenset((
    "estimate", "figure", "number", "total", "it", "that", "amount", "sum", "tally",
))  # fmt: skip
_ELLIPSIS = 4
_NEAR = 12
_TALLIES = frozenset(["count", "number", "tally", "figure", "figures", "toll"])
_SPOKE = (["spoke", "of"], ["speak", "of"], ["talk", "of"], ["talked", "of"])
_JOINED, _SECOND = 2, 7
_MOVED = frozenset(
    ((",",), (",", "up"), (",", "down"), ("up",), ("down",), (",", "a", "rise", "of"))
)
_HEDGED = 6
_HEDGES = frozenset((
    "only", "just", "by", "about", "nearly", "almost", "more", "than", "over", "some", "roughly",
    "around",
))  # fmt: skip
_GOES_ON = (["to"], ["or"], ["to", "a"], [",", "or"], ["to", "just"], ["to", "a", "record"])
_OWN = ("the", "its", "their")
_THAN_AN_AGE = ("older than", "younger than")
_OWNERS = 4
_A_SHARE = (["a", "share"], ["per", "share"])
_EPS = "earnings per share"
_RESULTS = frozenset(["net profit", "loss", "operating profit", _EPS])
_EARNED = frozenset((
    "earn", "earned", "earns", "earnings", "profit", "profits", "income", "loss", "losses", "lost",
    "loses",
))  # fmt: skip
_OF_A_SHARE = frozenset([_EPS, "dividend"])
"""What is always told of one share, whether or not the words for it stand there."""
_PAID_OUT = frozenset((
    "", "payment", "compensation", "share price", "takeover price", "market value", "sale price",
    "purchase", "funding", "stake", "price",
))  # fmt: skip
_PAYS = frozenset((
    "receive", "receives", "received", "pay", "pays", "paid", "paying", "payout", "payouts", "get",
    "gets", "distribute", "distributes", "distribution", "distributing", "proposes", "propose",
))  # fmt: skip
_RANKED = frozenset(["largest", "biggest", "busiest", "longest", "highest"])


@dataclass(frozen=True, slots=True)
class Told:
    """What is the same for all values of one sentence."""

    cast: Cast
    words: tuple[str, ...]
    names: frozenset[str]
    until_now: bool
    things: dict[str, str]  # dimension → what its values measure so far; "": the last
    before: dict[str, str]  # likewise of the sentence before
    earlier: list[str]  # the words of the sentence before
    nouns: list[frozenset[str]]  # what its last count counts; of the sentence before, at first
    inside: frozenset[str]  # words that it has in names of several words alone


def told(table: Concepts, scene: Scene, aliases: Aliases, before: Told | None) -> Told:
    """What the frames of one sentence share."""
    lows = [scene.tokens[index].low for index in range(len(scene.tokens))]
    tally = _tally(table, lows)
    acting = tuple(subjects(scene.tokens, scene.named))
    return Told(
        Cast(lows, acting, before.names if before else frozenset()),
        tuple(sorted(content(lows))),
        shared(keys_in([name.text for name in scene.named], aliases)),
        is_until_now(lows),
        {"count": tally} if tally else {},
        before.things if before else {},
        before.cast.lows if before else [],
        before.nouns[-1:] if before else [],
        _inside_names(table, scene, lows),
    )


def _inside_names(table: Concepts, scene: Scene, lows: list[str]) -> frozenset[str]:
    """The words that stand in names of several words alone. What is written with capitals and has
    no word but the table's is no name: "Adjusted EBITDA"."""
    plain = table.vocabulary | table.marks.keys()
    long = [
        name
        for name in scene.named
        if name.end - name.first > 1 and not plain.issuperset(lows[name.first : name.end])
    ]
    within = {place for name in long for place in range(name.first, name.end)}
    if not within:
        return frozenset()
    return frozenset(lows[place] for place in within).difference(
        low for place, low in enumerate(lows) if place not in within
    )


def _tally(table: Concepts, lows: list[str]) -> str:
    """What "the number of the dead" counts, for values without a noun of their own."""
    for place, word in enumerate(lows):
        if word in _TALLIES:
            for ahead in range(place + 1, min(place + _ELLIPSIS, len(lows))):
                label, _ = table.thing_at(lows, ahead, "count")
                if label in table.of_events:
                    return label
    return ""


def frame_of(
    place: int, scene: Scene, common: Told, found: FoundQuantity, claim: Claim, *, setting: Setting
) -> Frame | None:
    """The frame of the claim at ``place`` of its reading; None for what cannot be compared."""
    quantity = claim.quantity
    if quantity is None or quantity.kind in (QuantityKind.ORDINAL, QuantityKind.TEXT):
        return None
    span = span_of(quantity)
    region = region_of(scene, common.cast.lows, found)
    is_age = quantity.raw.lower().startswith(_THAN_AN_AGE)
    if span is None or is_age or _is_whole(setting.table, scene, region, quantity):
        return None
    quantity = _of_the(scene, found, quantity)
    what = _measured(setting.table, region, quantity, common.inside)
    what = _of_a_share(what, region, common.cast.lows)
    if region.label:
        what, region = _in_row(setting.table, what, region, quantity)
    else:
        what = _taken_up(setting.table, what, common, region, quantity)
    who, stated = who_of(scene, common.cast, found, claim, setting, thing=what.thing)
    per_share = what.thing in _OF_A_SHARE and rate_of(region, quantity) in ("", "share")
    near = tuple(sorted(content(region.before[-_NEAR:] + region.after[:_NEAR])))
    places = shared(places_of(scene, common.cast.lows, region, setting.aliases))
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
        places=places,
        thing=what.thing,
        act=what.act,
        qualifiers=shared(what.qualifiers),
        scope=shared(what.scope - (frozenset() if region.label else _words_of(common.names))),
        heads=shared(what.heads),
        near=near,
        words=tuple(sorted({*common.words, *near})) if scene.header else common.words,
        role=Role.PLAIN if per_share else role_of(region, quantity, what.thing),
        manner=manner_of(common.cast.lows, region),
        change=_change(setting.table, scene, found, region, what),
        rate="" if per_share else rate_of(region, quantity),
        base=shared(base_of(quantity)),
        period=period_of(scene, found, claim),
        cumulative=quantity.role is Role.TOTAL or common.until_now,
        written=scene.reference,
        slot=shared(_slot(region.before) | _slot(region.after)),
        said=what.said,
        sure=what.sure,
        marks=shared(marks_of(setting.table, region)),
        aside=scene.aside,
        heading=scene.kind is BlockKind.HEADING,
    )


def _change(
    table: Concepts, scene: Scene, found: FoundQuantity, region: Region, what: Measured
) -> str:
    if what.thing in table.of_periods and is_of_year_before(scene, found):
        return "from"
    return "" if _is_growth(what) else change_of(region, found.quantity, what.act)


def _slot(words: list[str]) -> frozenset[str]:
    """ "The first round", and not "the second-largest bank"."""
    return PLACES.intersection(
        word
        for place, word in enumerate(words)
        if _RANKED.isdisjoint(
            words[place + 1 : place + 2 + (words[place + 1 : place + 2] == ["-"])]
        )
    )


def _in_row(
    table: Concepts, what: Measured, region: Region, quantity: Quantity
) -> tuple[Measured, Region]:
    """What a cell measures, by its column, of which the row is a part; else by its row's label."""
    label = list(region.label)
    sign = next((place for place, word in enumerate(label) if word in STOPS), 0)
    label = label[:sign] or label  # "Revenue, EUR million"
    counted = quantity.kind is QuantityKind.COUNT and quantity.unit and what.thing
    if region.before or counted:
        own = _measured(table, region, quantity) if region.before else what
        if (own.thing and own.sure) or not label:
            return own._replace(scope=own.scope | content(label)), region
    whole = replace(region, before=[*label, *region.before])
    if not what.thing and _counts(table, label):
        quantity = replace(quantity, unit="")  # "Employees", and not what the column is headed
    own = _measured(table, whole, quantity)
    told = label if not _counts(table, label) else [*label, *region.before]
    sort = content(told) - frozenset(map(stem, table.vocabulary)) if own.thing else frozenset()
    return own._replace(scope=own.scope | sort), whole


def _counts(table: Concepts, label: list[str]) -> bool:
    return any(table.thing_at(label, place, "count")[0] for place in range(len(label)))


def _is_whole(table: Concepts, scene: Scene, region: Region, quantity: Quantity) -> bool:
    """Whether it is what another is a part of: the 101 in "38 of the 101 seats", the 55 in "44 out
    of West Virginia's 55 counties". Whose people are told is told of them all as well."""
    if quantity.kind is not QuantityKind.COUNT:
        return False
    tokens, of = scene.tokens, region.first - 1
    owned = tokens[of].low.endswith(("'s", "\u2019s"))
    if owned and table.persons.isdisjoint(quantity.unit.split()):
        reach = range(of, max(of - _OWNERS, 0), -1)
        of = next((place for place in reach if tokens[place].low == "of"), of)
    of -= tokens[of].low in _OWN
    ahead = tokens[of - 1 - (tokens[of - 1].low == "out")]
    return tokens[of].low == "of" and (ahead.is_number or ahead.low in NUMBER_WORDS)


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


def _taken_up(
    table: Concepts, what: Measured, common: Told, region: Region, quantity: Quantity
) -> Measured:
    """With the thing of the value before where this one leaves it out ("and Brandt 43 percent",
    "(54 %)"), or takes it up from the sentence before ("the figure", "the estimate")."""
    kind, dimension = quantity.kind, dimension_of(quantity)
    last = common.things.get("", "")
    if kind is QuantityKind.MONEY and region.before == ["to"] and table.can_be(last, "money"):
        what = what._replace(thing=last)  # "revenue fell 15 percent to 1 billion after fees"
    if kind is QuantityKind.COUNT:
        what = _of_them(what, common, region)
    if what.thing:
        common.things[dimension] = common.things[""] = what.thing
        return what
    thing = ""
    share = kind is QuantityKind.PERCENT
    moved = {tuple(region.before), _bare(region.before)} & _MOVED or is_move(region.before)
    bracketed = share and (region.before[-1:] == ["("] or moved)
    ranged = kind is QuantityKind.DURATION and region.before == ["and"]
    if bracketed or ranged or region.before in _GOES_ON:
        thing = last if table.can_be(last, kind_of(quantity)) else ""
    elif kind is QuantityKind.DATE and _goes_on(region.before):
        thing = common.things.get(dimension, "")
    elif kind is QuantityKind.DATE and len(region.before) > _JOINED:
        return what
    elif kind is not QuantityKind.COUNT or not quantity.unit:
        most = _ELLIPSIS if share else 1
        measure = kind is QuantityKind.MEASURE
        if not quantity.base and not measure and len(what.heads) <= most:
            thing = common.things.get(dimension, "")
        if not thing and (_TAKEN_UP & set(region.before) or region.before[-2:] in _SPOKE):
            thing = common.before.get(dimension, "") or _named(table, common.earlier, quantity)
    return what._replace(thing=thing) if thing else what


def _goes_on(before: list[str]) -> bool:
    """ "Opens in May, and for the second line in June": told of a second thing without its verb."""
    return before[:2] == ["and", "for"] and len(before) <= _SECOND and STOPS.isdisjoint(before)


def _of_them(what: Measured, common: Told, region: Region) -> Measured:
    """ "9,000 of them are in Perin": of what was counted last."""
    if region.after[:2] == ["of", "them"] and common.nouns and not what.heads:
        known = what.thing or common.things.get("count") or common.before.get("count", "")
        return what._replace(thing=known, heads=common.nouns[-1])
    if what.heads:
        common.nouns.append(what.heads)
    return what


def _named(table: Concepts, words: list[str], quantity: Quantity) -> str:
    """What the sentence before names though it gives no value: "The area burned was revised."."""
    kind = kind_of(quantity)
    hits = [table.thing_at(words, place, kind) for place in range(len(words))]
    return max(reversed(hits), key=lambda hit: hit[1], default=("", 0))[0]


def _bare(words: list[str]) -> tuple[str, ...]:
    """Without the words that only say how near: "up only", "down by more than"."""
    return tuple(word for word in words[-_HEDGED:] if word not in _HEDGES)


def _is_growth(what: Measured) -> bool:
    """Whether a change is the measure itself: prices that rose by so much are inflation."""
    prices = what.thing == "inflation" and not what.said[0].startswith("inflation")
    return prices or what.thing in ("growth", "delay")


def _words_of(names: frozenset[str]) -> frozenset[str]:
    return content(word for name in names for word in name.split())


def _measured(
    table: Concepts, region: Region, quantity: Quantity, inside: frozenset[str] = frozenset()
) -> Measured:
    if quantity.kind in (QuantityKind.DATE, QuantityKind.DURATION):
        if quantity.unit == AGED or quantity.raw.endswith("old"):
            return Measured("age", "", frozenset(), frozenset())
        lasts = lasting(table, region, quantity) if quantity.kind is QuantityKind.DURATION else None
        if lasts:
            return lasts
        thing, heads = happening_near(table, region, inside)
        return Measured(thing, "", frozenset(), heads)
    return measured(table, region, quantity, inside)


def _of_a_share(what: Measured, region: Region, lows: list[str]) -> Measured:
    """What was earned or lost on one share, or is paid to who has it, is no price of it: "earned 13
    cents a share", "a loss of 4 million, or 5 cents a share", "owners receive 2 euros a share"."""
    if region.after[:2] not in _A_SHARE:
        return what
    told = lows[: region.first] if region.before in _GOES_ON else region.before
    if what.thing in _RESULTS or (what.thing != "dividend" and not _EARNED.isdisjoint(told)):
        return what._replace(thing=_EPS, sure=True)
    if what.thing not in _PAID_OUT:
        return what
    paid = _PAYS.intersection(region.before[-_NEAR:])
    return what._replace(thing="dividend" if paid else "share price", sure=True)


@lru_cache(4096)
def shared(words: frozenset[str]) -> frozenset[str]:
    """One object for sets that are equal, such as the same names in many sentences."""
    return words
