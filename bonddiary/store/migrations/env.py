"""Alembic's entry: uses the connection that is handed over, inside the transaction already begun."""

from alembic import context

from bonddiary.store.rows import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
