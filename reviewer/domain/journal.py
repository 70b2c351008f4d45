"""The journal as values: its entries, its hash chain, and what undo and redo make of it."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reviewer.domain.changes import RowChange

GENESIS = "0" * 64
"""What the first entry is chained to."""


class EntryKind(StrEnum):
    """What an entry is to undo and redo."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    FINAL = "final"  # cannot be undone, nor what came before it


@dataclass(frozen=True, slots=True)
class Entry:
    """One action: who did what and when, the rows before and after, and the chained hash."""

    seq: int
    kind: EntryKind
    label: str
    reviewer: str
    at: datetime
    rows: tuple[RowChange, ...]
    of: int | None  # the entry that an undo or redo is of
    previous_hash: str
    hash: str


@dataclass(frozen=True, slots=True)
class Record:
    """An entry to the letter as it is stored and hashed, for whoever verifies the chain."""

    seq: int
    kind: str
    label: str
    reviewer: str
    at: str
    of: int | None
    rows_json: str
    previous_hash: str
    hash: str


def entry_hash(
    previous_hash: str,
    *,
    seq: int,
    kind: str,
    label: str,
    reviewer: str,
    at: str,
    of: int | None,
    rows_json: str,
) -> str:
    """SHA-256 over the entry before and all of this one; compact JSON, UTF-8."""
    body = json.dumps(
        [previous_hash, seq, kind, label, reviewer, at, of, rows_json],
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return hashlib.sha256(body.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Step:
    """As much of an entry as undo and redo need to find their way."""

    seq: int
    kind: EntryKind
    label: str
    of: int | None = None


@dataclass(frozen=True, slots=True)
class History:
    """The steps that can be undone and redone, nearest last."""

    undoable: tuple[Step, ...] = ()
    redoable: tuple[Step, ...] = ()


def replay(steps: Iterable[Step], history: History = History()) -> History:
    """Fold the journal, in order, into what can be undone and redone after it."""
    undo, redo = list(history.undoable), list(history.redoable)
    for step in steps:
        match step.kind:
            case EntryKind.DO:
                undo.append(step)
                redo.clear()
            case EntryKind.UNDO if undo:
                redo.append(undo.pop())
            case EntryKind.REDO if redo:
                undo.append(redo.pop())
            case _:  # final; or a journal with a gap, across which nobody can step back
                undo.clear()
                redo.clear()
    return History(tuple(undo), tuple(redo))
