"""Keeps the Overview of the open project: read in a worker, then after each change what it touched.

Nothing is read before somebody looks.
"""

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.domain.changes import Changes
from reviewer.domain.claim import Topic
from reviewer.domain.errors import ReviewerError
from reviewer.domain.overview import Overview, TopicRow, rows_after, topic_rows
from reviewer.services.overview import Touched, read_overview, renewed, touched
from reviewer.services.projects import open_project
from reviewer.ui.jobs import Job, Progress
from reviewer.ui.session import Session

_MANY = 500
"""Annotations that are read again while the window waits; more than that are a worker's."""

_EVERYTHING = Touched(everything=True)


@dataclass(frozen=True, slots=True)
class Board:
    """An overview with its rows."""

    overview: Overview
    rows: Mapping[Topic, TopicRow]


_EMPTY = Board(Overview(), {})


class OverviewKeeper(QObject):
    """``board`` is what is known; ``update`` brings it up to date, at once or when it is read."""

    changed = Signal()
    started = Signal(object)  # the Job that reads

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.board = _EMPTY
        self._out = _EVERYTHING
        self._job: Job | None = None

    @property
    def is_reading(self) -> bool:
        """Whether a worker is at it."""
        return self._job is not None

    @property
    def is_known(self) -> bool:
        """Whether it has been read since the project was opened."""
        return not self._out.everything and self._job is None

    def forget(self) -> None:
        """Another project, or none: nothing is known."""
        self.stop()
        self.board, self._out = _EMPTY, _EVERYTHING

    def note(self, changes: Changes) -> None:
        """What is out of date from now on."""
        if not self._out.everything:
            self._out |= touched(self._session.project, changes)

    def update(self) -> None:
        """Read what is out of date."""
        if self._job is not None or not self._out or not self._session.is_open:
            return
        out, self._out = self._out, Touched()
        if out.everything or len(out.annotations) > _MANY:
            self._read()
            return
        try:
            self._renew(out)
        except ReviewerError as error:
            self._out = _EVERYTHING
            self._session.failed.emit(str(error))

    def stop(self) -> None:
        """Give up what is under way, for its project is being closed, and wait until it ends."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            job.wait()
            job.deleteLater()

    def _renew(self, out: Touched) -> None:
        before = self.board
        now = renewed(self._session.project, before.overview, out)
        sides = {
            member
            for overview in (before.overview, now)
            for key in out.relations & overview.contradictions.keys()
            for member in overview.contradictions[key].members
        }
        ids = out.annotations | sides
        self.board = Board(now, rows_after(before.rows, before.overview, now, ids))
        self.changed.emit()

    def _read(self) -> None:
        path, reviewer = self._session.project.path, self._session.reviewer
        job = Job("Reading the overview", lambda: _read_board(path, reviewer), self)
        self._job = job
        job.succeeded.connect(lambda board: self._take(job, board))
        job.failed.connect(self._fail)
        job.ended.connect(lambda: self._ended(job))
        self.started.emit(job)
        job.start()

    def _take(self, job: Job, board: Board) -> None:
        if job is not self._job or job.is_cancelled:  # of a project that was closed meanwhile
            return
        self.board = board

    def _fail(self, why: str) -> None:
        self._out = _EVERYTHING
        self._session.failed.emit(why)

    def _ended(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job = None
        job.deleteLater()
        if job.is_cancelled or self._out.everything:
            self._out = _EVERYTHING
            return
        self.changed.emit()
        self.update()  # what happened while it was read


def _read_board(path: Path, reviewer: str) -> Generator[Progress, None, Board]:
    with open_project(path, reviewer, read_only=True) as project:
        steps = read_overview(project)
        while True:
            try:
                done, total = next(steps)
            except StopIteration as end:
                overview: Overview = end.value
                break
            yield Progress(done, total + 1)
        return Board(overview, {row.topic: row for row in topic_rows(overview)})
