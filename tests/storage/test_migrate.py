"""Schemas: the one that is made is the one that the scripts lead to; older files come along."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from making import rows_of
from sqlalchemy import inspect, text

from reviewer.domain.errors import StorageError
from reviewer.services import codebook, history, projects
from reviewer.storage import backup, engine, migrate, project, tables
from reviewer.storage.project import Project
from reviewer.storage.tables import Base

FIXTURES = Path(__file__).parents[1] / "fixtures" / "projects"

NEXT = """
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "0003", "0002", None, None
def upgrade():
    with op.batch_alter_table("tag", recreate="always") as batch:
        batch.add_column(sa.Column("symbol", sa.String(), nullable=False, server_default=""))
    {more}
"""


def schema_of(path: Path) -> dict[str, Any]:
    connection = engine.connect(path)
    found = inspect(connection)
    described = {
        table: {
            "columns": [
                (c["name"], str(c["type"]), c["nullable"]) for c in found.get_columns(table)
            ],
            "key": found.get_pk_constraint(table),
            "indexes": sorted(found.get_indexes(table), key=lambda index: str(index["name"])),
            "references": sorted(found.get_foreign_keys(table), key=lambda key: str(key["name"])),
        }
        for table in found.get_table_names()
    }
    engine.close(connection)
    return described


def test_the_schema_that_is_made_is_the_one_that_the_scripts_lead_to(tmp_path: Path) -> None:
    made, led = tmp_path / "made.review", tmp_path / "led.review"
    projects.new_project(made, "Ada").close()
    connection = engine.connect(led, create=True)
    engine.begin(connection)
    command.upgrade(migrate.configuration(connection), "head")
    connection.commit()
    engine.close(connection)
    assert schema_of(made) == schema_of(led)
    assert "relation_member" in schema_of(made)


def test_alembic_finds_no_difference_between_file_and_tables(path: Path) -> None:
    with Project.open(path, reviewer="Ada") as opened:

        def ours(name: str | None, kind: str, _parents: object) -> bool:
            return not (kind == "table" and str(name).startswith("passage_"))

        context = MigrationContext.configure(opened.connection, opts={"include_name": ours})
        assert compare_metadata(context, Base.metadata) == []
        assert context.get_current_revision() == tables.REVISION


def age(path: Path) -> None:
    connection = engine.connect(path)
    connection.exec_driver_sql("PRAGMA user_version = 1")
    engine.close(connection)


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """The program as it may be one day: with a second schema."""

    def release(more: str = "") -> None:
        scripts = tmp_path / "migrations"
        shutil.copytree(Path(migrate.__file__).with_name("migrations"), scripts)
        (scripts / "versions" / "0003_symbol.py").write_text(NEXT.format(more=more))
        real = migrate.configuration

        def configuration(connection: Any) -> Any:
            made = real(connection)
            made.set_main_option("script_location", str(scripts))
            return made

        monkeypatch.setattr(migrate, "configuration", configuration)
        monkeypatch.setattr(migrate, "SCHEMA", tables.SCHEMA + 1)
        monkeypatch.setattr(project, "SCHEMA", tables.SCHEMA + 1)

    return release


def test_an_older_project_is_migrated_after_a_backup(path: Path, newer) -> None:
    with Project.open(path, reviewer="Ada") as opened:
        before = rows_of(opened)
    newer()
    with Project.open(path, reviewer="Ada") as opened:
        assert rows_of(opened) == before
        assert opened.execute(text("SELECT count(*) FROM tag WHERE symbol = ''")).scalar() == 3
        assert engine.pragma(opened.connection, "user_version") == tables.SCHEMA + 1
        assert engine.pragma(opened.connection, "foreign_keys") == 1
        assert not engine.integrity(opened.connection)
    ((_, kept),) = projects.backups_of(path)
    assert "symbol" not in str(schema_of(kept)["tag"])


@pytest.mark.parametrize(
    "more",
    [
        'op.execute("INSERT INTO nowhere VALUES (1)")',
        "op.execute(\"DELETE FROM tag WHERE name = 'total'\")",  # leaves references to nothing
        "raise RuntimeError",
    ],
)
def test_a_migration_that_fails_leaves_the_file_as_it_was(path: Path, newer, more: str) -> None:
    with Project.open(path, reviewer="Ada") as opened:
        before, schema = rows_of(opened), schema_of(path)
    newer(more)
    with pytest.raises((StorageError, RuntimeError)):
        Project.open(path, reviewer="Ada")
    assert schema_of(path) == schema
    assert len(projects.backups_of(path)) == 1
    connection = engine.connect(path)
    assert engine.pragma(connection, "user_version") == tables.SCHEMA
    with Project(path, connection, "Ada") as opened:
        assert rows_of(opened) == before
        assert not projects.check_project(opened)


def test_without_room_for_a_backup_nothing_is_migrated(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    age(path)
    data = path.read_bytes()
    blocked = path.with_name("blocked")
    blocked.write_bytes(b"a file where the folder should be")
    monkeypatch.setattr(backup, "folder_for", lambda _path: blocked)
    with pytest.raises(StorageError, match="No backup can be written"):
        Project.open(path, reviewer="Ada")
    assert path.read_bytes() == data


def test_a_schema_that_no_script_knows_is_a_sentence(path: Path) -> None:
    age(path)
    connection = engine.connect(path)
    connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'beta'")
    engine.close(connection)
    with pytest.raises(StorageError, match="cannot be brought to this program's schema"):
        Project.open(path, reviewer="Ada")


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.review")), ids=lambda p: p.stem)
def test_a_project_of_every_schema_ever_opens_and_is_undone(path: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(path, tmp_path / path.name))
    with Project.open(copy, reviewer="Ada") as opened:
        assert not projects.check_project(opened)
        assert queries_title(opened) == path.stem
        states = [rows_of(opened)]
        while history.undo(opened):
            states.append(rows_of(opened))
        assert len(states) > 10
        assert not states[-1]["source"]
        while history.redo(opened):
            pass
        assert rows_of(opened) == states[0]
        assert codebook.add_tag(opened, "place")
        assert not projects.check_project(opened)


def queries_title(opened: Project) -> str:
    return projects.project_title(opened)
