"""Dragging out of a real window into another program, with the mouse, through X11."""

import ast
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

pytestmark = pytest.mark.window

T = TypeVar("T")
PATIENCE = 30.0
SAMPLE = "Sample: New Zealand, NATO and Ukraine — Reviewer"

# Another program, which says where it is and what is dropped on it.
TARGET = """
from PySide6.QtWidgets import QApplication, QLabel

class Target(QLabel):
    def dragEnterEvent(self, event):
        event.acceptProposedAction()

    def dropEvent(self, event):
        event.acceptProposedAction()
        data = event.mimeData()
        read = [open(url.toLocalFile(), "rb").read(15) for url in data.urls()]
        print(ascii((data.text(), data.html(), read)), flush=True)

app = QApplication([])
target = Target("drop here")
target.setAcceptDrops(True)
target.setWindowTitle("Drop target")
target.setGeometry(960, 120, 300, 400)
target.show()
app.exec()
"""


class Screen:
    """Two programs beside each other, and one mouse."""

    def __init__(self, env: dict[str, str], errors: Path) -> None:
        self._env = env
        self._errors = errors
        self.programs: list[subprocess.Popen[str]] = []

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        with self._errors.open("ab") as errors:
            made = subprocess.Popen(
                [sys.executable, *arguments],
                env=self._env, stdout=subprocess.PIPE, stderr=errors, text=True,
            )  # fmt: skip
        self.programs.append(made)
        return made

    def xdotool(self, *words: object) -> str:
        done = subprocess.run(
            ["xdotool", *map(str, words)],
            env=self._env, capture_output=True, text=True, timeout=PATIENCE, check=False,
        )  # fmt: skip
        return done.stdout.strip()

    def window(self, title: str) -> str:
        found: str = until(
            lambda: self.xdotool("search", "--onlyvisible", "--name", f"^{title}$"), title
        )
        return found.rsplit(maxsplit=1)[-1]

    def drag(self, window: str, start: tuple[int, int], target: str) -> None:
        """From a place in one window to the middle of another, as slowly as a hand."""
        told = self.xdotool("getwindowgeometry", "--shell", target).splitlines()
        place = dict(line.split("=", maxsplit=1) for line in told)
        end = int(place["X"]) + 150, int(place["Y"]) + 150
        self.xdotool("mousemove", "--window", window, *start, "sleep", 0.2, "mousedown", 1)
        self.xdotool("sleep", 0.3)
        for _ in range(6):
            self.xdotool("mousemove_relative", "--", 8, 4, "sleep", 0.05)
        for _ in range(4):
            self.xdotool("mousemove", end[0] - 10, end[1], "sleep", 0.1)
            self.xdotool("mousemove", *end, "sleep", 0.1)
        self.xdotool("mouseup", 1)

    def dropped(self, program: subprocess.Popen[str]) -> tuple[str, str, list[bytes]]:
        assert program.stdout is not None
        if not select.select([program.stdout], [], [], PATIENCE)[0]:
            pytest.fail("nothing was dropped: " + self._errors.read_text("utf-8"))
        told: tuple[str, str, list[bytes]] = ast.literal_eval(program.stdout.readline())
        return told


def until(found: Callable[[], T], what: str) -> T:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if value := found():
            return value
        time.sleep(0.05)
    pytest.fail(f"waited {PATIENCE} s in vain for {what}")


@pytest.fixture
def screen_of_two(screen: dict[str, str], own_home: Path) -> Iterator[Screen]:
    made = Screen(screen, own_home / "stderr.txt")
    yield made
    for program in made.programs:
        program.kill()
        program.wait(PATIENCE)
        if program.stdout is not None:
            program.stdout.close()


def test_a_contradiction_and_a_report_are_dragged_into_another_program(
    screen_of_two: Screen,
) -> None:
    screen = screen_of_two
    screen.start("-m", "reviewer")
    target_program = screen.start("-c", TARGET)
    target = screen.window("Drop target")
    window = screen.window(SAMPLE)
    screen.xdotool("windowmove", "--sync", window, 0, 0, "windowsize", "--sync", window, 900, 700)
    screen.xdotool("windowactivate", "--sync", window)
    screen.xdotool("key", "ctrl+2")
    screen.drag(window, (100, 230), target)  # the second row of the list
    text, page, _ = screen.dropped(target_program)
    assert "contradicts" in text
    assert "\n— " in text
    assert "<blockquote>" in page

    screen.xdotool("windowactivate", "--sync", window, "key", "ctrl+e")
    dialog = screen.window("Export")
    screen.xdotool("windowmove", "--sync", dialog, 0, 0, "windowsize", "--sync", dialog, 900, 600)
    screen.xdotool("windowactivate", "--sync", dialog)
    screen.drag(dialog, (55, 570), target)  # the handle, which writes the file when it is taken
    text, _, files = screen.dropped(target_program)
    assert text.endswith(".html")
    assert files == [b"<!DOCTYPE html>"]
