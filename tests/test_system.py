"""What is missing is named before Qt is loaded, and a dead screen is not taken for a live one."""

import os
import re
import socket
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from reviewer import system
from reviewer.domain.errors import ReviewerError

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux is looked at")
EVERYTHING = {*system.TO_RUN, *system.FOR_X11, *system.FOR_WAYLAND}

# In every Debian: apt and dpkg themselves stand on these.
ALWAYS_THERE = {"libc.so.6", "libm.so.6", "libgcc_s.so.1", "libstdc++.so.6", "libz.so.1"}
ALWAYS_THERE |= {"libzstd.so.1"}


def _missing(absent: set[str], *, font: bool = True, **options) -> list[str]:
    return system.missing_libraries(
        loads=lambda name: name not in absent,
        has_font=lambda: font,
        environment={},
        **options,
    )


@linux
class TestLibraries:
    def test_nothing_is_missing_where_all_loads(self) -> None:
        assert _missing(set(), for_window=True) == []

    def test_each_package_is_named_once_and_in_order(self) -> None:
        absent = {"libglib-2.0.so.0", "libgthread-2.0.so.0", "libEGL.so.1"}
        assert _missing(absent) == ["libegl1", "libglib2.0-0"]

    def test_a_window_needs_more(self) -> None:
        absent = {"libxcb-cursor.so.0", "libwayland-cursor.so.0"}
        assert _missing(absent) == []
        assert _missing(absent, for_window=True) == ["libxcb-cursor0"]

    def test_a_bare_machine_is_told_everything_in_one_round(self) -> None:
        named = _missing(EVERYTHING, for_window=True)
        assert set(named) == {
            *system.TO_RUN.values(),
            *system.FOR_X11.values(),
            system.FONT_PACKAGE,
        }

    def test_a_font_is_needed_too(self) -> None:
        assert _missing(set(), font=False) == ["fonts-dejavu-core"]

    def test_a_wayland_session_is_asked_for_its_own(self, wayland: dict[str, str]) -> None:
        named = system.missing_libraries(
            for_window=True,
            loads=lambda name: name in system.TO_RUN,
            has_font=lambda: True,
            environment=wayland,
        )
        assert named == ["libwayland-client0", "libwayland-cursor0"]

    def test_other_systems_are_left_alone(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "platform", "darwin")
        assert _missing(EVERYTHING, font=False, for_window=True) == []
        assert system.has_screen({})

    def test_the_loader_is_asked(self) -> None:
        assert system._loads("libc.so.6")
        assert not system._loads("libno-such-thing.so.6")

    def test_fontconfig_is_asked_for_fonts(self, tmp_path: Path) -> None:
        code = "from reviewer.system import _has_font; print(_has_font())"
        empty = tmp_path / "fonts.conf"
        empty.write_text(f"<fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>", "utf-8")

        def asked(**more: str) -> str:
            env = {**os.environ, **more}
            command = [sys.executable, "-c", code]
            return subprocess.run(
                command, env=env, capture_output=True, text=True, check=True
            ).stdout

        assert asked() == "True\n"
        assert asked(FONTCONFIG_FILE=str(empty)) == "False\n"

    def test_the_tables_hold_all_that_qt_asks_of_the_system(self) -> None:
        """Names of needed libraries stand between NULs in a library's own string table."""
        spec = find_spec("PySide6")
        assert spec is not None
        assert spec.origin is not None
        qt = Path(spec.origin).parent / "Qt"
        modules = ("Core", "Gui", "Widgets", "DBus", "Svg", "PrintSupport")
        files = {
            **{qt / "lib" / f"libQt6{name}.so.6": {} for name in modules},
            qt / "plugins" / "platforms" / "libqoffscreen.so": {},
            qt / "plugins" / "platforms" / "libqxcb.so": system.FOR_X11,
            qt / "plugins" / "platforms" / "libqwayland.so": system.FOR_WAYLAND,
        }
        seen = set()
        for file, more in files.items():
            names = re.findall(rb"(?<=\0)lib[\w+.-]+\.so(?:\.\d+)+(?=\0)", file.read_bytes())
            brought = {path.name for path in (qt / "lib").iterdir()}
            needed = {name.decode() for name in names} - brought - ALWAYS_THERE
            assert needed <= {*system.TO_RUN, *more}, file.name
            seen |= needed
        assert seen == EVERYTHING

    def test_it_is_found_out_without_qt_or_the_package(self, tmp_path: Path) -> None:
        """As the Makefile does before there is an environment: no site, no package, no Qt."""
        code = "import runpy, sys; runpy.run_path(sys.argv[1]); print(*sys.modules)"
        command = [sys.executable, "-I", "-S", "-c", code, system.__file__]
        done = subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, timeout=900, check=True
        )
        assert not {"PySide6", "shiboken6", "reviewer"} & set(done.stdout.split())


