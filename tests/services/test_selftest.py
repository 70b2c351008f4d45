"""The self-test tries what it says, and a broken part fails the step that needs it."""

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain.errors import ReviewerError
from reviewer.exchange import html
from reviewer.exchange.formats import FORMATS
from reviewer.services import projects, selftest
from reviewer.storage import engine, migrate, oldest, search


def _failed(folder: Path) -> dict[str, str]:
    """Step → why it failed; all the steps that there are, one after the other."""
    failed = {}
    for what, step in selftest.project_steps(folder, FORMATS.values()):
        try:
            step()
        except Exception as error:  # noqa: BLE001 - as the self-test itself does
            failed[what] = selftest.told(error)
    return failed


def test_all_steps_pass_and_leave_no_backup(tmp_path: Path, own_home: Path) -> None:
    assert _failed(tmp_path) == {}
    assert not [path for path in own_home.rglob("*") if path.is_file()]


def test_the_oldest_project_is_of_the_first_schema_and_comes_along(tmp_path: Path) -> None:
    path = tmp_path / "old.review"
    oldest.make_oldest(path, "Old", "Ada")
    connection = engine.connect(path, read_only=True)
    version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
    assert (version, engine.pragma(connection, "user_version")) == ("0001", 1)
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
    assert set(failed) == {f"export {name} and read it back" for name in ("html", "evidence")}
    assert "report.html" in failed["export html and read it back"]


@pytest.mark.parametrize(
    ("index", "step"),
    [("passage_words", "search for words"), ("passage_trigrams", "search inside words")],
)
def test_each_tokenizer_is_tried_by_its_own_step(tmp_path: Path, monkeypatch, index, step) -> None:
    class Without(str):
        __slots__ = ()

        def format(self, **given: str) -> str:
            made = super().format(**given)
            return made.replace(":limit", "0 * :limit") if given["index"] == index else made

    monkeypatch.setattr(search, "_MATCH", Without(search._MATCH))
    assert set(_failed(tmp_path)) == {step}


def test_a_report_that_says_nothing_fails(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(selftest, "words_in", lambda _target: "")
    assert set(_failed(tmp_path)) == {f"export {name} and read it back" for name in FORMATS}


# The others hold the words in the journal or in whole texts as well.
@pytest.mark.parametrize("name", ["html", "markdown", "docx", "jsonld", "jsonl", "graphml", "dot"])
def test_a_report_without_its_quotes_fails(tmp_path: Path, monkeypatch, name: str) -> None:
    def write(material, file):
        few = tuple(p for p in material.annotations if "40" not in p.annotation.target.exact)
        less = replace(material, annotations=few, relations=(), contents={}, journal=())
        yield from real.write(less, file)

    real = FORMATS[name]
    monkeypatch.setitem(FORMATS, name, replace(real, write=write, files=real.files))
    failed = _failed(tmp_path)
    assert set(failed) == {f"export {name} and read it back"}
    assert "40 million euros" in failed[f"export {name} and read it back"]


def test_a_damaged_build_fails(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(selftest, "parts", lambda: {tmp_path / "libqsvg.so": "0" * 64})
    failed = _failed(tmp_path)
    assert set(failed) == {"find every part of the build"}
    assert "libqsvg.so is missing" in failed["find every part of the build"]


def test_what_does_not_hold_is_said() -> None:
    with pytest.raises(ReviewerError, match="no such thing"):
        selftest.expect(False, "no such thing")
