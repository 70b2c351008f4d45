"""The self-test tries what it says, and a broken part fails the step that needs it."""

from pathlib import Path

import pytest

from reviewer import cli
from reviewer.domain.errors import ReviewerError
from reviewer.exchange import html
from reviewer.services import projects, selftest
from reviewer.storage import engine, migrate, oldest, search


def _failed(folder: Path) -> dict[str, str]:
    """Step → why it failed; all the steps that there are, one after the other."""
    failed = {}
    for what, step in selftest.project_steps(folder):
        try:
            step()
        except Exception as error:  # noqa: BLE001 - as the self-test itself does
            failed[what] = f"{type(error).__name__}: {error}"
    return failed


def test_all_steps_pass_and_leave_no_backup(tmp_path: Path, own_home: Path) -> None:
    assert _failed(tmp_path) == {}
    assert not [path for path in own_home.rglob("*") if path.is_file()]


def test_each_report_format_of_the_terminal_is_tried() -> None:
    export = next(a for a in cli._commands()._subparsers._group_actions)
    (formats,) = [a.choices for a in export.choices["export"]._actions if a.dest == "format"]
    assert set(formats) == set(selftest.REPORTS)


def test_the_oldest_project_is_of_the_first_schema_and_comes_along(tmp_path: Path) -> None:
    path = tmp_path / "old.review"
    oldest.make_oldest(path, "Old", "Ada")
    connection = engine.connect(path, read_only=True)
    version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
    assert (version, engine.pragma(connection, "user_version")) == ("0001", 0)
    engine.close(connection)
    with projects.open_project(path, "Ada") as project:
        assert projects.project_title(project) == "Old"
        assert projects.check_project(project) == []
    assert len(projects.backups_of(path)) == 1


def test_a_missing_migration_is_named(tmp_path: Path, monkeypatch) -> None:
    real = migrate.configuration

    def configuration(connection):
        made = real(connection)
        made.set_main_option("script_location", str(tmp_path / "migrations"))
        return made

    monkeypatch.setattr(migrate, "configuration", configuration)
    failed = _failed(tmp_path)
    assert set(failed) == {"migrate an old project"}
    assert "migrations" in failed["migrate an old project"]


def test_a_missing_template_is_named(tmp_path: Path, monkeypatch) -> None:
    html._environment.cache_clear()
    monkeypatch.setattr(html, "asset", tmp_path.joinpath)
    failed = _failed(tmp_path)
    html._environment.cache_clear()
    assert set(failed) == {"export html and read it back"}
    assert "report" in failed["export html and read it back"]


@pytest.mark.parametrize(
    ("index", "step"),
    [("passage_words", "search for words"), ("passage_trigrams", "search inside words")],
)
def test_each_tokenizer_is_tried_by_its_own_step(tmp_path: Path, monkeypatch, index, step) -> None:
    real = search._run
    monkeypatch.setattr(search, "_run", lambda *given: [] if index in given else real(*given))
    assert set(_failed(tmp_path)) == {step}


def test_a_report_without_its_quotes_fails(tmp_path: Path, monkeypatch) -> None:
    def write(_project, target: Path) -> None:
        target.write_text("<p>40 million euros</p><mark>30 million euros</mark>")

    monkeypatch.setitem(selftest.REPORTS, "html", (write, selftest.REPORTS["html"][1]))
    assert set(_failed(tmp_path)) == {"export html and read it back"}


def test_a_damaged_build_fails(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(selftest, "parts", lambda: {tmp_path / "libqsvg.so": "0" * 64})
    failed = _failed(tmp_path)
    assert set(failed) == {"find every part of the build"}
    assert "libqsvg.so is missing" in failed["find every part of the build"]


def test_what_does_not_hold_is_said() -> None:
    with pytest.raises(ReviewerError, match="no such thing"):
        selftest.expect(False, "no such thing")
