"""Names of things and people as a text uses them: instruments with their parties, proper names."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.analysis.clauses import PREPOSITIONS, Run, Words, around, phrase
from reviewer.analysis.cycles import state_words
from reviewer.analysis.events import Days, Sentence, days_near
from reviewer.analysis.nouns import FUNCTION_WORDS
from reviewer.analysis.stems import bare, noun_stem
from reviewer.analysis.subjects import all_names
from reviewer.analysis.tokens import Tokens

_MODIFIERS = 7
_AROUND = 24  # tokens on either side
_CLAUSE_ENDS = frozenset(",;:.\u201c\u201d")
_LONG_NAME = 4  # letters
ROLES = frozenset((
    "minister", "president", "chief", "mayor", "governor", "director", "spokesman", "spokeswoman",
    "spokesperson", "chairman", "chairwoman", "chair", "ceo", "secretary", "commissioner",
    "general", "judge", "professor", "officer", "coach", "captain", "senator", "engineer",
    "analyst", "economist", "lawyer", "ambassador", "chancellor", "premier", "mr", "mrs", "ms",
    "dr", "colonel", "leader", "head", "manager", "executive", "prosecutor", "scientist",
))  # fmt: skip
_GIVING = frozenset(("named", "called", "dubbed", "christened", "renamed", "codenamed"))
_JOINTS = (",", "and", "&")
_SAYS = frozenset(("said", "says", "told", "added", "announced", "warned", "stated"))


@dataclass(frozen=True, slots=True)
class Mention:
    """The clause ``text[start:end]`` names a thing: "declaration of intent", class instrument.

    ``name`` are its stems without the head, ``topic`` those of what it is on or for; ``parties``
    the name stems of the sentence; ``said`` the name as written.
    """

    start: int
    end: int
    kind: str
    head: str
    name: Words
    topic: Words
    parties: Words
    words: Words
    days: Days | None
    said: str
    concluded: bool  # the sentence says that it was signed, launched, …


@dataclass(frozen=True, slots=True)
class NameUse:
    """A proper name; ``key`` is folded (no accents), ``person`` where a role or "said" is by it."""

    start: int
    end: int
    text: str
    key: tuple[str, ...]
    person: bool
    given: bool = False  # the text says that something bears the name: "known as Hanora"


def mentions_of(sentence: Sentence) -> Iterator[Mention]:
    """The things of a known class that the sentence names with more than the bare word."""
    tokens, classes = sentence.tokens, state_words().names
    concluded = any(_is_verb(tokens[place].low) for place in range(len(tokens)))
    for index in range(len(tokens)):
        kind = classes.get(noun_stem(tokens[index].low)) if tokens[index].is_word else None
        if kind is None or _goes_on(tokens, index):
            continue
        first = _modified_from(tokens, index)
        end = _complement_to(tokens, index + 1)
        named = _named(tokens, Run(first, index), Run(index + 1, end))
        topic = _named(tokens, around(tokens, end))
        if not named and not topic:
            continue
        clause = _clause(tokens, first, end)
        yield Mention(
            sentence.start + tokens[clause.first].start,
            sentence.start + tokens[clause.end - 1].end,
            kind,
            noun_stem(tokens[index].low),
            named,
            topic,
            _parties(sentence, first, end),
            sentence.words,
            days_near(sentence, tokens[end - 1].end),
            " ".join(tokens.slice(first, end).split()),
            concluded,
        )


def name_uses(sentence: Sentence) -> Iterator[NameUse]:
    """The names of two words or more, and single words with an accent."""
    tokens = sentence.tokens
    for name in all_names(tokens):
        words = [bare(word) for word in name.text.split()]
        given = _is_given(tokens, name.first)
        accented = not name.text.isascii() and len(words[0]) >= _LONG_NAME
        if len(words) < 2 and not (accented or given):  # noqa: PLR2004 - one word says too little
            continue
        person = (
            tokens.word(name.first - 1) in ROLES
            or tokens[name.first - 1].low in ROLES
            or any(word in ROLES for word in words[:-1])
            or tokens.word(name.end) in _SAYS
            or tokens[name.first - 1].low in _SAYS
        )
        start = sentence.start + tokens[name.first].start
        yield NameUse(
            start,
            start + len(_as_written(tokens, name.first, name.text)),
            name.text,
            tuple(words),
            person,
            given and len(words) == 1,
        )


def _is_given(tokens: Tokens, first: int) -> bool:
    """ "Named Lirio", "known abroad as Hanora", "Typhoon Hanora"."""
    before = tokens[first - 1].low
    known = before == "as" and any(
        tokens[place].low in ("known", "registered") for place in range(max(0, first - 4), first)
    )
    return known or before in _GIVING


def _as_written(tokens: Tokens, first: int, text: str) -> str:
    start = tokens[first].start
    return tokens.text[start : start + len(text)]


def _clause(tokens: Tokens, first: int, end: int) -> Run:
    """The name with what stands around it up to the next break, for a person to read."""
    start, stop = first, end
    while start > 0 and first - start < _AROUND and tokens[start - 1].text not in _CLAUSE_ENDS:
        start -= 1
    while stop < len(tokens) and stop - end < _AROUND and tokens[stop].text not in _CLAUSE_ENDS:
        stop += 1
    return Run(start, stop)


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether a noun follows that is the real head: "fund manager", "Agreement Act"."""
    after = tokens[index + 1]
    if not tokens.same_line(index + 1) or not after.is_word:
        return after.is_dash and tokens.tight(index + 1)
    if noun_stem(after.low) in state_words().names:
        return True
    return tokens[index].is_capital and after.is_capital


