"""Who a sentence is about and who says so, from capitals and the verbs behind them."""

from typing import NamedTuple

from reviewer.analysis.calendar import MONTHS, WEEKDAYS
from reviewer.analysis.currencies import code_of
from reviewer.analysis.nouns import FUNCTION_WORDS
from reviewer.analysis.tokens import Tokens

_LINKS = frozenset(("of", "the", "for", "and"))
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
    "charter", "programme", "program", "package", "fund", "mr", "mrs", "ms", "dr",
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


def subjects(tokens: Tokens, end: int) -> list[str]:
    """The names before token ``end`` that act or possess, in order."""
    return [name.text for name in names(tokens, 0, end) if name.acts or name.possessive]


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
    if code_of(token.text):
        return False
    return not (tokens.opens_sentence(index) and bare in _OPENERS)


def _name(tokens: Tokens, index: int, end: int) -> Name | None:
    """The run from ``index``: capitals, hyphens, and "of" or "the" between capitals."""
    place = index
    while True:
        token = tokens[place]
        possessive = token.low.endswith(_POSSESSIVES) and not token.low.startswith("people")
        after = place + 1
        if possessive or after >= end or not tokens.same_line(after):
            break
        place_next = _continues(tokens, after, end)
        if not place_next:
            break
        place = place_next
    words = tokens.slice(index, place + 1)
    text = words.removesuffix("'s").removesuffix("\u2019s")
    if all(_bare(word) in _GENERIC for word in text.lower().split()):
        return None
    adjective = place == index and text.endswith(_ADJECTIVE_ENDINGS)
    return Name(index, place + 1, text, possessive, not adjective and _acts(tokens, place + 1))


def _continues(tokens: Tokens, after: int, end: int) -> int:
    """The token that carries the name on, or 0."""
    if tokens[after].is_dash and tokens.tight(after) and tokens.tight(after + 1):
        return after + 1 if after + 1 < end and tokens[after + 1].is_capital else 0
    if _is_name_word(tokens, after):
        return after
    if tokens[after].low == "of":
        far = after + 1 + (tokens.word(after + 1) == "the")
        if far < end and tokens.near(far) and _is_name_word(tokens, far):
            return far
    return 0


def _acts(tokens: Tokens, index: int) -> bool:
    """Whether a word that can be a verb follows, also behind a bracket: "(ROK) provided"."""
    if tokens[index].text == "(" and tokens[index + 2].text == ")":
        index += 3
    word = tokens.word(index)
    if not word or not tokens[index].is_word or tokens[index].is_capital:
        return False
    return word not in FUNCTION_WORDS or word in _AUXILIARIES


_AUXILIARIES = frozenset((
    "is", "was", "are", "were", "has", "have", "had", "will", "would", "can", "could", "may",
    "might", "must", "shall", "should", "does", "did", "do", "also", "says", "said", "now",
))  # fmt: skip


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("\u2019s")
