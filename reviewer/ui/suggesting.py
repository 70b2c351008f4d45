"""Reading sources for suggestions in a thread, while the person reads on."""

from collections.abc import Callable, Collection, Generator
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.services import suggesting
from reviewer.services.projects import open_project
from reviewer.services.words import counted
from reviewer.ui.jobs import Job, Progress
from reviewer.ui.session import Session
from reviewer.ui.status_line import StatusLine


class SuggestionRun(QObject):
    """One run at a time; sources that come in meanwhile are read after it.

    What was read is held as long as the project is open, so that a new source costs no more than
    itself.
    """

    renewed = Signal()  # what is suggested is other now

    def __init__(self, session: Session, status: StatusLine) -> None:
        super().__init__(session)
        self._session = session
        self._status = status
        self._job: Job | None = None
        self._known: suggesting.Known = {}
        self._waiting: set[str] | None = None  # editions to be read after this run
        self._wants_all = False

    @property
    def is_busy(self) -> bool:
        """Whether texts are being read."""
        return self._job is not None

    def read_all(self) -> None:
        """Read every source, or all that were not read since the project was opened."""
        self._start(None)

    def read_editions(self, edition_ids: Collection[str]) -> None:
        """Read texts that are new, and compare them with all others."""
        if edition_ids:
            self._start(frozenset(edition_ids))

    def stop(self) -> None:
        """Give up what is under way, for its project is being closed, and wait until it ends."""
        self._waiting, self._wants_all = None, False
        if self._job is not None:
            self._job.cancel()
            self._job.wait()
        self._known = {}

    def _start(self, edition_ids: frozenset[str] | None) -> None:
        if self._job is not None:
            self._wants_all = self._wants_all or edition_ids is None
            self._waiting = (self._waiting or set()) | (edition_ids or frozenset())
            return
        path, reviewer, known = self._session.project.path, self._session.reviewer, self._known
        many = counted(len(edition_ids), "source") if edition_ids is not None else "all sources"
        job = Job(
            f"Reading {many} for suggestions",
            lambda: _read(path, reviewer, edition_ids, known, job.tell),
            self,
        )
        self._job = job
        job.succeeded.connect(self._keep)
        job.failed.connect(self._session.failed)
        job.ended.connect(self._ended)
        self._status.watch(job)
        job.start()

    def _keep(self, run: suggesting.Run) -> None:
        if self._job is None or self._job.is_cancelled or not self._session.is_open:
            return
        if self._session.keep(suggesting.store, run):
            self.renewed.emit()

    def _ended(self) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        if job.is_cancelled and self._session.is_open:
            self._session.said.emit(f"{job.title} was stopped.", False)
        job.deleteLater()
        waiting, all_of_them = self._waiting, self._wants_all
        self._waiting, self._wants_all = None, False
        if waiting is not None and self._session.is_open and not job.is_cancelled:
            self._start(None if all_of_them else frozenset(waiting))


def _read(
    path: Path,
    reviewer: str,
    edition_ids: frozenset[str] | None,
    known: suggesting.Known,
    tell: Callable[[float], None],
) -> Generator[Progress, None, suggesting.Run]:
    yield Progress(0, 1)
    with open_project(path, reviewer, read_only=True) as project:
        return suggesting.read_suggestions(project, edition_ids, known, tell)
