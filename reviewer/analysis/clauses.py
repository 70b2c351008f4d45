"""The phrases on either side of a verb: who does it, and what it is done to. No grammar, only the
words where English phrases break."""

from dataclasses import dataclass
from typing import NamedTuple

from reviewer.analysis.calendar import MONTHS, WEEKDAYS
from reviewer.analysis.nouns import FUNCTION_WORDS
from reviewer.analysis.stems import bare, noun_stem
from reviewer.analysis.tokens import Tokens
from reviewer.analysis.verbs import BE

_LONGEST = 18
_BREAKS = frozenset(',;:\u2014\u201c\u201d"|\u2022.!?')
_CONJUNCTIONS = frozenset((
    "but", "or", "because", "as", "while", "when", "after", "before", "since", "although",
    "though", "if", "that", "which", "who", "whom", "whose", "where", "said", "says", "what",
    "than", "until", "unless", "whether", "so", "once", "despite", "following", "amid", "saying",
    "say", "insist", "insists", "insisted", "believe", "believes",
    "according", "citing",
))  # fmt: skip
_RELATIVES = frozenset(("that", "which", "who"))
PREPOSITIONS = frozenset((
    "of", "in", "on", "at", "by", "for", "from", "to", "with", "into", "over", "under", "about",
    "against", "between", "through", "across", "near", "within", "without", "during", "towards",
    "toward", "off", "around", "along", "behind", "beyond", "via", "onto", "inside", "outside",
))  # fmt: skip
_AUXILIARIES = frozenset(("has", "have", "had", "will", "would", "can", "could", "may", "might",
                          "must", "should", "did", "does", "do")) | BE  # fmt: skip
CONTRASTS = frozenset((
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "upper",
    "lower", "old", "first", "second", "third", "fourth", "fifth", "left", "right", "inner",
    "outer", "male", "female", "domestic", "foreign", "net", "gross", "quarterly", "annual",
    "monthly", "core", "headline", "i", "ii", "iii", "iv",
))  # fmt: skip
_SMALL = frozenset((
    "new", "former", "own", "several", "many", "some", "more", "other", "such", "same", "least",
    "mr", "mrs", "ms", "dr", "local", "media", "late", "early", "next", "last", "week", "month",
    "year", "day", "night", "morning", "evening", "today", "yesterday", "tomorrow", "reports",
    "time", "way", "number", "part", "parts", "rest",
    "majority", "half", "none", "all", "twice", "once", "still", "both", "thousand", "thousands",
    "hundreds", "dozens", "scores",
))  # fmt: skip
_HAPPENINGS = frozenset((
    "opening", "reopening", "launch", "completion", "start", "closure", "signing", "construction",
    "inauguration", "commissioning", "beginning", "end", "excavation", "drilling", "boring", "work",
    "works", "breakthrough",
))  # fmt: skip
"""What happens to a thing, as a noun: "the opening of the line" is about the line."""
_ING_NOUNS = frozenset((
    "crossing", "warning", "building", "hearing", "meeting", "ruling", "funding", "bombing",
    "housing", "shipping", "mining", "filing", "offering", "landing", "training", "flooding",
    "shelling", "shooting", "spending", "financing", "listing", "rating", "briefing", "finding",
    "engineering", "banking", "farming", "fishing", "lending", "pricing", "opening", "planning",
    "manufacturing", "processing", "screening", "testing", "parking", "advertising",
))  # fmt: skip
"""Things, for all their ending."""
_PERMISSIONS = frozenset((
    "permission", "approval", "consent", "licence", "license", "permit", "clearance",
    "authorisation", "authorization",
))  # fmt: skip


Words = tuple[str, ...]
"""Stems in order, each once: a tenth of the memory of a set."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Stems of the noun phrase from ``start`` to ``end``. ``core`` stands before its first
    preposition and ends in ``head``; ``capitals`` are the words of its names, ``marks`` its
    figures and words such as "northern"."""

    start: int = 0
    end: int = 0
    head: str = ""
    core: Words = ()
    words: Words = ()
    capitals: Words = ()
    marks: Words = ()


