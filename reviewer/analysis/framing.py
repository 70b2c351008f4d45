"""From a claim in its sentence to the frame that it is compared by."""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from reviewer.analysis.aliases import Aliases, resolved
from reviewer.analysis.concepts import Concepts
from reviewer.analysis.entities import keys_of
from reviewer.analysis.frames import Frame
from reviewer.analysis.measures import Measured, happening_near, measured
from reviewer.analysis.quarters import part_of_year
from reviewer.analysis.numbers import NUMBER_WORDS
from reviewer.analysis.quantities import FoundQuantity
from reviewer.analysis.regions import Region, region_of
from reviewer.analysis.scales import dimension_of, span_of
from reviewer.analysis.scenes import Scene
from reviewer.analysis.stems import content
from reviewer.analysis.subjects import Name, subjects
from reviewer.domain.claim import Claim
from reviewer.domain.document import BlockKind
from reviewer.domain.periods import Period, parse_period
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind, Role

_AT = frozenset(
    ["in", "at", "across", "near", "around", "on", "throughout", "within", "outside", "from"]
)
_AMONG = 3
_REACH = 12  # words before a value that say how it is meant
_TO_COME = frozenset((
    "will", "would", "plans", "planned", "plan", "expected", "expects", "expect", "forecast",
    "forecasts", "projected", "aims", "intends", "scheduled", "proposed", "due", "set", "slated",
    "should", "predicted", "predicts",
))  # fmt: skip
_TARGETS = frozenset(
    [
        "target",
        "targets",
        "goal",
        "aim",
        "targeted",
        "targeting",
        "ambition",
        "cap",
        "limit",
        "ceiling",
    ]
)
_POSSIBLE = frozenset(["could", "might", "possibly", "potentially", "if"])
_ASKED = frozenset(
    ["asked", "demanded", "demand", "demands", "sought", "seek", "wanted", "urged", "called"]
)
_DENIED = frozenset(["denied", "denies", "not", "never", "refuted", "false", "wrongly"])
_RATES = frozenset(
    ["year", "month", "day", "week", "hour", "annum", "quarter", "person", "capita", "head"]
)
_RATE_ADVERBS = {
    "annually": "year",
    "yearly": "year",
    "daily": "day",
    "monthly": "month",
    "weekly": "week",
    "annual": "year",
}
_MOVES = frozenset(["increase", "decrease"])
_LEVELS = frozenset(
    ["to", "at", "was", "is", "stands", "stood", "of", "totalled", "totaled", "reached", "reaching"]
)
_SLOTS = frozenset(
    ["quarter", "half", "quarterly", "month", "monthly", "nine", "six", "week", "weekly"]
)
_TOGETHER = frozenset(["cooperation", "trade"])
_PERIOD_KINDS = ("in ", "for ", "during ", "year ", "of ", "by ", "until ", "through ", "since ")
_BEYOND = frozenset(
    ["since", "until", "till", "before", "after", "from", "when", "and", "but", "while"]
)
_TAKEN_UP = frozenset(
    ["estimate", "figure", "number", "total", "it", "that", "amount", "sum", "tally"]
)
_PLACES = frozenset(["first", "second", "third", "fourth", "final", "initial"])
_ROUNDS = frozenset(["round", "phase", "stage", "tranche", "wave", "instalment", "leg"])
_SELF = frozenset(["it", "its", "they", "their", "he", "his", "she", "her", "we", "our", "i"])
_ELLIPSIS = 4
_OPENING = 16  # code points before a date that a sentence opens with
_YEAR = 366


@dataclass(frozen=True, slots=True)
class Setting:
    """What a text says beyond the sentence: its short forms, and whom it is about."""

    aliases: Aliases
    main: frozenset[str]
    chief: frozenset[str]  # the few names that it is about most
    speakers: frozenset[str]
    table: Concepts


@dataclass(frozen=True, slots=True)
class Told:
    """What is the same for all values of one sentence."""

    lows: list[str]
    words: tuple[str, ...]
    names: frozenset[str]
    acting: tuple[Name, ...]
    listed: frozenset[str]  # names of the sentence before, for "these countries"
    things: dict[
        QuantityKind | None, str
    ]  # what its values measure, for "the figure", filled on the way
    before: dict[QuantityKind | None, str]  # likewise of the sentence before


