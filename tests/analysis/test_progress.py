"""Whoever asked is told how far the work is, often, and can end it wherever it is."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from telling import EARLY, reading

from reviewer.analysis.progress import Tell, Told, part, rising
from reviewer.analysis.suggest import Text, read_text, suggest
from reviewer.documents.read import read_document

TOWNS = ("Arda", "Belva", "Corin", "Dunmor", "Eskel", "Farro", "Gilt", "Harrow")
READINGS = tuple(
    reading(f"The {town} dam cost ${cost} million. The {town} flood killed {cost} people.", name)
    for town in TOWNS
    for name, cost in ((f"{town} 1.txt", 310 + len(town)), (f"{town} 2.txt", 450))
)
BODY = "\n\n".join(f"In {year} the dam cost ${year} million." for year in range(1950, 2000))
LONG = Text("a.txt", read_document(BODY.encode(), "a.txt"), EARLY)


class StopError(Exception):
    """What a person who cancels would raise."""


def stop_after(share: float) -> Tell:
    def tell(done: float) -> None:
        if done > share:
            raise StopError

    return tell


def test_a_part_of_the_work_is_a_part_of_what_is_told() -> None:
    told: list[float] = []
    tell = rising(part(told.append, 0.5, 0.75))
    for share in (0.0, 1.0, 0.5):
        tell(share)
    assert told == [0.5, 0.75, 0.75], "and nothing goes back"


def test_told_items_are_the_items_each_time_one_goes_through_them() -> None:
    told: list[float] = []
    items = Told("abcd", told.append)
    assert (len(items), items[1], items[-2:], "".join(items)) == (4, "b", "cd", "abcd")
    assert list(items) == list("abcd")
    assert told == [0.0, 0.25, 0.5, 0.75] * 2
    assert list(Told("", told.append)) == []


def test_comparing_tells_all_along_and_finds_the_same() -> None:
    told: list[float] = []
    assert suggest(READINGS, tell=told.append) == suggest(READINGS)
    assert told == sorted(told)
    assert 0 <= told[0] < told[-1] <= 1
    places = sorted({round(share, 6) for share in told})
    assert len(places) > 2 * len(READINGS)
    assert max(b - a for a, b in pairwise(places)) < 0.2


def test_reading_tells_all_along_and_reads_the_same() -> None:
    told: list[float] = []
    assert read_text(LONG, tell=told.append) == read_text(LONG)
    assert told == sorted(told)
    places = sorted(set(told))
    assert len(places) > 50
    assert max(b - a for a, b in pairwise(places)) < 0.2


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.9])
@pytest.mark.parametrize(
    "work",
    [
        lambda tell: suggest(READINGS, tell=tell),
        lambda tell: read_text(LONG, tell=tell),
    ],
    ids=["comparing", "reading"],
)
def test_what_is_raised_ends_the_work(work: Callable[[Tell], object], share: float) -> None:
    with pytest.raises(StopError):
        work(stop_after(share))
