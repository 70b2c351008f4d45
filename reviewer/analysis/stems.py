"""One form for the forms of a word, by rule: enough to see that two texts use the same word.

A stem is compared with other stems and never shown. Accents and spelling on either side of the
Atlantic always fall together ("Pôrto" and "Porto", "programmes" and "program"); how much of the
ending does is told by the function: ``noun_stem`` takes the plural off, ``stem`` what verbs have
too, ``verb_stem`` leaves the root that all forms of a verb share.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from reviewer.analysis.calendar import MONTHS, WEEKDAYS
from reviewer.analysis.nouns import FUNCTION_WORDS
from reviewer.analysis.numbers import NUMBER_WORDS

_SHORTEST = 3
_CACHED = 65_536
_SPELLINGS = {
    "programme": "program", "centre": "center", "theatre": "theater", "metre": "meter",
    "kilometre": "kilometer", "litre": "liter", "defence": "defense", "offence": "offense",
    "licence": "license", "grey": "gray", "cheque": "check", "tonne": "ton", "fibre": "fiber",
    "co-operation": "cooperation", "enquiry": "inquiry", "tyre": "tire", "plough": "plow",
    "people": "person", "men": "man", "women": "woman", "children": "child",
}  # fmt: skip
_IRREGULAR = {
    "lives": "life", "built": "build", "began": "begin", "begun": "begin", "paid": "pay",
    "sold": "sell", "bought": "buy", "won": "win", "found": "find", "lost": "lose", "fell": "fall",
    "fallen": "fall", "rose": "rise", "risen": "rise", "grew": "grow", "grown": "grow",
    "took": "take", "died": "die", "dying": "die", "tied": "tie", "lied": "lie",
}  # fmt: skip
_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "\u0131": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Letters that no accent can be taken from."""
_PLURALS = (
    ("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("ss", "ss"),
    ("us", "us"), ("is", "is"), ("s", ""),
)  # fmt: skip
_ENDINGS = (
    ("sses", "ss"), ("ies", "y"), ("ied", "y"), ("ings", ""), ("ing", ""), ("ated", "ate"),
    ("eed", "eed"), ("ed", ""), ("ss", "ss"), ("us", "us"), ("is", "is"), ("es", "e"), ("s", ""),
)  # fmt: skip
EMPTY = frozenset((
    "rescue", "emergency", "local", "regional", "central", "mr", "mrs", "ms", "dr", "say", "says",
    "said", "told", "according", "also", "new", "make", "made", "get", "got", "go", "goes", "went",
    "come", "came", "one", "like", "still", "since", "us", "would", "could", "including",
    "include", "includes", "included", "total", "more", "some", "many", "much", "most", "other",
    "another", "such", "own", "same", "least", "almost", "nearly", "around", "roughly",
    "approximately", "estimated", "estimate", "figure", "number", "added", "add", "report",
    "reported", "group", "company", "net", "overall", "police", "firm", "opposition", "officials",
    "official", "year", "month", "week", "day", "time", "date", "last", "next", "early", "late",
    "mid", "end", "s", "t", "u", "however", "meanwhile", "well", "far", "further", "additional",
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "previous", "earlier", "later", "current", "currently", "now",
)) | NUMBER_WORDS | frozenset(MONTHS) | frozenset(WEEKDAYS)  # fmt: skip


def bare(word: str) -> str:
    """Lower case without accents and possessive ending."""
    low = word.casefold().replace("\u2019", "'").removesuffix("'s").removesuffix("'")
    if low.isascii():
        return low
    parts = unicodedata.normalize("NFKD", low.translate(_LETTERS))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


@lru_cache(_CACHED)
def noun_stem(word: str) -> str:
    """ "Bodies" and "body", "centres" and "center" are one noun; "warning" stays one."""
    low = bare(word)
    return _spelt(_SPELLINGS.get(low) or _without(low, _PLURALS))


@lru_cache(_CACHED)
def stem(word: str) -> str:
    """ "Displacing", "displaced" and "displaces" are one word."""
    low = bare(word)
    low = _spelt(_without(_IRREGULAR.get(low, low), _ENDINGS))
    if len(low) > _SHORTEST + 1 and low.endswith("e"):
        low = low[:-1]
    doubled = len(low) > _SHORTEST + 1 and low[-1] == low[-2] and low[-1] not in "sl"
    return low[:-1] if doubled else low


@lru_cache(_CACHED)
def verb_stem(word: str) -> str:
    """The root of a regular verb's forms: "fire", "fires" and "fired" are "fir"."""
    low = stem(word).removesuffix("e")
    if low.endswith("is") and len(low) > _SHORTEST + 1:
        return low[:-1] + "z"  # finalise, finalize
    return low[:-1] if low.endswith("ll") else low  # controlled, control


def content(words: Iterable[str]) -> frozenset[str]:
    """The stems of the words that say something."""
    return frozenset(
        stem(word)
        for word in words
        if len(word) > 1 and word not in FUNCTION_WORDS and word not in EMPTY and word[0].isalpha()
    )


def _without(low: str, endings: tuple[tuple[str, str], ...]) -> str:
    for ending, put in endings:
        if low.endswith(ending) and len(low) - len(ending) + len(put) >= _SHORTEST:
            return low[: -len(ending)] + put
    return low


def _spelt(low: str) -> str:
    """In American spelling."""
    low = _SPELLINGS.get(low, low)
    if len(low) > _SHORTEST + 1 and low.endswith("our"):
        return low[:-3] + "or"
    return low.replace("isation", "ization")
