"""The screen that the real-window tests stand on works, and goes away."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from on_screen import PATIENCE, activate, window_named, xdotool

from reviewer.system import has_screen

pytestmark = pytest.mark.window

WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
field = QLineEdit()
field.setWindowTitle("Typed here")
field.returnPressed.connect(lambda: (print(field.text()), app.quit()))
field.show()
sys.exit(app.exec())
"""


def test_a_window_opens_takes_the_focus_and_hears_keys(screen: dict[str, str]) -> None:
    command = [sys.executable, "-c", WINDOW]
    with subprocess.Popen(command, env=screen, stdout=subprocess.PIPE, text=True) as program:
        try:
            window = window_named(screen, "^Typed here$")
            activate(screen, window)
            xdotool(screen, "type", "forty two")
            xdotool(screen, "key", "Return")
            said, _ = program.communicate(timeout=PATIENCE)
        finally:
            program.kill()
    assert said == "forty two\n"


def test_the_screen_is_there_and_then_gone(
    open_screen: Callable[[], AbstractContextManager[dict[str, str]]],
) -> None:
    with open_screen() as env:
        assert has_screen(env)
    assert not has_screen(env)
