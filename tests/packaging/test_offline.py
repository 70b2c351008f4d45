"""No network connection is ever opened: the kernel ends a process that asks for a socket.

The tour is taken in the same way, by tests/e2e/test_tour.py.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="seccomp is Linux's")
REFUSING = [sys.executable, str(Path(__file__).with_name("without_sockets.py"))]


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [*REFUSING, *command], env=env, capture_output=True, text=True, timeout=900, check=False
    )


@pytest.mark.parametrize("kind", ["AF_INET", "AF_INET6"])
@pytest.mark.parametrize("how", ["socket", "Qt"])
def test_whoever_asks_for_a_socket_is_ended(kind: str, how: str) -> None:
    asks = {
        "socket": f"import socket; socket.socket(socket.{kind})",
        "Qt": "from PySide6.QtNetwork import QTcpSocket, QHostAddress as A;"
        f"s = QTcpSocket(); s.connectToHost(A('127.0.0.1' if '{kind}' == 'AF_INET' else '::1'), 9);"
        "s.waitForConnected(100)",
    }
    assert _run(sys.executable, "-c", asks[how]).returncode == -signal.SIGSYS


def test_the_self_test_asks_for_none() -> None:
    done = _run(sys.executable, "-m", "reviewer", "--self-test")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("All is well.\n")


@pytest.mark.built
def test_the_built_application_asks_for_none(app: Path, tmp_path: Path) -> None:
    done = _run(str(app / "reviewer"), "--self-test")
    assert done.returncode == 0, done.stdout + done.stderr
    toured = _run(str(app / "reviewer"), "tour", str(tmp_path / "tour"))
    assert toured.returncode == 0, toured.stdout + toured.stderr
