"""A passage is never cut within what a reader sees as one character."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.boundaries import boundary, is_boundary, next_character, next_word

CHARACTERS = [
    "a", "é", "e\u0301", "o\u0308\u0323", "😀", "👩🏽‍🚀", "👨‍👩‍👧‍👦", "❤️", "🇳🇿", "🏴\U000e0067\U000e0062\U000e007f",
    "각", "\u1100\u1161\u11a8", "क्षि", "நி", "กำ", "שָׁ", "لَّ", "新", "が", "か\u3099", "\u00a0", "\n", "\u2028",
    "1️⃣", "\u0600\u0661",
]  # fmt: skip


@given(st.lists(st.sampled_from(CHARACTERS), max_size=8))
def test_boundaries_are_between_characters_and_nowhere_else(characters):
    text = "".join(characters)
    places = [0, *accumulate(map(len, characters))]
    assert [at for at in range(len(text) + 1) if is_boundary(text, at)] == places
    for at in range(len(text) + 1):
        assert boundary(text, at, -1) == max(p for p in places if p <= at)
        assert boundary(text, at, 1) == min(p for p in places if p >= at)


def test_a_step_goes_over_one_character_and_stops_at_the_ends():
    text = "a👩🏽‍🚀b"
    assert next_character(text, 1, 1) == 5
    assert next_character(text, 5, -1) == 1
    assert next_character(text, 0, -1) == 0
    assert next_character(text, 6, 1) == 6


@pytest.mark.parametrize(
    ("text", "ends", "starts"),
    [
        ("“Total” of NZ$78-million, (12%) paid.", [6, 10, 24, 30, 36], [1, 8, 11, 27, 32]),
        ("新西兰，ab", [1, 2, 3, 6], [0, 1, 2, 4]),
        ("cafe\u0301\u00a0re\u0301sume\u0301!", [5, 14], [0, 6]),
        ("שלום עולם", [4, 9], [0, 5]),
        ("... !", [], []),
    ],
)
def test_words(text, ends, starts):
    def walk(at, step, *, end):
        places = []
        while (there := next_word(text, at, step, end=end)) != at:
            places.append(there)
            at = there
        return places

    assert walk(-1, 1, end=True) == ends
    assert walk(len(text) + 1, -1, end=True) == ends[::-1]
    assert walk(-1, 1, end=False) == starts
    assert walk(len(text) + 1, -1, end=False) == starts[::-1]


def test_words_in_a_line_of_a_million_characters_are_near():
    text = "x" * 500_000 + " word " + "y" * 500_000
    assert next_word(text, 500_003, -1, end=True) == 500_000
    assert next_word(text, 500_001, 1, end=True) == 500_005
