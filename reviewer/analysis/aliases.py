"""Short forms that a text gives itself: "Republic of Korea (ROK)", "Acme Corporation (Acme)"."""

import re
from collections.abc import Iterable, Iterator, Mapping

from reviewer.analysis.concepts import Lexicon
from reviewer.analysis.entities import countries, key_of, spells

_BRACKET = re.compile(r"\(([\u201c\"']?)([^\W_][\w.&-]{1,14})[\u201d\"']?\)")
_BEFORE = re.compile(r"[^\W_][\w'\u2019&]*+")
_WIDEST = 90
_LONGEST = 8
_FEW = 3
_INTRODUCED = 8  # names from the first short form on, title and lead included

_FEATURES = frozenset((
    "dam", "barrage", "bridge", "river", "lake", "port", "airport", "university", "college", "city",
    "province", "district", "county", "region", "valley", "street", "road", "park", "hospital",
    "stadium", "station", "council", "court", "police", "times", "post", "herald", "daily", "news",
    "observer", "bay", "island", "islands", "mountain", "mount", "storm", "hurricane", "typhoon",
    "cyclone", "north", "south", "east", "west", "northern", "southern", "eastern", "western",
    "new", "greater", "upper", "plant", "mine", "refinery", "project", "tunnel", "reservoir",
    "fund", "trust", "summit", "alliance",
))  # fmt: skip
"""A name with one of these is of another thing than the rest of it: Derna Dam is not Derna."""

Aliases = Mapping[str, str]
"""Key of a name → the key that it is read as."""


def learnt(text: str) -> dict[str, str]:
    """The short forms that the text defines. Time grows with its length alone."""
    found: dict[str, str] = {}
    for match in _BRACKET.finditer(text):
        short = match[2].rstrip(".")
        if not short[0].isupper():
            continue
        long = _long_form(text[max(0, match.start() - _WIDEST) : match.start()], short)
        if long:
            one, other = key_of(short), key_of(long)
            if one and other and one != other and one not in countries():
                found.setdefault(one, other)
    return found


def _long_form(before: str, short: str) -> str:
    """The shortest run of words right before the bracket that the short form stands for."""
    line = before.rpartition("\n")[2]
    words = [match[0] for match in _BEFORE.finditer(line)][-_LONGEST:]
    if line.rstrip() != line.rstrip().rstrip(",;:.!?") or not words:
        return ""
    for count in range(1, len(words) + 1):
        run = words[-count:]
        if not run[0][0].isupper():
            continue
        bare = [word.removesuffix("'s").removesuffix("\u2019s") for word in run]
        named = count > 1 and short in bare
        if named or (sum(letter.isupper() for letter in short) > 1 and spells(short, bare)):
            return " ".join(bare)
    return ""


def surnames(keys: Iterable[str], places: frozenset[str] = frozenset()) -> dict[str, str]:
    """A key of one word that ends just one longer key of the same text, or begins just one.

    "kolb" → "ines kolb"; what could be two is left alone, and so are ``places``. ``keys`` are in
    the text's order: whom a text calls by its first word is introduced by its whole name, and a
    longer name that comes up only later is of something else ("Orvane" and "Orvane Japan"), as is
    one that a letter tells from others ("Arden B").
    """
    seen: dict[str, int] = {}
    for place, key in enumerate(keys):
        seen.setdefault(key, place)
    longer = [key for key in seen if 1 < len(key.split()) <= _FEW and key not in countries()]
    within: dict[str, set[str]] = {}
    for key in longer:
        words = key.split()
        within.setdefault(words[-1], set()).add(key)
        if len(words[-1]) > 1 and seen[key] <= seen.get(words[0], 0) + _INTRODUCED:
            within.setdefault(words[0], set()).add(key)
    return {
        word: next(iter(keys))
        for word, keys in within.items()
        if len(keys) == 1 and word in seen and word not in countries()
        if word not in places and not _FEATURES.intersection(*(key.split() for key in keys))
    }


def inhabitants(keys: Iterable[str]) -> dict[str, str]:
    """Plurals and people of what is named as well: "volkswagens" → "volkswagen", "tasmanians" and
    "tasmanian" → "tasmania", "punjabis" → "punjab"."""
    seen = {key for key in keys if len(key) >= _FEWEST}
    found = {}
    for key in seen:
        *ahead, last = key.split()
        bases = (" ".join((*ahead, base)) for base in _bases(last))
        home = next((base for base in bases if base in seen and base != key), "")
        if home and key not in countries():
            found[key] = home
    return found


def _bases(word: str) -> Iterator[str]:
    """What a word may be the plural or the people of, nearest first."""
    one = word.removesuffix("s") if not word.endswith("ss") else word
    if one != word:
        yield one
    for ending, instead in _PEOPLE:
        root = one.removesuffix(ending)
        if root != one and len(root) >= _ROOT:
            for last in instead:
                yield root + last


_FEWEST, _ROOT = 5, 4
_PEOPLE = (
    ("n", ("",)), ("ian", ("", "ia", "y", "e", "i", "o")), ("an", ("", "a", "e", "o", "ia")),
    ("ese", ("", "a", "e", "o")), ("i", ("", "ia")), ("er", ("",)), ("ish", ("", "land")),
    ("ite", ("", "e")), ("er", ("e",)),
)  # fmt: skip


def combined(each: Iterable[Mapping[str, str]], lexicon: Lexicon) -> dict[str, str]:
    """The short forms of many texts as one table: those that all texts read alike.

    What the project says itself goes before what texts say.
    """
    readings: dict[str, set[str]] = {}
    for table in each:
        for short, long in table.items():
            readings.setdefault(short, set()).add(long)
    agreed = {short: next(iter(longs)) for short, longs in readings.items() if len(longs) == 1}
    return {**agreed, **named(lexicon)}


def named(lexicon: Lexicon) -> dict[str, str]:
    """The project's own names, by key."""
    return {key_of(word): key_of(meaning) for word, meaning in lexicon.names}


def resolved(key: str, aliases: Aliases) -> str:
    """What the key is read as, one short form after another; a circle ends where it began."""
    for _ in range(_FEW):
        further = aliases.get(key)
        if further is None or further == key:
            return key
        key = further
    return key
