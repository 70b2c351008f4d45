"""Whole workspaces on real project files, as the program puts them together."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from making import small_project
from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.services import annotating, reading
from reviewer.services.sample import make_sample
from reviewer.storage import queries
from reviewer.ui.main_window import MainWindow, apply_look
from reviewer.ui.preferences import Preferences
from reviewer.ui.workspace import Workspace

PATIENCE = 120_000
"""Milliseconds that anything may take on a busy machine; where it comes sooner, nobody waits."""


class PatientBot(QtBot):
    """Waits as long as a test may take, unless the test says how long."""

    def waitUntil(self, callback, *, timeout=PATIENCE):  # noqa: N802 - pytest-qt's names
        return super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=PATIENCE, **more):  # noqa: N802
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitExposed(self, widget, *, timeout=PATIENCE):  # noqa: N802
        return super().waitExposed(widget, timeout=timeout)

    def waitActive(self, widget, *, timeout=PATIENCE):  # noqa: N802
        return super().waitActive(widget, timeout=timeout)


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """pytest-qt's, where no caret blinks, and letters typed in a list are one search however late
    each of them comes.
    """
    qapp.setCursorFlashTime(0)
    qapp.styleHints().setKeyboardInputInterval(PATIENCE)
    return qapp


@pytest.fixture
def qtbot(request: pytest.FixtureRequest, qapp: QApplication) -> PatientBot:
    """pytest-qt's, with patience."""
    return PatientBot(request)


@pytest.fixture(scope="session")
def _sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "Sample.review"
    make_sample(path, "Mara").close()
    return path


@pytest.fixture
def sample_file(_sample_file: Path, tmp_path: Path) -> Path:
    """A copy of the sample project of the test's own."""
    return Path(shutil.copy(_sample_file, tmp_path / "Sample.review"))


@pytest.fixture
def make_space(own_look, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Workspace]]:
    """``make_space(path)``: a shown window with that project open in it, or with none."""
    windows: list[MainWindow] = []

    def make(path: Path | None = None) -> Workspace:
        preferences = Preferences(tmp_path / f"preferences {len(windows)}")
        preferences.theme, preferences.reviewer = "light", "Mara"
        if not windows:
            apply_look(qapp, preferences)
        window = MainWindow(preferences)
        window.resize(1200, 760)
        windows.append(window)
        space = Workspace(window)
        window.fill(space, space)
        window.show()
        window.activateWindow()
        if path is not None:
            assert space.open(path), window.messages.text()
        qapp.processEvents()
        return space

    yield make
    for window in windows:
        window.close()
        window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def space(make_space: Callable[..., Workspace], sample_file: Path) -> Workspace:
    """A window on the sample."""
    return make_space(sample_file)


@pytest.fixture
def unread_space(make_space: Callable[..., Workspace], tmp_path: Path) -> Workspace:
    """A window on the small project without annotations, in which nothing was read yet."""
    made = make_space(small_project(tmp_path / "a.review"))
    for annotation in queries.annotations(made.session.project):
        made.session.run(annotating.delete_annotation, annotation.id)
    return made


@pytest.fixture
def open_source() -> Callable[[Workspace, str], str]:
    """``open_source(space, words)``: opens the source whose title or publisher has the words."""

    def do(space: Workspace, words: str) -> str:
        for row in reading.source_summaries(space.session.project):
            if words in f"{row.source.publisher} {row.source.title}":
                space.read.open_source(row.source.id)
                return row.source.id
        pytest.fail(f"no source of {words}")

    return do


@pytest.fixture
def select_text() -> Callable[[Workspace, str], None]:
    """``select_text(space, words)``: selects them in the open document, as the keyboard does."""

    def do(space: Workspace, words: str) -> None:
        view = space.read.view
        start = view.canonical().index(words)
        cursor = view.textCursor()
        for offset, mode in (
            (start, QTextCursor.MoveMode.MoveAnchor),
            (start + len(words), QTextCursor.MoveMode.KeepAnchor),
        ):
            cursor.setPosition(view.shown_text.to_view(offset), mode)
        view.setTextCursor(cursor)
        view.setFocus()
        view.settle_selection()

    return do


@pytest.fixture
def annotation_of() -> Callable[[Workspace, str], str]:
    """``annotation_of(space, words)``: id of an annotation whose quote has the words."""

    def find(space: Workspace, words: str) -> str:
        project = space.session.project
        for edition in reading.editions(project):
            for annotation in reading.annotations_in(project, edition.id):
                if words in annotation.target.exact:
                    return annotation.id
        pytest.fail(f"no annotation of {words}")

    return find


@pytest.fixture
def focused(qtbot):
    """Shows a widget as the active window, so that keys and shortcuts reach it."""

    def show(widget):
        qtbot.addWidget(widget)
        widget.resize(1000, 700)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is widget)
        widget.setFocus()
        return widget

    return show
