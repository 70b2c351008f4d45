"""A project as the first Reviewer made it, for proving that old projects still come along."""

from pathlib import Path

from reviewer.domain.changes import RowChange
from reviewer.domain.ids import new_id
from reviewer.domain.journal import EntryKind
from reviewer.storage import engine, journal, migrate
from reviewer.storage.records import now

FIRST = "0001"
_AGE = 1  # the schema that its one script makes, so that opening always migrates


def make_oldest(path: Path, title: str, reviewer: str) -> None:
    """Write a project file of the first schema by running the first Alembic script alone."""
    from alembic import command  # noqa: PLC0415 - it costs more than opening a project does

    row = {"id": new_id(), "title": title, "created_at": now()}
    connection = engine.connect(path, create=True)
    try:
        with engine.translated(path):
            engine.begin(connection)
            command.upgrade(migrate.configuration(connection), FIRST)
            connection.exec_driver_sql(
                "INSERT INTO project (id, title, created_at) VALUES (:id, :title, :created_at)", row
            )
            journal.write_entry(
                connection,
                [RowChange("project", row["id"], None, row)],
                kind=EntryKind.FINAL,
                label="Create the project",
                reviewer=reviewer,
                of=None,
            )
            engine.set_identity(connection, _AGE)
            connection.commit()
    finally:
        engine.close(connection)
