"""Windows of other programs on the screen of a test."""

import subprocess
import time
from collections.abc import Mapping

import pytest

PATIENCE = 60.0  # seconds


def window_named(env: Mapping[str, str], pattern: str) -> str:
    """The id of the visible window whose title matches, as soon as there is one.

    Asked again and again: xdotool's own waiting ends in an error where any other window goes away
    while it looks.
    """
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        done = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", pattern],
            env=dict(env), capture_output=True, text=True, timeout=PATIENCE, check=False,
        )  # fmt: skip
        if done.returncode == 0 and done.stdout.strip():
            return done.stdout.split()[-1]
        time.sleep(0.05)
    pytest.fail(f"waited {PATIENCE:g} s in vain for a window named {pattern}")
