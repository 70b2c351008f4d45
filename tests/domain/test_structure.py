"""Structure comes back from storage as it went."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.document import Block, BlockKind, Document, Inline, InlineKind
from reviewer.domain.errors import StorageError
from reviewer.domain.structure import structure_from_json, structure_to_json

OFFSETS = st.tuples(st.integers(0, 10**8), st.integers(0, 10**6)).map(lambda p: (p[0], sum(p)))
BLOCKS = st.builds(
    lambda span, kind, level, dim: Block(*span, kind, level, boilerplate=dim),
    OFFSETS,
    st.sampled_from(BlockKind),
    st.integers(0, 40),
    st.booleans(),
)
INLINES = st.builds(
    lambda span, kind, target: Inline(*span, kind, target),
    OFFSETS,
    st.sampled_from(InlineKind),
    st.text(st.characters(exclude_categories=["Cs"])),
)


@given(st.lists(BLOCKS).map(tuple), st.lists(INLINES).map(tuple))
def test_there_and_back(blocks: tuple[Block, ...], inlines: tuple[Inline, ...]) -> None:
    written = structure_to_json(Document("", blocks, inlines))
    assert structure_from_json(written) == (blocks, inlines)
    written.encode("utf-8")


def test_compact() -> None:
    blocks = tuple(Block(i, i + 9) for i in range(0, 1000, 10))
    written = structure_to_json(Document("x" * 1000, blocks))
    assert len(written) < 25 * len(blocks)
    assert json.loads(written)["b"][1] == ["paragraph", 10, 19]


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"v":2,"b":[],"i":[]}',
        '{"v":1,"b":[]}',
        '{"v":1,"b":[["song",0,1]],"i":[]}',
        '{"v":1,"b":[["code",0]],"i":[]}',
        '{"v":1,"b":[["code",5,1]],"i":[]}',
        '{"v":1,"b":[["code","0","1"]],"i":[]}',
        '{"v":1,"b":[["code",0,1,0,0,0]],"i":[]}',
        '{"v":1,"b":[7],"i":[]}',
        "[" * 100_000,
    ],
)
def test_damage_is_said(damaged: str) -> None:
    with pytest.raises(StorageError, match="damaged"):
        structure_from_json(damaged)
