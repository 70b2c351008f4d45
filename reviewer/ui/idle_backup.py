"""A checked backup while the person pauses, in a worker, so that nobody waits for it."""

from collections.abc import Generator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from reviewer.services.projects import back_up
from reviewer.ui.jobs import Job, Progress
from reviewer.ui.session import Session
from reviewer.ui.status_line import StatusLine

PAUSE_MILLISECONDS = 60_000
"""How long nothing must have changed before a backup is made."""


class IdleBackup(QObject):
    """Makes one backup a pause, and only if something changed since the last."""

    def __init__(self, session: Session, status: StatusLine, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._status = status
        self._job: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.make)

    def note_change(self) -> None:
        """Something was written: back it up once it is quiet."""
        self._pause.start()

    def make(self) -> None:
        """Start a backup now; one at a time."""
        if not self._session.is_open or (self._job is not None and self._job.isRunning()):
            return
        path = self._session.project.path
        self._job = Job("Backing up", lambda: _back_up(path), self)
        self._job.failed.connect(self._session.failed)
        self._status.watch(self._job)
        self._job.start()

    def finish(self) -> None:
        """Make the backup that is due, if one is, and wait for it: the project is being closed."""
        if self._pause.isActive():
            self._pause.stop()
            self.make()
        if self._job is not None:
            self._job.wait()


def _back_up(path: Path) -> Generator[Progress, None, Path]:
    yield Progress(0, 1)
    return back_up(path)
