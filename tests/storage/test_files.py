"""A file that cannot be opened or written: one clear sentence, and the file as it was."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hardship import files_no_longer_than, open_folder, small_disk, without_rights
from making import annotation_of, bring_in, rows_of, small_project

from reviewer.domain.errors import ExchangeError, StorageError
from reviewer.services import annotating, codebook
from reviewer.services.projects import check_project, new_project, save_copy
from reviewer.services.reporting import write_whole
from reviewer.storage import engine, journal, queries
from reviewer.storage.project import Project

OPENED_BY = "Ada"
LONG = "A line of the text that fills the disk. " * 20_000


def refusal(path: Path) -> str:
    """Why a file is not opened; it must be one sentence or two, for a person."""
    with pytest.raises(StorageError) as caught:
        Project.open(path, reviewer=OPENED_BY)
    sentence = str(caught.value)
    assert "Traceback" not in sentence
    assert "sqlite" not in sentence.lower()
    assert sentence.endswith(".")
    assert len(sentence) < 300
    return sentence


def other_database(path: Path) -> bytes:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("CREATE TABLE note (body TEXT)")
    return path.read_bytes()


@pytest.mark.parametrize("data", [b"", b"x", b"A text, not a project.\n" * 50, bytes(5000)])
def test_a_file_of_another_kind(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "notes.review"
    path.write_bytes(data)
    assert refusal(path) == "“notes.review” is not a Reviewer project."
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_another_database(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    data = other_database(path)
    assert refusal(path) == "“other.db” is not a Reviewer project."
    assert path.read_bytes() == data


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)
    assert "does not exist" in refusal(tmp_path / "none.review")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("left", [100, 4096, 3 * 4096, 20 * 4096 + 17])
def test_a_truncated_file(path: Path, left: int) -> None:
    data = path.read_bytes()[:left]
    path.write_bytes(data)
    assert_damage_is_told(path)
    assert path.read_bytes() == data


def assert_damage_is_told(path: Path) -> None:
    """On opening, or by the check if nothing that opening reads was hit."""
    try:
        with Project.open(path, reviewer=OPENED_BY) as project:
            said = check_project(project)
    except StorageError as error:
        said = [sentence for sentence in [str(error)] if "damaged" in sentence]
    assert said


def pages(path: Path) -> list[int]:
    return list(range(1, path.stat().st_size // 4096))


@pytest.mark.parametrize("part", range(8))
def test_a_page_of_garbage(path: Path, part: int) -> None:
    found = 0
    whole = path.read_bytes()
    for page in pages(path)[part::8]:
        data = bytearray(whole)
        data[page * 4096 : (page + 1) * 4096] = b"\xa5" * 4096
        path.write_bytes(data)
        assert_damage_is_told(path)
        assert path.read_bytes() == data
        found += 1
    assert found


def test_damage_that_an_action_meets_is_told(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'annotation'"
        page = raw.execute(query).fetchone()[0] - 1
    data = bytearray(path.read_bytes())
    data[page * 4096 : (page + 1) * 4096] = b"\xa5" * 4096
    path.write_bytes(data)
    with (
        Project.open(path, reviewer=OPENED_BY) as project,
        pytest.raises(StorageError, match=r"damaged\. Restore the newest backup"),
    ):
        annotation_of(project, "May 2023")


def test_tags_below_one_another_are_damage(path: Path) -> None:
    with Project.open(path, reviewer=OPENED_BY) as project:
        codebook.add_tag(project, "aid")
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE tag SET parent_id = id")
        raw.commit()
    with (
        Project.open(path, reviewer=OPENED_BY) as project,
        pytest.raises(StorageError, match="damaged"),
    ):
        queries.tags(project)


@pytest.mark.parametrize("gone", ["deleted", "replaced", "folder"])
def test_what_is_done_in_a_file_that_is_gone_is_refused_and_can_be_saved_elsewhere(
    tmp_path: Path, gone: str
) -> None:
    """SQLite would go on without a word, and all of it would be lost at the end."""
    folder = tmp_path / "folder"
    folder.mkdir()
    path = small_project(folder / "small.review")
    with Project.open(path, reviewer=OPENED_BY) as project:
        before = annotation_of(project, "May 2023").id
        if gone == "folder":
            folder.rename(tmp_path / "elsewhere")
        else:
            path.unlink()
        if gone == "replaced":
            path.write_bytes(b"another file")
        with pytest.raises(StorageError, match=r"moved, deleted or replaced.*Save a copy"):
            annotating.delete_annotation(project, before)
        saved = save_copy(project, tmp_path / "saved.review")
    with Project.open(saved, reviewer=OPENED_BY) as copy:
        assert check_project(copy) == []
        annotating.delete_annotation(copy, before)


def test_a_newer_schema(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA user_version = 99")
    data = path.read_bytes()
    sentence = refusal(path)
    assert "made by a newer Reviewer (schema 99" in sentence
    assert "Update Reviewer" in sentence
    assert path.read_bytes() == data


@pytest.mark.parametrize("schema", [0, -1])
def test_a_schema_that_never_was(path: Path, schema: int) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA user_version = {schema}")
    data = path.read_bytes()
    assert "does not say which schema it has" in refusal(path)
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    "code",
    [
        "CREATE TRIGGER t AFTER INSERT ON tag BEGIN DELETE FROM journal; END",
        "CREATE VIEW v AS SELECT * FROM tag",
    ],
)
def test_a_file_with_code_in_it(path: Path, code: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(code)
    data = path.read_bytes()
    assert "triggers or views" in refusal(path)
    assert path.read_bytes() == data


@pytest.mark.parametrize("table", ["journal", "tag", "passage_words"])
def test_a_file_without_one_of_its_tables(path: Path, table: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"DROP TABLE {table}")
    with pytest.raises(StorageError, match="damaged"):
        _work_on(path)


def _work_on(path: Path) -> None:
    with Project.open(path, reviewer=OPENED_BY) as project:
        rows_of(project)
        annotating.edit_note(project, annotation_of(project, "May 2023").id, "", "x")


NAMES = ["Übersicht für 2024.review", "100% sure?.review", "a#b&c=d.review", "新西兰 🥝.review"]


@pytest.mark.parametrize("name", NAMES)
def test_names_that_mean_something_in_an_address(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "with space & ?#%41"
    folder.mkdir()
    small_project(folder / name)
    with Project.open(folder / name, reviewer=OPENED_BY) as project:
        assert bring_in(project, "more.txt", "More.")
    assert [file.name for file in folder.iterdir()] == [name]
    with new_project(folder / f"new {name}", OPENED_BY) as project:
        assert not check_project(project)
    assert {file.name for file in folder.iterdir()} == {name, f"new {name}"}


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "caf\udce9.review"
    with new_project(path, OPENED_BY) as project:
        assert bring_in(project, "more.txt", "More.")
    with Project.open(path, reviewer=OPENED_BY) as project:
        assert not check_project(project)


def test_a_read_only_file_is_read_but_not_written() -> None:
    with open_folder() as folder:
        path = small_project(folder / "small.review")
        data = path.read_bytes()
        with without_rights(path, folder), pytest.raises(StorageError) as caught:
            _write(path)
        assert "cannot be" in str(caught.value)
        assert "written" in str(caught.value)
        assert path.read_bytes() == data
        assert list(folder.iterdir()) == [path]


def _write(path: Path) -> None:
    with Project.open(path, reviewer=OPENED_BY) as project:
        bring_in(project, "more.txt", "More.")


def test_a_read_only_file_in_a_folder_that_can_be_written() -> None:
    with open_folder() as folder:
        path = small_project(folder / "small.review")
        folder.chmod(0o777)
        data = path.read_bytes()
        with without_rights(path), pytest.raises(StorageError, match="is read-only"):
            _write(path)
        assert path.read_bytes() == data


def test_no_project_is_made_in_a_folder_that_cannot_be_written() -> None:
    with open_folder() as folder:
        path = folder / "new.review"
        with without_rights(folder), pytest.raises(StorageError, match="cannot be opened"):
            new_project(path, OPENED_BY)
        assert not list(folder.iterdir())


def test_a_file_that_may_not_be_read() -> None:
    with open_folder() as folder:
        path = small_project(folder / "small.review")
        with without_rights(path):
            pass
        path.chmod(0)
        with without_rights():
            assert "Permission denied" in refusal(path)


def test_no_project_is_made_over_another_or_nowhere(path: Path, tmp_path: Path) -> None:
    data = path.read_bytes()
    with pytest.raises(StorageError, match="exists already"):
        new_project(path, OPENED_BY)
    assert path.read_bytes() == data
    with pytest.raises(StorageError, match=r"folder .* does not exist"):
        new_project(tmp_path / "none" / "new.review", OPENED_BY)


def test_a_log_left_by_another_project_does_not_get_into_a_new_one(tmp_path: Path) -> None:
    path, kept = tmp_path / "new.review", tmp_path / "kept-wal"
    with new_project(path, OPENED_BY) as project:
        bring_in(project, "aid.txt", "The text of the old project.")
        shutil.copy(f"{path}-wal", kept)
    path.unlink()
    kept.rename(f"{path}-wal")
    with new_project(path, OPENED_BY) as project:
        assert not check_project(project)
        assert not rows_of(project)["source"]


def test_a_full_disk_leaves_the_last_state(project: Project) -> None:
    rows, last = rows_of(project), journal.last_entry(project.connection)
    size = engine.pragma(project.connection, "page_count")
    engine.pragma(project.connection, f"max_page_count = {size}")
    with pytest.raises(StorageError, match="The disk is full: the last step was not written"):
        bring_in(project, "long.txt", LONG)
    assert rows_of(project) == rows
    assert journal.last_entry(project.connection) == last
    engine.pragma(project.connection, "max_page_count = 1000000")
    assert bring_in(project, "long.txt", LONG)
    assert not check_project(project)


def test_a_disk_that_takes_no_more_leaves_the_last_state(path: Path) -> None:
    with Project.open(path, reviewer=OPENED_BY) as project:
        rows = rows_of(project)
        with files_no_longer_than(200_000), pytest.raises(StorageError, match="not written"):
            bring_in(project, "long.txt", LONG)
        assert rows_of(project) == rows
        assert not check_project(project)


def test_a_real_full_disk_leaves_the_last_state() -> None:
    with small_disk(1_000_000) as folder:
        path = small_project(folder / "small.review")
        with Project.open(path, reviewer=OPENED_BY) as project:
            rows = rows_of(project)
            with pytest.raises(StorageError, match="not written"):
                bring_in(project, "long.txt", LONG)
            assert rows_of(project) == rows
        with Project.open(path, reviewer=OPENED_BY) as project:
            assert rows_of(project) == rows
            assert not check_project(project)


def test_no_half_project_is_made_on_a_full_disk() -> None:
    with small_disk(100_000) as folder:
        with pytest.raises(StorageError, match=r"not written|full"):
            new_project(folder / "new.review", OPENED_BY)
        assert not list(folder.iterdir())


def test_only_a_plain_file_is_written_over(tmp_path: Path) -> None:
    """A device, or what else bears a name, must not be replaced by a file."""
    pipe = tmp_path / "report.html"
    os.mkfifo(pipe)
    for target, why in ((pipe, "not a plain file"), (tmp_path, "a folder")):
        with pytest.raises(ExchangeError, match=why):
            write_whole(target, b"")
    assert pipe.is_fifo()
    with pytest.raises(ExchangeError, match="too long"):
        write_whole(tmp_path / ("n" * 300), b"")
