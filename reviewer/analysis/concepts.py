"""The readable table of what claims are about: ``resources/concepts.toml``, and a project's own."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from reviewer.analysis.nouns import is_plural, singular
from reviewer.analysis.stems import stem
from reviewer.assets import asset

_WORD = re.compile(r"[^\W_]++(?:[-'\u2019][^\W_]++)*+")
_PART = re.compile(r"[^\W_]++(?:['\u2019][^\W_]++)*+|-")
_LONGEST = 5
_SORTS = frozenset((
    "length", "area", "volume", "mass", "speed", "flow", "power", "energy", "temperature",
))  # fmt: skip
_KINDS = _SORTS | {"count", "money", "percent", "measure", "duration"}
_BARE = ("ing", "ings")
"""Words with these endings stand for themselves: "a building" is not what is built."""
PART, OTHER = "part", "other"
"""The groups of the words that make a value that of a part, or of another sort."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A project's own words: pairs of a word and what it is read as.

    ``measures``: ("pledge", "aid"), where the second is a label of the table or a new one;
    ``names``: ("ROK", "South Korea").
    """

    measures: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()


NO_LEXICON = Lexicon()


Phrases = Mapping[tuple[str, ...], tuple[str, ...]]
"""A phrase, in its own words or in their stems → the labels that it can stand for."""


@dataclass(frozen=True, slots=True)
class Concepts:
    """Phrase → labels for things and happenings, word → act, and what is known of the labels."""

    things: Phrases
    hints: Phrases  # likewise; they tell the thing only where no word of ``things`` does
    acts: dict[str, str]
    happenings: Phrases
    openers: frozenset[str]  # words and stems that a thing or happening begins with
    qualifiers: frozenset[str]
    never_money: frozenset[str]  # words that tell nothing of an amount: what it pays for
    folded: dict[str, str]  # single word → label of its thing or act
    kinds: dict[str, frozenset[str]]  # label → the sorts of value that it can have; absent: any
    of_events: frozenset[str]  # labels told of a place or an event, whoever acts
    objects: frozenset[str]  # labels of what something happens to
    of_actors: frozenset[str]  # labels told of who has or does it, and of nobody else named
    of_periods: frozenset[str]  # labels told of a stretch of time
    near: frozenset[frozenset[str]]  # pairs of labels that are nearly one
    together: dict[tuple[str, str], str]  # thing and act → the thing that they make
    fates: frozenset[str]  # labels of what becomes of persons: they tell more than who they are
    of_things: frozenset[str]  # likewise of things, whatever they are
    of_persons: frozenset[str]  # labels that a number of persons can have
    persons: frozenset[str]
    person_stems: frozenset[str]
    costly: frozenset[str]  # what a sum before it is the cost of
    vocabulary: frozenset[str]  # every word of the table: none of them is a name by itself
    marks: dict[str, tuple[str, ...]]  # word of a contrast → "group/which", see ``contrasts``
    mark_openers: frozenset[str]

    def thing_at(self, words: list[str], index: int, kind: str = "") -> tuple[str, int]:
        """The longest thing that begins at ``index`` and that a value of the kind can be of, and
        how many words it takes, or nothing."""
        return self._longest_at(self.things, words, index, kind)

    def hint_at(self, words: list[str], index: int, kind: str = "") -> tuple[str, int]:
        """The longest hint at a thing that begins at ``index``, likewise."""
        return self._longest_at(self.hints, words, index, kind)

    def happening_at(self, words: list[str], index: int) -> tuple[str, int]:
        """The longest happening that begins at ``index``, likewise."""
        return self._longest_at(self.happenings, words, index, "")

    def act_of(self, word: str) -> str:
        """The act that a word stands for, or ""."""
        return self.acts.get(word, "")

    def can_be(self, label: str, kind: str) -> bool:
        """Whether a value of this sort can be of the thing."""
        known = self.kinds.get(label)
        if known is None or kind not in _KINDS or kind in known:
            return True
        return "measure" in known if kind in _SORTS else kind == "measure" and bool(known & _SORTS)

    def are_near(self, one: str, other: str) -> bool:
        """Whether two labels are nearly one: "cost" and "investment"."""
        return frozenset((one, other)) in self.near

    def _longest_at(
        self, table: Phrases, words: list[str], index: int, kind: str
    ) -> tuple[str, int]:
        if words[index] not in self.openers and stem(words[index]) not in self.openers:
            return "", 0
        phrase = tuple(words[index : index + _LONGEST])
        stems = tuple(map(stem, phrase))
        for length in range(len(phrase), 0, -1):
            for key in (phrase[:length], stems[:length]):
                for label in table.get(key, ()):
                    if self.can_be(label, kind):
                        return label, length
        return "", 0


@cache
def concepts() -> Concepts:
    """The shipped table, read once."""
    return _made(_shipped(), NO_LEXICON)


@lru_cache(8)
def concepts_with(lexicon: Lexicon) -> Concepts:
    """The shipped table with the project's measures over it."""
    return _made(_shipped(), lexicon) if lexicon.measures else concepts()


