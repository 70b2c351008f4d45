"""Which of the sample documents' relations are suggested, against the hand annotation.

A suggestion is about an annotated relation if each member of the relation is overlapped by a member
of the suggestion, or of a sum the total and two parts. It is false if it is about none that may be
suggested. The texts are read as files without any date, as in ``reviewer suggest FILE…``, and with
the dates of the annotation.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rows import Row, absent, shared

from reviewer.analysis.suggest import Text, read_text, suggest
from reviewer.assets import asset
from reviewer.documents.read import read_document
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation

FALSE_AMONG, MOST_FALSE, NEVER_AMONG = 12, 3, 20
_WHAT = "seeds: relations"
_LONGEST_ISO = 10


@dataclass(frozen=True, slots=True)
class _Gold:
    name: str
    wanted: bool
    fair: bool
    never: bool
    members: tuple[tuple[str, int, int], ...]
    sums: bool


@dataclass(frozen=True, slots=True)
class _Found:
    wanted: frozenset[str]
    missing: tuple[str, ...]
    false: tuple[str, ...]
    never: tuple[str, ...]


def rows(*, smoke: bool = False) -> list[Row]:
    """Found of wanted, false among the first 12, hard negatives among the first 20, twice."""
    del smoke  # five documents are small
    path = shared("gold", "seed_gold.json")
    if path is None:
        return absent(_WHAT)
    gold = json.loads(path.read_text("utf-8"))
    told = []
    for dated in (True, False):
        found = _compare(gold, dated=dated)
        right = len(found.wanted) - len(found.missing)
        when = "dates given" if dated else "no dates given"
        told += [
            Row(
                f"{_WHAT} found, {when}",
                f"{right} of {len(found.wanted)}",
                "all",
                not found.missing,
                "a prototype: 6 of the first 7",
            ),
            Row(
                f"· false among the first {FALSE_AMONG}",
                str(len(found.false)),
                f"≤ {MOST_FALSE}",
                len(found.false) <= MOST_FALSE,
            ),
            Row(
                f"· hard negatives among the first {NEVER_AMONG}",
                str(len(found.never)),
                "0",
                not found.never,
            ),
        ]
    return told


def misses() -> list[str]:
    """What was not found, and what was suggested and should not be."""
    path = shared("gold", "seed_gold.json")
    if path is None:
        return []
    found = _compare(json.loads(path.read_text("utf-8")), dated=True)
    return [
        f"{_WHAT}: missing {', '.join(found.missing) or 'nothing'}",
        *(f"{_WHAT}: false: {each}" for each in found.false),
        *(f"{_WHAT}: never: {each}" for each in found.never),
    ]


def _compare(gold: dict[str, Any], *, dated: bool) -> _Found:
    ranked = suggest(read_text(text) for text in _texts(gold, dated=dated))
    relations = _relations(gold)
    wanted = frozenset(relation.name for relation in relations if relation.wanted)
    met = [[each for each in relations if _is_about(one, each)] for one in ranked]
    found = {each.name for several in met for each in several}
    return _Found(
        wanted,
        tuple(sorted(wanted - found)),
        tuple(
            one.reason
            for one, several in zip(ranked[:FALSE_AMONG], met, strict=False)
            if not any(each.fair for each in several)
        ),
        tuple(each.name for several in met[:NEVER_AMONG] for each in several if each.never),
    )


def _texts(gold: dict[str, Any], *, dated: bool) -> list[Text]:
    return [
        Text(
            each["id"],
            read_document(asset("seeds", each["file"]).read_bytes(), each["file"]),
            _day(each["reference_date"]) if dated else None,
        )
        for each in gold["documents"]
    ]


def _day(given: str | None) -> date | None:
    """The day, or the first of a month."""
    return date.fromisoformat(f"{given}-01"[:_LONGEST_ISO]) if given else None


def _relations(gold: dict[str, Any]) -> list[_Gold]:
    spans = {each["id"]: (each["doc"], each["start"], each["end"]) for each in gold["claims"]}
    return [
        _Gold(
            f"{each['id']} {each['label']}",
            wanted=each["should_suggest"] and not each.get("optional", False),
            fair=each["should_suggest"],
            never=each.get("hard_negative", False),
            members=tuple(spans[member] for member in each["members"]),
            sums=each["label"] == "arithmetic_gap",
        )
        for each in gold["relations"]
    ]


def _is_about(one: SuggestedRelation, gold: _Gold) -> bool:
    met = [[m for m in one.members if _overlaps(m, span)] for span in gold.members]
    distinct = {(m.source, m.start) for several in met for m in several}
    count = sum(map(bool, met))
    if len(distinct) < 2:
        return False
    if gold.sums:
        return bool(met[0]) and count > 2
    return count == len(gold.members) and _is_no_more(one.members, gold)


def _overlaps(member: SuggestedClaim, span: tuple[str, int, int]) -> bool:
    source, start, end = span
    return member.source == source and member.start < end and member.end > start


def _is_no_more(members: Sequence[SuggestedClaim], gold: _Gold) -> bool:
    """Whether the suggestion has no member beside those of the relation."""
    return all(any(_overlaps(member, span) for span in gold.members) for member in members)