def told(scene: Scene, aliases: Aliases, before: "Told | None") -> Told:
    """What the frames of one sentence share."""
    lows = [scene.tokens[index].low for index in range(len(scene.tokens))]
    keys = frozenset(resolved(key, aliases) for key in keys_of(name.text for name in scene.named))
    return Told(
        lows,
        tuple(sorted(content(lows))),
        shared(keys),
        tuple(subjects(scene.tokens, scene.named)),
        before.names if before else frozenset(),
        {},
        before.things if before else {},
    )


def frame_of(
    place: int, scene: Scene, common: Told, found: FoundQuantity, claim: Claim, setting: Setting
) -> Frame | None:
    """The frame of the claim at ``place`` of its reading; None for what cannot be compared."""
    quantity = claim.quantity
    if quantity is None or quantity.kind in (QuantityKind.ORDINAL, QuantityKind.TEXT):
        return None
    span = span_of(quantity)
    if span is None:
        return None
    region = region_of(scene, common.lows, found)
    if _is_whole(scene, region, quantity):
        return None
    quantity = _of_the(scene, found, quantity)
    what = _taken_up(_measured(setting.table, region, quantity), common, region, quantity)
    who, stated = _who(scene, common, found, claim, setting, what)
    return Frame(
        claim=place,
        sentence=scene.start,
        kind=quantity.kind,
        dimension=dimension_of(quantity),
        span=span,
        who=shared(who),
        stated=stated,
        names=common.names,
        places=shared(_places(scene, region, setting.aliases)),
        thing=what.thing,
        act=what.act,
        qualifiers=shared(what.qualifiers),
        scope=shared(what.scope - _words_of(common.names)),
        heads=shared(what.heads),
        near=tuple(sorted(content(region.before[-12:] + region.after[:12]))),
        words=common.words,
        role=_role(region, quantity, what),
        manner=_manner(common.lows, region),
        change=_change(region, quantity, what),
        rate=_rate(region, scene, found),
        base=shared(_base(quantity)),
        period=_period(scene, found, claim),
        cumulative=_cumulative(common.lows, quantity),
        written=scene.reference,
        slot=shared(_PLACES.intersection(region.before + region.after)),
        said=what.said,
        aside=scene.aside,
        heading=scene.kind is BlockKind.HEADING,
    )


def _is_whole(scene: Scene, region: Region, quantity: Quantity) -> bool:
    """Whether it is what another is a part of: the 101 in "38 of the 101 seats"."""
    tokens, first = scene.tokens, region.first
    of = first - 1 - (tokens[first - 1].low in ("the", "its", "their"))
    ahead = tokens[of - 1]
    return (
        quantity.kind is QuantityKind.COUNT
        and tokens[of].low == "of"
        and (ahead.is_number or ahead.low in NUMBER_WORDS)
    )


def _of_the(scene: Scene, found: FoundQuantity, quantity: Quantity) -> Quantity:
    """The 38 in "38 of the 101 seats" counts seats too."""
    if quantity.kind is not QuantityKind.COUNT or quantity.unit:
        return quantity
    for other in scene.found:
        between = scene.tokens.text[found.end - scene.start : max(other.start - scene.start, 0)]
        if other.start > found.end and between.split() in (["of"], ["of", "the"], ["of", "its"]):
            return replace(quantity, unit=other.quantity.unit)
    return quantity


def _taken_up(what: Measured, common: Told, region: Region, quantity: Quantity) -> Measured:
    """With the thing of the sentence before where this one says "the figure", "the estimate"."""
    if what.thing:
        common.things[quantity.kind] = common.things[None] = what.thing
        return what
    if region.before[-1:] == ["("] and quantity.kind is QuantityKind.PERCENT:
        return what._replace(thing=common.things.get(None, ""))
    counted = quantity.kind is QuantityKind.COUNT and quantity.unit
    if counted:
        return what
    before = common.things.get(quantity.kind)
    if before and not quantity.base and len(what.heads) <= _ELLIPSIS:
        return what._replace(thing=before)
    if not _TAKEN_UP & set(region.before):
        return what
    thing = common.before.get(quantity.kind, "")
    return what._replace(thing=thing) if thing else what


def _words_of(names: frozenset[str]) -> frozenset[str]:
    return content(word for name in names for word in name.split())


