"""The readable table of what claims are about: ``resources/concepts.toml``, and a project's own."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from reviewer.analysis.stems import stem
from reviewer.assets import asset

_WORD = re.compile(r"[^\W_]++(?:[-'\u2019][^\W_]++)*+")
_PART = re.compile(r"[^\W_]++(?:['\u2019][^\W_]++)*+|-")
_LONGEST = 4
_KINDS = ("count", "money", "percent", "measure")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A project's own words: pairs of a word and what it is read as.

    ``measures``: ("pledge", "aid"), where the second is a label of the table or a new one;
    ``names``: ("ROK", "South Korea").
    """

    measures: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()


NO_LEXICON = Lexicon()


@dataclass(frozen=True, slots=True)
class Concepts:
    """Phrase → label for things, acts and happenings, and what is known of the labels."""

    things: dict[tuple[str, ...], str]
    acts: dict[str, str]
    happenings: dict[tuple[str, ...], str]
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
    persons: frozenset[str]
    person_stems: frozenset[str]
    costly: frozenset[str]  # what a sum before it is the cost of
    vocabulary: frozenset[str]  # every word of the table: none of them is a name by itself

    def thing_at(self, words: list[str], index: int) -> tuple[str, int]:
        """The longest thing that begins at ``index`` and how many words it takes, or nothing."""
        return _longest_at(self.things, words, index)

    def happening_at(self, words: list[str], index: int) -> tuple[str, int]:
        """The longest happening that begins at ``index``, likewise."""
        return _longest_at(self.happenings, words, index)

    def can_be(self, label: str, kind: str) -> bool:
        """Whether a value of this sort can be of the thing."""
        known = self.kinds.get(label)
        return known is None or kind not in _KINDS or kind in known

    def are_near(self, one: str, other: str) -> bool:
        """Whether two labels are nearly one: "cost" and "investment"."""
        return frozenset((one, other)) in self.near


def _longest_at(
    table: Mapping[tuple[str, ...], str], words: list[str], index: int
) -> tuple[str, int]:
    for length in range(min(_LONGEST, len(words) - index), 0, -1):
        label = table.get(tuple(words[index : index + length]))
        if label:
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
    things = _phrases(table["things"])
    for word, meaning in lexicon.measures:
        things[_parts(word)] = things.get(_parts(meaning), meaning.strip().lower())
    acts = {word: label for label, words in table["acts"].items() for word in words}
    happenings = _phrases(table["happenings"])
    single = {words[0]: label for words, label in things.items() if len(words) == 1}
    return Concepts(
        things,
        acts,
        happenings,
        qualifiers=frozenset(table["qualifiers"]["words"]),
        never_money=frozenset(table["never_money"]["words"]),
        folded={**acts, **single},
        kinds=_kinds(table["kinds"]),
        of_events=frozenset(table["of_events"]["words"]),
        objects=frozenset(table["objects"]["words"]),
        of_actors=frozenset(table["of_actors"]["words"]),
        of_periods=frozenset(table["of_periods"]["words"]),
        near=frozenset(
            frozenset((one, other))
            for labels in table["near"].values()
            for one in labels[:1]
            for other in labels[1:]
        ),
        together={
            (thing, act): label
            for label, pairs in table["together"].items()
            for thing, _, act in (pair.rpartition(" ") for pair in pairs)
        },
        persons=frozenset(table["persons"]["words"]),
        person_stems=frozenset(stem(word) for word in table["persons"]["words"]),
        costly=frozenset(table["costly"]["words"]),
        vocabulary=frozenset(
            word
            for phrases in (*things, *happenings, *table["costly"].values())
            for word in phrases
        )
        | frozenset(acts)
        | frozenset(table["qualifiers"]["words"])
        | frozenset(table["persons"]["words"]),
    )


def _phrases(table: dict[str, list[str]]) -> dict[tuple[str, ...], str]:
    """A phrase is known by its parts, and with a hyphen as one word too."""
    found: dict[tuple[str, ...], str] = {}
    for label, phrases in table.items():
        for phrase in phrases:
            found.setdefault(tuple(phrase.split()), label)
            found.setdefault(_parts(phrase), label)
    return found


def _parts(phrase: str) -> tuple[str, ...]:
    return tuple(_PART.findall(phrase.lower()))


def _kinds(table: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, labels in table.items():
        for label in labels:
            found.setdefault(label, set()).add(kind)
    return {label: frozenset(kinds) for label, kinds in found.items()}


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, without possessive endings."""
    return [word.removesuffix("'s").removesuffix("\u2019s") for word in _WORD.findall(text.lower())]
