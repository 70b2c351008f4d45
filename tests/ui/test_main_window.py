"""The frame: looks that change live, closing, messages, and where bugs arrive."""

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget

from reviewer.domain.errors import StorageError
from reviewer.ui import app as starting
from reviewer.ui.main_window import MainWindow
from reviewer.ui.preferences import Preferences
from reviewer.ui.theme import shades

SECRET = "only in the details"


@pytest.fixture
def bare(qtbot, tmp_path: Path) -> MainWindow:
    """A window before anything fills it."""
    window = MainWindow(Preferences(tmp_path / "preferences"))
    qtbot.addWidget(window)
    return window


def test_switching_the_theme_changes_what_is_already_there(space) -> None:
    window = space.window_frame
    widgets = [space.read.view, space.read.panel, space.read.codebook, window.status, space.top]
    light = [widget.palette().color(QPalette.ColorRole.Window).lightness() for widget in widgets]
    pixels = window.grab().toImage()
    window.actions_by_id["theme_dark"].trigger()
    QApplication.processEvents()
    dark = [widget.palette().color(QPalette.ColorRole.Window).lightness() for widget in widgets]
    assert all(after < 128 < before for before, after in zip(light, dark, strict=True))
    image = window.grab().toImage()
    middle = space.top.mapTo(window, space.top.rect().center())  # nothing is written there
    assert image.pixelColor(middle).lightness() < 128 < pixels.pixelColor(middle).lightness()
    assert window.actions_by_id["theme_dark"].isChecked()
    assert not window.actions_by_id["theme_light"].isChecked()
    assert space.preferences.theme == "dark"
    window.actions_by_id["theme_light"].trigger()
    QApplication.processEvents()
    again = window.grab().toImage()
    assert again.pixelColor(middle) == pixels.pixelColor(middle)


def test_text_grows_and_comes_back(space) -> None:
    window = space.window_frame
    usual = QApplication.font().pointSizeF()
    window.actions_by_id["larger_text"].trigger()
    window.actions_by_id["larger_text"].trigger()
    assert QApplication.font().pointSizeF() == pytest.approx(usual * 1.2)
    QApplication.processEvents()
    assert space.read.panel.font().pointSizeF() == pytest.approx(usual * 1.2)
    window.actions_by_id["usual_text"].trigger()
    assert QApplication.font().pointSizeF() == pytest.approx(usual)


def test_before_it_is_filled_only_its_own_commands_do_something(bare: MainWindow) -> None:
    for action in bare.actions_by_id.values():
        if action.objectName() not in {"quit", "theme_dark", "larger_text", "smaller_text"}:
            action.trigger()  # nothing happens, and nothing fails
    assert bare.messages.text() == ""


def test_the_window_comes_back_where_it_was(qtbot, tmp_path: Path) -> None:
    folder = tmp_path / "preferences"
    for expected in (None, 700):
        window = MainWindow(Preferences(folder))
        qtbot.addWidget(window)
        window.show()
        assert expected is None or window.width() == expected
        window.resize(700, 500)
        window.close()


def test_a_first_window_leaves_room_for_its_frame(bare: MainWindow) -> None:
    room = bare.screen().availableSize()
    assert bare.width() < room.width()
    assert bare.height() <= room.height() - 2 * bare.fontMetrics().height()


def test_a_message_waits_to_be_read_and_goes_with_esc(space, qtbot) -> None:
    space.session.failed.emit("The disk is full.")
    assert space.window_frame.messages.text() == "The disk is full."
    space.perform("show_contradictions")
    assert space.window_frame.messages.text() == "The disk is full."
    close = space.window_frame.messages.findChild(QPushButton)
    close.setFocus()
    qtbot.keyClick(close, Qt.Key.Key_Escape)
    assert space.window_frame.messages.text() == ""


def test_markup_in_a_message_is_shown_as_it_is(space) -> None:
    space.session.failed.emit("“<b>x</b>.txt” is empty.")
    assert space.window_frame.messages._label.textFormat() == Qt.TextFormat.PlainText


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[QMessageBox]:
    boxes: list[QMessageBox] = []

    def take(self: QMessageBox) -> int:
        boxes.append(self)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", take)
    return boxes


