"""Whom a value is about, and where: from the names of its sentence and of its text."""

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer.analysis.aliases import Aliases, resolved
from reviewer.analysis.concepts import Concepts
from reviewer.analysis.entities import is_country, keys_of
from reviewer.analysis.mastheads import is_outlet
from reviewer.analysis.quantities import FoundQuantity
from reviewer.analysis.regions import STOPS, Region
from reviewer.analysis.scenes import Scene
from reviewer.analysis.subjects import Name
from reviewer.domain.claim import Claim
from reviewer.domain.vocabulary import QuantityKind

_AT = frozenset((
    "in", "at", "across", "near", "around", "on", "throughout", "within", "outside", "from",
))  # fmt: skip
_AMONG = 3
AGED = "years old"
_VERB = 4
_CAME = frozenset((
    "in", "over", "up", "down", "ashore", "inland", "came", "come", "coming", "swept", "blew",
    "moved", "arrived", "arriving", "flowing", "flows", "flowed", "travelled", "crossed",
    "imported",
    "shipped", "brought", "headed", "hailing",
))  # fmt: skip
_ASIDE = 12
_OPENING = 9  # tokens of "In the northern province of Kelar,"
_HELPERS = frozenset((
    "has", "have", "had", "is", "was", "also", "since", "now", "so", "far", "already", "not",
    "then", "(", ")", "later", "previously", "earlier",
))  # fmt: skip
_REPORTING = frozenset((
    "verified", "verifies", "verify", "confirmed", "confirms", "confirm", "reported", "reports",
    "reporting", "recorded", "records", "registered", "registers", "counted", "counts",
    "estimates", "estimated", "estimate", "puts", "put", "said", "says", "gave", "gives",
    "listed", "lists",
    "documented", "documents", "tallied", "believes", "believed", "found", "finds", "cited",
    "cites", "noted", "notes", "announced", "announces", "told", "warned", "warns",
    "spoke", "speaks",
    "quoted", "expects", "forecasts", "calculates", "calculated", "logged", "identified", "lowered",
    "raised", "revised", "updated", "released", "published", "issued",
))  # fmt: skip
_ELSEWHEN = frozenset(["when", "where", "while", "who", "which", "after", "before", "but"])
_TOGETHER = frozenset(["cooperation", "trade"])
_GROUPS = frozenset(["countries", "nations", "states", "partners"])
_BODIES = tuple([word] for word in (
    "company", "group", "airline", "bank", "firm", "ministry", "agency", "council", "party",
    "government", "operator", "maker", "club", "union", "fund", "authority", "chipmaker",
))  # fmt: skip
_HAVING = 4
_HAS = frozenset((
    "has", "have", "had", "holds", "hold", "held", "holding", "owns", "own", "with", "will",
    "would",
    "takes", "take", "taking", "gets", "get", "got", "gave", "gives", "give", "pays", "pay", "paid",
    "pledged", "contributes", "contributed", "a", "an", "initial", "its", "(", ":", "about", "some",
    "\u2013", "\u2014",
))  # fmt: skip
_SELF = frozenset(["it", "its", "they", "their", "he", "his", "she", "her", "we", "our", "i"])


@dataclass(frozen=True, slots=True)
class Setting:
    """What a text says beyond the sentence: its short forms, and whom it is about."""

    aliases: Aliases
    main: frozenset[str]
    chief: frozenset[str]  # the few names that it is about most
    speakers: frozenset[str]
    table: Concepts
    shown: Mapping[str, str]  # keys as the text writes them
    where: frozenset[str] = frozenset()  # names of one word that stand behind "in", "at" or "near"


@dataclass(frozen=True, slots=True)
class Cast:
    """Who appears in a sentence, and in the one before it."""

    lows: list[str]
    acting: tuple[Name, ...]
    listed: frozenset[str]  # keys of the sentence before, for "these countries"


