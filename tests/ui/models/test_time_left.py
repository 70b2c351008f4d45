"""How long it will take is foretold only where there is something to judge by."""

import pytest

from reviewer.ui.models.time_left import TimeLeft


@pytest.mark.parametrize(
    ("spent", "done", "total", "told"),
    [
        (0.5, 5, 10, ""),  # too early
        (10, 0, 10, ""),
        (10, 10, 10, ""),
        (10, 5, 10, "about 10 s left"),
        (2, 99, 100, "about 1 s left"),
        (60, 1, 4, "about 3 min left"),
        (10, 0, 0, ""),
    ],
)
def test_words(spent, done, total, told) -> None:
    times = iter([100.0, 100.0 + spent])
    assert TimeLeft(lambda: next(times)).words(done, total) == told
