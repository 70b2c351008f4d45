"""From an older schema to this program's, after a backup that was opened and checked."""

from pathlib import Path

from sqlalchemy import Connection

from reviewer.domain.errors import StorageError
from reviewer.storage import backup, engine
from reviewer.storage.tables import SCHEMA


def upgrade(connection: Connection, path: Path) -> None:
    """Run the Alembic scripts in one transaction; on failure the file is as it was.

    Alembic is imported here, and only here: it costs more than opening a project does.
    """
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.util import CommandError  # noqa: PLC0415 - see above

    backup.make(connection, path, backup.folder_for(path))
    with engine.rebuilding(connection):
        try:
            command.upgrade(configuration(connection), "head")
        except CommandError as cause:
            raise StorageError(
                f"“{path.name}” cannot be brought to this program's schema: {cause}."
            ) from cause
        engine.set_identity(connection, SCHEMA)


def configuration(connection: Connection) -> "Config":  # type: ignore[name-defined] # noqa: F821
    """Alembic's settings for an open connection."""
    from alembic.config import Config  # noqa: PLC0415 - see above

    made = Config()
    made.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    made.attributes["connection"] = connection
    return made