def who_of(
    scene: Scene,
    cast: Cast,
    found: FoundQuantity,
    claim: Claim,
    setting: Setting,
    *,
    thing: str,
) -> tuple[frozenset[str], bool]:
    """Whom the value is about, and whether its sentence says so itself."""
    limit = scene.place(found.start)
    acting = [name for name in cast.acting if name.first < limit]
    keys = keys_in([claim.subject], setting.aliases)
    speaker = keys_in([claim.speaker], setting.aliases)
    if thing in _TOGETHER and acting:
        keys = _together(scene, cast, keys, setting.aliases)
    keys = frozenset(key for key in keys if not is_outlet(key))
    of_events = thing in setting.table.of_events
    if of_events and any(_reports(cast.lows, name) for name in acting if not name.possessive):
        keys = _where(keys, setting.where)
    if of_events and not acting:
        keys = _where(keys, setting.where)
    if not acting and not _takes_up(cast.lows):
        keys = keys & setting.main
    if keys <= speaker and (of_events or not acting or not _is_meant(cast.lows, acting, limit)):
        keys = frozenset()
    if not acting and not keys & setting.chief - setting.speakers:
        keys = frozenset()
    named = (
        _behind(scene, found, setting)
        or _aged(scene, cast.lows, found, setting)
        or _in_list(scene, cast.lows, found, setting)
        or _clause_of(scene, cast.lows, limit, setting.aliases)
    )
    if named:
        return named, True
    if not keys:
        return setting.main, False
    return keys, bool(acting)


def _behind(scene: Scene, found: FoundQuantity, setting: Setting) -> frozenset[str]:
    """Whose measure it is by the name right behind: "the 40 MW Rahughat project"."""
    if found.quantity.kind not in (QuantityKind.MEASURE, QuantityKind.MONEY):
        return frozenset()
    end = scene.place(found.end)
    names = [name.text for name in scene.named if name.first == end]
    keys = keys_in(names, setting.aliases)
    return frozenset() if any(map(is_country, keys)) else keys


def _aged(scene: Scene, lows: list[str], found: FoundQuantity, setting: Setting) -> frozenset[str]:
    """Who is so old: Dana Holt in "Dana Holt, 54, the chief executive of Acme"."""
    first = scene.place(found.start)
    if found.quantity.unit != AGED or lows[first - 1] not in (",", "("):
        return frozenset()
    return keys_in([name.text for name in scene.named if name.end == first - 1], setting.aliases)


def _in_list(
    scene: Scene, lows: list[str], found: FoundQuantity, setting: Setting
) -> frozenset[str]:
    """Whose each value of a list is: "Orvane will hold 20%, Kelar Gas (15%) and Duro 7.6%"; a list
    has names right before two of its values at least."""
    owner = _right_before(scene, lows, scene.place(found.start)) if _can_be_shared(found) else ""
    others = (each for each in scene.found if each.quantity.kind is found.quantity.kind)
    listed = owner and any(
        _right_before(scene, lows, scene.place(each.start)) not in ("", owner) for each in others
    )
    return keys_in([owner], setting.aliases) if listed else frozenset()


def _can_be_shared(found: FoundQuantity) -> bool:
    return found.quantity.kind in (QuantityKind.PERCENT, QuantityKind.MONEY)


def _right_before(scene: Scene, lows: list[str], place: int) -> str:
    """The name before a token, with nothing but a verb of having between."""
    first = place
    while first > 0 and place - first < _HAVING and lows[first - 1] in _HAS:
        first -= 1
    return next((name.text for name in scene.named if name.end == first), "")


def _clause_of(scene: Scene, lows: list[str], limit: int, aliases: Aliases) -> frozenset[str]:
    """Of which place a clause tells: Carmont in "Carmont, where three people died"."""
    for place in range(limit - 1, max(1, limit - _ASIDE), -1):
        if lows[place] == "where":
            end = place - (lows[place - 1] == ",")
            ends = (end, end - 1)  # "Carmont, where", "the San Roque bridge, where"
            return keys_in([name.text for name in scene.named if name.end in ends], aliases)
        if lows[place] in (";", ","):
            break
    return frozenset()


def _reports(lows: list[str], name: Name) -> bool:
    """Whether a name only tells of an event: "the agency has verified 43 deaths"."""
    place = name.end
    if lows[place : place + 1] == [","]:
        ends = [i for i in range(place + 1, min(place + _ASIDE, len(lows))) if lows[i] == ","]
        place = ends[0] + 1 if ends else place
    verb = next((low for low in lows[place : place + _VERB] if low not in _HELPERS), "")
    return verb in _REPORTING


def _takes_up(lows: list[str]) -> bool:
    """Whether a sentence that names nobody goes on about whom the one before named: "Its …",
    "The company …"."""
    words = [low for low in lows[:_VERB] if low[0].isalpha()]
    return bool(_SELF & set(words)) or (words[:1] == ["the"] and words[1:2] in _BODIES)


