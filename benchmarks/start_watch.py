"""Notes when a window is painted and how long it keeps a person waiting; prints that as JSON."""

import json
import os
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

BORN = float(os.environ["BENCHMARK_BORN"])  # time.time() just before this process was started
TICK = 10  # milliseconds
seen: dict[str, float] = {}


class Painted(QObject):
    """Calls ``tell`` once, when the first painting of a widget is over."""

    def __init__(self, widget: QWidget, tell: Callable[[], None]) -> None:
        super().__init__(widget)
        self._tell = tell
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # What is posted now comes after all widgets of the window are painted.
            QTimer.singleShot(0, self._tell)
        return False


def note(name: str) -> None:
    """How many milliseconds after the start of the process this happened."""
    seen[name] = (time.time() - BORN) * 1000


def leave() -> None:
    """Print what was seen, and end the program."""
    print(json.dumps(seen), flush=True)
    QApplication.quit()


class Pulse(QObject):
    """Ticks while the window fills; notes the longest wait between two ticks."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - 17 ms that the empty window has no use for

        super().__init__()
        self._last = time.perf_counter()
        self._longest = 0.0
        self._timer = QTimer(self, interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    def tick(self) -> None:
        """Once a ``TICK``, if nothing else keeps the window busy."""
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now
        seen["longest_wait"] = self._longest * 1000


def watch_reviewer() -> None:
    """Put watchers into the program before it runs."""
    from reviewer.ui import app  # noqa: PLC0415 - only here

    pulse: list[Pulse] = []

    class Window(app.MainWindow):
        def __init__(self, *given: object) -> None:
            super().__init__(*given)
            self.watch = Painted(self, self.painted)

        def painted(self) -> None:
            note("painted")
            pulse.append(Pulse())

    class Filler(app.Filler):
        def __init__(self, window: QMainWindow, *given: object) -> None:
            super().__init__(window, *given)
            self.filled.connect(self.shown)

        def shown(self) -> None:
            assert self._workspace is not None
            self.watch = Painted(self._workspace.read.view.viewport(), self.done)

        def done(self) -> None:
            note("shown")
            pulse[0].tick()
            leave()

    app.MainWindow, app.Filler = Window, Filler
