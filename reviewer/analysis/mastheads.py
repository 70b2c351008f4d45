"""Who publishes and writes a text: the names over it that it is not about."""

from collections.abc import Iterator, Sequence
from itertools import islice

from reviewer.analysis.calendar import MONTHS, WEEKDAYS
from reviewer.analysis.entities import is_country, keys_of
from reviewer.analysis.scenes import Scene

_HEAD = 12  # sentences: what stands over a text
_PROSE = 9  # tokens of a line that ends like a sentence
_ENDS = (".", "!", "?", "\u201d", '"')
_PAPERS = frozenset((
    "advertiser", "courier", "herald", "standard", "mercury", "gazette", "tribune", "times",
    "chronicle", "echo", "observer", "telegraph", "journal", "examiner", "bulletin", "argus",
    "dispatch", "inquirer", "sentinel", "guardian", "newspaper", "wire", "newswire",
))  # fmt: skip
_OUTLETS = frozenset((
    "news", "newspaper", "newspapers", "tv", "television", "radio", "newswire", "gazette",
    "tribune", "herald", "newsroom", "broadcasting", "times", "courier", "magazine", "blog",
    "journal", "media", "post", "telegraph", "chronicle", "press", "daily",
))  # fmt: skip
"""The last word of who reports and is told of nothing."""
_AGENCIES = frozenset((
    "reuters", "bloomberg", "afp", "ap", "dpa", "efe", "ansa", "tass", "xinhua", "kyodo", "yonhap",
    "anadolu", "pti", "ani", "aap", "upi", "cnn", "bbc", "nbc", "cbs", "abc", "cnbc", "npr", "pbs",
    "itv", "rte", "cbc", "axios", "politico", "al jazeera", "agence france presse",
    "wall street journal", "financial times", "new york times", "washington post", "guardian",
    "economist", "le monde", "der spiegel", "handelsblatt", "nikkei", "platts", "argus",
))  # fmt: skip
_BODIES = frozenset((
    "institute", "institution", "centre", "center", "ministry", "department", "branch", "bureau",
    "securities", "alliance", "foundation", "observatory", "office", "secretariat", "agency",
))  # fmt: skip
_ALWAYS = frozenset((
    "reuters", "bloomberg", "afp", "cnn", "bbc", "nbc", "cbs", "cnbc", "npr", "axios", "politico",
    "xinhua", "yonhap",
))  # fmt: skip
_LABELS = frozenset(["by", "from", "publisher", "author", "analyst", "reporting", "words"])
_JOINTS = frozenset((
    "and", "&", ",", "|", "\u00b7", "\u2022", "*", "_", ";", ":", "(", ")", "-", "/", "\u2013",
    "\u2014", ".",
))  # fmt: skip
_TIMES = frozenset(MONTHS) | frozenset(WEEKDAYS) | frozenset((
    "am", "pm", "gmt", "est", "edt", "cet", "updated", "published", "posted", "on", "at", "of",
))  # fmt: skip
"""What may stand beside the name of who publishes: "The Gazette, 12 March 2025"."""


def mastheads(every: Sequence[Scene]) -> frozenset[str]:
    """The keys of papers, issuing bodies and authors named over a text; no country is among them.

    A line of nothing but a name tells of a writer only if the text never comes back to it.
    """
    over = list(_over(every))
    below = {key for scene in every[len(over) :] for key in _keys(scene)}
    found: set[str] = set()
    for scene in over:
        keys, lows = _keys(scene), _lows(scene)
        if lows[:1] and lows[0] in _LABELS:
            found |= keys
        elif _is_masthead(scene, lows):
            found |= keys | (_PAPERS & set(lows))
        elif _is_only_names(scene):
            found |= keys - below
    return frozenset(key for key in found if not is_country(key))


def is_outlet(key: str) -> bool:
    """Whether a name is that of a paper, a channel or an agency, which tells of others."""
    first, _, _ = key.partition(" ")
    last = key.rpartition(" ")[2]
    return key in _AGENCIES or first in _ALWAYS or (first != last and last in _OUTLETS)


def _over(every: Sequence[Scene]) -> Iterator[Scene]:
    for scene in islice(every, _HEAD):
        if len(scene.tokens) >= _PROSE and scene.tokens.text.rstrip().endswith(_ENDS):
            return
        yield scene


def _keys(scene: Scene) -> frozenset[str]:
    return keys_of(name.text for name in scene.named)


def _lows(scene: Scene) -> list[str]:
    return [scene.tokens[index].low for index in range(len(scene.tokens))]


def _is_masthead(scene: Scene, lows: list[str]) -> bool:
    """ "THE CALAGDAN COURIER", "Ministry of Health": every word of weight is capital."""
    if not (_PAPERS | _BODIES | _OUTLETS) & set(lows):
        return False
    words = [
        scene.tokens[index]
        for index in range(len(lows))
        if scene.tokens[index].is_word and lows[index] not in _TIMES
    ]
    return all(word.is_capital or len(word.text) <= len("and") for word in words)


def _is_only_names(scene: Scene) -> bool:
    inside = {place for name in scene.named for place in range(name.first, name.end)}
    rest = (scene.tokens[at] for at in range(len(scene.tokens)) if at not in inside)
    return bool(inside) and all(
        each.low in _JOINTS or each.is_number or each.low in _TIMES for each in rest
    )