@linux
class TestRequire:
    def test_the_sentence_has_the_line_to_run(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(system, "_loads", lambda name: name != "libEGL.so.1")
        monkeypatch.setattr(system.shutil, "which", lambda name: f"/usr/bin/{name}")
        with pytest.raises(ReviewerError) as raised:
            system.require_libraries(for_window=False)
        assert str(raised.value) == (
            "Reviewer needs system packages that are missing; "
            "install them with: sudo apt-get install -y libegl1"
        )

    def test_without_apt_the_names_remain(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(system.shutil, "which", lambda _: None)
        assert system.remedy(["libegl1", "libgl1"]) == "install what Debian calls: libegl1 libgl1"

    def test_all_is_well_here(self) -> None:
        system.require_libraries(for_window=False)

    def test_off_screen_needs_no_screen_and_no_window_libraries(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(system, "has_screen", lambda: False)
        monkeypatch.setattr(system, "_loads", lambda name: name in system.TO_RUN)
        monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
        system.require_libraries(for_window=True)

    def test_a_window_needs_its_screen_and_then_its_libraries(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        screens: list[str] = []
        monkeypatch.setattr(system, "screens", lambda _=None: screens)
        monkeypatch.setattr(system, "_loads", lambda name: name in system.TO_RUN)
        monkeypatch.delenv("QT_QPA_PLATFORM")
        with pytest.raises(ReviewerError, match=r"^There is no screen here .*reviewer tour FOLDER"):
            system.require_libraries(for_window=True)
        screens.append("wayland")
        with pytest.raises(ReviewerError, match=r" libwayland-client0 libwayland-cursor0$"):
            system.require_libraries(for_window=True)


@pytest.fixture
def wayland(tmp_path: Path):
    """A compositor as far as a knock at its door can tell."""
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(tmp_path / "wayland-7"))
        door.listen()
        yield {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-7"}


@linux
class TestScreen:
    @pytest.mark.parametrize(
        "env",
        [
            {},
            {"DISPLAY": ""},
            {"DISPLAY": "nonsense"},
            {"DISPLAY": ":987654"},
            {"DISPLAY": "127.0.0.1:50000"},
            {"DISPLAY": "localhost:59535.0"},
            {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": "/nowhere"},
            {"WAYLAND_DISPLAY": "wayland-0"},
        ],
        ids=str,
    )
    def test_a_dead_screen_is_none(self, env: dict[str, str]) -> None:
        assert not system.has_screen(env)

    @pytest.mark.parametrize(
        ("display", "door"),
        [
            (":0", "/tmp/.X11-unix/X0"),
            (":12.1", "/tmp/.X11-unix/X12"),
            ("unix:3", "/tmp/.X11-unix/X3"),
            ("localhost:10.0", ("localhost", 6010)),
            ("[::1]:1", ("::1", 6001)),
            ("tcp/desk:0", ("desk", 6000)),
        ],
    )
    def test_the_door_is_the_one_that_display_names(
        self, display, door, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(system, "_connects", lambda address: address == door)
        monkeypatch.setattr(system, "_x11_admits", lambda _: True)
        assert system.screens({"DISPLAY": display}) == ["xcb"]

    def test_a_server_that_does_not_let_us_in_is_no_screen(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(system, "_connects", lambda _: True)
        monkeypatch.setattr(system, "_x11_admits", lambda _: False)
        assert not system.has_screen({"DISPLAY": ":0"})

    def test_wayland_answers(self, wayland: dict[str, str]) -> None:
        assert system.screens(wayland) == ["wayland"]
        absolute = str(Path(wayland["XDG_RUNTIME_DIR"], wayland["WAYLAND_DISPLAY"]))
        assert system.screens({"WAYLAND_DISPLAY": absolute}) == ["wayland"]

    def test_a_screen_that_qt_may_not_use_is_none(self, wayland: dict[str, str]) -> None:
        assert system.screens({**wayland, "QT_QPA_PLATFORM": "wayland;xcb"}) == ["wayland"]
        assert system.screens({**wayland, "QT_QPA_PLATFORM": "xcb"}) == []


@linux
class TestCommands:
    @pytest.fixture
    def became(self, monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], dict[str, str]]]:
        calls: list[tuple[list[str], dict[str, str]]] = []

        def execve(program: str, arguments: list[str], env: dict[str, str]) -> None:
            calls.append((arguments[1:], env))
            raise SystemExit

        monkeypatch.setattr(os, "execve", execve)
        monkeypatch.delenv("QT_QPA_PLATFORM")
        return calls

    def test_run_without_a_screen_is_the_tour(self, became, monkeypatch, capsys) -> None:
        monkeypatch.setattr(system, "has_screen", lambda: False)
        with pytest.raises(SystemExit):
            system.main(["run"])
        [(arguments, env)] = became
        assert arguments == ["-m", "reviewer", "tour", "build/tour"]
        assert env["QT_QPA_PLATFORM"] == "offscreen"
        [line] = capsys.readouterr().out.splitlines()
        assert line.startswith("There is no screen here")
        assert line.endswith("pictures and report.html will be in build/tour")

    def test_run_with_a_screen_is_the_window(self, became, monkeypatch, capsys) -> None:
        monkeypatch.setattr(system, "has_screen", lambda: True)
        with pytest.raises(SystemExit):
            system.main(["run"])
        [(arguments, env)] = became
        assert arguments == ["-m", "reviewer"]
        assert "QT_QPA_PLATFORM" not in env
        assert capsys.readouterr().out == ""

    @pytest.mark.parametrize(
        ("purpose", "screen", "expected"),
        [
            ("lint", True, []),
            ("base", True, []),
            ("run", False, []),
            ("run", True, ["libxcb-icccm4"]),
            ("test", False, ["libxcb-icccm4", "xvfb"]),
        ],
    )
    def test_each_purpose_asks_for_what_it_needs(
        self, purpose, screen, expected, monkeypatch, capsys
    ) -> None:
        monkeypatch.delenv("DISPLAY", raising=False)
        monkeypatch.setattr(system, "has_screen", lambda: screen)
        monkeypatch.setattr(system, "_loads", lambda name: name != "libxcb-icccm.so.4")
        monkeypatch.setattr(system.shutil, "which", lambda name: None if name == "Xvfb" else name)
        system.main(["packages", purpose])
        assert capsys.readouterr().out.split() == expected