def _measured(table: Concepts, region: Region, quantity: Quantity) -> Measured:
    if quantity.kind is QuantityKind.DATE:
        thing, heads = happening_near(table, region)
        return Measured(thing, "", frozenset(), heads)
    if quantity.kind is QuantityKind.DURATION:
        thing, heads = happening_near(table, region)
        return Measured(thing, "", frozenset(), heads)
    return measured(table, region, quantity)


def _who(
    scene: Scene,
    common: Told,
    found: FoundQuantity,
    claim: Claim,
    setting: Setting,
    what: Measured,
) -> tuple[frozenset[str], bool]:
    """Whom the value is about, and whether its sentence says so itself."""
    limit = scene.place(found.start)
    acting = [name for name in common.acting if name.first < limit]
    keys = _keys([claim.subject], setting.aliases)
    speaker = _keys([claim.speaker], setting.aliases)
    if what.thing in _TOGETHER and acting:
        keys = _together(scene, common, keys, setting.aliases)
    of_events = what.thing in setting.table.of_events
    if keys <= speaker and (of_events or not acting or not _is_meant(common.lows, acting, limit)):
        keys = frozenset()
    if not acting and not keys & setting.chief - setting.speakers:
        keys = frozenset()
    if not keys:
        return setting.main, False
    return keys, bool(acting)


def _is_meant(lows: list[str], acting: list[Name], limit: int) -> bool:
    """Whether who speaks is whom the value is about: "Acme said it would …"."""
    return bool(_SELF & set(lows[acting[-1].end : limit]))


def _together(scene: Scene, common: Told, keys: frozenset[str], aliases: Aliases) -> frozenset[str]:
    """Both sides of what two do together: "cooperation with NATO", "with these countries"."""
    tokens = scene.tokens
    found = set(keys)
    for name in scene.named:
        place = name.first - (tokens.word(name.first - 1) == "the")
        joined = tokens.word(place - 1) == "and" and any(
            _keys([before.text], aliases) & found
            for before in scene.named
            if before.end == place - 1
        )
        if joined or tokens.word(place - 1) in ("with", "between"):
            found |= _keys([name.text], aliases)
    for index in range(len(tokens)):
        if tokens[index].low == "these" and tokens.word(index + 1) in (
            "countries",
            "nations",
            "states",
            "partners",
        ):
            found |= {key for key in common.listed}
    return frozenset(found)


def _keys(names: list[str], aliases: Aliases) -> frozenset[str]:
    return frozenset(resolved(key, aliases) for key in keys_of(names))


def _places(scene: Scene, region: Region, aliases: Aliases) -> frozenset[str]:
    """Names near the value that a word for a place leads to."""
    found = []
    tokens = scene.tokens
    for name in scene.named:
        if not region.first - len(region.before) <= name.first < region.end + len(region.after):
            continue
        far = _AMONG + 2 * (tokens.word(name.first - 1) == "of")
        if any(tokens[name.first - back].low in _AT for back in range(1, far + 1)):
            found.append(name.text)
    return _keys(found, aliases)


def _role(region: Region, quantity: Quantity, what: Measured) -> Role:
    ahead = region.before[-4:]
    if quantity.kind is QuantityKind.DATE:
        return _of_date(region, quantity)
    if quantity.role is Role.PLAIN and "half" in region.before[-1:]:
        return Role.PART
    if "of" in region.after[:1] and quantity.kind is QuantityKind.COUNT and what.thing == "":
        return Role.PART if {"the", "its", "their"} & set(region.after[1:2]) else quantity.role
    if _TARGETS & set(ahead + region.after[:2]):
        return Role.TARGET
    return quantity.role


def _of_date(region: Region, quantity: Quantity) -> Role:
    """ "Since initial contacts in …" is a start, however far "since" stands before."""
    if quantity.role is Role.END and {"not", "never"} & set(region.before[-8:]):
        return Role.PLAIN
    if quantity.role is not Role.PLAIN:
        return quantity.role
    for word in reversed(region.before[-8:]):
        if word in (",", ";", ":"):
            break
        if word == "since":
            return Role.START
        if word in ("until", "till"):
            return Role.END
    return Role.PLAIN


def _manner(lows: list[str], region: Region) -> str:
    ahead = set(lows[max(0, region.first - _REACH) : region.first])
    if _POSSIBLE & ahead:
        return "possible"
    if _ASKED & ahead:
        return "asked"
    if _TO_COME & ahead or ("to" in region.before[-4:-1]):
        return "planned"
    return ""


