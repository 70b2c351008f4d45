"""The hands and eyes of the tour: a window in one look, keys pressed in it, pictures of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from reviewer.domain.errors import ReviewerError
from reviewer.services import reading
from reviewer.services.sample import make_sample
from reviewer.ui.main_window import MainWindow, apply_look
from reviewer.ui.preferences import Preferences
from reviewer.ui.workspace import Workspace

Eye = Callable[[QWidget, Path], None]

_PATIENCE = 600_000  # milliseconds that work in the background may take on a busy machine


@dataclass(frozen=True, slots=True)
class Look:
    """How the window looks on one way through: ``scale`` in percent, ``size`` in pixels."""

    theme: str
    scale: int = 100
    size: tuple[int, int] = (1360, 860)

    @property
    def name(self) -> str:
        """What the look is called in names of files."""
        return self.theme if self.scale == 100 else f"{self.theme} {self.scale}"  # noqa: PLR2004 - the usual size goes unsaid


def save_picture(widget: QWidget, path: Path) -> None:
    """Write what the widget looks like."""
    if not widget.grab().save(str(path)):
        raise ReviewerError(f"“{path}” cannot be written.")


class TourHands:
    """A window on a copy of the sample; what is written goes into ``folder``."""

    def __init__(
        self, app: QApplication, folder: Path, look: Look, private: Path, eye: Eye
    ) -> None:
        self._app, self._folder, self._look, self._eye = app, folder, look, eye
        self._private = private
        preferences = Preferences(private)
        preferences.theme, preferences.text_scale = look.theme, look.scale
        preferences.reviewer = "Tour"
        apply_look(app, preferences)
        self._window = MainWindow(preferences)
        self._window.resize(*look.size)
        self._space = Workspace(self._window)
        self._window.fill(self._space, self._space)
        self._window.show()
        self._number = 0
        self._project = folder / f"sample {look.name}.review"
        make_sample(self._project, "Tour").close()

    def leave(self) -> None:
        """Close the window; what it showed is gone afterwards."""
        self._window.close()
        self._window.deleteLater()
        self._settle()

    def _open(self, publisher: str) -> str:
        for row in reading.source_summaries(self._space.session.project):
            if publisher.casefold() in f"{row.source.publisher} {row.source.title}".casefold():
                self._space.read.open_source(row.source.id)
                return row.source.id
        raise ReviewerError(f"The tour found no source of {publisher}.")

    def _select(self, words: str, after: str) -> None:
        view = self._space.read.view
        start = view.canonical().index(words, view.canonical().index(after))
        view.bring(start)
        cursor = view.textCursor()
        cursor.setPosition(view.shown_text.to_view(start))
        cursor.setPosition(
            view.shown_text.to_view(start + len(words)), QTextCursor.MoveMode.KeepAnchor
        )
        view.setTextCursor(cursor)
        view.setFocus()
        view.settle_selection()

    def _found_text(self) -> str:
        """The selected annotation's quote, or else the line that the caret is in."""
        read = self._space.read
        row = read.panel.model.row(read.annotation_id)
        return row.annotation.target.exact if row else read.view.textCursor().block().text()

    def _do(self, command_id: str) -> None:
        self._window.actions_by_id[command_id].trigger()
        self._settle()

    def _focus(self) -> QWidget:
        return self._window.focusWidget() or self._window

    def _press(self, widget: QWidget, key: Qt.Key, text: str = "") -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            none = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(widget, QKeyEvent(kind, key, none, text))
        self._settle()

    def _type(self, text: str) -> None:
        self._press(self._focus(), Qt.Key.Key_unknown if len(text) > 1 else Qt.Key(ord(text)), text)

    def _expect(self, held: bool, claim: str) -> None:
        if not held:
            raise ReviewerError(f"The tour found that this does not hold: {claim}.")

    def _wait(self, held: Callable[[], bool], claim: str) -> None:
        """For what a worker does."""
        patience = QDeadlineTimer(_PATIENCE)
        while not held() and not patience.hasExpired():
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
        self._expect(held(), claim)
        self._settle()

    def _settle(self) -> None:
        for _ in range(4):
            self._app.processEvents()
            self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _dialog(self, dialog: QDialog, name: str) -> str:
        dialog.show()
        self._settle()
        line = self._picture(name, dialog)
        dialog.close()
        dialog.deleteLater()
        self._window.activateWindow()
        self._settle()
        return line

    def _picture(self, name: str, widget: QWidget | None = None) -> str:
        self._settle()
        self._number += 1
        file = f"{self._number:02} {name} {self._look.name}.png".replace(" ", "-")
        self._eye(widget or self._window, self._folder / file)
        return str(self._folder / file)
