"""Dragging out of a real window into another program, with the mouse, through X11."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from on_screen import PATIENCE, activate, geometry, resize, until, window_named, xdotool

pytestmark = pytest.mark.window

SAMPLE = "Sample: New Zealand, NATO and Ukraine — Reviewer"

# Another program, which says what is held over it and what is dropped on it.
TARGET = """
from PySide6.QtWidgets import QApplication, QLabel

class Target(QLabel):
    def dragEnterEvent(self, event):
        event.acceptProposedAction()

    def dragMoveEvent(self, event):
        event.acceptProposedAction()
        print("over", flush=True)

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

    def __init__(self, env: dict[str, str], home: Path) -> None:
        self.env = env
        self._errors, self._said = home / "stderr.txt", home / "stdout.txt"
        self._known = 0  # lines that the target had said before this drag
        self.programs: list[subprocess.Popen[bytes]] = []

    def start(self, *arguments: str) -> None:
        with self._errors.open("ab") as errors, self._said.open("ab") as said:
            self.programs.append(
                subprocess.Popen(
                    [sys.executable, *arguments], env=self.env, stdout=said, stderr=errors
                )
            )

    def xdotool(self, *words: object) -> None:
        xdotool(self.env, *words)

    def said(self) -> list[str]:
        """What the target has said since the last drop, in whole lines."""
        lines = self._said.read_text("utf-8").splitlines(keepends=True)
        return [line for line in lines[self._known :] if line.endswith("\n")]

    def drag(self, window: str, start: tuple[int, int], target: str) -> None:
        """From a place in one window to the middle of another, and wait until it is welcome there.

        A source is told so in answer to each move, and makes the next only then: with the third,
        it has heard of the first.
        """
        place = geometry(self.env, target)
        ends = [(place["X"] + 150 - aside, place["Y"] + 150) for aside in (0, 10)]
        self.xdotool("mousemove", "--window", window, *start, "mousedown", 1)

        def is_welcome() -> bool:
            for end in ends:
                self.xdotool("mousemove", *end)
            return len(self.said()) > 2

        until(is_welcome, "the target is told of what is held over it")
        self.xdotool("mouseup", 1)

    def dropped(self) -> tuple[str, str, list[bytes]]:
        """Text, HTML, and the beginnings of the files."""

        def last() -> str:
            return "".join(line for line in self.said() if line != "over\n")

        told: tuple[str, str, list[bytes]] = ast.literal_eval(until(last, "something is dropped"))
        self._known += len(self.said())
        return told


@pytest.fixture
def screen_of_two(screen: dict[str, str], own_home: Path) -> Iterator[Screen]:
    made = Screen(screen, own_home)
    yield made
    for program in made.programs:
        program.kill()
        program.wait(PATIENCE)


def test_a_contradiction_and_a_report_are_dragged_into_another_program(
    screen_of_two: Screen,
) -> None:
    screen = screen_of_two
    screen.start("-m", "reviewer")
    screen.start("-c", TARGET)
    target = window_named(screen.env, "^Drop target$")
    window = window_named(screen.env, f"^{SAMPLE}$")
    resize(screen.env, window, 900, 700)
    activate(screen.env, window)
    screen.xdotool("key", "ctrl+2")
    screen.drag(window, (100, 230), target)  # the second row of the list
    text, page, _ = screen.dropped()
    assert "contradicts" in text
    assert "\n— " in text
    assert "<blockquote>" in page

    activate(screen.env, window)
    screen.xdotool("key", "ctrl+e")
    dialog = window_named(screen.env, "^Export$")
    resize(screen.env, dialog, 900, 600)
    activate(screen.env, dialog)
    screen.drag(dialog, (55, 570), target)  # the handle, which writes the file when it is taken
    text, _, files = screen.dropped()
    assert text.endswith(".html")
    assert files == [b"<!DOCTYPE html>"]
