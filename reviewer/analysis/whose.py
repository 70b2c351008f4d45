"""Whom a value is about, and where: from the names of its sentence and of its text."""

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer.analysis.aliases import Aliases, resolved
from reviewer.analysis.concepts import Concepts
from reviewer.analysis.entities import keys_of
from reviewer.analysis.quantities import FoundQuantity
from reviewer.analysis.regions import Region
from reviewer.analysis.scenes import Scene
from reviewer.analysis.subjects import Name
from reviewer.domain.claim import Claim

_AT = frozenset((
    "in", "at", "across", "near", "around", "on", "throughout", "within", "outside", "from",
))  # fmt: skip
_AMONG = 3
_TOGETHER = frozenset(["cooperation", "trade"])
_GROUPS = frozenset(["countries", "nations", "states", "partners"])
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
    of_events = thing in setting.table.of_events
    if keys <= speaker and (of_events or not acting or not _is_meant(cast.lows, acting, limit)):
        keys = frozenset()
    if not acting and not keys & setting.chief - setting.speakers:
        keys = frozenset()
    if not keys:
        return setting.main, False
    return keys, bool(acting)


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


def keys_in(names: list[str], aliases: Aliases) -> frozenset[str]:
    """The keys of names as the text's short forms read them."""
    return frozenset(resolved(key, aliases) for key in keys_of(names))


def places_of(scene: Scene, region: Region, aliases: Aliases) -> frozenset[str]:
    """Names near the value that a word for a place leads to."""
    found = []
    tokens = scene.tokens
    for name in scene.named:
        if not region.first - len(region.before) <= name.first < region.end + len(region.after):
            continue
        far = _AMONG + 2 * (tokens.word(name.first - 1) == "of")
        if any(tokens[name.first - back].low in _AT for back in range(1, far + 1)):
            found.append(name.text)
    return keys_in(found, aliases)
