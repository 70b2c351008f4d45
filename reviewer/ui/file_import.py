"""Bringing files in: read in a thread, written by the service in the window's own."""

from collections.abc import Generator
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.domain.changes import Changes
from reviewer.services.importing import ReadFile, Refusal, import_files, read_files
from reviewer.services.projects import Project
from reviewer.services.words import counted
from reviewer.ui.jobs import Job, Progress
from reviewer.ui.session import Session
from reviewer.ui.status_line import StatusLine


class FileImport(QObject):
    """One import at a time; what was read for a project never lands in another."""

    taken = Signal(str)  # id of the first source that came in
    arrived = Signal(tuple)  # ids of the editions that are new

    def __init__(self, session: Session, status: StatusLine) -> None:
        super().__init__(session)
        self._session = session
        self._status = status
        self._job: Job | None = None

    @property
    def is_busy(self) -> bool:
        """Whether files are being read, or wait to be written."""
        return self._job is not None

    def take(self, files: list[Path]) -> None:
        """Read the files, then write those that can be taken and say why the others cannot."""
        if not files:
            return
        if not self._session.is_open:
            self._session.failed.emit("Open or make a project first, then import files.")
            return
        if self._job is not None:
            self._session.failed.emit(f"{self._job.title} goes on; wait until it is done.")
            return
        job = Job(f"Reading {counted(len(files), 'file')}", lambda: _read_all(files), self)
        self._job = job
        job.succeeded.connect(self._write)
        job.failed.connect(self._session.failed)
        job.ended.connect(self._ended)
        self._status.watch(job)
        job.start()

    def stop(self) -> None:
        """Give up what is under way, for its project is being closed, and wait until it ends."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait()

    def _write(self, found: list[ReadFile | Refusal]) -> None:
        if self._job is None or self._job.is_cancelled:  # it may have been done by then
            return
        refused: list[str] = []

        def write(project: Project) -> Changes:
            done = import_files(project, found)
            refused.extend(refusal.reason for refusal in done.refused)
            return done.changes

        changes = self._session.run(write)
        if changes:
            self.taken.emit(changes.inserted("source")[0])
            self.arrived.emit(changes.inserted("edition"))
        if refused:
            number = len(found) - len(refused)
            taken = f"{counted(number, 'file')} imported. " if changes else ""
            self._session.failed.emit(taken + " ".join(refused))

    def _ended(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            if job.is_cancelled and self._session.is_open:
                self._session.failed.emit(f"{job.title} was stopped: none was imported.")
            job.deleteLater()


def _read_all(paths: list[Path]) -> Generator[Progress, None, list[ReadFile | Refusal]]:
    found: list[ReadFile | Refusal] = []
    for done, item in enumerate(read_files(paths), start=1):
        found.append(item)
        yield Progress(done, len(paths))
    return found
