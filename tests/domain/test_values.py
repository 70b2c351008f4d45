"""The smaller values: topics, the checklist, the codebook as a tree, structure, what changed."""

from dataclasses import fields, replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain import codebook
from reviewer.domain.changes import Changes, RowChange
from reviewer.domain.checklist import QUESTIONS, Checklist, suggested_verdict
from reviewer.domain.claim import Claim, Topic, topic_of
from reviewer.domain.document import Block, BlockKind, Document, Inline, InlineKind
from reviewer.domain.errors import StorageError
from reviewer.domain.records import Tag
from reviewer.domain.structure import structure_from_json, structure_to_json
from reviewer.domain.vocabulary import Answer, Verdict


def test_topics_are_equal_without_regard_to_case_and_spacing() -> None:
    one = topic_of(Claim("New  Zealand", " aid pledged\n"))
    assert (
        one == topic_of(Claim("NEW ZEALAND", "Aid Pledged")) == Topic("new zealand", "aid pledged")
    )
    assert topic_of(Claim("STRASSE")) == topic_of(Claim("straße"))
    assert topic_of(Claim(" ", "\n")) is None
    assert topic_of(Claim(measure="aid")) == Topic("", "aid")


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("subject", Verdict.SCOPE),
        ("measure", Verdict.SCOPE),
        ("period", Verdict.UPDATE),
        ("unit", Verdict.UNIT),
        ("attribution", Verdict.MISATTRIBUTION),
    ],
)
def test_the_first_no_decides(question: str, verdict: Verdict) -> None:
    asked = list(QUESTIONS)
    before = dict.fromkeys(asked[: asked.index(question)], Answer.YES)
    after = dict.fromkeys(asked[asked.index(question) + 1 :], Answer.NO)
    assert suggested_verdict(Checklist(**before, **{question: Answer.NO}, **after)) is verdict


def test_every_checklist_has_the_verdict_of_its_first_answer_that_is_not_yes() -> None:
    assert list(QUESTIONS) == [field.name for field in fields(Checklist)]
    for answers in product([None, *Answer], repeat=5):
        found = suggested_verdict(Checklist(*answers))
        first = next((answer for answer in answers if answer is not Answer.YES), Answer.YES)
        assert (found is Verdict.GENUINE) is (first is Answer.YES)
        assert (found is None) is (first in (None, Answer.UNCLEAR))


TREE = [
    Tag("b", "Beta", position=1),
    Tag("a", "alpha", position=1),
    Tag("c", "gamma", position=0),
    Tag("d", "delta", "a"),
    Tag("e", "epsilon", "d"),
]
BY_ID = {tag.id: tag for tag in TREE}


def test_the_tree_is_walked_in_order_parents_first() -> None:
    walked = [(depth, tag.id) for depth, tag in codebook.walk(TREE)]
    assert walked == [(0, "c"), (0, "a"), (1, "d"), (2, "e"), (0, "b")]
    assert [tag.id for tag in codebook.children(TREE, None)] == ["c", "a", "b"]


def test_paths_lead_from_the_top() -> None:
    assert [tag.id for tag in codebook.path(BY_ID, "e")] == ["a", "d", "e"]
    assert codebook.is_within(BY_ID, "e", "a")
    assert codebook.is_within(BY_ID, "e", "e")
    assert not codebook.is_within(BY_ID, "a", "e")


spans = st.tuples(st.integers(0, 10**7), st.integers(0, 10**4)).map(lambda p: (p[0], p[0] + p[1]))
blocks = st.builds(
    lambda span, kind, level, dimmed: Block(*span, kind, level, boilerplate=dimmed),
    spans, st.sampled_from(BlockKind), st.integers(0, 6), st.booleans(),
)  # fmt: skip
inlines = st.builds(
    lambda span, kind, target: Inline(*span, kind, target),
    spans, st.sampled_from(InlineKind), st.text(),
)  # fmt: skip


@given(st.lists(blocks).map(tuple), st.lists(inlines).map(tuple))
def test_structure_comes_back_as_it_was(
    given_blocks: tuple[Block, ...], given_inlines: tuple[Inline, ...]
) -> None:
    document = Document("", given_blocks, given_inlines)
    assert structure_from_json(structure_to_json(document)) == (given_blocks, given_inlines)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"v":2,"b":[],"i":[]}', '{"v":1,"b":[["x",0,1]],"i":[]}',
     '{"v":1,"b":[["heading",2,1]],"i":[]}', '{"v":1,"b":[["heading"]],"i":[]}',
     '{"v":1,"b":[["heading","0",1]],"i":[]}', "[" * 100_000],
)  # fmt: skip
def test_a_structure_that_was_not_written_so_is_damage(text: str) -> None:
    with pytest.raises(StorageError, match="damaged"):
        structure_from_json(text)


def test_changes_tell_what_was_touched() -> None:
    row = {"id": "1"}
    changes = Changes(
        "x",
        3,
        (
            RowChange("tag", "new", None, row),
            RowChange("tag", "old", row, None),
            RowChange("tag", "changed", row, {"id": "2"}),
            RowChange("source", "other", None, row),
        ),
    )
    assert changes
    assert changes.touched("tag") == {"new", "old", "changed"}
    assert changes.inserted("tag") == ("new",)
    assert changes.deleted("tag") == {"old"}
    assert changes.inserted("claim") == ()
    assert not replace(changes, rows=())