def _change(region: Region, quantity: Quantity, what: Measured) -> str:
    """Whether the value is a change, or the value before one."""
    ahead = region.before[-3:]
    if ["had", "been"] == region.before[-2:]:
        return "from"
    if ahead[-1:] == ["from"] or ahead[-2:] in (["from", "a"], ["from", "some"]):
        return "from"
    if ahead[-1:] == ["by"]:
        return "by"
    if quantity.kind not in (QuantityKind.PERCENT, QuantityKind.FRACTION, QuantityKind.MONEY):
        return ""
    behind = region.after[:2]
    moved = {
        "increase",
        "rise",
        "decline",
        "drop",
        "fall",
        "reduction",
        "growth",
        "cut",
        "jump",
        "decrease",
        "boost",
        "gain",
        "higher",
        "lower",
        "more",
        "less",
    }
    if moved & set(behind):
        return "by"
    if quantity.kind is QuantityKind.MONEY:
        return ""
    if what.act in _MOVES and not _LEVELS & set(ahead[-1:]):
        return "by"
    return ""


def _rate(region: Region, scene: Scene, found: FoundQuantity) -> str:
    if found.quantity.base.startswith("per "):
        return found.quantity.base.removeprefix("per ")
    behind = region.after[:7]
    for place, word in enumerate(behind):
        if word in ("a", "per", "each", "every", "/") and behind[place + 1 : place + 2]:
            unit = behind[place + 1]
            if unit in _RATES:
                return unit
        if word in _RATE_ADVERBS:
            return _RATE_ADVERBS[word]
        if word in (",", ".", ";", "and"):
            break
    for word in region.before[-4:]:
        if word in _RATE_ADVERBS:
            return _RATE_ADVERBS[word]
    return ""


def _base(quantity: Quantity) -> frozenset[str]:
    """What a percentage is of; a rate ("per day") is no base."""
    if quantity.base.startswith("per "):
        return frozenset()
    return content(quantity.base.lower().split()) | _years(quantity.base)


def _years(base: str) -> frozenset[str]:
    return frozenset(word for word in base.split() if word.isdigit())


def _period(scene: Scene, found: FoundQuantity, claim: Claim) -> Period | None:
    """What the claim says of its time, else the one date of the sentence that can be its time."""
    if claim.quantity is None or claim.quantity.kind is QuantityKind.DATE:
        return None
    told_so = parse_period(claim.as_of) if claim.as_of else None
    if told_so:
        return told_so
    part = part_of_year(scene.tokens.text.lower(), scene.reference)
    if part:
        return part
    nearest: tuple[int, Period] | None = None
    for other in scene.found:
        low, high = other.quantity.low, other.quantity.high
        if other.quantity.kind is not QuantityKind.DATE or not isinstance(low, date):
            continue
        if other is found or not isinstance(high, date) or (high - low).days > _YEAR:
            continue
        ahead = other.quantity.role is Role.END and low > (scene.reference or date.max)
        if other.quantity.role is not Role.PLAIN and not ahead:
            continue
        first, last = sorted(((found.start, found.end), (other.start, other.end)))
        between = scene.tokens.text[first[1] - scene.start : last[0] - scene.start].lower()
        opens = other.start - scene.start < _OPENING
        if not opens and _BEYOND & set(between.replace(",", " ").replace(";", " but ").split()):
            continue
        distance = (
            found.start - other.end if other.end <= found.start else other.start - found.end + 20
        )
        if nearest is None or distance < nearest[0]:
            nearest = (distance, Period(low, high))
    return nearest[1] if nearest else None


def _cumulative(lows: list[str], quantity: Quantity) -> bool:
    if quantity.role is Role.TOTAL:
        return True
    return any(
        (word == "as" and lows[place + 1 : place + 2] == ["of"])
        or (word == "to" and lows[place + 1 : place + 2] == ["date"])
        or (word == "so" and lows[place + 1 : place + 2] == ["far"])
        for place, word in enumerate(lows)
    )


@lru_cache(4096)
def shared(words: frozenset[str]) -> frozenset[str]:
    """One object for sets that are equal, such as the same names in many sentences."""
    return words


def slots_of(frame: Frame) -> frozenset[str]:
    """Words that say that a figure is of a part of a year."""
    return _SLOTS.intersection(frame.near) | (
        frame.slot if _ROUNDS.intersection(frame.near) else frozenset()
    )