@cache
def _shipped() -> dict[str, Any]:
    return tomllib.loads(asset("resources", "concepts.toml").read_text(encoding="utf-8"))


def _made(table: dict[str, Any], lexicon: Lexicon) -> Concepts:
    entries = {label: entry for field in table["things"].values() for label, entry in field.items()}
    things = _phrases({label: entry["words"] for label, entry in entries.items()})
    for word, meaning in lexicon.measures:
        label = next(iter(things.get(_parts(meaning), ())), meaning.strip().lower())
        things[_parts(word)] = (label,)
    happenings, hints = _phrases(table["happenings"]), _phrases(table["hints"])
    acts = _acts(table["acts"])
    persons, qualifiers = (frozenset(table[name]["words"]) for name in ("persons", "qualifiers"))
    fates, others = (frozenset(table["persons"][name]) for name in ("fates", "groups"))
    costly, objects = (frozenset(table[name]["words"]) for name in ("costly", "objects"))
    marks = _marks(
        {**table["contrasts"], PART: table["parts"]["words"], OTHER: table["others"]["words"]}
    )
    words = frozenset(word for phrases in (things, happenings) for key in phrases for word in key)
    return Concepts(
        things,
        hints,
        acts,
        happenings,
        openers=frozenset(key[0] for phrases in (things, hints, happenings) for key in phrases),
        qualifiers=qualifiers,
        never_money=frozenset(table["never_money"]["words"]),
        folded={**acts, **{key[0]: labels[0] for key, labels in things.items() if len(key) == 1}},
        kinds={
            label: frozenset(_listed(entry["is"]))
            for label, entry in entries.items()
            if entry["is"] != "any"
        },
        of_events=_told(entries, "events"),
        objects=objects,
        of_actors=_told(entries, "actors") | {"new jobs"},
        of_periods=_told(entries, "periods"),
        near=frozenset(
            frozenset((one, other))
            for labels in table["near"].values()
            for one in labels[:1]
            for other in labels[1:]
        ),
        together={
            (thing, act): label
            for label, pairs in table["together"].items()
            for thing, _, act in (pair.partition(" ") for pair in pairs)
        },
        fates=fates | _told(entries, "events"),
        of_things=frozenset(table["objects"]["fates"]),
        of_persons=fates | (_told(entries, "events") | others) - objects,
        persons=persons,
        person_stems=frozenset(map(stem, persons)),
        costly=costly,
        vocabulary=words
        | frozenset(acts)
        | qualifiers
        | persons
        | costly
        | frozenset(table["openers"]["words"]),
        marks=marks,
        mark_openers=frozenset(phrase.partition(" ")[0] for phrase in marks),
    )


def _marks(groups: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """A phrase may stand in several contrasts; the first of its synonyms names which it is."""
    found: dict[str, tuple[str, ...]] = {}
    for group, each in groups.items():
        for words in each:
            first, *_ = _listed(words)
            for phrase in _listed(words):
                found[phrase] = (*found.get(phrase, ()), f"{group}/{first}")
    return found


def _told(entries: dict[str, dict[str, str]], of: str) -> frozenset[str]:
    return frozenset(
        label for label, entry in entries.items() if of in entry.get("told", "").split()
    )


def _acts(table: dict[str, str]) -> dict[str, str]:
    return {word: label for label, words in table.items() for word in _listed(words)}


def _phrases(table: dict[str, str]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """A phrase is known by its words, by its parts where it has a hyphen, and by their stems."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    stems: dict[tuple[str, ...], tuple[str, ...]] = {}
    for label, words in table.items():
        for phrase in _listed(words):
            for key in {tuple(phrase.split()), _parts(phrase)}:
                found[key] = (*found.get(key, ()), label)
                if len(key) == 1 and is_plural(key[0]):  # "planes" are not what somebody plans
                    one = (singular(key[0]),)
                    stems[one] = (*stems.get(one, ()), label)
                    continue
                bare = tuple(map(stem, key))
                own = bare == tuple(map(stem, bare))  # "found" is of finding, not of "founded"
                if own and not key[-1].endswith(_BARE) and label not in stems.get(bare, ()):
                    stems[bare] = (*stems.get(bare, ()), label)
    return {**stems, **found}


def _listed(words: str) -> list[str]:
    return words.split(", ")


def _parts(phrase: str) -> tuple[str, ...]:
    return tuple(_PART.findall(phrase.lower()))


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, without possessive endings."""
    return [word.removesuffix("'s").removesuffix("\u2019s") for word in _WORD.findall(text.lower())]
