"""One form for the forms of a word, by rule: enough to see that two texts use the same word.

A stem is compared with other stems and never shown. Spelling on either side of the Atlantic,
accents, plurals and possessives fall together: "programmes" and "program", "Pôrto" and "Porto".
"""

import unicodedata
from functools import lru_cache

_CACHED = 65_536
_SHORTEST = 4
_BRITISH = {
    "programme": "program", "centre": "center", "theatre": "theater", "metre": "meter",
    "kilometre": "kilometer", "litre": "liter", "defence": "defense", "offence": "offense",
    "licence": "license", "grey": "gray", "cheque": "check", "tonne": "ton", "fibre": "fiber",
    "co-operation": "cooperation", "enquiry": "inquiry", "tyre": "tire", "plough": "plow",
    "people": "person", "men": "man", "women": "woman", "children": "child",
}  # fmt: skip


def bare(word: str) -> str:
    """Lower case without accents and possessive ending."""
    low = word.casefold().replace("\u2019", "'").removesuffix("'s").removesuffix("'")
    if low.isascii():
        return low
    parts = unicodedata.normalize("NFKD", low)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


@lru_cache(_CACHED)
def stem(word: str) -> str:
    """The noun's stem: without plural, in American spelling."""
    low = bare(word)
    if low in _BRITISH:
        return _BRITISH[low]
    single = _singular(low)
    single = _BRITISH.get(single, single)
    if len(single) > _SHORTEST and single.endswith("our"):
        return single[:-3] + "or"
    return single.replace("isation", "ization")


def _singular(low: str) -> str:
    if len(low) < _SHORTEST or low.endswith(("ss", "us", "is")):
        return low
    if low.endswith("ies"):
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "xes", "sses")):
        return low[:-2]
    return low.removesuffix("s")


@lru_cache(_CACHED)
def verb_stem(word: str) -> str:
    """The verb's stem: "evacuates", "evacuated" and "evacuating" are "evacuat"."""
    low = bare(word)
    if low.endswith("ing") and len(low) > len("sting"):
        low = low[:-3]
    elif low.endswith("ied"):
        low = low[:-3] + "y"
    elif low.endswith("ed") and not low.endswith("eed") and len(low) > _SHORTEST:
        low = low[:-2]
    elif low.endswith("s") and not low.endswith("ss"):
        low = _singular(low)
    low = low.removesuffix("e")
    if low.endswith("is") and len(low) > _SHORTEST:
        low = low[:-1] + "z"  # finalise, finalize
    if low.endswith("y"):
        low = low[:-1] + "i"
    return low[:-1] if len(low) > 2 and low[-1] == low[-2] else low  # noqa: PLR2004 - "stopp" → "stop"
