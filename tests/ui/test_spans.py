"""The span index against brute force, and lanes."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reviewer.ui.spans import Lanes, Span, SpanIndex, place_of

SIZES = st.one_of(st.integers(1, 50), st.integers(1, 100_000))


@st.composite
def spans(draw, max_size=40):
    places = draw(st.lists(st.tuples(st.integers(0, 200_000), SIZES), max_size=max_size))
    return [Span(f"s{n}", start, start + size) for n, (start, size) in enumerate(places)]


def brute(all_spans, start, end):
    return sorted((s for s in all_spans if s.start < end and s.end > start), key=place_of)


@given(spans(), st.integers(0, 300_000), st.integers(1, 100_000))
def test_a_range_finds_what_brute_force_finds(some, start, size):
    assert SpanIndex(some).overlapping(start, start + size) == brute(some, start, start + size)


@given(spans(), st.data())
def test_adding_and_removing_leave_the_same_index_as_building_it(some, data):
    index = SpanIndex(some)
    gone = set(data.draw(st.lists(st.sampled_from([s.id for s in some])))) if some else set()
    more = [Span(f"m{s.id}", s.start // 2, s.end) for s in data.draw(spans(10))]
    moved = [Span(s.id, s.start + 7, s.end + 9) for s in some if s.id not in gone][:3]
    for key in gone:
        index.remove(key)
    for span in [*more, *moved]:
        index.add(span)
    now = {s.id: s for s in [*some, *more, *moved] if s.id not in gone}
    assert list(index) == sorted(now.values(), key=place_of)
    assert len(index) == len(now)
    assert index.overlapping(0, 400_000) == list(index)
    assert index.overlapping(1_000, 3_000) == brute(now.values(), 1_000, 3_000)
    assert index.first_from(9_000) == next((s for s in index if s.start >= 9_000), None)


@given(spans())
def test_stepping_goes_through_all_in_reading_order(some):
    index = SpanIndex(some)
    ordered = list(index)
    for one, other in pairwise(ordered):
        assert index.step(place_of(one), 1) == other
        assert index.step(place_of(other), -1) == one
    if ordered:
        assert index.step(place_of(ordered[-1]), 1) == ordered[-1]
        assert index.step(place_of(ordered[0]), -1) == ordered[0]


@given(spans())
def test_no_two_overlapping_spans_share_a_lane_and_no_lane_is_wasted(some):
    index = SpanIndex(some)
    lanes = Lanes(index)
    deepest = max((len(index.overlapping(s.start, s.start + 1)) for s in some), default=0)
    assert len({lanes[s.id] for s in some}) == deepest
    for span in some:
        others = [s for s in index.overlapping(span.start, span.end) if s.id != span.id]
        assert lanes[span.id] not in {lanes[s.id] for s in others}


@given(spans(), spans(8), st.data())
def test_a_later_span_moves_no_other(some, later, data):
    index = SpanIndex(some)
    lanes = Lanes(index)
    before = {s.id: lanes[s.id] for s in some}
    if some and data.draw(st.booleans()):
        index.remove(some[0].id)
        lanes.remove(some[0].id)
        del before[some[0].id]
    for span in later:
        new = Span("n" + span.id, span.start, span.end)
        index.add(new)
        lanes.add(new)
    assert {key: lanes[key] for key in before} == before
    for span in index:
        others = [s for s in index.overlapping(span.start, span.end) if s.id != span.id]
        assert lanes[span.id] not in {lanes[s.id] for s in others}


def test_a_changed_span_keeps_its_lane_where_that_still_fits():
    index = SpanIndex([Span("a", 0, 10), Span("b", 5, 15)])
    lanes = Lanes(index)
    changed = Span("b", 5, 15, colours=("red",))
    index.add(changed)
    lanes.add(changed)
    assert (lanes["a"], lanes["b"]) == (0, 1)
