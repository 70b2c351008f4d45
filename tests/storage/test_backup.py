"""Copies: made whole, checked, kept as long as they are wanted, and never half."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hardship import files_no_longer_than, open_folder, without_rights
from making import bring_in, edition_id, rows_of, small_project

from reviewer.domain.errors import StorageError
from reviewer.services import projects
from reviewer.storage import backup
from reviewer.storage.project import Project


@pytest.fixture
def folder(path: Path) -> Path:
    return backup.folder_for(path)


def test_a_backup_is_the_project_as_it_is_also_while_it_is_open(project: Project) -> None:
    bring_in(project, "new.txt", "Not folded into the file yet.")
    made = projects.back_up(project.path)
    assert [file for _, file in projects.backups_of(project.path)] == [made]
    assert [file.name for file in made.parent.iterdir()] == [made.name]
    with Project.open(made, reviewer="Ada") as copy:
        assert rows_of(copy) == rows_of(project)
        assert not projects.check_project(copy)


def test_a_damaged_project_is_not_backed_up_and_older_backups_stay(
    path: Path, folder: Path
) -> None:
    good = projects.back_up(path)
    data = bytearray(path.read_bytes())
    for page in range(20, len(data) // 4096):
        data[page * 4096 : page * 4096 + 2000] = b"\xa5" * 2000
    path.write_bytes(data)
    with pytest.raises(StorageError, match=r"“small\.review” is damaged"):
        projects.back_up(path)
    assert list(folder.iterdir()) == [good]
    with Project.open(good, reviewer="Ada") as copy:
        assert not projects.check_project(copy)


def test_a_backup_that_does_not_fit_leaves_the_older_ones(path: Path, folder: Path) -> None:
    good = projects.back_up(path)
    with files_no_longer_than(20_000), pytest.raises(StorageError, match="review"):
        projects.back_up(path)
    assert list(folder.iterdir()) == [good]


def test_a_folder_that_cannot_be_made(path: Path) -> None:
    with open_folder() as place:
        target = place / "backups"
        with (
            Project.open(path, reviewer="Ada") as project,
            without_rights(place),
            pytest.raises(StorageError, match="No backup can be written"),
        ):
            backup.make(project.connection, path, target)


def test_what_is_not_a_backup_is_neither_listed_nor_deleted(path: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    strangers = [folder / "2024-07-01T120000.000000Z.part", folder / "my own.review"]
    for file in strangers:
        file.write_bytes(b"half")
    made = projects.back_up(path)
    assert [file for _, file in projects.backups_of(path)] == [made]
    assert set(folder.iterdir()) == {made, *strangers}


def test_old_backups_go_when_a_new_one_is_there(path: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    today = datetime.now(UTC).replace(hour=0, minute=0)
    for days in range(1, 40):
        when = today - timedelta(days=days)
        (folder / f"{when.strftime('%Y-%m-%dT%H%M%S.%fZ')}.review").write_bytes(b"")
    made = projects.back_up(path)
    found = projects.backups_of(path)
    assert found[0][1] == made
    assert [(today.date() - when.date()).days for when, _ in found[:12]] == list(range(12))
    assert 12 < len(found) < 22


def test_two_projects_of_one_name_have_backups_of_their_own(tmp_path: Path) -> None:
    places = [tmp_path / "a" / "b", tmp_path / "a-b"]
    for place in places:
        place.mkdir(parents=True)
    files = [small_project(place / "small.review") for place in places]
    made = [projects.back_up(file) for file in files]
    assert [projects.backups_of(file)[0][1] for file in files] == made
    assert made[0].parent != made[1].parent


def test_a_very_long_name_has_backups_too(tmp_path: Path) -> None:
    path = small_project(tmp_path / f"{'新' * 70}.review")
    assert projects.back_up(path).exists()


@pytest.fixture
def copied(project: Project, tmp_path: Path) -> Path:
    return projects.save_copy(project, tmp_path / "copy.review")


def test_a_copy_is_the_same_project_in_one_file(project: Project, copied: Path) -> None:
    assert {file.name for file in copied.parent.iterdir()} >= {"copy.review"}
    assert not list(copied.parent.glob(".*"))
    with Project.open(copied, reviewer="Ada") as copy:
        assert rows_of(copy) == rows_of(project)
        assert copy.history == project.history
    assert {f.name for f in copied.parent.glob("copy*")} == {"copy.review"}


def test_a_copy_takes_the_place_of_another_file(project: Project, tmp_path: Path) -> None:
    target = tmp_path / "copy.review"
    target.write_bytes(b"something else")
    projects.save_copy(project, target)
    with Project.open(target, reviewer="Ada") as copy:
        assert not projects.check_project(copy)


def test_a_copy_that_does_not_fit_leaves_what_was_there(project: Project, tmp_path: Path) -> None:
    target = tmp_path / "copy.review"
    target.write_bytes(b"something else")
    before = set(tmp_path.iterdir())
    with files_no_longer_than(20_000), pytest.raises(StorageError, match=r"“copy\.review”"):
        projects.save_copy(project, target)
    assert target.read_bytes() == b"something else"
    assert set(tmp_path.iterdir()) == before


def test_a_copy_onto_the_project_itself_is_refused(project: Project, tmp_path: Path) -> None:
    link = tmp_path / "link.review"
    link.symlink_to(project.path)
    for target in (project.path, link):
        with pytest.raises(StorageError, match="this project's own file"):
            projects.save_copy(project, target)
    assert not projects.check_project(project)


@pytest.mark.parametrize("place", ["none/copy.review", "small.review/copy.review"])
def test_a_copy_to_nowhere(project: Project, tmp_path: Path, place: str) -> None:
    with pytest.raises(StorageError, match="cannot be"):
        projects.save_copy(project, tmp_path / place)


def test_a_backup_is_restored_beside_the_project(path: Path, tmp_path: Path) -> None:
    made = projects.back_up(path)
    target = projects.restore_backup(made, tmp_path / "restored.review")
    assert target.read_bytes() == made.read_bytes()
    with pytest.raises(StorageError, match="exists already"):
        projects.restore_backup(made, path)


def test_a_restore_that_does_not_fit_leaves_nothing(path: Path, tmp_path: Path) -> None:
    made = projects.back_up(path)
    with files_no_longer_than(20_000), pytest.raises(StorageError, match="cannot be written"):
        projects.restore_backup(made, tmp_path / "restored.review")
    assert list(tmp_path.iterdir()) == [path]


def test_a_search_index_out_of_step_is_made_afresh(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE passage SET text = 'other' WHERE kind = 'note'")
        raw.execute("DELETE FROM passage WHERE kind = 'source'")
    with Project.open(path, reviewer="Ada") as project:
        assert projects.check_project(project)
        projects.renew_search(project)
        assert not projects.check_project(project)
        assert edition_id(project, "aid.txt")
