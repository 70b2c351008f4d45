"""Who says a quotation: by a word of saying, by its place, or by the sentence before."""

from itertools import pairwise, zip_longest
from typing import NamedTuple

from reviewer.analysis.naming_read import ROLES
from reviewer.analysis.nouns import FUNCTION_WORDS
from reviewer.analysis.subjects import Name, all_names, names, speaker_in
from reviewer.analysis.tokens import Tokens
from reviewer.analysis.verbs import BE

_SPEECH = frozenset((
    "said", "says", "say", "saying", "told", "tells", "telling", "added", "adds", "adding",
    "replied", "explained", "explains", "noted", "notes", "wrote", "writes", "declared", "insisted",
    "insists", "warned", "warns", "warning", "stated", "argued", "argues", "recalled", "recalls",
    "conceded", "concedes", "commented", "continued", "remarked", "quipped", "joked", "asked",
    "asks", "claimed", "claims", "complained", "observed", "testified", "concluded", "announced",
    "called", "calls", "described", "describes", "summed", "put", "puts", "quoted", "shouted",
    "reckons", "thinks", "admitted", "admits", "pleaded", "boasted", "predicted", "answered",
))  # fmt: skip
_WITH_IT = frozenset(("put", "puts"))  # "put it to me like this"
_AUXILIARIES = BE | {"has", "have", "had", "as", "also", "later", "since", "then", "reported",
                     "quoted", "cited", "heard", "once", "who"}  # fmt: skip
_PRONOUNS = frozenset(("he", "she", "they", "i", "we"))
_PLACES = frozenset(("in", "at", "near", "on", "from", "across", "into", "outside", "of", "by",
                     "to"))  # fmt: skip
_CREDITS = frozenset(("from", "of", "by", "to"))  # "in the words of", "a line from"
_ARTICLES = frozenset(("a", "an", "the", "one", "another"))
_BEFORE, _BEHIND = 30, 9  # tokens in which the name stands
_TITLE_WORDS = 6  # "said regional health director Ana Lund"

Run = tuple[int, int]


class Speaker(NamedTuple):
    """``sure`` where a word of saying stands right by the name; ``pronoun`` where "he" says it,
    ``unnamed`` where "a farmer" does."""

    name: str = ""
    sure: bool = False
    pronoun: bool = False
    unnamed: bool = False


NOBODY = Speaker()


def speaker_of_quotation(tokens: Tokens, runs: list[Run]) -> Speaker:
    """Who says the quotations at ``runs`` of a sentence, from what stands outside them."""
    if not runs:
        return _framed(tokens, 0, len(tokens), from_end=False)
    behind = (runs[-1][1], len(tokens))
    between = [(one[1], two[0]) for one, two in pairwise(runs)]
    before = (0, max(0, runs[0][0] - 1))
    looked = [
        _framed(tokens, *part, from_end=part == before) for part in (*between, behind, before)
    ]
    sure = next((each for each in looked if each.name), None)
    other = next((each for each in looked if each.pronoun or each.unnamed), None)
    return sure or other or _by_place(tokens, behind, before)


def subject_of(tokens: Tokens) -> str:
    """The name that the sentence opens with, or else its first that is no place, or nothing."""
    found = [name for name in all_names(tokens) if not _is_place(tokens, name)]
    return found[0].text if found else ""


def _framed(tokens: Tokens, first: int, end: int, *, from_end: bool) -> Speaker:
    """The name by a word of saying; the one nearest to the quotation counts."""
    places = range(end - 1, first - 1, -1) if from_end else range(first, end)
    pronoun = unnamed = False
    for place in places:
        if tokens[place].low not in _SPEECH or not _says(tokens, place):
            continue
        name = _behind(tokens, place, end) or _before(tokens, place, first)
        if name:
            return Speaker(name, sure=True)
        pronoun = pronoun or _has_pronoun(tokens, place, first, end)
        unnamed = unnamed or _has_noun(tokens, place, first, end)
    if pronoun:
        return Speaker(pronoun=True)
    named = speaker_in(tokens, first, end) or _credited(tokens, first, end)
    return Speaker(named, unnamed=unnamed and not named)


def _says(tokens: Tokens, place: int) -> bool:
    return tokens[place].low not in _WITH_IT or tokens.word(place + 1) in ("it", "this", "that")


def _has_pronoun(tokens: Tokens, place: int, first: int, end: int) -> bool:
    while place > first and tokens[place - 1].low in _AUXILIARIES:
        place -= 1
    near = (place - 1, place + 1)
    return any(first <= each < end and tokens[each].low in _PRONOUNS for each in near)


