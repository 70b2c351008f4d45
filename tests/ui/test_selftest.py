"""``reviewer --self-test``: a line a step, an exit code, and eyes that see when nothing is painted."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer import cli
from reviewer.domain.errors import ReviewerError
from reviewer.ui import selftest
from reviewer.ui.app import make_application
from reviewer.ui.views.document_view import DocumentView

NO_FONTS = "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig></fontconfig>"
LOOK = """
from PySide6.QtWidgets import QApplication
from reviewer.ui.selftest import _letters
app = QApplication([])
print(_letters(app.font()))
"""


@pytest.fixture
def lines() -> list[str]:
    return []


def test_everything_works_from_source(qtbot, lines) -> None:
    assert selftest.run_self_test(lines.append) == 0
    assert lines[0].startswith("Reviewer ")
    assert lines[-1] == "All is well."
    assert all(line.startswith("ok ") for line in lines[1:-1])
    assert len(lines) >= 16


def test_a_failing_step_is_named_and_the_rest_goes_on(qtbot, lines, monkeypatch) -> None:
    def fails() -> str:
        raise FileNotFoundError("light.json")

    monkeypatch.setattr(selftest, "_palettes", fails)
    assert selftest.run_self_test(lines.append) == 1
    assert "FAILED  read the palettes: FileNotFoundError: light.json" in lines
    assert [line for line in lines if line.startswith("ok      load the icons")]
    assert lines[-1] == "1 step failed"


def test_a_window_whose_text_is_not_painted_fails(qtbot, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(DocumentView, "paintEvent", lambda _view, _event: None)
    with pytest.raises(ReviewerError, match="the document shows no text"):
        selftest._window(make_application(), tmp_path)


def test_a_machine_without_fonts_fails(tmp_path: Path) -> None:
    config = tmp_path / "fonts.conf"
    config.write_text(NO_FONTS)
    env = {**os.environ, "FONTCONFIG_FILE": str(config), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", LOOK], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stdout
    assert "there is no font" in done.stderr or "letters are not painted" in done.stderr


def test_an_icon_that_is_gone_is_named(qtbot, tmp_path: Path, monkeypatch) -> None:
    make_application()
    monkeypatch.setattr(selftest, "asset", tmp_path.joinpath)
    with pytest.raises(ReviewerError, match=r"reviewer\.svg is missing"):
        selftest._icons()


def test_an_icon_that_is_empty_is_named(qtbot, tmp_path: Path, monkeypatch) -> None:
    make_application()
    folder = tmp_path / "resources" / "icons"
    folder.mkdir(parents=True)
    (folder / "reviewer.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
    )
    monkeypatch.setattr(selftest, "asset", tmp_path.joinpath)
    with pytest.raises(ReviewerError, match=r"reviewer\.svg is empty"):
        selftest._icons()


def test_each_report_format_of_the_terminal_is_tried(tmp_path: Path) -> None:
    make_application()
    commands = next(a for a in cli._commands()._subparsers._group_actions)
    (formats,) = [a.choices for a in commands.choices["export"]._actions if a.dest == "format"]
    tried = {what.split()[1] for what, _ in selftest._steps(tmp_path) if what.startswith("export")}
    assert tried == set(formats)
