"""The package on a Debian 12 that has nothing: installed, used, opened by its files, removed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from on_screen import activate, until, window_named, windows_named, xdotool

pytestmark = [
    pytest.mark.window,
    pytest.mark.bare_debian,
    pytest.mark.skipif(sys.platform != "linux", reason="Debian is Linux"),
]
SUITE = "bookworm"
USER = "analyst"
HOME = f"/srv/{USER}"
# The mounts are the command's own and go with it; no service may start inside.
ENTER = 'mount -t proc proc "$0/proc" && mount --bind /dev "$0/dev" && exec chroot "$0" "$@"'
# What a desktop has: it reads MIME types and desktop entries, and opens files with them.
DESKTOP = ["libglib2.0-bin", "shared-mime-info", "desktop-file-utils", "appstream"]

Inside = Callable[..., subprocess.CompletedProcess[str]]


def _mirror() -> str:
    """Where this machine's own apt gets Debian from."""
    told = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages",
         f"Codename: {SUITE}"],
        capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    return told[0]


def _make(root: Path) -> None:
    """A minimal Debian, as it comes; the packages are kept for the next time."""
    kept = root.parent / "packages"
    kept.mkdir(parents=True, exist_ok=True)
    command = ["debootstrap", "--variant=minbase", f"--cache-dir={kept}", SUITE, str(root)]
    done = subprocess.run(
        [*command, _mirror()], capture_output=True, text=True, check=False, timeout=900
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    for name in ("resolv.conf", "hosts"):
        shutil.copy(f"/etc/{name}", root / "etc")
    trusted = Path("/usr/local/share/ca-certificates")
    if trusted.is_dir():
        shutil.copytree(trusted, root / trusted.relative_to("/"), dirs_exist_ok=True)
    for settings in Path("/etc/apt/apt.conf.d").glob("*proxy*"):
        shutil.copy(settings, root / "etc/apt/apt.conf.d")
    policy = root / "usr/sbin/policy-rc.d"
    policy.write_text("#!/bin/sh\nexit 101\n")
    policy.chmod(0o755)


@pytest.fixture(scope="module")
def inside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Inside]:
    """Run a command in a fresh bare Debian: ``inside("apt-get", …)``, as the analyst with ``by``."""
    if os.geteuid():
        pytest.skip("needs root, for debootstrap and chroot")
    if subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False).returncode:
        pytest.skip("nothing may be mounted here")
    root = Path(__file__).parents[2] / "build" / "bare-debian" / "root"
    shutil.rmtree(root, ignore_errors=True)
    _make(root)

    def run(*words: str, by: str = "root", **env: str) -> subprocess.CompletedProcess[str]:
        home = "/root" if by == "root" else HOME
        given = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": home, "LANG": "C.UTF-8"}
        given |= {"DEBIAN_FRONTEND": "noninteractive", **env}
        user = [] if by == "root" else [f"--userspec={by}:{by}"]
        enter = ENTER.replace("exec chroot", " ".join(["exec chroot", *user]))
        return subprocess.run(
            ["unshare", "--mount", "sh", "-c", enter, str(root), *words],
            env=given, capture_output=True, text=True, timeout=900, check=False,
        )  # fmt: skip

    run.root = root  # type: ignore[attr-defined]
    yield run
    shutil.rmtree(root, ignore_errors=True)


def _done(result: subprocess.CompletedProcess[str]) -> str:
    assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-3000:]
    return result.stdout


@pytest.fixture(scope="module")
def installed(inside: Inside, dist: Path) -> Inside:
    """With the package, what it declares, and an analyst; nothing else."""
    (deb,) = dist.glob("*.deb")
    shutil.copy(deb, inside.root / "tmp" / "reviewer.deb")
    _done(inside("apt-get", "update"))
    _done(inside("apt-get", "install", "-y", "--no-install-recommends", "/tmp/reviewer.deb"))
    _done(inside("useradd", "--create-home", "--home-dir", HOME, USER))
    return inside


def test_it_installs_works_opens_and_goes(
    installed: Inside, screen: dict[str, str], subtests
) -> None:
    """One life of the package, in order: a machine is too dear to make one for each sentence."""

    def analyst(*words: str, **env: str) -> str:
        return _done(installed(*words, by=USER, **env))

    with subtests.test("nothing else was needed"):
        assert not (installed.root / "usr/bin/python3").exists()
        assert "All is well." in analyst("reviewer", "--self-test", QT_QPA_PLATFORM="offscreen")
    with subtests.test("on a screen"):
        told = analyst("reviewer", "--self-test", DISPLAY=screen["DISPLAY"])
        assert " on xcb, " in told
    project, text = f"{HOME}/Aid.review", f"{HOME}/letter.txt"
    (installed.root / text.lstrip("/")).write_text("NZ$78 million was pledged.\n")
    with subtests.test("from a terminal"):
        analyst("reviewer", "new", project)
        analyst("reviewer", "import", project, text)
        analyst("reviewer", "export", project, "--format", "html", "--output", f"{HOME}/a.html")
        assert "letter" in (installed.root / HOME.lstrip("/") / "a.html").read_text("utf-8")
    with subtests.test("a project given on the command line"):
        _opens(installed, screen, "reviewer", project)
    _done(installed("apt-get", "install", "-y", "--no-install-recommends", *DESKTOP))
    with subtests.test("its desktop entry and metadata are valid"):
        share = "/usr/share"
        _done(installed("desktop-file-validate", f"{share}/applications/reviewer.desktop"))
        metainfo = f"{share}/metainfo/org.reviewer.Reviewer.metainfo.xml"
        _done(installed("appstreamcli", "validate", "--no-net", metainfo))
    with subtests.test("a project opened by its file"):
        assert "reviewer.desktop" in analyst("gio", "mime", "application/x-reviewer-project")
        assert "application/x-reviewer-project" in analyst("gio", "info", project)
        _opens(installed, screen, "gio", "open", project)
    with subtests.test("removed, it leaves the person's files alone"):
        theirs = {p: p.read_bytes() for p in _files(installed.root / HOME.lstrip("/"))}
        _done(installed("apt-get", "purge", "-y", "reviewer"))
        assert list((installed.root / "usr").rglob("*reviewer*")) == []
        assert {p: p.read_bytes() for p in _files(installed.root / HOME.lstrip("/"))} == theirs
        assert any(p.suffix == ".review" for p in theirs)


def _files(folder: Path) -> Iterator[Path]:
    return (p for p in folder.rglob("*") if p.is_file())


def _opens(inside: Inside, screen: dict[str, str], *words: str) -> None:
    """The command shows the project's window, which is then closed as a person would."""
    given = " ".join(f"'{word}'" for word in words)
    _done(inside("sh", "-c", f"{given} >/dev/null 2>&1 &", by=USER, DISPLAY=screen["DISPLAY"]))

    title = "^Aid — Reviewer$"
    activate(screen, window_named(screen, title))
    xdotool(screen, "key", "ctrl+q")
    until(lambda: not windows_named(screen, title), "the window closes")