def _modified_from(tokens: Tokens, index: int) -> int:
    first = index
    while first > 0 and index - first < _MODIFIERS and tokens.same_line(first):
        token = tokens[first - 1]
        if token.low in _JOINTS and _joins(tokens, first - 1, index):
            first -= 1
            continue
        joined = token.is_dash and tokens.tight(first) and tokens.tight(first - 1)
        if not joined and (not token.is_word or token.low in FUNCTION_WORDS or _is_verb(token.low)):
            break
        if token.low.endswith(("'s", "\u2019s")):
            break
        first -= 1
    return first


def _joins(tokens: Tokens, place: int, head: int) -> bool:
    """Whether "," or "and" stands inside a title: "Infrastructure, Climate and Nature Fund"."""
    comma = tokens[place].text == ","
    if comma and not any(tokens[each].low in ("and", "&") for each in range(place, head)):
        return False
    around = (tokens[place - 1], tokens[place + 1], tokens[head])
    return all(token.is_capital and token.low not in FUNCTION_WORDS for token in around)


def _is_verb(low: str) -> bool:
    return low in ("signed", "concluded", "reached", "penned", "launched", "approved", "passed",
                   "agreed", "announced", "inked", "struck")  # fmt: skip


def _complement_to(tokens: Tokens, index: int) -> int:
    """ "of intent", "of understanding": the words that belong to the name."""
    if tokens.word(index) != "of":
        return index
    end = index + 1
    while end < index + 4 and tokens.same_line(end):
        token = tokens[end]
        if not token.is_word or token.low in FUNCTION_WORDS or token.low in PREPOSITIONS:
            break
        end += 1
    return end if end > index + 1 else index


def _named(tokens: Tokens, *runs: Run) -> Words:
    return tuple(dict.fromkeys(word for run in runs for word in phrase(tokens, run).words))


def _parties(sentence: Sentence, first: int, end: int) -> Words:
    """Name stems of the sentence outside the mention."""
    tokens = sentence.tokens
    return tuple(
        dict.fromkeys(
            noun_stem(word)
            for name in all_names(tokens)
            if not (first <= name.first < end)
            for word in name.text.split()
            if bare(word) not in ROLES and word not in ("and", "of", "the")
        )
    )
