"""packaging/prepare.sh and the Makefile, on a pretended machine where every program is a shim."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="make installs on Linux alone")

# A Python that answers as the real one would: what is missing, and whether .venv is sound.
PYTHON = """case "$*" in
*"packages base"*) cat "$MACHINE/missing-base" ;;
*packages*) cat "$MACHINE/missing" ;;
*ensurepip*) [ ! -e "$MACHINE/no-venv" ] ;;
*"-m venv"*) mkdir -p .uv/bin && cp "$MACHINE/bin/python3" .uv/bin/python ;;
*"pip install"*) cp "$MACHINE/uv" .uv/bin/uv ;;
*samefile*) [ ! -e "$MACHINE/unsound" ] ;;
esac
"""
UV = """[ "$1" = sync ] || exit 0
mkdir -p .venv/bin && cp "$MACHINE/bin/python3" .venv/bin/python
"""
APT = """[ ! -e "$MACHINE/mirror-fails-once" ] || { rm "$MACHINE/mirror-fails-once"; exit 100; }
[ ! -e "$MACHINE/mirror-fails" ] || { echo "no route to the mirror"; exit 100; }
"""


@dataclass(frozen=True, slots=True)
class Machine:
    """A folder of shims that note their calls, and a project folder with a space in its name."""

    folder: Path
    project: Path

    def has(self, name: str, text: str = "") -> None:
        (self.folder / name).write_text(text, "utf-8")

    def shim(self, name: str, script: str) -> None:
        path = self.folder / name
        path.write_text(f'#!/bin/sh\necho "{path.name} $*" >>"$MACHINE/calls"\n{script}', "utf-8")
        path.chmod(0o755)

    def prepare(self, purpose: str, **env: str) -> subprocess.CompletedProcess[str]:
        self.has("calls")
        return subprocess.run(
            ["/bin/sh", "packaging/prepare.sh", purpose],
            cwd=self.project,
            env={"PATH": str(self.folder / "bin"), "MACHINE": str(self.folder), **env},
            capture_output=True,
            text=True,
            timeout=900,
            check=False,
        )

    def calls(self, program: str) -> list[str]:
        lines = (self.folder / "calls").read_text("utf-8").splitlines()
        return [line for line in lines if line.startswith(f"{program} ")]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Debian with everything installed, seen by a user who is not root, before the first make."""
    made = Machine(tmp_path / "machine", tmp_path / "a project")
    (made.folder / "bin").mkdir(parents=True)
    (made.project / "packaging").mkdir(parents=True)
    shutil.copy(ROOT / "packaging" / "prepare.sh", made.project / "packaging")
    for name in ("pyproject.toml", "uv.lock"):
        (made.project / name).touch()
        os.utime(made.project / name, (1, 1))
    for name in ("cat", "cp", "dirname", "mkdir", "mktemp", "rm", "touch"):
        (made.folder / "bin" / name).symlink_to(shutil.which(name) or pytest.fail(name))
    made.shim("bin/python3", PYTHON)
    made.shim("bin/uv", UV)
    made.shim("uv", UV)
    made.shim("bin/apt-get", APT)
    made.shim("bin/id", "echo 1000")
    made.has("missing")
    made.has("missing-base")
    return made


def test_a_user_is_told_the_one_line_before_anything_is_set_up(machine: Machine) -> None:
    (machine.folder / "bin/uv").unlink()
    machine.has("no-venv")
    machine.has("missing", "libegl1 libgl1")
    done = machine.prepare("run")
    assert done.returncode != 0
    assert done.stdout == ""
    line = "sudo apt-get install -y python3-venv libegl1 libgl1"
    assert [x for x in done.stderr.splitlines() if "apt-get" in x] == [line]
    assert not machine.calls("apt-get")
    assert not (machine.project / ".venv").exists()
    assert not (machine.project / ".uv").exists()


def test_root_gets_the_packages_installed(machine: Machine) -> None:
    machine.shim("bin/id", "echo 0")
    machine.has("missing", "libegl1 libgl1")
    done = machine.prepare("run")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "Installing from Debian's packages: libegl1 libgl1"
    update, install = machine.calls("apt-get")
    assert update.endswith(" update")
    assert install.endswith(" install --no-install-recommends libegl1 libgl1")
    assert (machine.project / ".venv/ready").exists()


def test_a_mirror_that_fails_is_tried_again_and_then_told(machine: Machine) -> None:
    machine.shim("bin/id", "echo 0")
    machine.has("missing", "libegl1")
    machine.has("mirror-fails-once")
    assert machine.prepare("run").returncode == 0
    machine.has("mirror-fails")
    done = machine.prepare("run")
    assert done.returncode != 0
    assert "no route to the mirror" in done.stderr
    assert done.stderr.splitlines()[-1] == "apt-get could not install: libegl1"


