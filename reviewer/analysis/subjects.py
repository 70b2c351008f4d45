"""Who a sentence is about and who says so, from capitals and the verbs behind them."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reviewer.analysis.calendar import MONTHS, WEEKDAYS
from reviewer.analysis.currencies import code_of
from reviewer.analysis.entities import countries
from reviewer.analysis.nouns import FUNCTION_WORDS, IRREGULAR_PLURALS
from reviewer.analysis.tokens import Tokens

_OPENERS = frozenset((
    "additionally", "further", "furthermore", "however", "meanwhile", "moreover", "also", "yet",
    "still", "since", "despite", "although", "while", "when", "after", "before", "approved",
    "as", "in", "on", "at", "it", "its", "this", "that", "these", "those", "there", "their",
    "they", "we", "our", "he", "she", "his", "her", "a", "an", "the", "and", "but", "or", "if",
    "with", "from", "by", "for", "to", "once", "until", "last", "next", "earlier", "later",
    "today", "now", "perhaps", "some", "many", "most", "all", "both", "each", "another", "such",
    "what", "who", "how", "practical", "currently", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "over", "under", "more", "less",
))  # fmt: skip
_GENERIC = frozenset((
    "government", "minister", "president", "prime", "secretary", "council", "parliament",
    "alliance", "summit", "state", "chancellor", "ministry", "department", "agency",
    "commission", "act", "law", "bill", "house", "senate", "defence", "defense", "foreign",
    "military", "charter", "programme", "program", "package", "fund", "mr", "mrs", "ms", "dr",
    "company", "board", "committee", "member", "members", "association", "cabinet", "latest",
    "federal", "group", "authority", "corporation", "budget", "opposition", "planning", "commons",
))  # fmt: skip
_SPEECH = frozenset((
    "said", "says", "told", "tells", "added", "adds", "stated", "states", "announced",
    "reported", "reports", "claimed", "claims", "insisted", "insists", "noted", "notes",
    "warned", "warns", "confirmed", "confirms", "argued", "argues",
))  # fmt: skip
_PLAIN_SPEECH = frozenset(
    ["said", "says", "told", "tells", "added", "adds", "stated", "insisted", "insists"]
)
_ADJECTIVE_ENDINGS = ("ian", "ese", "ish")
_DEMONYMS = ("an", "ch", "sh", "ss", "se", "i", "er")
_UNITS = frozenset(("MW", "GW", "TW", "MWh", "GWh", "TWh", "MWp", "GWp", "Mt", "TEU", "Rs"))
_PARTICLES = frozenset(("el", "al", "de", "von", "van", "bin", "da", "di", "du", "la", "der"))
_LED_BY = frozenset((
    "to", "of", "with", "in", "for", "at", "from", "against", "on", "by", "about", "across",
    "into", "under", "through", "via",
))  # fmt: skip
_BRACKET = 9  # tokens: "(ROK) provided", "(VLT_p.XY) will pay"
_POSSESSIVES = ("'s", "\u2019s")


class Name(NamedTuple):
    """A run of capitals: tokens ``first`` to before ``end``."""

    first: int
    end: int
    text: str
    possessive: bool
    acts: bool  # a word that can be its verb follows


def names(tokens: Tokens, first: int, end: int) -> list[Name]:
    """The proper names among the tokens, in order."""
    found: list[Name] = []
    index = first
    while index < end:
        if not _is_name_word(tokens, index):
            index += 1
            continue
        name = _name(tokens, index, end)
        if name:
            found.append(name)
        index = name.end if name else index + 1
    return found


@lru_cache(256)
def all_names(tokens: Tokens) -> tuple[Name, ...]:
    """The proper names of a sentence, for which several readers ask."""
    return tuple(names(tokens, 0, len(tokens)))


def subjects(tokens: Tokens, named: Sequence[Name]) -> list[Name]:
    """Those of the names that act or possess, in order; "NATO and Japan" are one.

    In "contributor to NATO missions" a name seems to act behind a preposition: such names count
    only where there are no others.
    """
    found = [
        name
        for name in _joined(tokens, named)
        if name.possessive or (name.acts and not _describes(tokens, name))
    ]
    free = [name for name in found if name.possessive or not _is_led(tokens, name)]
    return free or found


def _joined(tokens: Tokens, found: Sequence[Name]) -> list[Name]:
    """Two names with "and" between them that act together as one name."""
    joined: list[Name] = []
    for name in found:
        before = joined[-1] if joined else None
        if before and name.acts and not name.possessive and _is_pair(tokens, before, name):
            text = " ".join(tokens.slice(before.first, name.end).split())
            joined[-1] = Name(before.first, name.end, text, possessive=False, acts=True)
        else:
            joined.append(name)
    return joined


def _is_pair(tokens: Tokens, one: Name, other: Name) -> bool:
    place = one.end
    if one.possessive or is_demonym(one.text) or tokens.word(place) != "and":
        return False
    return other.first == place + 1 + (tokens.word(place + 1) == "the")


def _describes(tokens: Tokens, name: Name) -> bool:
    """Whether the name tells which: "a NATO summit", "British and NATO counterparts"."""
    if not tokens.near(name.first):
        return False
    before = tokens[name.first - 1].low
    coupled = before == "and" and is_demonym(tokens[name.first - 2].text)
    return before in ("a", "an") or coupled


def _is_led(tokens: Tokens, name: Name) -> bool:
    place = name.first - (tokens.word(name.first - 1) == "the")
    return tokens.near(place) and tokens[place - 1].low in _LED_BY


def is_demonym(word: str) -> bool:
    """Whether a name is an adjective of a country or its people: "Australian", "German"."""
    if word.endswith(_ADJECTIVE_ENDINGS):
        return True
    low = word.lower()
    return low.endswith(_DEMONYMS) and countries().get(low, low) != low


def speaker_in(tokens: Tokens, first: int, end: int) -> str:
    """Who "said", "told" or "according to" names among the tokens, or nothing."""
    for index in range(first, end):
        word = tokens[index].low
        if tokens.phrase_at(index, ("according", "to")):
            name = _full_name(tokens, index + 2, end)
            if name:
                return name
        if word not in _SPEECH:
            continue
        before = names(tokens, max(first, index - 8), index)
        attributes = word in _PLAIN_SPEECH or tokens.word(index + 1) == "that"
        if before and before[-1].end == index and attributes:
            return _with_title(tokens, before[-1], first)
        inverted = index > first and tokens[index - 1].text in (",", "\u201d", '"', "'", "\u2019")
        if inverted and tokens.near(index + 1):
            name = _full_name(tokens, index + 1, end)
            if name:
                return name
    return ""


def _full_name(tokens: Tokens, index: int, end: int) -> str:
    index += tokens[index].low in ("the", "a")
    run = names(tokens, index, min(end, index + 8))
    return run[0].text if run and run[0].first == index else ""


def _with_title(tokens: Tokens, name: Name, first: int) -> str:
    before = name.first - 1
    if before >= first and tokens[before].low in ("mr", "mrs", "ms", "dr"):
        return tokens.slice(before, name.end)
    return name.text


def _is_name_word(tokens: Tokens, index: int) -> bool:
    token = tokens[index]
    if not (token.is_word and token.is_capital):
        return False
    bare = _bare(token.low)
    if bare in MONTHS or bare in WEEKDAYS or bare in FUNCTION_WORDS:
        return False
    if code_of(token.text) or token.text in _UNITS:
        return False
    return not (tokens.opens_sentence(index) and bare in _OPENERS)


def _name(tokens: Tokens, index: int, end: int) -> Name | None:
    """The run from ``index``: capitals, hyphens, and "of" or "the" between capitals."""
    place = index
    while True:
        token = tokens[place]
        possessive = token.low.endswith(_POSSESSIVES) and not token.low.startswith("people")
        after = place + 1
        if possessive or after >= end or not tokens.same_line(after) or tokens.opens_cell(after):
            break
        place_next = _continues(tokens, after, end)
        if not place_next:
            break
        place = place_next
    words = tokens.slice(index, place + 1)
    text = words.removesuffix("'s").removesuffix("\u2019s")
    if all(_bare(word) in _GENERIC for word in text.lower().split()):
        return None
    adjective = place == index and is_demonym(text)
    return Name(
        index,
        place + 1,
        text,
        possessive,
        not adjective and _acts(tokens, place + 1, opens=index <= 1),
    )


def _continues(tokens: Tokens, after: int, end: int) -> int:
    """The token that carries the name on, or 0."""
    if tokens[after].is_dash and tokens.tight(after) and tokens.tight(after + 1):
        return after + 1 if after + 1 < end and tokens[after + 1].is_capital else 0
    if _is_name_word(tokens, after):
        return after
    if tokens[after].low in _PARTICLES:
        far = after + 1 + (tokens[after + 1].is_dash and tokens.tight(after + 1))
        return far if far < end and tokens.near(far) and _is_name_word(tokens, far) else 0
    if tokens[after].low == "of":
        far = after + 1 + (tokens.word(after + 1) == "the")
        if far < end and tokens.near(far) and _is_name_word(tokens, far):
            return far
    return 0


def _acts(tokens: Tokens, index: int, *, opens: bool = False) -> bool:
    """Whether a word that can be a verb follows, also behind a bracket: "(ROK) provided"."""
    if tokens[index].text == "(":
        ends = (at for at in range(index + 2, index + _BRACKET) if tokens[at].text == ")")
        index = next(ends, index - 1) + 1
    if tokens[index].text == ",":
        after = tokens.word(index + 1)
        return after in _RELATIVE | _AUXILIARIES or (
            opens and (after.endswith("ed") or after in ("a", "an", "the"))
        )
    if opens and tokens[index].text == ":":
        return True
    word = tokens.word(index)
    if not word or not tokens[index].is_word or tokens[index].is_capital:
        return False
    if word in IRREGULAR_PLURALS:
        return False
    return word not in FUNCTION_WORDS or word in _AUXILIARIES


_RELATIVE = frozenset(["which", "whose", "who"])
_AUXILIARIES = frozenset((
    "is", "was", "are", "were", "has", "have", "had", "will", "would", "can", "could", "may",
    "might", "must", "shall", "should", "does", "did", "do", "also", "says", "said", "now",
))  # fmt: skip


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("\u2019s")
