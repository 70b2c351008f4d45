"""What the machine must have before Qt is loaded: system libraries, a font, a screen.

Qt aborts with a message that misleads when one of them is missing, so they are looked for first.
Standard library alone, and nothing newer than Python 3.9 at run time: the Makefile also runs this
file by itself under the system's Python, before there is an environment. Only Linux is looked at.
"""

import argparse
import ctypes
import os
import re
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

# Library → Debian package: whatever PySide6's files ask for and do not bring along.
TO_RUN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
}
FOR_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FOR_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
FOR_SCREEN = {"xcb": FOR_X11, "wayland": FOR_WAYLAND}
FONT_PACKAGE = "fonts-dejavu-core"
PURPOSES = ("lint", "base", "run", "test", "package", "package-test")
# Program → Debian package: what drives a real window, and what reads the reports that we write.
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "chromium": "chromium",
    "dot": "graphviz",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    # Writer alone brings soffice: whether Calc is there, its own file says.
    "soffice": "libreoffice-writer-nogui libreoffice-calc-nogui",
}
# What shows and drives a window, what builds the application, what makes a bare Debian.
SCREEN_PROGRAMS = {program: TEST_PROGRAMS[program] for program in ("Xvfb", "openbox", "xdotool")}
BUILD_PROGRAMS = {"strip": "binutils", "xz": "xz-utils", "dpkg-deb": "dpkg", **SCREEN_PROGRAMS}
PURPOSE_PROGRAMS = {
    "test": TEST_PROGRAMS,
    "package": BUILD_PROGRAMS,
    "package-test": {**BUILD_PROGRAMS, "debootstrap": "debootstrap"},
}
_SHORT = f"{sys.version_info[0]}.{sys.version_info[1]}"

PROBE_SECONDS = 2.0  # a screen further away than this is no place to read

NO_SCREEN = "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY answers)"
TOUR_FOLDER = "build/tour"

Environment = Mapping[str, str]


def missing_libraries(
    *,
    for_window: bool = False,
    loads: "Callable[[str], bool] | None" = None,
    has_font: "Callable[[], bool] | None" = None,
    environment: "Environment | None" = None,
) -> list[str]:
    """Debian packages of what Qt needs and the machine has not, sorted; always none off Linux.

    ``for_window`` adds what the screens of ``environment`` ask for, or X11 if there is none yet.
    """
    if sys.platform != "linux":
        return []
    wanted = dict(TO_RUN)
    if for_window:
        for screen in screens(environment) or ["xcb"]:
            wanted.update(FOR_SCREEN[screen])
    packages = {wanted[name] for name in wanted if not (loads or _loads)(name)}
    # Without fontconfig fonts cannot be counted: naming one spares the person a second round.
    if TO_RUN["libfontconfig.so.1"] in packages or not (has_font or _has_font)():
        packages.add(FONT_PACKAGE)
    return sorted(packages)


def has_screen(environment: "Environment | None" = None) -> bool:
    """Whether a window can be opened: some screen is named and answers; always so off Linux."""
    return sys.platform != "linux" or bool(screens(environment))


def screens(environment: "Environment | None" = None) -> list[str]:
    """Names of Qt's platforms (``xcb``, ``wayland``) whose screen answers and Qt may use."""
    env = os.environ if environment is None else environment
    asked = [name for name in FOR_SCREEN if name in env.get("QT_QPA_PLATFORM", "")]
    answers = {"xcb": _x11_answers, "wayland": _wayland_answers}
    return [name for name in asked or FOR_SCREEN if answers[name](env)]


def require_libraries(*, for_window: bool) -> None:
    """Raise ReviewerError where Qt would abort, for want of a screen or of system packages."""
    for_window = for_window and not _off_screen(os.environ)
    # The screen first: without one, the libraries of a window are not what the person lacks.
    if for_window and not has_screen():
        raise _error(f"{NO_SCREEN}; `reviewer tour FOLDER` goes through the loop without one.")
    if missing := missing_libraries(for_window=for_window):
        raise _error(f"Reviewer needs system packages that are missing; {remedy(missing)}")


def remedy(packages: list[str]) -> str:
    """What the person can do about missing packages, e.g. ``sudo apt-get install -y libegl1``."""
    if shutil.which("apt-get"):
        return f"install them with: {install_line(packages)}"
    return f"install what Debian calls: {' '.join(packages)}"


def install_line(packages: list[str]) -> str:
    """The one line for someone who is not root."""
    return f"sudo apt-get install -y {' '.join(packages)}"


