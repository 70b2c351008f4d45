"""A program that is killed leaves a project that opens."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer.domain.errors import ReviewerError
from reviewer.services import codebook, reading
from reviewer.services.history import next_undo
from reviewer.services.projects import check_project, open_project
from reviewer.services.sample import make_sample

CHILD = """
import sys
from pathlib import Path
from reviewer.services.codebook import add_tag
from reviewer.services.projects import new_project
project = new_project(Path(sys.argv[1]), "Mara")
add_tag(project, "sanctions")
print("written", flush=True)
sys.stdin.read()
"""


def test_a_project_opens_though_its_first_program_was_killed(tmp_path: Path) -> None:
    path = tmp_path / "Aid.review"
    command = [sys.executable, "-c", CHILD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"written\n"
        program.send_signal(signal.SIGKILL)
    with open_project(path, "Mara") as project:
        assert [tag.name for tag in reading.tags(project)] == ["sanctions"]
        assert next_undo(project) == "Add tag “sanctions”"
        assert check_project(project) == []


def test_a_sample_that_cannot_be_made_whole_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "data" / "Sample project.review"
    with monkeypatch.context() as broken:
        broken.setattr("reviewer.services.sample._load", fail)
        with pytest.raises(KeyboardInterrupt):
            make_sample(path, "Mara")
    assert list(path.parent.iterdir()) == []
    with make_sample(path, "Mara") as project:
        assert len(reading.source_ids(project)) == 5
        codebook.add_tag(project, "mine")
        assert project.reviewer == "Mara"


def test_where_the_sample_cannot_lie_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    with pytest.raises(ReviewerError, match="cannot be written"):
        make_sample(tmp_path / "data" / "Sample project.review", "Mara")
