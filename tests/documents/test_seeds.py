"""The five sample texts, line by line: they must be right, for the sample review stands on them."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from reviewer.documents.guess import guess_source
from reviewer.documents.read import read_document
from reviewer.domain.document import Block, BlockKind, Document

SEEDS = {p.name[:3]: p for p in (Path(__file__).parents[2] / "seeds").glob("0*.txt")}


def seed(number: str) -> Document:
    return read_document(SEEDS[number].read_bytes(), SEEDS[number].name)


def lines(document: Document, blocks: Iterable[Block]) -> list[int]:
    """Numbers of the lines, from 1, at which ``blocks`` begin."""
    return [document.text.count("\n", 0, block.start) + 1 for block in blocks]


def headings(document: Document) -> dict[int, int]:
    found = [b for b in document.blocks if b.kind is BlockKind.HEADING and not b.boilerplate]
    return dict(zip(lines(document, found), (b.level for b in found), strict=True))


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_canonical_text_is_the_file(number: str) -> None:
    data = SEEDS[number].read_bytes()
    document = seed(number)
    assert document.text == data.decode("utf-8")
    assert document.encoding == "utf-8"
    assert all(
        document.text.count("\n", b.start, b.end) == 0
        for b in document.blocks
        if b.kind is not BlockKind.METADATA
    )


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_line_with_words_is_in_one_block(number: str) -> None:
    document = seed(number)
    inside = [i for b in document.blocks for i in range(b.start, b.end)]
    outside = set(range(len(document.text))) - set(inside)
    assert len(inside) == len(set(inside))
    assert all(document.text[i].isspace() for i in outside)


@pytest.mark.parametrize(
    ("number", "dimmed"),
    [
        ("000", [87]),
        ("001", []),
        ("002", [3, 15, 27, 28, *range(30, 69, 2)]),
        ("003", []),
        ("004", list(range(39, 78, 2))),
    ],
)
def test_boilerplate(number: str, dimmed: list[int]) -> None:
    document = seed(number)
    assert lines(document, [b for b in document.blocks if b.boilerplate]) == dimmed


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("000", {1: 1, 17: 2, 29: 3, 33: 3, 37: 2, 47: 3, 51: 3, 55: 2, 71: 3, 77: 3}),
        ("001", {}),
        ("002", {1: 1, 7: 2, 19: 2}),
        ("003", {}),
        ("004", {10: 2, 16: 2, 24: 2}),
    ],
)
def test_headings(number: str, expected: dict[int, int]) -> None:
    assert headings(seed(number)) == expected


def test_one_paragraph_a_line() -> None:
    document = seed("001")
    assert lines(document, document.blocks) == list(range(1, 19))


def test_front_matter_is_metadata() -> None:
    document = seed("003")
    assert document.blocks[0].kind is BlockKind.METADATA
    assert lines(document, document.blocks[:2]) == [1, 11]
    assert document.text[document.blocks[0].start : document.blocks[0].end].endswith("\n---")
    assert document.metadata == {
        "title": "Prime Minister leads Indo-Pacific Four at NATO",
        "date": "2024-07-12",
        "address": "https://www.beehive.govt.nz/release/prime-minister-leads-indo-pacific-four-nato",
        "ministers": "Rt Hon Christopher Luxon",
        "portfolios": "Prime Minister",
    }


def test_guesses() -> None:
    guesses = {number: guess_source(seed(number), SEEDS[number].name) for number in SEEDS}
    assert guesses["000"].title == "US Welcomes NATO Indo-Pacific Partners' Security Boost"
    assert guesses["000"].publisher == "The White House"
    assert guesses["002"].title.startswith("Australia Bolsters Global Security Cooperation")
    assert guesses["003"].published == "2024-07-12"
    assert guesses["003"].date_basis == "front matter"
    assert guesses["003"].address.startswith("https://www.beehive.govt.nz/release/")
    # Dates and names of the teasers, and ministers, are not taken for the texts' own.
    assert [guesses[n].published for n in ("000", "001", "002", "004")] == [""] * 4
    assert [guesses[n].author for n in sorted(guesses)] == [""] * 5
