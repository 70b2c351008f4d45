"""Programs that we did not write, and that show whether others can read what we write."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from reviewer.system import TEST_PROGRAMS, install_line

PATIENCE = 900  # seconds; LibreOffice takes ten on a quiet machine


def program(name: str) -> str:
    """Where the program is; else the test is skipped, or in CI fails, naming the package."""
    if found := shutil.which(name):
        return found
    sentence = f"needs {name}: {install_line([TEST_PROGRAMS[name]])}"
    if os.environ.get("CI"):
        pytest.fail(sentence)
    pytest.skip(sentence)


def run(name: str, *arguments: object, **more: object) -> str:
    """Standard output of the program, which must succeed."""
    done = subprocess.run(
        [program(name), *map(str, arguments)],
        capture_output=True, encoding="utf-8", errors="replace", check=False, timeout=PATIENCE,
        **more,
    )  # fmt: skip
    assert done.returncode == 0, f"{name} {arguments}: {done.stdout}{done.stderr}"
    return done.stdout


def office(source: Path, to: str, folder: Path, filters: str = "") -> Path:
    """What LibreOffice makes of a file; its profile lies in ``folder``, as one may be in use."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    more = [f"--infilter={filters}"] if filters else []
    env = {**os.environ, "HOME": str(folder)}
    out = folder / "converted"
    run("soffice", profile, "--headless", *more, "--convert-to", to, "--outdir", out, source,
        env=env)  # fmt: skip
    made = list(out.glob(f"{source.stem}*.{to.split(':', maxsplit=1)[0]}"))
    assert made, f"LibreOffice made nothing of {source.name}"
    return made[0]
