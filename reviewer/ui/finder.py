"""Searches the open document in short turns, so that the window answers however long it is."""

import time
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.domain.finding import FoldedText, pattern_of

TURN = 0.008
"""Seconds of work between two looks at what else there is to do."""


class Hits:
    """Spans in code points, in order: asked by place, and by number."""

    def __init__(self) -> None:
        self._starts = array("q")
        self._ends = array("q")

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, number: int) -> tuple[int, int]:
        return self._starts[number], self._ends[number]

    def add(self, start: int, end: int) -> None:
        """Take one more, which lies after all others."""
        self._starts.append(start)
        self._ends.append(end)

    def first_from(self, offset: int) -> int:
        """The number of the first that begins at ``offset`` or later; their count if none does."""
        return bisect_left(self._starts, offset)

    def within(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Those that share something with ``[start, end)``."""
        for number in range(bisect_right(self._ends, start), bisect_left(self._starts, end)):
            yield self[number]


class Finder(QObject):
    """``find`` begins anew; ``progressed`` after each turn, the last with ``is_done`` True."""

    progressed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folded = FoldedText("")
        self._work: Iterator[None] = iter(())
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._take_turn)
        self.hits = Hits()

    @property
    def is_done(self) -> bool:
        """Whether ``hits`` are all that there are."""
        return not self._turns.isActive()

    def set_text(self, text: str) -> None:
        """What is searched from now on; costs nothing until something is looked for."""
        self.stop()
        self._folded = FoldedText(text)

    def find(self, words: str) -> None:
        """Look for words, in place of what was looked for before."""
        self.stop()
        self._work = self._search(words)
        self._turns.start()
        self._take_turn()  # a short text is done with at once

    def stop(self) -> None:
        """Give up; nothing is found any more."""
        self._turns.stop()
        self.hits = Hits()

    def _take_turn(self) -> None:
        end = time.perf_counter() + TURN
        for _ in self._work:
            if time.perf_counter() >= end:
                break
        else:
            self._turns.stop()
        self.progressed.emit()

    def _search(self, words: str) -> Iterator[None]:
        pattern = pattern_of(words)
        if pattern is None:
            return
        yield from self._folded.fold()
        for number, (start, end) in enumerate(self._folded.find(pattern)):
            self.hits.add(start, end)
            if number % 256 == 255:  # noqa: PLR2004 - a look at the clock costs as much as a hit
                yield