def bug() -> BaseException:
    def fail() -> None:
        raise ZeroDivisionError(SECRET)

    with pytest.raises(ZeroDivisionError) as caught:
        fail()
    return caught.value


def test_a_bug_is_shown_once_with_details_and_logged(qapp, shown, caplog) -> None:
    error = bug()
    with caplog.at_level(logging.ERROR, "reviewer"):
        starting.report_bug(type(error), error, error.__traceback__)
    (box,) = shown
    assert "Something went wrong" in box.text()
    assert "Traceback" not in box.text() + box.informativeText()
    assert f"ZeroDivisionError: {SECRET}" in box.detailedText()
    assert f"ZeroDivisionError: {SECRET}" in caplog.text
    box.deleteLater()


def test_what_a_person_can_act_on_is_no_bug_wherever_it_is_met(qapp, shown, caplog) -> None:
    starting.report_bug(StorageError, StorageError("“x.review” is damaged."), None)
    (box,) = shown
    assert box.text() == "“x.review” is damaged."
    assert box.detailedText() == ""
    assert "damaged" in caplog.text, "the log has all"
    box.deleteLater()


def test_a_bug_while_one_is_shown_is_logged_alone(qapp, shown, caplog, monkeypatch, capsys) -> None:
    monkeypatch.setattr(QApplication, "activeModalWidget", object)
    error = bug()
    with caplog.at_level(logging.ERROR, "reviewer"):
        starting.report_bug(type(error), error, error.__traceback__)
    assert shown == []
    assert "ZeroDivisionError" in caplog.text
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_the_log_is_kept_in_the_users_folder(own_home: Path) -> None:
    before = list(starting.log.handlers)
    starting.keep_log()
    (handler,) = set(starting.log.handlers) - set(before)
    try:
        (file,) = own_home.rglob("reviewer.log")
        assert file.is_relative_to(own_home / ".local/state")
    finally:
        starting.log.removeHandler(handler)
        handler.close()


def test_the_window_is_filled_after_it_is_shown(qtbot, tmp_path: Path, sample_file: Path) -> None:
    window = MainWindow(Preferences(tmp_path / "preferences"))
    qtbot.addWidget(window)
    window.show()
    assert "Opening" in window._waiting.text()
    filler = starting.Filler(window, sample_file)
    with qtbot.waitSignal(filler.filled):
        filler.start()
    assert "New Zealand" in window.windowTitle()
    window.close()


class Restyled(QObject):
    """Counts how often widgets are dressed anew."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.times += event.type() is QEvent.Type.StyleChange
        return False


@pytest.mark.parametrize("change", ["theme", "size"])
def test_each_widget_is_dressed_anew_only_some_times(space, qapp, change: str) -> None:
    """From one style sheet to another Qt does it once for each widget around it besides."""
    window = space.window_frame
    count = Restyled()
    qapp.installEventFilter(count)
    if change == "theme":
        window.choose_theme("dark")
    else:
        window.scale_text(120)
    qapp.removeEventFilter(count)
    widgets = len(window.findChildren(QWidget))
    assert widgets < count.times < 6 * widgets


@pytest.mark.parametrize("page", ["show_read", "show_contradictions", "show_compare"])
def test_a_window_that_was_switched_looks_as_if_it_had_begun_so(space, page: str, qapp) -> None:
    """Nothing keeps a colour of the other palette: each picture is the same as the first one."""
    window = space.window_frame
    space.perform(page)
    space.read.view.setCursorWidth(0)
    for pane in space.compare.panes:
        pane.view.setCursorWidth(0)

    def picture(theme: str):
        window.choose_theme(theme)
        qapp.processEvents()
        return window.grab().toImage()

    space.window_frame.setFocus()
    dark, light = picture("dark"), picture("light")
    assert light != dark
    assert picture("dark") == dark
    colours = {
        dark.pixel(x, y) for x in range(0, dark.width(), 2) for y in range(0, dark.height(), 2)
    }
    paper = {shades(dark=False)[role].rgb() for role in ("window", "panel", "base", "hover")}
    assert not paper & colours
