"""One key for the names of one thing: countries and their people, short forms, titles, suffixes."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from reviewer.analysis.stems import bare
from reviewer.assets import asset

_CACHED = 65_536
_SUFFIXES = frozenset((
    "inc", "ltd", "llc", "plc", "ag", "sa", "se", "nv", "bv", "gmbh", "corp", "corporation",
    "company", "co", "limited", "holdings", "holding", "oyj", "asa", "spa", "kk", "pty", "lp",
))  # fmt: skip
_STATE = frozenset((
    "government", "govt", "administration", "authorities", "officials", "cabinet", "state",
    "federal", "national", "people", "republic",
))  # fmt: skip
TITLES = frozenset((
    "mr", "mrs", "ms", "dr", "sir", "president", "minister", "prime", "premier", "chancellor",
    "mayor", "governor", "secretary", "senator", "king", "queen", "prince", "chief", "executive",
    "ceo", "chairman", "chairwoman", "chair", "director", "general", "deputy", "vice", "former",
    "spokesman", "spokeswoman", "spokesperson", "kc", "hon", "rt", "treasurer", "councillor",
    "cllr", "cr", "alderman", "commissioner", "ambassador", "judge", "attorney", "prosecutor",
    "congressman", "congresswoman", "lawmaker", "sheriff", "professor", "prof", "captain",
    "colonel", "lieutenant", "sergeant", "admiral", "brigadier", "archbishop", "pope", "sheikh",
    "gov", "sen", "rep", "lt", "col", "mp", "mep", "msp", "td", "leader", "whip", "cfo", "coo",
    "acting", "interim", "outgoing", "incoming", "economist", "analyst", "lawyer", "fisherman",
    "farmer", "resident",
))  # fmt: skip
_FIELDS = frozenset((
    "foreign", "defence", "defense", "finance", "interior", "health", "transport", "energy",
    "environment", "justice", "trade", "education", "treasury", "economy", "opposition",
    "elected", "district", "shadow", "assistant", "majority", "minority", "managing", "financial",
    "operating",
))  # fmt: skip
_SPELLINGS = {
    "defense": "defence", "programme": "program", "centre": "center", "labour": "labor",
    "forces": "force", "organisation": "organization",
}  # fmt: skip
_MINOR = frozenset(["of", "the", "and", "for", "in", "on"])


@cache
def countries() -> Mapping[str, str]:
    """Every name and demonym of the shipped table, folded → the key of the country."""
    table = tomllib.loads(asset("resources", "countries.toml").read_text(encoding="utf-8"))
    return {
        _fold(name): _fold(country)
        for country, names in table["names"].items()
        for name in (country, *names)
    }


@lru_cache(_CACHED)
def key_of(name: str) -> str:
    """What a name is compared by: "the Australian Government" → "australia", "Acme Inc." → "acme".

    A title before a person's name is left off; a name that is nothing but a title is "".
    """
    folded = _fold(name)
    known = countries().get(folded)
    if known:
        return known
    words = folded.split()
    for length in (3, 2, 1):
        country = countries().get(" ".join(words[:length]))
        if country and words[length:] and all(word in _STATE for word in words[length:]):
            return country
    if len(words) > 2 and words[0] in _STATE and words[1] == "of":  # noqa: PLR2004 - "government of X"
        return key_of(" ".join(words[2:]))
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    words = words[_led(words) :]
    words = words[_led_inside(words) :]
    words = words[1:] if words[:1] == ["of"] else words
    while len(words) > 1 and words[-1] in _AFTER:
        words.pop()
    return " ".join(_SPELLINGS.get(word, word) for word in words)


def is_titled(name: str) -> bool:
    """Whether a title stands before a person's name: "Treasurer Helen Garrard"."""
    words = _fold(name).split()
    led = _led(words)
    led += _led_inside(words[led:])
    return bool(led) and len(words) > led and words[led] != "of"


def keys_of(names: Iterable[str]) -> frozenset[str]:
    """The keys of several names; "NATO and Japan" is two."""
    return frozenset(keys_in_order(names))


def keys_in_order(names: Iterable[str]) -> Iterator[str]:
    """The same in the order of the names, each as often as it is named."""
    for name in names:
        for part in parts_of(name):
            if is_telling(key := key_of(part)):
                yield key


def _led(words: list[str]) -> int:
    """How many words before a person's name say what the person is: "South Korean President"."""
    place = 0
    for length in (2, 1):
        if " ".join(words[:length]) in countries() and _is_title(words, length):
            place = length
            break
    while _is_title(words, place):
        place += 1
    left = len(words) - place
    lone = place == 1 and left < _GIVEN and words[0] in _NAMED_TOO
    return 0 if lone and left else place


