"""Looks for what is typed in a thread: in a thousand sources that takes longer than a key may."""

from collections.abc import Generator
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, Signal

from reviewer.domain.views import Hit
from reviewer.services import searching
from reviewer.services.projects import Project, open_project
from reviewer.ui.jobs import Job, Progress
from reviewer.ui.session import Session


class Searcher(QObject):
    """One search at a time; a new query takes the place of one that is not answered yet."""

    found = Signal(str, object)  # query, tuple of Hit

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._search: _Search | None = None
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
            self._give_up()

    def stop(self) -> None:
        """Give up what is under way, for its project is being closed, and wait until it ends."""
        self._next = ""
        if self._job is not None:
            self._give_up()
            self._job.wait()

    def _start(self) -> None:
        query, self._next = self._next, ""
        self._search = search = _Search(self._session.project.path, query)
        self._job = job = Job(f"Searching for “{query}”", search.work, self)
        job.succeeded.connect(lambda hits: self._tell(job, query, hits))
        job.failed.connect(lambda why: self._complain(job, why))
        job.ended.connect(lambda: self._ended(job))
        job.start()

    def _give_up(self) -> None:
        assert self._job is not None
        assert self._search is not None
        self._job.cancel()
        self._search.give_up()

    def _tell(self, job: Job, query: str, hits: tuple[Hit, ...]) -> None:
        if not job.is_cancelled:
            self.found.emit(query, hits)

    def _complain(self, job: Job, why: str) -> None:
        if not job.is_cancelled:  # what is given up fails, and nobody waits for it
            self._session.failed.emit(why)

    def _ended(self, job: Job) -> None:
        self._job = self._search = None
        job.deleteLater()
        if self._next and self._session.is_open:
            self._start()


class _Search:
    """What is asked in one thread may be given up in another."""

    def __init__(self, path: Path, query: str) -> None:
        self._path, self._query = path, query
        self._lock = Lock()
        self._project: Project | None = None

    def work(self) -> Generator[Progress, None, tuple[Hit, ...]]:
        with open_project(self._path, "", read_only=True) as project:
            self._project = project
            try:
                yield Progress(0, 1)  # given up already?
                return searching.find(project, self._query)
            finally:
                with self._lock:  # nobody may give up what is being closed
                    self._project = None

    def give_up(self) -> None:
        with self._lock:
            if self._project is not None:
                searching.give_up(self._project)
