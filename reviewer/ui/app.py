"""Starting the window: painted first, and only then filled with what takes time to import."""

import logging
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from platformdirs import user_log_path
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from reviewer import __version__
from reviewer.assets import asset
from reviewer.ui.main_window import MainWindow, apply_look
from reviewer.ui.preferences import Preferences

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
    keep_log()
    sys.excepthook = report_bug
    preferences = Preferences()
    apply_look(app, preferences)
    window = MainWindow(preferences)
    window.show()
    filler = Filler(window, project)
    QTimer.singleShot(0, filler.start)
    return app.exec()


class Filler(QObject):
    """Imports the rest in a thread while the window already answers, then fills it."""

    ready = Signal()
    filled = Signal()

    def __init__(self, window: MainWindow, project: Path | None) -> None:
        super().__init__(window)
        self._window = window
        self._project = project
        self.ready.connect(self._fill, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin to import; ``filled`` follows."""
        threading.Thread(target=self._import, name="import", daemon=True).start()

    def _import(self) -> None:
        import reviewer.ui.workspace  # noqa: F401, PLC0415 - after the first paint, see above

        self.ready.emit()

    def _fill(self) -> None:
        from reviewer.ui.workspace import Workspace  # noqa: PLC0415 - as above

        workspace = Workspace(self._window)
        self._window.fill(workspace, workspace)
        workspace.open_first(self._project)
        self.filled.emit()


def keep_log() -> None:
    """Warnings and bugs go to a file in the user's log folder, at most 1 MB of it."""
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
    """The one place where bugs arrive: logged, and shown once with details to copy."""
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    details = "".join(traceback.format_exception(kind, error, trace))
    log.error("%s", details)
    if QApplication.instance() is None or QApplication.activeModalWidget() is not None:
        sys.stderr.write(details)
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
