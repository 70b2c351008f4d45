"""Suggestions as a project holds them: under a key that outlives offsets, rules and editions."""

import hashlib
import json
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.quantity import Quantity
from reviewer.domain.records import Annotation
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.views import Passage
from reviewer.domain.vocabulary import QuantityKind

_TOKEN = re.compile(r"\w+|[^\w\s]")
_DOUBT = 2  # decisions that a rule is credited with before there are any


class Outcome(StrEnum):
    """What a person made of a suggestion."""

    ACCEPTED = "accepted"
    EDITED = "edited"  # accepted, to be put right in the same breath
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class ClaimProposal:
    """A claim that a text of the project makes; its source is the id of an edition."""

    key: str
    claim: SuggestedClaim


@dataclass(frozen=True, slots=True)
class RelationProposal:
    """How claims of the project's texts stand to each other; sources are ids of editions."""

    key: str
    relation: SuggestedRelation


@dataclass(frozen=True, slots=True)
class RuleRecord:
    """How a rule has done in one project: of ``decided`` suggestions, ``kept`` were accepted."""

    rule: str
    kept: int = 0
    decided: int = 0

    @property
    def weight(self) -> float:
        """What scores of the rule are multiplied by: 1 at first, less with each dismissal."""
        return (self.kept + _DOUBT) / (self.decided + _DOUBT)


@dataclass(frozen=True, slots=True)
class SuggestionView:
    """A suggested relation with its passages in their order and how its rule has done so far.

    The annotations of the passages are not in the project: they are what accepting would make.
    """

    key: str
    relation: SuggestedRelation
    passages: tuple[Passage, ...]
    record: RuleRecord = RuleRecord("")

    @property
    def score(self) -> float:
        """0 to 1: what the rule gave, less what was dismissed of it in this project."""
        return self.relation.score * self.record.weight


def claim_keys(source_id: str, text: str, claims: Sequence[SuggestedClaim]) -> tuple[str, ...]:
    """A key for each claim: its source, the words of its value, and which of their occurrences.

    Neither the rule that found it nor its offsets enter, so that a text that was imported anew, or
    a rule that draws its spans differently, gives the same claim the same key. Time grows with the
    length of the text and the number of claims.
    """
    quotes = [_tokens(_core(each)) for each in claims]
    starts = _occurrences(text, frozenset(quotes))
    return tuple(
        _digest([source_id, " ".join(quote), bisect_left(starts[quote], _core_start(each))])
        for each, quote in zip(claims, quotes, strict=True)
    )


def relation_key(claims: Iterable[str]) -> str:
    """The key of a relation of claims with these keys, in whatever order."""
    return _digest(sorted(claims))


def _core(claim: SuggestedClaim) -> str:
    """The words of the value, if they stand in the passage; else the passage."""
    quantity = claim.claim.quantity
    raw = quantity.raw if quantity else ""
    return raw if raw and raw in claim.exact else claim.exact


def _core_start(claim: SuggestedClaim) -> int:
    return claim.start + claim.exact.index(_core(claim))


def _tokens(words: str) -> tuple[str, ...]:
    return tuple(found.casefold() for found in _TOKEN.findall(words))


def _occurrences(text: str, quotes: frozenset[tuple[str, ...]]) -> dict[tuple[str, ...], list[int]]:
    """Where each run of tokens begins in the text, in order."""
    lengths: dict[str, set[int]] = defaultdict(set)  # by first token
    for quote in quotes:
        if quote:
            lengths[quote[0]].add(len(quote))
    words: list[str] = []
    places: list[int] = []
    for found in _TOKEN.finditer(text):
        words.append(found[0].casefold())
        places.append(found.start())
    starts: dict[tuple[str, ...], list[int]] = {quote: [] for quote in quotes}
    for at, word in enumerate(words):
        for length in lengths.get(word, ()):
            run = tuple(words[at : at + length])
            if run in starts:
                starts[run].append(places[at])
    return starts


def _digest(parts: Sequence[object]) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def is_told_by(claim: SuggestedClaim, annotation: Annotation) -> bool:
    """Whether an annotation stands for a claim that is suggested: there, and of the same value."""
    target = annotation.target
    if annotation.edition_id != claim.source:
        return False
    if (target.start, target.end) == (claim.start, claim.end):
        return True
    if target.end <= claim.start or target.start >= claim.end:
        return False
    there, here = annotation.claim, claim.claim.quantity
    if there is None:
        return False
    if here is None or here.kind is QuantityKind.TEXT:
        return there.quantity is None or there.quantity.kind is QuantityKind.TEXT
    return there.quantity is not None and _value(there.quantity) == _value(here)


def _value(quantity: Quantity) -> tuple[object, ...]:
    """What makes two readings of one passage the same; the words where there is no number."""
    words = quantity.raw if quantity.low is quantity.high is None else ""
    return quantity.kind, quantity.low, quantity.high, words