def test_what_only_the_window_tests_need_is_no_hindrance(machine: Machine) -> None:
    machine.has("missing", "xvfb")
    done = machine.prepare("test")
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "Tests that need xvfb will be skipped."
    assert machine.prepare("test", CI="1").returncode != 0
    machine.has("missing-base", "libegl1")
    assert machine.prepare("test").returncode != 0


def test_without_apt_the_names_are_told(machine: Machine) -> None:
    (machine.folder / "bin/apt-get").unlink()
    machine.has("missing", "libegl1")
    done = machine.prepare("run")
    assert done.returncode != 0
    assert done.stderr.splitlines() == [
        "System packages are missing, by the names that Debian gives them: libegl1"
    ]


def test_without_python_and_uv_both_are_asked_for(machine: Machine) -> None:
    for name in ("python3", "uv"):
        (machine.folder / "bin" / name).unlink()
    done = machine.prepare("run")
    assert done.returncode != 0
    assert "sudo apt-get install -y python3 python3-venv\n" in done.stderr


@pytest.mark.parametrize("broken", [False, True])
def test_uv_comes_through_an_environment_of_its_own(machine: Machine, broken: bool) -> None:
    (machine.folder / "bin/uv").unlink()
    if broken:
        machine.shim("bin/uv", "exit 127")
        (machine.project / ".uv").mkdir()
    assert machine.prepare("run").returncode == 0
    assert (machine.project / ".uv/bin/uv").exists()
    assert machine.calls("uv")[-1] == "uv sync --locked --quiet"
    os.utime(machine.project / "uv.lock")  # the next time it is there already
    again = machine.prepare("run")
    assert "Getting uv" not in again.stdout
    assert machine.calls("uv")[-1] == "uv sync --locked --quiet"


def test_the_second_time_nothing_is_done_or_said(machine: Machine) -> None:
    machine.prepare("run")
    done = machine.prepare("run")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not machine.calls("uv")


@pytest.mark.parametrize("name", ["pyproject.toml", "uv.lock"])
def test_a_changed_lock_is_followed_in_the_same_environment(machine: Machine, name: str) -> None:
    machine.prepare("run")
    (machine.project / ".venv/kept").touch()
    os.utime(machine.project / name)
    machine.prepare("run")
    assert machine.calls("uv")
    assert (machine.project / ".venv/kept").exists()


def test_a_half_made_environment_is_made_anew(machine: Machine) -> None:
    (machine.project / ".venv/bin").mkdir(parents=True)
    (machine.project / ".venv/bin/python").symlink_to(machine.folder / "bin/python3")
    (machine.project / ".venv/half").touch()
    assert machine.prepare("run").returncode == 0
    assert not (machine.project / ".venv/half").exists()


def test_an_environment_that_does_not_run_here_is_made_anew(machine: Machine) -> None:
    machine.prepare("run")
    (machine.project / ".venv/of-another-folder").touch()
    machine.has("unsound")
    assert machine.prepare("run").returncode == 0
    assert not (machine.project / ".venv/of-another-folder").exists()


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may write everywhere")
def test_an_environment_that_root_left_is_said_so(machine: Machine) -> None:
    (machine.project / ".venv").mkdir(mode=0o555)
    done = machine.prepare("run")
    assert done.returncode != 0
    assert done.stderr == "Another user made .venv; remove it first: sudo rm -rf .venv\n"


def test_an_active_environment_of_something_else_is_passed_over(machine: Machine) -> None:
    machine.shim("bin/uv", 'echo "[$VIRTUAL_ENV$PYTHONHOME] $UV_PROJECT_ENVIRONMENT" >&2\n' + UV)
    done = machine.prepare("run", VIRTUAL_ENV="/elsewhere", PYTHONHOME="/nowhere")
    assert done.stderr.splitlines()[-1] == "[] .venv"


@pytest.mark.parametrize(
    ("target", "commands"),
    [
        ("run", ["sh packaging/prepare.sh run", ".venv/bin/python -m reviewer.system run"]),
        ("test", ["sh packaging/prepare.sh test", ".venv/bin/python -m pytest -k some"]),
    ],
)
def test_make_prepares_first(target: str, commands: list[str]) -> None:
    if not shutil.which("make"):
        pytest.skip("make is missing: sudo apt-get install -y make")
    command = ["make", "--no-print-directory", "-n", target, "PYTEST=-k some"]
    env = {"PATH": os.environ["PATH"]}
    done = subprocess.run(
        command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=900, check=True
    )
    assert done.stdout.splitlines() == commands


def test_a_build_gets_an_environment_of_its_own_every_time(machine: Machine) -> None:
    assert machine.prepare("run").returncode == 0
    assert not [call for call in machine.calls("uv") if "--group package" in call]
    for _ in range(2):
        assert machine.prepare("package").returncode == 0
        (sync,) = [call for call in machine.calls("uv") if "--group package" in call]
        assert "--no-editable" in sync
        assert "--reinstall-package reviewer" in sync
