"""Words are found whatever their case, accents, quotes and line breaks; spans are exact."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.finding import _STEP, FoldedText, fold, pattern_of


def found(text, words):
    pattern = pattern_of(words)
    folded = FoldedText(text)
    for _ in folded.fold():
        pass
    return [text[a:b] for a, b in folded.find(pattern)] if pattern else []


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        ("Aid, AID and aid.", "aid", ["Aid", "AID", "aid"]),
        ("Straße STRASSE strasse", "straße", ["Straße", "STRASSE", "strasse"]),
        ("Straße", "s", ["S", "ß"]),
        ("Café, Cafe\u0301, cafe", "cafe", ["Café", "Cafe\u0301", "cafe"]),
        ("cafe\u0301s", "café", ["cafe\u0301"]),
        ("İstanbul ISTANBUL ıstanbul", "istanbul", ["İstanbul", "ISTANBUL", "ıstanbul"]),
        ("😀 the oﬃce 😀 office", "office", ["oﬃce", "office"]),
        ("the oﬃce", "fi", ["ﬃ"]),
        ("NZ$78\u00a0million, NZ$78\n\n million", "nz$78 million",
         ["NZ$78\u00a0million", "NZ$78\n\n million"]),
        ("a “total” of 2020–2022", '"total" of 2020-2022', ["“total” of 2020–2022"]),
        ("שָׁלוֹם עולם", "שלום", ["שָׁלוֹם"]),
        ("السَّلامُ", "السلام", ["السَّلامُ"]),
        ("か が ガ", "か", ["か"]),
        ("कु क", "क", ["क", "क"]),
        ("新西兰与北约", "北约", ["北约"]),
        ("한국 하늘", "하", ["하"]),
        ("Łódź", "lodz", ["Łódź"]),
        ("co\u00adop", "coop", ["co\u00adop"]),
        ("a.b axb", "a.b", ["a.b"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("nothing", "zzz", []),
        ("anything", "  \n", []),
        ("e\u0301", "\u0301", []),
        ("", "a", []),
    ],
)  # fmt: skip
def test_what_is_found(text, words, hits):
    assert found(text, words) == hits


LETTERS = st.text(st.sampled_from("abeE ß\u0301éﬁ😀İ\n\u00adøか"), max_size=30)


@given(LETTERS, st.integers(0, 29), st.integers(1, 4))
def test_every_piece_of_a_text_is_found_in_it(text, start, length):
    words = text[start : start + length]
    if not fold(words).strip():
        return
    hits = found(text, words)
    assert hits
    for hit in hits:
        assert "".join(fold(words).split()) in "".join(fold(hit).split())


@given(LETTERS, LETTERS)
def test_hits_are_those_of_a_plain_search_where_nothing_changes_length(text, words):
    plain = "".join(c for c in unicodedata.normalize("NFC", text) if c in "abeEéøか😀")
    wanted = "".join(c for c in words if c in "abeEéø")
    if wanted:
        assert len(found(plain, wanted)) == fold(plain).count(fold(wanted))


def test_a_text_of_many_pieces_keeps_its_offsets():
    filler = "ß é e\u0301 😀 "
    text = filler * (3 * _STEP // len(filler)) + "Tärget" + filler * 9 + "target"
    assert found(text, "target") == ["Tärget", "target"]
    folded = FoldedText(text)
    assert sum(1 for _ in folded.fold()) == 4
    ((start, end), _last) = folded.find(pattern_of("target"))
    assert (start, end) == (text.index("Tärget"), text.index("Tärget") + 6)


def test_folding_goes_on_where_it_was_left():
    folded = FoldedText("É" * (3 * _STEP))
    next(folded.fold())
    assert sum(1 for _ in folded.fold()) == 2
    assert sum(1 for _ in folded.find(pattern_of("e"))) == 3 * _STEP
