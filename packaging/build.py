"""Builds the application for the system that this runs on; `make package` on Linux.

Runs under the build's own environment, which packaging/prepare.sh makes: the locked packages, the
wheel of this checkout and PyInstaller, and nothing else.
"""

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import Any

import icons

from reviewer import build as names

HERE = Path(__file__).parent
ROOT = HERE.parent
WORK = ROOT / "build" / "package"


def main() -> None:
    """Build into ``--into`` (default dist/) and say what was made."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--into", type=Path, default=ROOT / "dist", help="where the results go")
    parser.add_argument("--work", type=Path, default=WORK, help="where the work is done")
    parser.add_argument("--app-only", action="store_true", help="no .deb and no .tar.xz")
    given = parser.parse_args()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    project["version"] = version(project["name"])  # of the wheel, as pyproject.toml has it
    images = icons.pngs()
    epoch = freeze(given.work.absolute(), given.into.absolute(), images)
    app = given.into / project["name"]
    list_parts(app)
    share_notes(app, given.into)
    if sys.platform == "linux" and not given.app_only:
        pack(project, app, given.work, images, epoch)


def freeze(work: Path, into: Path, images: dict[int, bytes]) -> int:
    """Run PyInstaller on a clean folder; returns the time that stands in everything built."""
    shutil.rmtree(work / "pyinstaller", ignore_errors=True)
    shutil.rmtree(work / "notes", ignore_errors=True)
    work.mkdir(parents=True, exist_ok=True)
    (work / "reviewer.ico").write_bytes(icons.ico(images))
    (work / "reviewer.icns").write_bytes(icons.icns(images))
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or asked_of_git("log", "-1", "--format=%ct")
    env = {
        **os.environ,
        "REVIEWER_WORK": str(work),
        "REVIEWER_COMMIT": commit(),
        "SOURCE_DATE_EPOCH": epoch or "946684800",  # without git: any time, but always the same
        "PYTHONHASHSEED": "0",
        "PYINSTALLER_CONFIG_DIR": str(work / "cache"),
    }
    # -P: not this checkout is bundled but what is installed, which has the shipped files in it.
    command = [sys.executable, "-P", "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    command += ["--distpath", str(into), "--workpath", str(work / "pyinstaller")]
    subprocess.run([*command, str(HERE / "reviewer.spec")], check=True, env=env, cwd=work)
    return int(env["SOURCE_DATE_EPOCH"])


def commit() -> str:
    """The commit that is built, marked if files were changed since; empty without git."""
    known = asked_of_git("rev-parse", "HEAD")
    changed = asked_of_git("status", "--porcelain", "--untracked-files=no")
    return f"{known} and changes" if known and changed else known


def asked_of_git(*words: str) -> str:
    """What git says, or nothing where there is no git or no repository."""
    # A clone that another user made, as CI's often is, is no danger to a look at its log.
    command = ["git", "-c", "safe.directory=*", *words]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def list_parts(app: Path) -> None:
    """Write down every file with its SHA-256, for the self-test to compare with."""
    notes = data_folder(app)
    files = sorted(p for p in app.rglob("*") if p.is_file() and p.name != names.PARTS)
    relative = [Path(os.path.relpath(p, notes)).as_posix() for p in files]
    sums = [hashlib.sha256(p.read_bytes()).hexdigest() for p in files]
    lines = [f"{digest}  {name}" for digest, name in zip(sums, relative, strict=True)]
    (notes / names.PARTS).write_text("\n".join(lines) + "\n", "utf-8")


def data_folder(app: Path) -> Path:
    """Where the shipped files lie in a build."""
    return app / "_internal" / "reviewer" / "_data"


def share_notes(app: Path, into: Path) -> None:
    """Licences and bill of materials also lie where a person finds them."""
    from notes import BILL  # noqa: PLC0415 - it needs the build's environment

    for name in (names.LICENCES, BILL):
        shutil.copyfile(data_folder(app) / name, into / name)


def pack(
    project: dict[str, Any], app: Path, work: Path, images: dict[int, bytes], epoch: int
) -> None:
    """The two packages for Linux."""
    import linux  # noqa: PLC0415 - it is of no use elsewhere

    release = linux.Release(project, app, images, epoch)
    name, number = project["name"], project["version"]
    architecture = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()
    deb = app.parent / f"{name}_{number}_{architecture}.deb"
    tar = app.parent / f"{name}-{number}-linux-{platform.machine()}.tar.xz"
    for made in (
        linux.make_deb(release, work / "deb", deb, architecture),
        linux.make_tar(release, tar),
    ):
        print(f"{made.name}: {made.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
