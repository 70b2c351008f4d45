"""Windows of other programs on the screen of a test, driven only once they are ready for it."""

import subprocess
import time
from collections.abc import Callable, Mapping
from typing import TypeVar

import pytest

T = TypeVar("T")
PATIENCE = 240.0
"""Seconds that a program may take on a busy machine; where it is done sooner, nobody waits."""


def until(found: Callable[[], T], what: str) -> T:
    """What ``found`` gives once it gives something true."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if value := found():
            return value
        time.sleep(0.05)
    pytest.fail(f"waited {PATIENCE:g} s in vain: {what}")


def xdotool(env: Mapping[str, str], *words: object) -> str:
    """What xdotool prints; nothing where it fails, as it does when a window goes meanwhile."""
    done = subprocess.run(
        ["xdotool", *map(str, words)],
        env=dict(env), capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    return done.stdout.strip() if done.returncode == 0 else ""


def windows_named(env: Mapping[str, str], pattern: str) -> list[str]:
    """Ids of the visible windows whose title matches."""
    return xdotool(env, "search", "--onlyvisible", "--name", pattern).split()


def window_named(env: Mapping[str, str], pattern: str) -> str:
    """The id of the visible window whose title matches, as soon as there is one.

    Asked again and again: xdotool's own waiting ends in an error where any other window goes away
    while it looks.
    """
    return until(lambda: windows_named(env, pattern), f"a window is named {pattern}")[-1]


def activate(env: Mapping[str, str], window: str) -> None:
    """Give a window the keyboard, and wait until it has it: xdotool's own waiting gives up."""

    def has_it() -> bool:
        xdotool(env, "windowactivate", window)
        return xdotool(env, "getactivewindow") == window

    until(has_it, f"window {window} has the keyboard")


def geometry(env: Mapping[str, str], window: str) -> dict[str, int]:
    """Where a window is on the screen and how large: X, Y, WIDTH, HEIGHT."""
    lines = xdotool(env, "getwindowgeometry", "--shell", window).splitlines()
    return {name: int(value) for name, _, value in (line.partition("=") for line in lines)}


def resize(env: Mapping[str, str], window: str, width: int, height: int) -> None:
    """Make a window stand in the corner of the screen with this size, and wait until it does."""
    xdotool(env, "windowmove", window, 0, 0, "windowsize", window, width, height)

    def is_so() -> bool:
        now = geometry(env, window)
        return (now.get("WIDTH"), now.get("HEIGHT")) == (width, height)

    until(is_so, f"window {window} is {width} × {height}")
