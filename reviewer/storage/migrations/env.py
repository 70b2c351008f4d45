"""Alembic's entry: runs on the connection that storage/migrate.py hands over."""

from alembic import context

from reviewer.storage.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=False,  # the caller holds the transaction
)
context.run_migrations()
