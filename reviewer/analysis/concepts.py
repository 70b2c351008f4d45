"""The small readable table of what claims are about: ``resources/concepts.toml``."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from reviewer.assets import asset

_WORD = re.compile(r"[^\W_]++(?:[-'\u2019][^\W_]++)*+")


@dataclass(frozen=True, slots=True)
class Concepts:
    """Phrase → label for things and acts, and the words that qualify a thing."""

    things: dict[tuple[str, ...], str]
    acts: dict[str, str]
    qualifiers: frozenset[str]
    never_money: frozenset[str]  # words that tell nothing of an amount: what it pays for
    folded: dict[str, str]  # single word → label of its thing or act

    def thing_at(self, words: list[str], index: int) -> tuple[str, int]:
        """The longest thing that begins at ``index`` and how many words it takes, or nothing."""
        for length in range(min(_LONGEST, len(words) - index), 0, -1):
            label = self.things.get(tuple(words[index : index + length]))
            if label:
                return label, length
        return "", 0


_LONGEST = 4


@cache
def concepts() -> Concepts:
    """The shipped table, read once."""
    table = tomllib.loads(asset("resources", "concepts.toml").read_text(encoding="utf-8"))
    things = {
        tuple(phrase.split()): label for label, words in table["things"].items() for phrase in words
    }
    acts = {word: label for label, words in table["acts"].items() for word in words}
    single = {words[0]: label for words, label in things.items() if len(words) == 1}
    return Concepts(
        things,
        acts,
        qualifiers=frozenset(table["qualifiers"]["words"]),
        never_money=frozenset(table["never_money"]["words"]),
        folded={**acts, **single},
    )


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, without possessive endings."""
    return [word.removesuffix("'s").removesuffix("\u2019s") for word in _WORD.findall(text.lower())]
