"""Short forms that a text gives itself: "Republic of Korea (ROK)", "Acme Corporation (Acme)"."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from reviewer.analysis.concepts import Lexicon
from reviewer.analysis.entities import countries, key_of, spells

_BRACKET = re.compile(r"\(([\u201c\"']?)([^\W_][\w.&-]{1,14})[\u201d\"']?\)")
_BEFORE = re.compile(r"[^\W_][\w'\u2019&]*+")
_WIDEST = 90
_LONGEST = 8
_FEW = 3

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


def surnames(keys: Iterable[str]) -> dict[str, str]:
    """A key of one word that ends just one longer key of the same text, or begins just one.

    "kolb" → "ines kolb"; what could be two is left alone.
    """
    seen = Counter(keys)
    longer = [key for key in seen if 1 < len(key.split()) <= _FEW and key not in countries()]
    places: dict[str, set[str]] = {}
    for key in longer:
        words = key.split()
        for word in (words[0], words[-1]):
            places.setdefault(word, set()).add(key)
    return {
        word: next(iter(keys))
        for word, keys in places.items()
        if len(keys) == 1 and word in seen and word not in countries()
    }


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