def _has_noun(tokens: Tokens, place: int, first: int, end: int) -> bool:
    """ "A farmer said", "said one resident": an article and small words by the verb."""
    if place + 1 < end and tokens[place + 1].low in _ARTICLES:
        return True
    start = place
    while start > first and place - start < _TITLE_WORDS and tokens[start - 1].is_word:
        start -= 1
        if tokens[start].is_capital and tokens[start].low not in _ARTICLES:
            return False
        if tokens[start].low in _ARTICLES:
            return True
    return False


def _by_place(tokens: Tokens, behind: Run, before: Run) -> Speaker:
    """The name right behind the quotation, or the subject of what leads up to it."""
    for part in (behind, before):
        for name in names(tokens, *part):
            if not _is_place(tokens, name):
                return Speaker(name.text)
    return NOBODY


def _credited(tokens: Tokens, first: int, end: int) -> str:
    """ "In the words of Ana Lund", "according to its chief, Ana Lund"."""
    for place in range(first, end):
        word = tokens[place]
        credits_one = word.low in ("according", "words", "word", "phrase", "line")
        if credits_one and tokens.word(place + 1) in _CREDITS:
            found = names(tokens, place + 2, min(end, place + 2 + _BEHIND))
            if found:
                return found[0].text
    return ""


def _is_place(tokens: Tokens, name: Name) -> bool:
    place = name.first - 1
    while tokens[place].low in ("the", "a", "an"):
        place -= 1
    return tokens[place].low in _PLACES


def _behind(tokens: Tokens, place: int, end: int) -> str:
    """ "Said chief executive Ana Lund"."""
    found = names(tokens, place + 1, min(end, place + _BEHIND))
    for name, then in zip_longest(found, found[1:]):
        if then and _is_of(tokens, name, then):
            continue
        between = [tokens[each] for each in range(place + 1, name.first)]
        if len(between) > 1 and between[-1].text == ",":
            between.pop()  # "said the governor, Tom Reyes"
        plain = all(
            each.is_word and (each.low not in FUNCTION_WORDS or each.low in ("the", "its"))
            for each in between
        )
        return (
            name.text
            if plain and _is_inverted(tokens, place) and len(between) <= _TITLE_WORDS
            else ""
        )
    return ""


def _is_of(tokens: Tokens, name: Name, then: Name) -> bool:
    """Whether the first name is whom the second speaks for: "Ostara chief executive Ana Lund"."""
    between = [tokens[place] for place in range(name.end, then.first)]
    plain = all(each.is_word and each.low not in FUNCTION_WORDS for each in between)
    return plain and any(each.low in ROLES for each in between)


def _is_inverted(tokens: Tokens, place: int) -> bool:
    """Whether the name is who says it, and not to whom: "told Ana Lund"."""
    return place == 0 or not tokens[place - 1].is_word or tokens[place - 1].low == "so"


def _before(tokens: Tokens, place: int, first: int) -> str:
    """The name right before; before an aside, the one in front of it or in it."""
    relative = False
    while place > first and tokens[place - 1].low in _AUXILIARIES:
        relative = relative or tokens[place - 1].low == "who"
        place -= 1
    comma = tokens[place - 1].text == ","
    end = place - comma
    found = names(tokens, max(first, place - _BEFORE), place)
    if found and tokens[found[-1].first - 2].low == "by":
        found = found[:-1]  # "was quoted by the Gazette as saying"
        return next((name.text for name in found if not _is_place(tokens, name)), "")
    if not found:
        return ""
    last = found[-1]
    if last.end == end and relative:
        return last.text
    return _past_aside(tokens, found, end) if comma else last.text if last.end == end else ""


def _past_aside(tokens: Tokens, found: list[Name], end: int) -> str:
    """The name in front of ", its chief," or in it; with "who" always the one in front."""
    for name in found:
        if tokens[name.end].text == "," and tokens[name.end + 1].low in ("who", "whose"):
            return name.text
    found = [name for name in found if tokens[name.first - 1].low != "by"] or found
    last = found[-1]
    holds_role = any(word.lower() in ROLES for word in last.text.split())
    before = found[-2] if len(found) > 1 else None
    if before and tokens[before.end].text == "," and (holds_role or last.end != end):
        return before.text
    if last.end < end and tokens[last.end].text == ",":
        return last.text
    return last.text if last.end == end else ""