_NOTHING = Phrase()


class Run(NamedTuple):
    """Tokens ``first`` to before ``end``."""

    first: int
    end: int


def before(tokens: Tokens, index: int) -> Run:
    """The noun phrase that ends where the verb's group begins; its relative clause skipped."""
    end = index
    if tokens[end - 1].low in _RELATIVES and end > 1:
        end -= 1
    place = end
    if tokens[place - 1].text == "," and place > 1:
        place = end = _behind_aside(tokens, place)
    while place > 0 and end - place < _LONGEST and tokens.near(place):
        back = place - 1
        if tokens[back].text == ")":
            opening = _opening(tokens, back)
            if opening is None:
                break
            place = opening
            continue
        if _breaks(tokens, back) or tokens[back].text == "(":
            break
        place = back
    return Run(_trimmed(tokens, place, end), end)


def after(tokens: Tokens, index: int) -> Run:
    """The noun phrase that follows the verb; empty where a preposition or a break does."""
    first = index
    while tokens.near(first) and _is_passed_over(tokens, first):
        first += 1
    place = first
    while place - first < _LONGEST and tokens.near(place):
        token = tokens[place]
        if token.text == "(":
            closing = _closing(tokens, place)
            if closing is None:
                break
            place = closing + 1
            continue
        if _breaks(tokens, place) or token.low in _AUXILIARIES or token.text == ")":
            break
        if is_date_word(token.low) or (token.low in PREPOSITIONS and _dates(tokens, place + 1)):
            break
        if (
            token.low == "to"
            and tokens[place + 1].low not in ("the", "a", "an")
            and not tokens[place + 1].is_capital
        ):
            break
        place += 1
    if tokens[first].low in PREPOSITIONS:
        return Run(first, first)
    return Run(first, place)


def _is_passed_over(tokens: Tokens, place: int) -> bool:
    """ "Quickly", and "down" in "shot down a drone"; "off" in "off New York" leads a place in."""
    low = tokens[place].low
    if low in _PARTICLES:
        return tokens[place + 1].low in FUNCTION_WORDS and tokens[place + 1].low not in PREPOSITIONS
    return low.endswith("ly")


def clause_after(tokens: Tokens, index: int) -> Run:
    """What stands behind the verb up to the end of the sentence, at most thirty tokens."""
    place = index
    while place - index < _LONGEST + 12 and place < len(tokens) and tokens.near(place):
        if tokens[place].text in (";", ".", "\u201d", "\u201c"):
            break
        place += 1
    return Run(index, place)


def around(tokens: Tokens, index: int) -> Run:
    """Behind the verb with its circumstances: "in the crash near Mount Ilo"."""
    place = index
    while place - index < _LONGEST and place < len(tokens) and tokens.near(place):
        if tokens[place].text in _BREAKS or tokens[place].low in _CONJUNCTIONS:
            break
        place += 1
    return Run(index, place)


_PARTICLES = frozenset(("down", "up", "out", "off", "back"))


def phrase(tokens: Tokens, run: Run, offset: int = 0) -> Phrase:
    """The run as stems; ``offset`` is where the text of the tokens begins."""
    if run.end <= run.first:
        return _NOTHING
    core: dict[str, None] = {}
    words: dict[str, None] = {}
    capitals: dict[str, None] = {}
    marks: dict[str, None] = {}
    open_core, head = True, ""
    for place in range(run.first, run.end):
        token = tokens[place]
        low = bare(token.low)
        if core and (low in PREPOSITIONS or _begins_clause(tokens, place)):
            open_core = False
        if token.is_number or low in CONTRASTS:
            marks[low.rstrip(".,")] = None
        if not token.is_word or low in FUNCTION_WORDS or low in _SMALL or is_date_word(low):
            continue
        if _leads_in(tokens, place):
            continue
        root = noun_stem(low)
        words[root] = None
        opens = tokens.opens_sentence(place)
        follows = tokens[place + 1 + (tokens[place + 1].low == "and")].is_capital
        owns = token.low.endswith(("'s", "\u2019s"))
        if token.is_capital and (not opens or follows or owns):
            capitals[root] = None
        if open_core and tokens[place - 1].text != "(":
            core[root] = None
            head = root
    start, end = tokens[run.first].start, tokens[run.end - 1].end
    return Phrase(
        offset + start, offset + end, head, tuple(core), tuple(words), tuple(capitals), tuple(marks)
    )


