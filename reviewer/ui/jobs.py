"""Long work away from the window: a generator runs in a thread and can be stopped at each yield.

Where work cannot yield, for it is deep in other layers, it is given ``Job.tell`` to call, which can
stop it as well. The generator yields ``Progress`` and returns its result. It must not touch widgets
or the project's writing connection; what it returns is written by a service in the window's thread.
"""

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from reviewer.domain.errors import ReviewerError

_GIVE_WAY = 0.0002
"""Seconds. A thread that lets go of Python and takes it back at once, as in each call into Qt, can
keep it for half a second from the window's thread, which is woken each time and comes too late."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work is: ``done`` of ``total`` steps, and what is being done."""

    done: int
    total: int
    text: str = ""


_OFTEN = 0.05
"""Seconds between two tellings of how far the work is: more could not be seen."""
_STEPS = 1000


class _Stopped(Exception):  # noqa: N818 - it is no error, and is caught where it is raised for
    """The person has cancelled; carries the work out of wherever it is."""


Work = Callable[[], Generator[Progress, None, Any]]


class Job(QThread):
    """One piece of work under way; drop the reference only after ``ended``."""

    progressed = Signal(object)  # Progress
    succeeded = Signal(object)  # what the generator returned
    failed = Signal(str)  # a sentence for the person
    crashed = Signal(object)  # an exception that is a bug
    ended = Signal()  # in any case, also when it was cancelled

    def __init__(self, title: str, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self._work = work
        self._told = 0.0
        self.is_cancelled = False
        self.is_done = False  # the work has come to its end, cancelled meanwhile or not
        self.finished.connect(self.ended)
        self.crashed.connect(self._report)

    def cancel(self) -> None:
        """Stop at the next yield or telling; nothing is returned."""
        self.is_cancelled = True
        self.requestInterruption()

    def tell(self, share: float) -> None:
        """For the work to call in its thread, however often: how much is done, from 0 to 1."""
        if self.is_cancelled:
            raise _Stopped
        now = time.monotonic()
        if now - self._told >= _OFTEN:
            self._told = now
            self._advance(Progress(round(share * _STEPS), _STEPS))

    def _advance(self, progress: Progress) -> None:
        self.progressed.emit(progress)
        time.sleep(_GIVE_WAY)

    def _report(self, error: BaseException) -> None:
        """Runs in the window's thread, where bugs arrive at the one place for them."""
        raise error

    def run(self) -> None:
        """Qt calls this in the new thread."""
        steps = self._work()
        try:
            while True:
                try:
                    progress = next(steps)
                except StopIteration as end:
                    self.is_done = True
                    self.succeeded.emit(end.value)
                    return
                if self.isInterruptionRequested():
                    steps.close()
                    return
                self._advance(progress)
        except _Stopped:
            return
        except ReviewerError as error:
            self.failed.emit(str(error))
        except Exception as error:  # noqa: BLE001 - carried to the window's thread, reported there
            self.crashed.emit(error)
