"""Starting the window: painted first, and only then filled with what takes time to import."""

import gc
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from platformdirs import user_log_path
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from reviewer import __version__
from reviewer.assets import asset
from reviewer.domain.errors import ReviewerError
from reviewer.ui import theme
from reviewer.ui.main_window import MainWindow, apply_look
from reviewer.ui.preferences import Preferences

if TYPE_CHECKING:
    from reviewer.ui.workspace import Workspace

log = logging.getLogger("reviewer")


def make_application() -> QApplication:
    """The one QApplication, named so that desktop and settings know it."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Reviewer")
    app.setApplicationDisplayName("Reviewer")
    app.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("reviewer")
    app.setWindowIcon(QIcon(str(asset("resources", "icons", "reviewer.svg"))))
    return app


def run(project: Path | None) -> int:
    """Show the window, open the project (else the last one, else the sample), work until quit."""
    app = make_application()
    sys.excepthook = report_bug
    preferences = Preferences()
    apply_look(app, preferences)
    window = MainWindow(preferences)
    FirstPaint(window, Filler(window, project).start)
    window.show()
    return app.exec()


class FirstPaint(QObject):
    """Calls ``then`` once, after the window was painted for the first time."""

    def __init__(self, window: MainWindow, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._then)  # once all of this painting is done
        return False


class Filler(QObject):
    """Imports the rest in a thread while the window already answers, then fills it, by turns."""

    ready = Signal()
    filled = Signal()

    def __init__(self, window: MainWindow, project: Path | None) -> None:
        super().__init__(window)
        self._window = window
        self._project = project
        self._workspace: Workspace | None = None
        self.ready.connect(self._fill, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin to import; ``filled`` follows."""
        keep_log()
        threading.Thread(target=self._import, name="import", daemon=True).start()

    def _import(self) -> None:
        import reviewer.ui.workspace  # noqa: F401, PLC0415 - after the first paint, see above

        self.ready.emit()

    def _fill(self) -> None:
        from reviewer.ui.workspace import Workspace  # noqa: PLC0415 - as above

        app = QApplication.instance()
        assert isinstance(app, QApplication)
        with theme.laid_aside(app):
            self._workspace = Workspace(self._window)
        QTimer.singleShot(1, self._open)  # 1, not 0: what the person did meanwhile goes first

    def _open(self) -> None:
        assert self._workspace is not None
        self._window.fill(self._workspace, self._workspace)
        self._workspace.open_first(self._project)
        gc.freeze()  # what was loaded stays for good: no later collection need look at it
        gc.enable()
        self.filled.emit()


def keep_log() -> None:
    """Warnings and bugs go to a file in the user's log folder, at most 1 MB of it."""
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - after the first paint

    folder = user_log_path("Reviewer", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / "reviewer.log", maxBytes=500_000, backupCount=1, encoding="utf-8"
        )
    except OSError:
        handler = logging.StreamHandler()  # no place to write is no reason not to start
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)


def report_bug(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """The one place where bugs arrive: logged, and shown once with details to copy.

    What a person can act on may arrive here too, and is told in its sentence alone.
    """
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    details = "".join(traceback.format_exception(kind, error, trace))
    log.error("%s", details)
    if QApplication.instance() is None or QApplication.activeModalWidget() is not None:
        sys.stderr.write(details)
        return
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - each class of Qt costs its loading

    if isinstance(error, ReviewerError):  # met while showing something: damage, not a bug
        close = QMessageBox.StandardButton.Close
        QMessageBox(QMessageBox.Icon.Warning, "Reviewer", str(error), close).exec()
        return
    box = QMessageBox(
        QMessageBox.Icon.Critical,
        "Reviewer",
        "Something went wrong in Reviewer. The project is as it was after the last action.",
        QMessageBox.StandardButton.Close,
    )
    box.setInformativeText("Please report it with the details below; they name no texts of yours.")
    box.setDetailedText(f"Reviewer {__version__}\n{details}")
    box.exec()
