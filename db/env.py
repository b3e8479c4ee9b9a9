"""Run the migrations on the connection that the program hands over, inside its transaction."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    render_as_batch=True,  # SQLite alters a table by copying it
    transactional_ddl=True,  # DDL takes part in a transaction once the driver does not commit by itself
    transaction_per_migration=False,
)

with context.begin_transaction():
    context.run_migrations()
