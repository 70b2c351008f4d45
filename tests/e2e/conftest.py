"""A real screen for tests that need one: Xvfb with a window manager, both gone afterwards."""

import os
import select
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import pytest
from on_screen import PATIENCE

from reviewer.system import install_line, missing_packages

Screen = dict[str, str]


def _require_packages() -> None:
    """Skip, or in CI fail, naming all that a real window lacks on this machine."""
    if sys.platform != "linux":
        pytest.skip("Xvfb is driven on Linux alone")
    if packages := missing_packages("test"):
        sentence = f"needs a real window: {install_line(packages)}"
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)


@contextmanager
def _running(command: list[str], **options) -> Iterator[subprocess.Popen[bytes]]:
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, **quiet, **options) as process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()


def _line(descriptor: int, program: str) -> str:
    """What the program writes once it is ready."""
    if not select.select([descriptor], [], [], PATIENCE)[0]:
        pytest.fail(f"{program} was not ready within {PATIENCE:g} s")
    return os.read(descriptor, 100).decode().strip()


@contextmanager
def _screen(folder: Path) -> Iterator[Screen]:
    with ExitStack() as stack:
        number, told = os.pipe()
        stack.callback(os.close, number)
        server = ["Xvfb", "-displayfd", str(told), "-screen", "0", "1280x800x24"]
        server += ["-nolisten", "tcp", "-noreset"]
        server += ["-r"]  # else a key repeats where a busy machine is late to let it go
        stack.enter_context(_running(server, pass_fds=[told]))
        os.close(told)
        env = {k: v for k, v in os.environ.items() if k != "WAYLAND_DISPLAY"}
        env |= {"DISPLAY": f":{_line(number, 'Xvfb')}", "QT_QPA_PLATFORM": "xcb"}

        # openbox runs its start-up command when it manages windows: no guessing how long to wait.
        ready = folder / "window-manager-ready"
        os.mkfifo(ready)
        waiting = os.open(ready, os.O_RDONLY | os.O_NONBLOCK)
        stack.callback(os.close, waiting)
        command = ["openbox", "--sm-disable", "--startup", f"sh -c 'echo ready > \"{ready}\"'"]
        stack.enter_context(_running(command, env=env))
        _line(waiting, "openbox")
        yield env


@pytest.fixture
def open_screen(tmp_path: Path) -> Callable[[], AbstractContextManager[Screen]]:
    """``with open_screen() as env``: what a program's environment must be to show itself there."""
    _require_packages()
    return lambda: _screen(tmp_path)


@pytest.fixture
def screen(open_screen: Callable[[], AbstractContextManager[Screen]]) -> Iterator[Screen]:
    """The environment of a fresh screen under openbox; xdotool is there to drive it."""
    with open_screen() as env:
        yield env
