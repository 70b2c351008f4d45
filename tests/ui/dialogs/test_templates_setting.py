"""Templates of one's own: shown where they lie, begun from the shipped one, told when broken."""

import shutil

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from reviewer.assets import asset
from reviewer.domain.errors import ExchangeError
from reviewer.services.templates import has_template, write_shipped
from reviewer.ui.templates_folder import templates_setting

NAME = "report.html"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "Reviewer" / "templates"


@pytest.fixture
def setting(qtbot, folder):
    made = templates_setting(folder)
    qtbot.addWidget(made)
    return made


def test_the_shipped_template_is_a_start_and_replaces_nothing(setting, folder) -> None:
    assert "would take" in setting.told
    setting.start.click()
    assert (folder / NAME).read_bytes() == asset("resources", "templates", NAME).read_bytes()
    assert "takes the place" in setting.told
    assert not setting.start.isEnabled()
    (folder / NAME).write_text("mine")
    setting.start_requested.emit()
    assert setting.told == "“report.html” is there already; nothing was changed."
    assert (folder / NAME).read_text() == "mine"


def test_why_it_cannot_be_written_is_said(setting, folder) -> None:
    folder.parent.write_text("a file where the folder would be")
    setting.start.click()
    assert "cannot be written" in setting.told
    setting.open.click()
    assert "cannot be made" in setting.told


def test_a_folder_that_is_a_link_to_nowhere_is_said(tmp_path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "gone" / "away")
    with pytest.raises(ExchangeError, match=r"is there already|cannot be written"):
        write_shipped(tmp_path / "link")


class _Opener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_the_folder_is_made_and_opened(setting, folder) -> None:
    opener = _Opener()
    QDesktopServices.setUrlHandler("file", opener, "take")
    setting.open.click()
    QDesktopServices.unsetUrlHandler("file")
    assert opener.opened == [str(folder)]
    assert folder.is_dir()
    assert not has_template(folder)


def test_it_is_used_unless_the_dialog_says_no(qtbot, make_space, sample_file, tmp_path) -> None:
    space = make_space(sample_file)
    exporting, folder = space.exporting, space.preferences.templates

    def wait() -> None:
        qtbot.waitUntil(lambda: not exporting.is_busy and not exporting.previews.is_busy)

    folder.mkdir(parents=True)
    (folder / NAME).write_text("<p>{{ report.title }}</p>")
    space.perform("export_report")
    dialog = exporting.dialog
    dialog.set_place(tmp_path / "aid.html")
    assert not dialog.options.own_template.isHidden()
    dialog.export_button.click()
    wait()
    assert (tmp_path / "aid.html").read_text().startswith("<p>Sample")
    (folder / NAME).write_text("\n{{ nowhere }}")
    dialog.export_button.click()
    wait()
    told = "The template does not work: “report.html”, line 2: 'nowhere' is undefined."
    assert dialog.work.words == told
    assert space.window_frame.messages.text() == told
    assert (tmp_path / "aid.html").read_text().startswith("<p>Sample")
    dialog.options.own_template.setChecked(False)
    dialog.export_button.click()
    wait()
    assert (tmp_path / "aid.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    shutil.rmtree(folder)
    dialog.options.changed.emit()
    assert dialog.options.own_template.isHidden()
    wait()
    exporting.stop()
