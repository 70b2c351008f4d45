"""What the tests of documents share."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest


@pytest.fixture
def calls() -> Callable[[Callable[[], object]], int]:
    """Counts the calls, of Python and of C, that a piece of work makes: time without a clock."""

    def count_calls(work: Callable[[], object]) -> int:
        count = 0

        def seen(_frame: FrameType, event: str, _argument: object) -> None:
            nonlocal count
            count += event in ("call", "c_call")

        before = sys.getprofile()
        sys.setprofile(seen)
        try:
            work()
        finally:
            sys.setprofile(before)
        return count

    return count_calls
