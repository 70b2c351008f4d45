"""A process that is killed at any moment: all that it said was done is there, and is whole."""

import subprocess
import sys
from pathlib import Path

import pytest
from making import rows_of, small_project

from reviewer.services import codebook, history
from reviewer.services.projects import check_project, save_copy
from reviewer.storage.project import Project

CHILD = Path(__file__).parents[1] / "helpers" / "busy_child.py"


def start(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(CHILD), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("after", [1, 2, 23])
def test_a_killed_process_leaves_every_action_that_it_finished(path: Path, after: int) -> None:
    with start(str(path)) as child:
        said = [child.stdout.readline() for _ in range(after)]
        child.kill()  # while it works on the next
        said += [line for line in child.stdout.read().splitlines(keepends=True) if line[-1] == "\n"]
    assert path.with_name(f"{path.name}-wal").exists()
    with Project.open(path, reviewer="Ada") as project:
        assert not check_project(project)
        names = {row["name"] for row in rows_of(project)["tag"].values()}
        assert {f"tag {line.strip()}" for line in said} <= names
        assert len(names) - len(said) in (3, 4)  # the last may be done and not said yet
        before = rows_of(project)
        last = history.next_undo(project)
        assert history.undo(project).label == last == f"Add tag “tag {len(names) - 4}”"
        assert len(rows_of(project)["tag"]) == len(names) - 1
        history.redo(project)
        assert rows_of(project) == before
    assert not path.with_name(f"{path.name}-wal").exists()


def test_a_process_killed_when_it_had_just_made_a_project(tmp_path: Path) -> None:
    path = tmp_path / "new.review"
    with start(str(path), "new") as child:
        assert child.stdout.readline() == "made\n"
        child.kill()
    with Project.open(path, reviewer="Ada") as project:
        assert not check_project(project)
        assert codebook.add_tag(project, "place")


def test_no_copy_is_put_where_a_killed_process_left_a_log(path: Path, tmp_path: Path) -> None:
    """SQLite would apply the log to the copy."""
    killed = small_project(tmp_path / "killed.review")
    with start(str(killed)) as child:
        child.stdout.readline()
        child.kill()
    data = killed.read_bytes()
    with (
        Project.open(path, reviewer="Ada") as project,
        pytest.raises(Exception, match="not closed properly"),
    ):
        save_copy(project, killed)
    assert killed.read_bytes() == data
