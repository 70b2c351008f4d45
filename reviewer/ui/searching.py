"""Looks for what is typed in a thread: in a thousand sources that takes longer than a key may."""

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.domain.views import Hit
from reviewer.services import searching
from reviewer.services.projects import open_project
from reviewer.ui.jobs import Job, Progress
from reviewer.ui.session import Session


class Searcher(QObject):
    """One search at a time; a new query takes the place of one that is not answered yet."""

    found = Signal(str, object)  # query, tuple of Hit

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._job: Job | None = None
        self._next = ""
        session.closing.connect(self.stop)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._job is not None

    def ask(self, query: str) -> None:
        """Look for this instead of what was asked before; ``found`` tells, unless asked again."""
        if not self._session.is_open:
            return
        self._next = query
        if self._job is None:
            self._start()
        else:
            self._job.cancel()

    def stop(self) -> None:
        """Give up what is under way, for its project is being closed, and wait until it ends."""
        self._next = ""
        if self._job is not None:
            self._job.cancel()
            self._job.wait()

    def _start(self) -> None:
        query, self._next = self._next, ""
        work = partial(_find, self._session.project.path, query, self._is_over)
        self._job = job = Job(f"Searching for “{query}”", work, self)
        job.succeeded.connect(lambda hits: self._tell(job, query, hits))
        job.failed.connect(lambda why: self._complain(job, why))
        job.ended.connect(lambda: self._ended(job))
        job.start()

    def _is_over(self) -> bool:
        """Asked in the thread: whether nobody waits for what it looks for any more."""
        return self._job is None or self._job.is_cancelled

    def _tell(self, job: Job, query: str, hits: tuple[Hit, ...]) -> None:
        if not job.is_cancelled:
            self.found.emit(query, hits)

    def _complain(self, job: Job, why: str) -> None:
        if not job.is_cancelled:  # what is given up fails, and nobody waits for it
            self._session.failed.emit(why)

    def _ended(self, job: Job) -> None:
        self._job = None
        job.deleteLater()
        if self._next and self._session.is_open:
            self._start()


def _find(
    path: Path, query: str, is_over: Callable[[], bool]
) -> Generator[Progress, None, tuple[Hit, ...]]:
    with open_project(path, "", read_only=True) as project:
        searching.find_until(project, is_over)
        yield Progress(0, 1)  # given up already?
        return searching.find(project, query)
