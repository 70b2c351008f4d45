"""A job as the status line follows it: in the window's thread, with the time that is left."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reviewer.ui.jobs import Job, Progress
from reviewer.ui.pace import Pace, told


class Watched(QObject):
    """What was last heard of a job; ``changed`` at each step, ``ended`` with itself at the end."""

    changed = Signal()
    ended = Signal(object)

    def __init__(self, job: Job, clock: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self.job = job
        self.progress = Progress(0, 0)
        self.left = ""
        self._clock = clock
        self._pace = Pace(clock())
        # Methods of an object of this thread: a job speaks from another.
        job.progressed.connect(self._advance)
        job.ended.connect(self._end)

    @property
    def words(self) -> str:
        """What is being done."""
        return self.progress.text or self.job.title

    def _advance(self, progress: Progress) -> None:
        self.progress = progress
        self.left = told(self._pace.left(self._clock(), progress.done, progress.total))
        self.changed.emit()

    def _end(self) -> None:
        self.ended.emit(self)
        self.deleteLater()
