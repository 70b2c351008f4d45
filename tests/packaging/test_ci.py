"""CI tries the bare Debian when what decides about the application has changed, and only then."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("git"), reason="CI runs on Linux, with git"
)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A repository of two commits on its main branch."""
    (tmp_path / "packaging").mkdir()
    _git(tmp_path, "init", "--quiet", "--initial-branch=main")
    for name in ("packaging/build.py", "README.md"):
        (tmp_path / name).write_text("first\n")
        _land(tmp_path)
    return tmp_path


def _git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def _land(folder: Path) -> None:
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--message=x")


def _changed(folder: Path) -> bool:
    text = (ROOT / ".ci" / "run").read_text("utf-8")
    function = text[text.index("packaging_changed() {") :]
    function = function[: function.index("\n}\n") + 3]
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", f"{function}\nif packaging_changed; then echo yes; fi"],
        cwd=folder, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout == "yes\n"


def test_a_commit_on_main_is_held_against_the_one_before(clone: Path) -> None:
    assert not _changed(clone)
    (clone / "packaging/build.py").write_text("second\n")
    _land(clone)
    assert _changed(clone)
    (clone / "README.md").write_text("second\n")
    _land(clone)
    assert not _changed(clone)


def test_a_branch_is_held_against_where_it_branched_off(clone: Path) -> None:
    _git(clone, "switch", "--quiet", "--create", "other")
    (clone / "uv.lock").write_text("locked\n")
    _land(clone)
    (clone / "README.md").write_text("third\n")
    _land(clone)
    assert _changed(clone)


def test_what_is_not_committed_counts(clone: Path) -> None:
    (clone / "packaging/build.py").write_text("being written\n")
    assert _changed(clone)


def test_where_git_cannot_tell_it_is_tried(tmp_path: Path, clone: Path) -> None:
    shallow = tmp_path / "shallow"
    _git(clone, "clone", "--quiet", "--depth=1", f"file://{clone}", str(shallow))
    assert _changed(shallow)
    (tmp_path / "none").mkdir()
    shutil.rmtree(clone / ".git")
    assert _changed(tmp_path / "none")
