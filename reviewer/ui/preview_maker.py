"""Makes previews one after the other in a worker; what was asked for last is what is shown."""

from collections.abc import Callable, Generator

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.ui.jobs import Job, Progress
from reviewer.ui.preview import Preview

PAUSE = 350  # milliseconds without a change before a preview is begun

Making = Callable[[], Generator[Progress, None, Preview]]


class PreviewMaker(QObject):
    """``made`` gives a Preview; ``failed`` says in a sentence why there is none."""

    began = Signal()
    made = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: Making | None = None
        self._job: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._begin)

    @property
    def is_busy(self) -> bool:
        """Whether a preview is being made, or will be."""
        return self._job is not None or self._wanted is not None

    def ask(self, making: Making) -> None:
        """Make this one, after a pause, instead of any other."""
        self._wanted = making
        if self._job is not None:
            self._job.cancel()
        self._pause.start()

    def stop(self) -> None:
        """Make none, and wait until a worker has let go of the project."""
        self._wanted = None
        self._pause.stop()
        if self._job is not None:
            self._job.cancel()
            self._job.wait()

    def _begin(self) -> None:
        if self._job is not None or self._wanted is None:
            return  # the job under way begins the next one when it ends
        job = Job("Preview", self._wanted, self)
        self._wanted, self._job = None, job
        job.succeeded.connect(self._show)
        job.failed.connect(self._tell)
        job.ended.connect(self._ended)
        self.began.emit()
        job.start()

    def _show(self, preview: Preview) -> None:
        if self._job is not None and not self._job.is_cancelled:
            self.made.emit(preview)

    def _tell(self, why: str) -> None:
        if self._job is not None and not self._job.is_cancelled:
            self.failed.emit(why)

    def _ended(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()
        if self._wanted is not None and not self._pause.isActive():
            self._begin()
