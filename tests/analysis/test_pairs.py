"""Sentences of two texts that disagree about a figure, and such that only seem to."""

import re
from datetime import date
from pathlib import Path

import pytest

from reviewer.analysis.suggest import Text, read_text, suggest
from reviewer.domain.document import Document
from reviewer.domain.suggestion import SuggestedRelation
from reviewer.domain.vocabulary import RelationKind

FOLDER = Path(__file__).parents[1] / "fixtures" / "pairs"
DAY = date(2025, 3, 12)
MARKED = re.compile(r"\[([^]]+)\]")
NOT_YET = pytest.mark.xfail(strict=True, reason="not got right yet")


def pairs(name: str) -> list:
    lines = (FOLDER / name).read_text("utf-8").split("\n\n")
    found = [tuple(pair.strip().split("\n")) for pair in lines]
    return [
        pytest.param(
            one.removeprefix("? "), other, id=one[:60], marks=NOT_YET if one[0] == "?" else ()
        )
        for one, other in found
    ]


def suggested(*sentences: str) -> list[SuggestedRelation]:
    texts = (
        Text(str(place), Document(sentence.replace("[", "").replace("]", "") + "\n"), DAY)
        for place, sentence in enumerate(sentences)
    )
    found = suggest(read_text(text) for text in texts)
    return [each for each in found if each.kind is not RelationKind.SUPPORTS]


def holds(relation: SuggestedRelation, source: str, value: str) -> bool:
    return any(
        member.source == source and (value in member.exact or member.exact in value)
        for member in relation.members
    )


@pytest.mark.parametrize(("one", "other"), pairs("disagree.txt"))
def test_values_that_disagree_are_put_side_by_side(one, other):
    mine, theirs = (MARKED.search(sentence)[1] for sentence in (one, other))
    found = suggested(one, other)
    assert any(holds(each, "0", mine) and holds(each, "1", theirs) for each in found), found


@pytest.mark.parametrize(("one", "other"), pairs("agree.txt"))
def test_values_that_only_look_alike_are_left_alone(one, other):
    assert [each.reason for each in suggested(one, other)] == []
