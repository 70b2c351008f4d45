"""Words made comparable: endings and two spellings of English taken off, small words left out."""

from collections.abc import Iterable
from functools import lru_cache

from reviewer.analysis.calendar import MONTHS, WEEKDAYS
from reviewer.analysis.nouns import FUNCTION_WORDS
from reviewer.analysis.numbers import NUMBER_WORDS

_SHORTEST = 3
_CACHED = 65_536
_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life",
    "defense": "defence", "programme": "program", "centre": "center", "labour": "labor",
    "built": "build", "began": "begin", "begun": "begin", "paid": "pay", "sold": "sell",
    "bought": "buy", "won": "win", "lost": "lose", "fell": "fall", "fallen": "fall",
    "rose": "rise", "risen": "rise", "grew": "grow", "grown": "grow", "took": "take",
    "metre": "meter", "kilometre": "kilometer", "tonnes": "ton", "tons": "ton", "tonne": "ton",
}  # fmt: skip
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


@lru_cache(_CACHED)
def stem(word: str) -> str:
    """ "Displacing", "displaced" and "displaces" are one word; ``word`` is in lower case."""
    word = word.removesuffix("'s").removesuffix("\u2019s")
    word = _IRREGULAR.get(word, word)
    for ending, put in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)] + put
            break
    word = word.replace("isation", "ization")
    if len(word) > _SHORTEST + 1 and word.endswith("e"):
        word = word[:-1]
    doubled = len(word) > _SHORTEST + 1 and word[-1] == word[-2] and word[-1] not in "sl"
    return word[:-1] if doubled else word


_ENDINGS = (
    ("sses", "ss"), ("ies", "y"), ("ied", "y"), ("ings", ""), ("ing", ""), ("ated", "ate"),
    ("eed", "eed"), ("ed", ""), ("ss", "ss"), ("us", "us"), ("is", "is"), ("es", "e"), ("s", ""),
)  # fmt: skip


def content(words: Iterable[str]) -> frozenset[str]:
    """The stems of the words that say something."""
    return frozenset(
        stem(word)
        for word in words
        if len(word) > 1 and word not in FUNCTION_WORDS and word not in EMPTY and word[0].isalpha()
    )
