"""The readable table of states that things go through: ``resources/statements.toml``."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from reviewer.analysis.stems import noun_stem, verb_stem
from reviewer.assets import asset


class CycleKind(StrEnum):
    """How the stages of a cycle stand to each other."""

    COURSE = "course"
    SWITCH = "switch"
    OUTCOME = "outcome"
    MOVEMENT = "movement"


class About(StrEnum):
    """Which part of the clause is in the state."""

    OBJECT = "object"
    SUBJECT = "subject"
    CLAUSE = "clause"


@dataclass(frozen=True, slots=True)
class Stage:
    """One state of a cycle; ``rank`` counts from 0, ``last`` is the highest that leads on."""

    cycle: str
    kind: CycleKind
    about: About
    name: str
    rank: int
    last: int
    lasting: bool = False
    final: bool = False  # nothing leads back from it


Phrases = dict[str, tuple[tuple[tuple[str, ...], tuple[Stage, ...]], ...]]
"""First word of a phrase → the phrases in their words, and the stages that they tell of."""


@dataclass(frozen=True, slots=True)
class Harm:
    """Words of harm to people: class of word → its words; and what such harm comes from."""

    words: dict[str, str]
    none: frozenset[str]
    nobody: frozenset[str]
    events: frozenset[str]  # stems


@dataclass(frozen=True, slots=True)
class Cause:
    """What a happening is put down to; a ``sole`` one is none of several."""

    name: str
    how: str
    sole: bool


@dataclass(frozen=True, slots=True)
class StateWords:
    """The table, by what is met in a text. Verbs and nouns are stems."""

    verbs: dict[str, tuple[Stage, ...]]
    phrases: Phrases
    states: Phrases  # said behind "is"
    irregular: dict[str, tuple[str, bool, bool]]  # form → stem, may be past, may be a participle
    planned: frozenset[str]
    refused: frozenset[str]
    possible: frozenset[str]
    irrealis: frozenset[str]
    sole: frozenset[str]
    once: frozenset[str]  # verbs of what is done once and for all
    often: frozenset[str]  # and of what is done again and again
    made: frozenset[str]  # verbs behind whose object a state can stand: "left it unchanged"
    stative: frozenset[str]  # verbs whose present tense tells of a state: "includes"
    synonyms: dict[str, str]  # stem of a verb → that of the first in its row
    nouns: dict[str, str]  # stem of a noun → that of the first in its row
    names: dict[str, str]  # stem of a head → its class
    harm: Harm
    causes: dict[str, Cause]  # words of a text, the longest first
    opposites: tuple[tuple[frozenset[str], ...], ...]  # rows of sides, as words


@cache
def state_words() -> StateWords:
    """The shipped table, read once."""
    table = tomllib.loads(asset("resources", "statements.toml").read_text(encoding="utf-8"))
    irregular = _irregular(table["forms"]["irregular"])
    verbs: dict[str, list[Stage]] = {}
    phrases: dict[tuple[str, ...], list[Stage]] = {}
    states: dict[tuple[str, ...], list[Stage]] = {}
    for cycle in table["cycle"]:
        for stage, entry in _stages(cycle):
            for verb in entry["verbs"]:
                verbs.setdefault(verb_stem(verb), []).append(stage)
            for phrase in entry["phrases"]:
                phrases.setdefault(_parts(phrase), []).append(stage)
            for phrase in entry.get("states", ()):
                states.setdefault(_parts(phrase), []).append(stage)
    before, harm = table["before"], table["harm"]
    return StateWords(
        {verb: tuple(stages) for verb, stages in verbs.items()},
        _by_first_word(phrases),
        _by_first_word(states),
        irregular,
        planned=frozenset(before["planned"]),
        refused=frozenset(before["refused"]),
        possible=frozenset(before["possible"]),
        irrealis=frozenset(before["irrealis"]),
        sole=frozenset(verb_stem(verb) for verb in table["sole"]["verbs"]),
        once=frozenset(verb_stem(verb) for verb in table["sole"]["once"]),
        often=frozenset(verb_stem(verb) for verb in table["verbs"]["often"]),
        made=frozenset(verb_stem(verb) for verb in table["verbs"]["made"]),
        stative=frozenset(verb_stem(verb) for verb in table["verbs"]["stative"]),
        synonyms={
            verb_stem(verb): verb_stem(row.split()[0])
            for row in table["verbs"]["synonyms"]
            for verb in row.split()
        },
        nouns={
            noun_stem(noun): noun_stem(row.split()[0])
            for row in table["nouns"]["rows"]
            for noun in row.split()
        },
        names={noun_stem(word): kind for kind, words in table["names"].items() for word in words},
        harm=Harm(
            {word: kind for kind in ("any", "killed", "injured") for word in harm[kind]},
            frozenset(harm["none"]),
            frozenset(harm["nobody"]),
            frozenset(noun_stem(word) for word in harm["events"]),
        ),
        causes=_causes(table["cause"]),
        opposites=tuple(
            tuple(frozenset(side.split()) for side in row.split("|"))
            for row in table["opposites"]["rows"]
        ),
    )


def _causes(rows: list[dict[str, Any]]) -> dict[str, Cause]:
    found = {
        word: Cause(row["name"], row["how"], row["sole"]) for row in rows for word in row["words"]
    }
    return dict(sorted(found.items(), key=lambda each: -len(each[0])))


def happened_as(stem: str) -> str:
    """The stem that stands for what happened: a blaze is a fire."""
    return state_words().nouns.get(stem, stem)


def _parts(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.replace("-", " - ").split())


def _stages(cycle: dict[str, Any]) -> list[tuple[Stage, dict[str, Any]]]:
    entries = list(cycle["stages"])
    last = len(entries) - 1
    if "ended" in cycle:
        entries.append(cycle["ended"])
    kind, about = CycleKind(cycle["kind"]), About(cycle["about"])
    return [
        (
            Stage(
                cycle["name"],
                kind,
                about,
                entry["name"],
                rank,
                last,
                entry.get("lasting", False),
                entry.get("final", False),
            ),
            entry,
        )
        for rank, entry in enumerate(entries)
    ]


def _irregular(rows: list[str]) -> dict[str, tuple[str, bool, bool]]:
    forms: dict[str, tuple[str, bool, bool]] = {}
    for row in rows:
        base, past, participle = row.split()
        forms[participle] = (verb_stem(base), past == participle, True)
        forms[past] = (verb_stem(base), True, past == participle)
        if base not in (past, participle):
            forms[base] = (verb_stem(base), False, False)
    return forms


def _by_first_word(
    phrases: dict[tuple[str, ...], list[Stage]],
) -> Phrases:
    """The longest phrase first."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[Stage, ...]]]] = {}
    for words in sorted(phrases, key=len, reverse=True):
        found.setdefault(words[0], []).append((words, tuple(phrases[words])))
    return {word: tuple(entries) for word, entries in found.items()}