def _leads_in(tokens: Tokens, place: int) -> bool:
    """ "Opening of the line", "planning permission for the tower", "one of the firms": the thing
    stands behind."""
    low, then = tokens[place].low, tokens[place + 1].low
    if low in _HAPPENINGS and then in ("of", "on"):
        return True
    if low == "one" and then == "of":
        return True
    if low == "planning" and then in _PERMISSIONS:
        return _leads_in(tokens, place + 1)
    return low in _PERMISSIONS and then in ("of", "for")


def _begins_clause(tokens: Tokens, place: int) -> bool:
    """ "Petitions filed by …", "a bill giving the …": a participle and what belongs to it."""
    low = tokens[place].low
    if not low.endswith(("ed", "ing")):
        return False
    if low in _ING_NOUNS and tokens[place + 1].low not in ("the", "a", "an"):
        return False
    after = tokens[place + 1]
    return after.low in FUNCTION_WORDS or (after.is_capital and not tokens[place].is_capital)


def is_date_word(low: str) -> bool:
    return low in WEEKDAYS or (low in MONTHS and low != "may")


_PLACES = frozenset(("first", "second", "third", "fourth", "final", "last", "next"))
_PARTS = frozenset(("quarter", "half", "week", "weeks", "month", "months", "days", "year", "years"))
_ENDS = frozenset(("end", "start", "beginning", "middle"))


def _dates(tokens: Tokens, place: int) -> bool:
    low = tokens[place].low
    if low in ("early", "late", "mid", "the"):
        low = tokens[place + 1].low
        place += 1
    then = tokens[place + 1].low
    if (low in _PLACES and then in _PARTS) or (low in _ENDS and then == "of"):
        return True
    if tokens[place].is_number and (is_date_word(then) or then == "may"):
        return True
    return is_date_word(low) or low == "may" or (tokens[place].is_number and len(low) == 4)  # noqa: PLR2004 - a year


def _breaks(tokens: Tokens, place: int) -> bool:
    token = tokens[place]
    before = tokens[place - 1]
    if token.text == "." and before.is_capital and len(before.text) == 1:
        return False  # "U.S. Steel"
    if token.text in _BREAKS or token.low in _CONJUNCTIONS:
        return True
    if token.text in ("\u2013", "-"):
        return not tokens.tight(place)
    if token.low == "and":
        after = place + 1 + (tokens[place + 1].low == "the")
        joins = tokens[after].is_capital and (
            tokens[place - 1].is_capital or tokens[place - 1].text == ")"
        )
        return not joins
    return False


def _trimmed(tokens: Tokens, first: int, end: int) -> int:
    """Without an opening "In June" or "Meanwhile"; a preposition before the phrase leads it in."""
    if tokens[first].low in PREPOSITIONS and first < end:
        for place in range(first + 1, end):
            if tokens[place].low in ("the", "a", "an", "its", "their"):
                return place
            if tokens[place].is_capital and not is_date_word(tokens[place].low):
                return place
    return first


def _behind_aside(tokens: Tokens, place: int) -> int:
    """ "Hipkins, the prime minister, will" → where "Hipkins" ends; else the comma stays a break."""
    for back in range(place - 2, max(0, place - 14), -1):
        if tokens[back].text == ",":
            return back
        if tokens[back].text in _BREAKS:
            break
    return place


def _opening(tokens: Tokens, place: int) -> int | None:
    return next((b for b in range(place, max(-1, place - 8), -1) if tokens[b].text == "("), None)


def _closing(tokens: Tokens, place: int) -> int | None:
    return next((b for b in range(place, place + 8) if tokens[b].text == ")"), None)