def _off_screen(env: Environment) -> bool:
    """Whether Qt was told to draw somewhere that is no screen (offscreen, minimal, vnc)."""
    asked = env.get("QT_QPA_PLATFORM", "")
    return bool(asked) and not any(name in asked for name in FOR_SCREEN)


def _error(sentence: str) -> Exception:
    # Not at the top: the Makefile runs this file alone, when the package cannot be imported yet.
    from reviewer.domain.errors import ReviewerError  # noqa: PLC0415

    return ReviewerError(sentence)


def _loads(library: str) -> bool:
    """Ask the loader itself: it knows LD_LIBRARY_PATH and passes over other architectures."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_font() -> bool:
    """Whether fontconfig knows any font; Qt asks the same library the same thing."""

    class FontSet(ctypes.Structure):
        _fields_ = (("nfont", ctypes.c_int), ("sfont", ctypes.c_int), ("fonts", ctypes.c_void_p))

    fontconfig = ctypes.CDLL("libfontconfig.so.1")
    fontconfig.FcConfigGetFonts.argtypes = [ctypes.c_void_p, ctypes.c_int]
    fontconfig.FcConfigGetFonts.restype = ctypes.POINTER(FontSet)
    fontconfig.FcInit()
    fonts = [fontconfig.FcConfigGetFonts(None, which) for which in (0, 1)]  # system, application
    return any(found and found.contents.nfont > 0 for found in fonts)


def _x11_answers(env: Environment) -> bool:
    display = env.get("DISPLAY", "")
    named = re.fullmatch(r"(?:\w+/)?(?P<host>[^/]*):(?P<number>\d+)(?:\.\d+)?", display)
    if not named:
        return False
    host, number = named["host"].strip("[]"), int(named["number"])
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen, by convention
        reached = _connects(path) or _connects(f"\0{path}")
    else:
        reached = _connects((host, 6000 + number))
    return reached and _x11_admits(display)


def _x11_admits(display: str) -> bool:
    """Whether the server lets this user in; where libxcb is missing too, it is assumed to."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(display), None)
    admitted = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return admitted


def _wayland_answers(env: Environment) -> bool:
    name = env.get("WAYLAND_DISPLAY", "")
    return bool(name) and _connects(str(Path(env.get("XDG_RUNTIME_DIR", "")) / name))


def _connects(address: "str | tuple[str, int]") -> bool:
    import socket  # noqa: PLC0415 - only for a screen: each start pays for what is at the top

    try:
        if isinstance(address, tuple):
            socket.create_connection(address, PROBE_SECONDS).close()
        else:
            with socket.socket(socket.AF_UNIX) as probe:
                probe.settimeout(PROBE_SECONDS)
                probe.connect(address)
    except OSError:
        return False
    return True


def missing_packages(purpose: str) -> list[str]:
    """What the Makefile installs first: libraries, and the programs that the purpose drives.

    A build brings the libraries of a window along, so it needs them as a window does.
    """
    if purpose == "lint":
        return []
    programs = PURPOSE_PROGRAMS.get(purpose, {})
    found = missing_libraries(for_window=bool(programs) or (purpose == "run" and has_screen()))
    if sys.platform == "linux":
        lacking = [of for program, of in programs.items() if not shutil.which(program)]
        if programs.keys() >= BUILD_PROGRAMS.keys() and not _loads(f"libpython{_SHORT}.so.1.0"):
            lacking.append(f"libpython{_SHORT}")  # of a Python that keeps its library apart
        found += dict.fromkeys(lacking)
    return found


def _run() -> None:
    """Become the program: its window, or where there is no screen the tour. Never returns."""
    arguments, env = [sys.executable, "-m", "reviewer"], dict(os.environ)
    if not _off_screen(env) and not has_screen():
        where = f"pictures and report.html will be in {TOUR_FOLDER}"
        print(f"{NO_SCREEN}, so the loop runs off screen instead: {where}", flush=True)
        arguments += ["tour", TOUR_FOLDER]
        env["QT_QPA_PLATFORM"] = "offscreen"
    os.execve(sys.executable, arguments, env)  # noqa: S606 - this very Python, no shell


def main(arguments: "list[str] | None" = None) -> None:
    """``packages PURPOSE`` prints what is missing; ``run`` is what ``make run`` starts."""
    parser = argparse.ArgumentParser(prog="python -m reviewer.system")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run")
    commands.add_parser("packages").add_argument("purpose", choices=PURPOSES)
    given = parser.parse_args(arguments)
    if given.command == "run":
        _run()
    print(*missing_packages(given.purpose))


if __name__ == "__main__":
    main()
