"""Quotes are found where they stand, and found again when the text around them has moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.anchor import CONTEXT, Target, locate, select, stands
from reviewer.domain.errors import AnchorError

texts = st.text("ab 🥝é\n", min_size=1, max_size=120)


@st.composite
def spans(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(spans())
def test_what_is_selected_stands_and_is_located_where_it_was(given_: tuple[str, int, int]) -> None:
    text, start, end = given_
    target = select(text, start, end)
    assert target.exact == text[start:end]
    assert (text[:start] + "|").endswith(f"{target.prefix}|")
    assert text[end:].startswith(target.suffix)
    assert max(len(target.prefix), len(target.suffix)) <= CONTEXT
    assert stands(text, target)
    assert locate(text, target) == target


@given(spans(), texts)
def test_what_moved_is_found_again(given_: tuple[str, int, int], added: str) -> None:
    text, start, end = given_
    found = locate(f"{added}###{text}", select(text, start, end))
    assert found is not None
    assert found.exact == text[start:end]


@given(spans())
def test_what_is_found_always_stands(given_: tuple[str, int, int]) -> None:
    text, start, end = given_
    target = select(text, start, end)
    for other in (text[::-1], text.upper(), text * 2, text[1:]):
        found = locate(other, target)
        assert found is None or (stands(other, found) and found.exact == target.exact)


def test_among_equals_the_one_in_the_same_context_is_taken() -> None:
    old = "Aid was $5 million. Later, aid rose to $5 million in all."
    target = select(old, old.rindex("$5"), old.rindex("$5") + 10)
    new = "Early on $5 million. Later, aid rose to $5 million in all. Then $5 million."
    found = locate(new, target)
    assert found is not None
    assert found.start == new.index("$5 million in all")


def test_without_any_context_the_nearest_is_taken() -> None:
    found = locate("x....x....x", Target(6, 7, "x"))
    assert found is not None
    assert found.start == 5


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2), (0, 6), (5, 6)])
def test_a_span_that_is_none_is_refused(start: int, end: int) -> None:
    with pytest.raises(AnchorError, match="does not lie in the text of 5 characters"):
        select("abcde", start, end)


def test_an_empty_quote_stands_nowhere() -> None:
    assert not stands("abc", Target(1, 1, ""))
    assert locate("abc", Target(1, 1, "")) is None
    assert locate("abc", Target(0, 1, "x")) is None
