"""UUIDv7 as RFC 9562 has it."""

import time
import uuid
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain import ids


def test_version_variant_and_time() -> None:
    before = time.time_ns() // 1_000_000
    made = ids.new_id()
    after = time.time_ns() // 1_000_000 + 1
    read = uuid.UUID(made)
    assert str(read) == made
    assert read.version == 7
    assert read.variant == uuid.RFC_4122
    assert before <= read.int >> 80 <= after


def test_each_is_greater_than_the_one_before() -> None:
    made = [ids.new_id() for _ in range(20_000)]
    assert all(one < other for one, other in pairwise(made))


@given(st.lists(st.integers(min_value=-(10**7), max_value=10**7), min_size=2, max_size=30))
def test_also_within_one_tick_and_when_the_clock_is_set_back(steps: list[int]) -> None:
    real, at = ids.time.time_ns, 1_720_000_000_000_000_000
    made = []
    try:
        for step in steps:
            at += step
            ids.time.time_ns = lambda at=at: at
            made.append(ids.new_id())
    finally:
        ids.time.time_ns = real
    assert all(one < other for one, other in pairwise(made))
    assert all(uuid.UUID(one).version == 7 for one in made)


def test_two_made_at_once_differ_in_their_random_bits() -> None:
    tails = {uuid.UUID(ids.new_id()).int & (1 << 62) - 1 for _ in range(1000)}
    assert len(tails) == 1000