def _where(keys: frozenset[str], where: frozenset[str]) -> frozenset[str]:
    """Of who tells of an event only the places: Sindh in "Sindh reports 22 deaths", and Punjab in
    "the authority of Punjab has confirmed 73"."""
    here = {key for key in keys if is_country(key) or key in where}
    return frozenset(
        here or {place for key in keys for place in where if f" {place} " in f" {key} "}
    )


def _is_meant(lows: list[str], acting: list[Name], limit: int) -> bool:
    """Whether who speaks is whom the value is about: "Acme said it would …"."""
    return bool(_SELF & set(lows[acting[-1].end : limit]))


def _together(scene: Scene, cast: Cast, keys: frozenset[str], aliases: Aliases) -> frozenset[str]:
    """Both sides of what two do together: "cooperation with NATO", "with these countries"."""
    tokens = scene.tokens
    found = set(keys)
    for name in scene.named:
        place = name.first - (tokens.word(name.first - 1) == "the")
        joined = tokens.word(place - 1) == "and" and any(
            keys_in([before.text], aliases) & found
            for before in scene.named
            if before.end == place - 1
        )
        if joined or tokens.word(place - 1) in ("with", "between"):
            found |= keys_in([name.text], aliases)
    for index in range(len(tokens)):
        if tokens[index].low == "these" and tokens.word(index + 1) in _GROUPS:
            found |= cast.listed
    return frozenset(found)


def _parts(lows: list[str], place: int) -> bool:
    """Whether another clause begins: "18 deaths, when another body was found at Lakhnaur"."""
    return lows[place] in (",", ";") and lows[place + 1] in _ELSEWHEN


def keys_in(names: list[str], aliases: Aliases) -> frozenset[str]:
    """The keys of names as the text's short forms read them."""
    return frozenset(resolved(key, aliases) for key in keys_of(names))


def places_of(scene: Scene, lows: list[str], region: Region, aliases: Aliases) -> frozenset[str]:
    """Names near the value that a word for a place leads to, or that its clause is of; in a table
    all of its row."""
    if region.label:
        row = (name for name in scene.named if not _is_bracketed(scene, name, region.end))
        return keys_in([name.text for name in row], aliases)
    found = []
    tokens = scene.tokens
    first = region.first - len(region.before)
    opens = (
        at for at in range(region.first - 1, first, -1) if lows[at - 1 : at + 1] == [",", "and"]
    )
    first = next(opens, first)
    last = region.end + len(region.after)
    last = next((at for at in range(region.end, last - 1) if _parts(lows, at)), last)
    for name in scene.named:
        if not first <= name.first < last or _is_bracketed(scene, name, region.end):
            continue
        far = _AMONG + 2 * (tokens.word(name.first - 1) == "of")
        ahead = [tokens[name.first - back].low for back in range(1, min(far, name.first) + 1)]
        ends = next((back for back, low in enumerate(ahead) if low in STOPS), far)
        if _AT.intersection(ahead[:ends]) and not _is_origin(ahead):
            found.append(name.text)
    found += _opening(scene, lows, region.first)
    return keys_in(found, aliases) | _clause_of(scene, lows, region.first, aliases)


def _is_bracketed(scene: Scene, name: Name, end: int) -> bool:
    """Whether a name behind a value stands in brackets that tell of a figure of their own."""
    tokens = scene.tokens
    opens = next((at for at in range(name.first, end - 1, -1) if tokens[at].text == "("), 0)
    if not opens or any(tokens[at].text == ")" for at in range(opens, name.first)):
        return False
    return any(tokens[at].is_number for at in range(opens, name.first))


def _is_origin(ahead: list[str]) -> bool:
    """Whether something only came from there: "came in from the Selva Channel"; the words stand
    backwards."""
    near = [low for low in ahead if low not in ("the", "a", "its")]
    return near[:1] == ["from"] and bool(_CAME.intersection(near[1:3]))


def _opening(scene: Scene, lows: list[str], limit: int) -> list[str]:
    """Where all of a sentence is that opens with it: "In China alone, deliveries fell to 148,000",
    up to the next sentence of a semicolon."""
    if not lows or lows[0] not in _AT:
        return []
    comma = lows.index(",") if "," in lows[:_OPENING] else 0
    if not comma or comma >= limit or ";" in lows[comma:limit]:
        return []
    ends = (comma, comma - (lows[comma - 1] in ("alone", "itself", "proper")))
    return [name.text for name in scene.named if name.first <= _AMONG and name.end in ends]
