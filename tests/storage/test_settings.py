"""How a project was last used: kept with it, and no work that undo would step through."""

from pathlib import Path

import pytest
from making import rows_of
from sqlalchemy import text

from reviewer.storage import settings
from reviewer.storage.project import Project


def test_what_is_kept_is_read_after_reopening_and_replaced_by_the_next(path: Path) -> None:
    with Project.open(path, reviewer="Ada") as project:
        assert settings.read(project, "report") is None
        settings.keep(project, "report", {"title": "Aid “in full” 🥝"})
        settings.keep(project, "report", {"title": "Aid", "statuses": ["open"]})
    with Project.open(path, reviewer="Ada") as project:
        assert settings.read(project, "report") == {"title": "Aid", "statuses": ["open"]}


def test_keeping_a_setting_is_no_step_of_undo_and_no_entry(project: Project) -> None:
    before, history = rows_of(project), project.history
    entries = project.execute(text("SELECT count(*) FROM journal")).scalar()
    settings.keep(project, "report", 1)
    assert rows_of(project) == before
    assert project.history == history
    assert project.execute(text("SELECT count(*) FROM journal")).scalar() == entries


@pytest.mark.parametrize("value", ["{", "", b"\x00"])
def test_what_another_program_spoilt_counts_as_nothing(project: Project, value: object) -> None:
    settings.keep(project, "report", 1)
    project.connection.exec_driver_sql("UPDATE setting SET value = ?", (value,))
    assert settings.read(project, "report") is None
