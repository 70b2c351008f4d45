"""The frame of the window: menus, message bar, status line, and a place for what fills it.

It knows nothing of projects, so that it can be painted before anything of them is imported. What
fills it, the workspace, arrives afterwards and takes the commands over.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
)
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMenu, QVBoxLayout, QWidget

from reviewer.ui import theme
from reviewer.ui.actions import COMMANDS, ICONS, MENUS, Command, tip
from reviewer.ui.icons import icon
from reviewer.ui.message_bar import MessageBar
from reviewer.ui.metrics import em
from reviewer.ui.preferences import Preferences
from reviewer.ui.reading_type import ReadingType
from reviewer.ui.status_line import StatusLine

_THEME_COMMANDS = {"theme_system": "system", "theme_light": "light", "theme_dark": "dark"}


class Performer(Protocol):
    """Carries commands out, and is told when the window goes."""

    def perform(self, command_id: str) -> None:
        """Do the command with that id."""

    def may_close(self) -> bool:
        """Commit what is being typed and let go of the project; False to stay."""


class MainWindow(QMainWindow):
    """Give it a workspace with ``fill``; until then every command but Quit waits."""

    files_dropped = Signal(list)  # of local paths as text
    retyped = Signal()  # theme, type size or reading face have changed

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.preferences = preferences
        self._performer: Performer | None = None
        self.setWindowTitle("Reviewer")
        self.setAcceptDrops(True)
        self.messages = MessageBar()
        self.status = StatusLine()
        self.setStatusBar(self.status)
        self.status.undo_requested.connect(lambda: self._perform("undo"))
        self._body = QWidget()
        layout = QVBoxLayout(self._body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._waiting = QLabel("Opening…", alignment=Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.messages)
        layout.addWidget(self._waiting, 1)
        self.setCentralWidget(self._body)
        self.actions_by_id = {row.id: self._action(row) for row in COMMANDS}
        self.recent_menu = QMenu("Open recent", self, toolTipsVisible=True)
        self._fill_menus()
        self._restore()

    def _action(self, row: Command) -> QAction:
        action = QAction(row.text, self)
        action.setObjectName(row.id)
        action.setShortcuts([QKeySequence(keys) for keys in row.keys])
        action.setStatusTip("")
        action.setToolTip(tip(row.id))
        action.triggered.connect(lambda: self._perform(row.id))
        if row.id in _THEME_COMMANDS:
            action.setCheckable(True)
        self.addAction(action)
        return action

    def _fill_menus(self) -> None:
        themes = QActionGroup(self)
        for name in MENUS:
            menu = self.menuBar().addMenu(f"&{name}")
            menu.setToolTipsVisible(True)
            for row in (row for row in COMMANDS if row.menu == name):
                if row.starts_group:
                    menu.addSeparator()
                menu.addAction(self.actions_by_id[row.id])
                if row.id == "open_project":
                    menu.addMenu(self.recent_menu)
                if row.id in _THEME_COMMANDS:
                    themes.addAction(self.actions_by_id[row.id])

    def fill(self, workspace: QWidget, performer: Performer) -> None:
        """Put the workspace where the waiting line was, and hand it the commands."""
        self._performer = performer
        layout = self._body.layout()
        assert layout is not None
        layout.replaceWidget(self._waiting, workspace)
        self._waiting.deleteLater()
        self._draw_icons()  # not before: the first paint does not wait for them

    def _perform(self, command_id: str) -> None:
        own: dict[str, Callable[[], object]] = {
            "quit": self.close,
            "larger_text": lambda: self.scale_text(self.preferences.text_scale + 10),
            "smaller_text": lambda: self.scale_text(self.preferences.text_scale - 10),
            "usual_text": lambda: self.scale_text(100),
            "larger_reading": lambda: self.scale_reading(1),
            "smaller_reading": lambda: self.scale_reading(-1),
            "looser_lines": lambda: self.space_lines(1),
            "tighter_lines": lambda: self.space_lines(-1),
            "other_face": self.change_face,
            **{key: lambda name=name: self.choose_theme(name)  # type: ignore[misc]
               for key, name in _THEME_COMMANDS.items()},
        }  # fmt: skip
        if command_id in own:
            own[command_id]()
        elif self._performer is not None:
            self._performer.perform(command_id)

    def choose_theme(self, name: str) -> None:
        """Switch the whole application to light, dark, or what the system asks for."""
        self.preferences.theme = name
        self.apply_look()

    def scale_text(self, percent: int) -> None:
        """Make all text larger or smaller, in percent of the system's size."""
        self.preferences.text_scale = percent
        self.apply_look()

    def scale_reading(self, steps: int) -> None:
        """Make the text of documents so many steps larger, or smaller."""
        now = self.preferences.reading
        self._read_in(replace(now, scale=now.scale + 10 * steps))

    def space_lines(self, steps: int) -> None:
        """Put the lines of documents so many steps further apart, or closer."""
        now = self.preferences.reading
        self._read_in(replace(now, spacing=now.spacing + 10 * steps))

    def change_face(self) -> None:
        """Read documents in the other face: serif, or sans."""
        now = self.preferences.reading
        self._read_in(replace(now, serif=not now.serif))

    def _read_in(self, wanted: ReadingType) -> None:
        self.preferences.reading = wanted
        face = "serif" if wanted.serif else "sans"
        self.status.say(
            f"Documents: {face}, {wanted.scale} %, lines {wanted.spacing} % apart", can_undo=False
        )
        self.retyped.emit()

    def apply_look(self) -> None:
        """Bring the application to the preferred theme and type size."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_look(app, self.preferences)
        for key, name in _THEME_COMMANDS.items():
            self.actions_by_id[key].setChecked(name == self.preferences.theme)
        self._draw_icons()
        self.retyped.emit()

    def _draw_icons(self) -> None:
        for key, name in ICONS.items():
            self.actions_by_id[key].setIcon(icon(name, self, "text"))

    def _restore(self) -> None:
        geometry = self.preferences.layout("window")
        if geometry is None or not self.restoreGeometry(geometry):
            frame = QSize(em(self, 1), em(self, 3))  # not known yet, and not part of the size
            room = QGuiApplication.primaryScreen().availableSize() - frame
            self.resize(QSize(1360, 860).boundedTo(room))
        for key, name in _THEME_COMMANDS.items():
            self.actions_by_id[key].setChecked(name == self.preferences.theme)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._performer is not None and not self._performer.may_close():
            event.ignore()
            return
        self.preferences.set_layout("window", self.saveGeometry())
        self.preferences.flush()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ThemeChange and self.preferences.theme == "system":
            self.apply_look()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)


def apply_look(app: QApplication, preferences: Preferences) -> None:
    """Theme and type size on the application; before the first window this costs nothing."""
    theme.apply(app, dark=_wants_dark(preferences.theme))
    base = app.property("base_point_size")
    if base is None:
        base = app.font().pointSizeF() if app.font().pointSizeF() > 0 else 10.0
        app.setProperty("base_point_size", base)
    theme.resize(app, float(base) * preferences.text_scale / 100)


def _wants_dark(name: str) -> bool:
    if name != "system":
        return name == "dark"
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
