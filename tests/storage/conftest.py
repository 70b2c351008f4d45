"""The small project, open."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from making import small_project

from reviewer.storage.project import Project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The small project of two sources as a closed file."""
    return small_project(tmp_path / "small.review")


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    with Project.open(path, reviewer="Ada") as project:
        yield project
