"""The guards of conftest.py do fail the tests that they are there to fail."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

OFFENDERS = """
import logging, os, socket
from pathlib import Path
import pytest

def test_goes_out():
    with socket.socket() as s:
        s.connect(("192.0.2.1", 80))

def test_goes_out_by_name():
    with socket.socket() as s:
        s.connect_ex(("reviewer.example", 80))

def test_logs():
    logging.getLogger("reviewer").warning("not so good")

def test_leaves_a_window(qtbot):
    from PySide6.QtWidgets import QLabel
    global left
    left = QLabel("still here")
    left.show()

def test_warns_through_qt(qtbot):
    from PySide6.QtCore import qWarning
    qWarning("stray")

def test_is_good(qtbot, caplog):
    from PySide6.QtCore import QStandardPaths
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QLabel
    logging.getLogger("reviewer").warning("looked at")
    assert "looked at" in caplog.text
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()
    label = QLabel("closed by qtbot")
    qtbot.addWidget(label)
    label.show()
    assert QGuiApplication.platformName() == "offscreen"
    assert Path.home() != Path(os.environ["BEFORE"])
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    assert Path(data).is_relative_to(Path.home())
"""

EXPECTED = {
    "test_goes_out": "stay off line",
    "test_goes_out_by_name": "stay off line",
    "test_logs": "logged: WARNING reviewer: not so good",
    "test_leaves_a_window": "left on the screen: QLabel",
    "test_warns_through_qt": "Qt messages with level WARNING",
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("offenders")
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "tests").mkdir()
    shutil.copy(ROOT / "tests" / "conftest.py", folder / "tests")
    shutil.copytree(ROOT / "tests" / "helpers", folder / "tests" / "helpers")
    (folder / "tests" / "test_offenders.py").write_text(OFFENDERS, "utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist"]
    env = {"PATH": "", "HOME": str(folder), "BEFORE": str(folder), "QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, timeout=900, check=False
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize(("test", "reason"), EXPECTED.items())
def test_an_offender_fails_for_its_reason(report: str, test: str, reason: str) -> None:
    lines = [
        line for line in report.splitlines() if re.search(rf"^(FAILED|ERROR).*::{test}\b", line)
    ]
    assert lines, report
    assert reason in report.partition("short test summary")[0].partition(f" {test} ")[2]


def test_a_good_test_passes_after_them(report: str) -> None:
    assert "test_is_good" not in report
    assert re.search(r"\b\d+ passed", report), report
