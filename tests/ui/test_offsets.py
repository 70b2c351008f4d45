"""Code points and UTF-16 code units, with the line breaks that only the view has."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.ui.offsets import LONG_LINE, ShownText, Utf16Map, soft_breaks

WITH_EMOJI = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("😀👩🏽‍🚀🇳🇿 \nא\u0301"))
)


def units(text):
    return len(text.encode("utf-16-le")) // 2


@given(WITH_EMOJI)
def test_code_points_to_units_counts_what_utf16_takes(text):
    offsets = Utf16Map(text)
    for at in range(len(text) + 1):
        assert offsets.to_utf16(at) == units(text[:at])


@given(WITH_EMOJI)
def test_units_to_code_points_is_the_way_back(text):
    offsets = Utf16Map(text)
    for at in range(len(text) + 1):
        assert offsets.from_utf16(offsets.to_utf16(at)) == at


@given(WITH_EMOJI)
def test_the_middle_of_a_pair_belongs_to_its_code_point(text):
    offsets = Utf16Map(text)
    for at, letter in enumerate(text):
        if units(letter) == 2:
            assert offsets.from_utf16(units(text[:at]) + 1) == at


def test_a_text_of_short_lines_is_shown_as_it_is():
    text = ("x" * 19_999 + "\n") * 5
    assert soft_breaks(text) == []
    assert ShownText(text).shown == text


@given(st.integers(LONG_LINE + 1, 3 * LONG_LINE), st.sampled_from(["x", "ab ", "😀", "e\u0301"]))
def test_long_lines_are_broken_and_every_offset_comes_back(length, unit):
    text = "short\n" + (unit * length)[:length] + "\nend"
    view = ShownText(text)
    assert max(map(len, view.shown.split("\n"))) < LONG_LINE
    shown = view.shown.encode("utf-16-le")
    for at in [*range(0, len(text), 997), *soft_breaks(text)]:
        assert view.from_view(view.to_view(at)) == at
        assert view.from_view(view.to_view(at, end=True)) == at
        where = 2 * view.to_view(at)
        assert shown[where : where + 4].decode("utf-16-le", "ignore").startswith(text[at])


def test_a_soft_break_goes_after_a_space_and_is_known():
    text = "word " * 10_000
    view = ShownText(text)
    breaks = soft_breaks(text)
    assert all(text[at - 1] == " " for at in breaks)
    assert view.is_soft(view.to_view(breaks[3]))
    assert not view.is_soft(view.to_view(breaks[3]) + 1)
    assert view.to_view(breaks[3]) == view.to_view(breaks[3], end=True) + 1


def test_a_soft_break_parts_no_joined_characters():
    text = "👩🏽\u200d🚀" * 8_000
    for at in soft_breaks(text):
        assert text[at] == "👩"


def test_what_qt_would_drop_or_break_at_is_replaced_unit_by_unit():
    text = "a\rb\ufdd0c\ufeffd"
    assert ShownText(text).shown == "a b\ufffdc\u200bd"


def test_endless_combining_marks_are_broken_all_the_same():
    text = "e" + "\u0301" * 30_000
    assert len(soft_breaks(text)) >= 6
