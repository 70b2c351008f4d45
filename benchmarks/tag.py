"""One tag on a 1 MB document, from the key to the repaint, with and without annotations in it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sample
from measure import Figure, compare, in_turns
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from reviewer.domain.changes import Changes
from reviewer.services import annotating
from reviewer.ui.main_window import MainWindow
from reviewer.ui.preferences import Preferences
from reviewer.ui.workspace import Workspace

BAR = 1.5
PARTS = ("commit", "refresh", "select and paint")
LENGTH = 24  # code points to tag


def figures(folder: Path, *, smoke: bool) -> list[Figure]:
    """The whole way through a real window, then each part of it."""
    size = 20_000 if smoke else 1_000_000
    counts, rounds = ((0, 10, 20), 2) if smoke else ((0, 1000, 10_000), 25)
    desks = {str(n): Desk(folder / str(n), size, n) for n in counts}
    whole = in_turns({name: desk.tag for name, desk in desks.items()}, rounds)
    made = []
    for count in counts[1:]:
        desk, empty = desks[str(count)], desks["0"]
        what = f"tag, key to repaint, {count:,} annotations"
        made.append(compare(what, whole[str(count)], "none", whole["0"], BAR))
        for part in PARTS:
            a, b = desk.parts[part][1:], empty.parts[part][1:]
            made.append(compare(f"· {part}", a, "none", b))
    for desk in desks.values():
        desk.close()
    return made


class Desk:
    """A window with one document, ready to tag the next passage."""

    def __init__(self, folder: Path, size: int, annotations: int) -> None:
        with sample.make_project(folder, size, annotations) as project:
            path = project.path
        self.window = MainWindow(Preferences(folder))
        self.work = Workspace(self.window)
        self.window.fill(self.work, self.work)
        self.window.resize(1360, 860)
        self.window.show()
        self.work.open(path)
        self.view = self.work.read.view
        self.painted = Painted(self.view.viewport())
        self.parts: dict[str, list[float]] = {part: [] for part in PARTS}
        self._marks: list[float] = []
        self._next = 1000
        self.work.refreshed.connect(self._mark)

    def _mark(self) -> None:
        self._marks.append(time.perf_counter())

    def tag(self) -> float:
        """Select the next passage, press 1, wait until it is painted; milliseconds of the press."""
        self._select()
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1")
        self._marks.clear()
        self.painted.count = 0
        start = time.perf_counter()
        with told_of_commit(self._mark):
            QApplication.sendEvent(self.view, press)
        while not self.painted.count:
            QApplication.processEvents()
        end = time.perf_counter()
        moments = [start, *self._marks, end]
        assert len(moments) == len(PARTS) + 1, "the key did not tag once"
        for part, a, b in zip(PARTS, moments, moments[1:], strict=False):
            self.parts[part].append((b - a) * 1000)
        return (end - start) * 1000

    def _select(self) -> None:
        cursor = QTextCursor(self.view.document())
        cursor.setPosition(self._next)
        cursor.setPosition(self._next + LENGTH, QTextCursor.MoveMode.KeepAnchor)
        self.view.setTextCursor(cursor)
        self.view.settle_selection()
        self._next += LENGTH + 7
        QApplication.processEvents()

    def close(self) -> None:
        """Give back window and file."""
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()


@contextmanager
def told_of_commit(tell: Callable[[], None]) -> Iterator[None]:
    """Calls ``tell`` when the service that the page calls has returned."""
    service = annotating.tag_passage

    def timed(*given: Any) -> Changes:
        changes = service(*given)
        tell()
        return changes

    annotating.tag_passage = timed
    try:
        yield
    finally:
        annotating.tag_passage = service


class Painted(QObject):
    """Counts the paint events of a widget."""

    def __init__(self, widget: QObject) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False
