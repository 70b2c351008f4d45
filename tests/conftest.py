"""What holds for every test: off screen, alone with its files, off line, and quiet."""

import ipaddress
import logging
import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from making import small_project

from reviewer.cli import main
from reviewer.storage.project import Project

# Before anything makes an application; a test of a real window gives its program its own platform.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

# The same examples every time: a test that fails on one machine fails on all. To go looking for
# new ones: make test PYTEST=--hypothesis-profile=search
_same = {"deadline": None, "derandomize": True, "database": None}
_same["suppress_health_check"] = [HealthCheck.too_slow]  # it is the machine that is, when busy
settings.register_profile("here", max_examples=50, **_same)
settings.register_profile("continuous", max_examples=25, **_same)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile("continuous" if os.environ.get("CI") else "here")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own, so that nothing of the developer's is read or written."""
    home = tmp_path_factory.mktemp("home")
    places = {
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
        "XDG_CONFIG_HOME": ".config",
        "XDG_CACHE_HOME": ".cache",
        "XDG_RUNTIME_DIR": "run",
        "LOCALAPPDATA": "AppData/Local",
        "APPDATA": "AppData/Roaming",
    }
    for name, place in places.items():
        monkeypatch.setenv(name, str(home / place))
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    (home / "run").mkdir(mode=0o700)
    return home


def _is_local(address: object) -> bool:
    if not isinstance(address, tuple):
        return True  # a path: a Unix socket
    try:
        return ipaddress.ip_address(address[0]).is_loopback
    except ValueError:
        return bool(address[0] == "localhost")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail on a connection that would leave this machine: the program opens none."""

    def guard(name: str) -> None:
        real = getattr(socket.socket, name)

        def connect(self: socket.socket, address: object) -> object:
            if not _is_local(address):
                pytest.fail(f"connects to {address}: tests and program stay off line")
            return real(self, address)

        monkeypatch.setattr(socket.socket, name, connect)

    guard("connect")
    guard("connect_ex")


class _Kept(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_stray_log(request: pytest.FixtureRequest):
    """Fail when a warning was logged, unless the test takes ``caplog`` and so looks at the log."""
    kept = _Kept()
    logging.getLogger().addHandler(kept)
    yield
    logging.getLogger().removeHandler(kept)
    if kept.messages and "caplog" not in request.fixturenames:
        pytest.fail("logged: " + "; ".join(kept.messages))


@pytest.fixture(autouse=True)
def no_leftover_window():
    """Fail when a window is still shown after the test, and close it for the sake of the next."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    left = [w for w in widgets.QApplication.topLevelWidgets() if w.isVisible()]
    names = [f"{type(w).__name__} {w.windowTitle()!r}" for w in left]
    for window in left:
        window.close()
        window.deleteLater()
    if names:
        pytest.fail("left on the screen: " + ", ".join(names))


@pytest.fixture
def own_look(qapp):
    """The light theme afterwards, at the size of before: what a next test then need not change."""
    from reviewer.ui import theme  # noqa: PLC0415 - most tests need no window

    before = qapp.font().pointSizeF()
    yield
    theme.resize(qapp, before)
    theme.apply(qapp, dark=False)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The small project of two sources as a closed file."""
    return small_project(tmp_path / "small.review")


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    """The same, open."""
    with Project.open(path, reviewer="Ada") as project:
        yield project


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """``run("new", path)`` as in a terminal: exit code, standard output, standard error."""

    def call(*words: object) -> tuple[int, str, str]:
        code = main([str(word) for word in words])
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


@pytest.fixture(scope="session")
def dist() -> Path:
    """Where ``make package`` left what it built; elsewhere these tests are skipped."""
    named = os.environ.get("REVIEWER_BUILT")
    if not named:
        pytest.skip("tests a build: make package")
    folder = Path(__file__).parents[1] / named
    assert folder.is_dir(), f"{folder} was not built"
    return folder


@pytest.fixture(scope="session")
def app(dist: Path) -> Path:
    """The folder that holds the built application."""
    return dist / "reviewer"
