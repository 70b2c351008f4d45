"""The built application on a real screen, alone with what Linux gives it."""

import subprocess
from pathlib import Path

import pytest
from on_screen import window_named

from reviewer.services.projects import new_project

pytestmark = [pytest.mark.window, pytest.mark.built]


def test_it_opens_the_project_that_is_given(
    app: Path, screen: dict[str, str], tmp_path: Path
) -> None:
    project = tmp_path / "Aid to Ukraine.review"
    new_project(project, "Ada").close()
    env = {"HOME": str(tmp_path), "LANG": "C.UTF-8", "DISPLAY": screen["DISPLAY"]}
    with subprocess.Popen([str(app / "reviewer"), str(project)], env=env) as program:
        try:
            assert window_named(screen, "^Aid to Ukraine — Reviewer$")
        finally:
            program.terminate()


def test_all_of_it_works_on_a_screen(app: Path, screen: dict[str, str], tmp_path: Path) -> None:
    env = {"HOME": str(tmp_path), "LANG": "C.UTF-8", "DISPLAY": screen["DISPLAY"]}
    done = subprocess.run(
        [str(app / "reviewer"), "--self-test"], env=env, capture_output=True, text=True,
        timeout=900, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert " on xcb, " in done.stdout
