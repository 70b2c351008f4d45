"""What can be undone and redone, what is kept of two people's edits, which backups stay."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.errors import ConflictError
from reviewer.domain.journal import EntryKind, History, Step, entry_hash, replay
from reviewer.domain.merge import rebase
from reviewer.domain.retention import DAILY, MONTHLY, WEEKLY, to_keep


def steps(kinds: str) -> list[Step]:
    """``d`` do, ``u`` undo, ``r`` redo, ``f`` final."""
    names = {"d": EntryKind.DO, "u": EntryKind.UNDO, "r": EntryKind.REDO, "f": EntryKind.FINAL}
    return [Step(number, names[kind], str(number)) for number, kind in enumerate(kinds, start=1)]


def numbers(history: History) -> tuple[list[int], list[int]]:
    return [s.seq for s in history.undoable], [s.seq for s in history.redoable]


@pytest.mark.parametrize(
    ("kinds", "undoable", "redoable"),
    [
        ("", [], []),
        ("ddd", [1, 2, 3], []),
        ("dddu", [1, 2], [3]),
        ("ddduu", [1], [3, 2]),
        ("ddduur", [1, 2], [3]),
        ("dduud", [5], []),  # a new action clears redo
        ("ddf", [], []),
        ("dufd", [4], []),
        ("u", [], []),  # a journal with a gap is a barrier
        ("dr", [], []),
    ],
)
def test_replay(kinds: str, undoable: list[int], redoable: list[int]) -> None:
    assert numbers(replay(steps(kinds))) == (undoable, redoable)


@given(st.text("durf", max_size=30), st.integers(0, 30))
def test_the_journal_can_be_replayed_in_parts(kinds: str, cut: int) -> None:
    whole = steps(kinds)
    assert replay(whole[cut:], replay(whole[:cut])) == replay(whole)


def test_every_part_of_an_entry_is_in_its_hash() -> None:
    entry = {"seq": 1, "kind": "do", "label": "a", "reviewer": "b", "at": "c", "of": None}
    known = {"previous_hash": "0", "rows_json": "[]", **entry}
    others = {"seq": 2, "of": 1}
    digests = [entry_hash(**known)]
    digests += [entry_hash(**{**known, name: others.get(name, "other")}) for name in known]
    assert len(set(digests)) == len(known) + 1
    assert {len(digest) for digest in digests} == {64}


@dataclass(frozen=True)
class Value:
    one: str
    two: str


values = st.builds(Value, st.sampled_from("abc"), st.sampled_from("abc"))


@given(values, values, values)
def test_rebase_takes_what_each_changed_or_says_what_theirs_is(
    seen: Value, new: Value, current: Value
) -> None:
    clashes = {
        name: getattr(current, name)
        for name in ("one", "two")
        if len({getattr(value, name) for value in (seen, new, current)}) == 3
    }
    if clashes:
        with pytest.raises(ConflictError) as caught:
            rebase(seen, new, current, "It")
        assert caught.value.theirs == clashes
        return
    merged = rebase(seen, new, current, "It")
    for name in ("one", "two"):
        changed = new if getattr(new, name) != getattr(seen, name) else current
        assert getattr(merged, name) == getattr(changed, name)


def test_what_is_gone_cannot_be_changed() -> None:
    with pytest.raises(ConflictError, match="It was removed in another window"):
        rebase(Value("a", "b"), Value("a", "c"), None, "It")


days_apart = st.floats(min_value=0, max_value=1500)
times = st.lists(
    days_apart.map(lambda days: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(days=days)),
    max_size=200,
)


@given(times)
def test_retention(made: list[datetime]) -> None:
    kept = to_keep(made)
    assert kept <= set(made)
    assert not made or max(made) in kept
    assert len(kept) <= DAILY + WEEKLY + MONTHLY
    days = sorted({when.date() for when in made})[-DAILY:]
    for day in days:
        assert max(when for when in made if when.date() == day) in kept
    months = sorted({(when.year, when.month) for when in made})[-MONTHLY:]
    assert {(when.year, when.month) for when in kept} >= set(months)
    weeks = sorted({when.isocalendar()[:2] for when in made})[-WEEKLY:]
    assert {when.isocalendar()[:2] for when in kept} >= set(weeks)
    per_day = Counter(when.date() for when in kept)
    assert all(count <= 3 for count in per_day.values())
    assert to_keep(kept) == kept