def _led_inside(words: list[str]) -> int:
    """How many words of "Nationals MP Grant Oddie", "VW Chief Executive Jan Meer" tell what a
    person is: up to a title in it with two or three words behind."""
    for place in range(len(words) - _GIVEN, 0, -1):
        if words[place - 1] in TITLES:
            opens = place - 1
            while opens and words[opens - 1] in TITLES:
                opens -= 1
            told = place - opens > 1 or words[place - 1] not in _NAMED_TOO
            return place if opens and told and len(words) - place <= _GIVEN + 1 else 0
    return 0


def _is_title(words: list[str], place: int) -> bool:
    here, after = words[place : place + 1], words[place + 1 : place + 2]
    if here and here[0] in _FIELDS:
        return bool(after) and after[0] in TITLES
    return bool(here) and here[0] in TITLES


_GIVEN = 2  # words of a person's name
_NAMED_TOO = frozenset(["general", "chief", "king", "queen", "prince", "leader", "resident", "td"])
"""Titles with which names of companies begin as well: General Electric."""
_AFTER = frozenset(["kc", "qc", "mp", "mep", "jr", "sr"])


def is_telling(key: str) -> bool:
    """Whether a key can be anybody's: "ip" and "mw" cannot, unless they stand for a country."""
    return (len(key) > _SHORT and key not in _NO_NAMES) or is_country(key)


_SHORT = 2
_NO_NAMES = frozenset((
    "gdp", "gnp", "cpi", "ebit", "ebitda", "ceo", "cfo", "coo", "kwh", "mwh", "gwh", "twh", "kw",
    "mw", "gw", "km", "covid", "covid 19", "usd", "eur", "gbp", "am", "pm", "phd", "vat", "co2",
))  # fmt: skip


def parts_of(name: str) -> list[str]:
    """A pair of names that act together, apart."""
    if " and " not in name or is_country(key_of(name)):
        return [name]
    return name.replace(" and the ", " and ").split(" and ")


def is_country(key: str) -> bool:
    """Whether the key is that of a country, or of a body that acts like one."""
    return key in _country_keys()


@cache
def _country_keys() -> frozenset[str]:
    return frozenset(countries().values())


@lru_cache(_CACHED)
def is_organ(key: str) -> bool:
    """Whether a key names a body of whomever a text is about: the works council, the board of
    management. "Lindmark council" is a council of its own."""
    return all(word in _ORGANS for word in key.split())


_ORGANS = frozenset((
    "board", "supervisory", "management", "directors", "council", "works", "committee", "annual",
    "general", "extraordinary", "meeting", "executive", "administrative", "advisory", "audit",
    "company", "group", "government", "cabinet", "office", "agency", "ministry", "minister",
    "authority", "commission", "firm", "department", "union", "trust", "institute", "secretariat",
    "headquarters", "branch", "district", "regional", "national", "provincial", "state", "federal",
    "local", "city", "municipal", "county", "parish", "treasury", "parliament", "assembly",
    "senate", "congress", "house", "of", "the", "for", "and", "press", "service", "police", "army",
    "party", "opposition", "staff", "shareholders", "court", "bench", "presidency", "appropriation",
    "investor", "relations", "parties", "province", "nation", "town", "village", "community",
    "project", "programme", "program", "bill", "act", "law", "budget", "finance", "affairs",
    "disaster", "civil", "protection", "emergency", "health", "weather", "meteorological", "relief",
    "transport", "energy", "defence", "defense", "interior", "education", "environment", "justice",
    "attorney", "director", "president", "chair", "chairman", "chief", "officer", "officers",
))  # fmt: skip


def is_within(one: str, other: str) -> bool:
    """Whether the words of one key are among the other's: "kolb" in "ines kolb"."""
    a, b = frozenset(one.split()) - _MINOR, frozenset(other.split()) - _MINOR
    if is_country(one) or is_country(other):
        return False
    return bool(a and b) and (a <= b or b <= a)


def spells(acronym: str, words: list[str]) -> bool:
    """Whether the words' first letters spell the acronym: "DoDMA", "NZDF", small words free."""
    letters = [letter for letter in acronym if letter.isupper()]
    firsts = [word[0].upper() for word in words if word[0].isupper()]
    if len(letters) != len(acronym.removesuffix("s")):
        firsts = firsts if len(firsts) == len(letters) else [word[0].upper() for word in words]
    return firsts == letters


def _fold(name: str) -> str:
    words = bare(name).replace("-", " ").replace(".", "").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
