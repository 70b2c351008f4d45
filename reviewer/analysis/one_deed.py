"""Whether two dates are of one deed: of a name for what happened, such as "completion", a project
has one and a country has many, so that two texts must share more than the name."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reviewer.analysis.concepts import concepts, words_of
from reviewer.analysis.corpus import Item
from reviewer.analysis.nouns import FUNCTION_WORDS
from reviewer.analysis.stems import content, stem

_RECURRING = frozenset((
    "death", "birth", "peak", "reopening", "deployment", "inspection", "warning", "arrest",
    "entry into force", "delivery", "trial", "appointment", "resignation", "repayment", "deadline",
    "suspension", "founding", "contract award", "signing", "announcement",
    "approval", "launch",
))  # fmt: skip
"""What one matter has more than one of, though each is told in the same words."""
_OF_THINGS = frozenset(("opening", "completion", "start of works", "closure", "launch", "handover"))
_SLIGHT = frozenset(
    content((
        "morning", "evening", "night", "afternoon", "late", "took", "take", "place", "set", "due",
        "expected", "person", "people", "officials", "authorities", "minister", "ministry",
        "government", "president", "million", "billion", "effort", "efforts", "state", "country",
        "province", "district", "region", "town", "city", "county", "village",
        "national", "held", "part", "plan", "plans", "second", "used", "meant", "scheduled",
    ))
)  # fmt: skip
"""What two sentences share by chance."""
_OTHER = re.compile(r"\b(?:previous|earlier|prior|preceding|former|another)\s+(\w+)(?: (\w+))?")
_SIDES = (
    frozenset(("north", "northern")), frozenset(("south", "southern")),
    frozenset(("east", "eastern")), frozenset(("west", "western")), frozenset(("left",)),
    frozenset(("right",)), frozenset(("upper",)), frozenset(("lower",)), frozenset(("inner",)),
    frozenset(("outer",)),
)  # fmt: skip
_SIDED = re.compile(rf"\b({'|'.join(word for side in _SIDES for word in side)})\)? (\w+)")
_AT = re.compile(r"\b(?:[Aa]t|[Nn]ear|[Oo]ff) (?:the )?([A-Z]\w+(?: [A-Z]\w+)*)")
_NUMBERED = re.compile(
    r"\b([Uu]nit|[Pp]hase|[Ll]ine|[Rr]eactor|[Ss]tage|[Ll]ot|[Ss]ection|[Bb]lock|[Tt]rain|[Tt]erminal"
    r"|[Rr]unway|[Bb]erth|[Pp]ackage|[Mm]odule|[Ss]haft|[Tt]ranche|[Rr]ound|[Gg]enerator|[Ss]egment)"
    r" (?:[Nn]o\.? )?(\d+|I{1,3}|IV|VI{0,3}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix)\b"
)
_PERSON = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]+\b")
_OF_PERSONS = frozenset((
    "arrest", "death", "birth", "trial", "appointment", "resignation",
))  # fmt: skip
_ROMAN = {
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "one": "1", "two": "2",
    "three": "3", "four": "4", "five": "5", "six": "6",
}  # fmt: skip
_STRENGTH = re.compile(r"\b(\d\.\d)[- ]magnitude|magnitude[- ](?:of )?(\d\.\d)\b", re.IGNORECASE)
_SHOCKS_APART = 0.35
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "our", "this"))
_INDEFINITE = re.compile(r"[\W\d]*An? ")
_PRONOUN = re.compile(r"\W*(?:we|it|they|he|she|this|that|I)\b", re.IGNORECASE)
_ASIDE = re.compile(r" \([^()]*\)")
_CLAUSE = re.compile(r"[;:()\u2014]| \u2013 |, (?=and |but |while |which |who )")
_AS_OF = re.compile(
    r"(?:\bas (?:of|at)|\d[\d,.]*(?: [a-z]+){0,2}(?: and \d+ [a-z]+)? to|\bup to|\bup until) *$",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby *$", re.IGNORECASE)
_HAD = re.compile(r",? (?:there )?(?:had|has|have)\b|, [\w ,]{0,40}\bhad\b")
_QUALIFIES = re.compile(r" (?:budget|season|election|campaign|report|act|edition|bill|session)\b")
_LONG, _YEAR = 4, 366
_FEW = 1
_TOLD_APART = 0.5


def are_two_deeds(one: Item, other: Item, apart: float) -> bool:
    """Whether the dates are of two happenings of one name; ``apart`` is in days."""
    label = _label(one.frame.thing) if one.frame.thing == other.frame.thing else frozenset()
    mine, theirs = (_theme(item) - label - _SLIGHT for item in (one, other))
    if mine and theirs and mine.isdisjoint(theirs) and _names(one).isdisjoint(_names(other)):
        if one.frame.thing in _RECURRING:
            return True
        if _is_foreign(one, other, label) or _is_foreign(other, one, label):
            return True
    return (
        _is_new(one, other, label)
        or _is_new(other, one, label)
        or _is_previous(one) != _is_previous(other)
        or _are_of_two_sides(one, other)
        or _are_two_numbered(one, other)
        or (one.frame.thing in _OF_PERSONS and _name_two_persons(one, other))
        or _are_of_two_strengths(one, other)
        or _are_at_two_places(one, other, apart)
    )


def is_of_state(item: Item) -> bool:
    """Whether a date says up to when something is told, "as of 3 May", or names another thing,
    "the 2024 budget": no happening is of that day."""
    start, end = item.claim.start, item.claim.end
    before, behind = (
        item.text[max(item.frame.sentence, start - 40) : start],
        item.text[end : end + 60],
    )
    if _AS_OF.search(before) or (_BY.search(before) and _HAD.match(behind)):
        return True
    year = len(item.claim.exact) == _LONG and item.claim.exact.isdecimal()
    return year and bool(_QUALIFIES.match(behind)) and bool(re.search(r"\b(?:the|its|a) $", before))


def told_apart(one: Item, other: Item) -> float:
    """Less than 1 where one text tells "the western bank" from the eastern, and the other says
    nothing of either."""
    for a, b in ((one, other), (other, one)):
        mine, whole = dict(_sides(_sentence(a))), set(_sides(b.text))
        for noun, side in _sides(_sentence(b)):
            others = any(what == noun and which != side for what, which in whole)
            if others and noun not in mine:
                return _TOLD_APART
    return 1.0


def _theme(item: Item) -> frozenset[str]:
    """The words of the sentence, and where it has hardly any, as in "the cut takes effect on", of
    the sentence before."""
    words = frozenset(item.frame.words)
    label = _label(item.frame.thing) if item.frame.thing else frozenset()
    places = content(word for name in item.frame.places for word in words_of(name))
    if len(words - label - _SLIGHT) > _FEW:
        return words - places
    behind = item.text[: item.frame.sentence].rstrip()
    first = max(behind.rfind(". "), behind.rfind("\n")) + 1
    return (words | content(words_of(behind[first:]))) - places


def _names(item: Item) -> frozenset[str]:
    return item.frame.names - item.frame.places


def _is_new(item: Item, other: Item, label: frozenset[str]) -> bool:
    """ "A fund will open": what a text has not told of before is not the matter of both."""
    if item.frame.thing not in _OF_THINGS or not _INDEFINITE.match(_sentence(item)):
        return False
    words = _ahead(item) - label - _SLIGHT
    return bool(words) and words.isdisjoint(other.frame.words)


def _is_foreign(item: Item, other: Item, label: frozenset[str]) -> bool:
    """Whether what stands before the date is nowhere in the other text, though each has its own:
    "the mop-up that ended on" against "the campaign ended on"."""
    mine, theirs = (_ahead(each) - label - _SLIGHT for each in (item, other))
    return bool(mine and theirs and mine.isdisjoint(_all_words(other.text)))


def _ahead(item: Item) -> frozenset[str]:
    """The words that the clause of a date opens with, up to the first small one."""
    clause = _ASIDE.sub("", item.before())
    clause = _CLAUSE.split(clause)[-1]
    if any(_PRONOUN.match(part) for part in clause.split(",")):
        return frozenset()
    words = words_of(clause)
    words = words[words[:1] != [] and words[0] in _DETERMINERS :]
    stop = next((place for place, word in enumerate(words) if word in FUNCTION_WORDS), len(words))
    return content(part for word in words[:stop] for part in word.split("-"))


def _is_previous(item: Item) -> bool:
    label = _label(item.frame.thing) if item.frame.thing else frozenset()
    found = _OTHER.findall(_sentence(item).lower())
    return any(stem(noun) in label for nouns in found for noun in nouns)


def _are_of_two_sides(one: Item, other: Item) -> bool:
    mine, theirs = (dict(_sides(_sentence(item))) for item in (one, other))
    return any(noun in theirs and theirs[noun] != mine[noun] for noun in mine)


def _are_two_numbered(one: Item, other: Item) -> bool:
    """ "Unit 3" and "Unit 4": the last of them before the date, or any behind it."""
    mine, theirs = (_numbered(item) for item in (one, other))
    return any(noun in theirs and theirs[noun] != mine[noun] for noun in mine)


def _name_two_persons(one: Item, other: Item) -> bool:
    """Whether each sentence has a name of two words that the other text lacks."""
    mine, theirs = (frozenset(_PERSON.findall(_sentence(item))) for item in (one, other))
    return all(
        any(name not in each.text for name in names)
        for names, each in ((mine, other), (theirs, one))
    )


def _numbered(item: Item) -> dict[str, str]:
    before = item.before()
    found = _NUMBERED.findall(before) or _NUMBERED.findall(_sentence(item))[:1]
    return {noun.lower(): _ROMAN.get(number.lower(), number) for noun, number in found}


def _are_of_two_strengths(one: Item, other: Item) -> bool:
    """The main shock and another: told with magnitudes that differ."""
    mine, theirs = (_STRENGTH.search(_sentence(item)) for item in (one, other))
    if not mine or not theirs:
        return False
    a, b = (float(found[1] or found[2]) for found in (mine, theirs))
    return abs(a - b) >= _SHOCKS_APART


def _sides(text: str) -> Iterator[tuple[str, int]]:
    for match in _SIDED.finditer(text.lower()):
        yield match[2], next(place for place, side in enumerate(_SIDES) if match[1] in side)


def _are_at_two_places(one: Item, other: Item, apart: float) -> bool:
    """ "Peaked at Panjnad", "is expected at Guddu"; and what came to be years before at a place of
    which the other text says nothing."""
    mine, theirs = (frozenset(_AT.findall(_sentence(item))) for item in (one, other))
    if one.frame.thing in _RECURRING and mine and theirs:
        return content(words_of(" ".join(mine))).isdisjoint(content(words_of(" ".join(theirs))))
    if apart <= _YEAR:
        return False
    pairs = ((mine, other), (theirs, one))
    return any(places and not any(place in item.text for place in places) for places, item in pairs)


def _sentence(item: Item) -> str:
    """From where the sentence begins to where the line or the sentence of the date ends."""
    end = re.search(r"[.!?](?:\s|$)|\n|$", item.text[item.claim.end - 1 :])
    return item.text[item.frame.sentence : item.claim.end - 1 + (end.start() if end else 0)]


@lru_cache(128)
def _label(thing: str) -> frozenset[str]:
    """Stems of the words by which a happening is told."""
    phrases = (key for key, labels in concepts().happenings.items() if thing in labels)
    return content(word for phrase in phrases for word in phrase)


@lru_cache(32)
def _all_words(text: str) -> frozenset[str]:
    return content(part for word in set(words_of(text)) for part in word.split("-"))
