"""What alembic runs to bring a file along: the steps, on the connection that it was given."""

from alembic import context

from dashboard.register.model import Basis

context.configure(
    connection=context.config.attributes.get("verbinding"),
    dialect_name=context.config.attributes.get("dialect"),  # to write the steps out instead
    target_metadata=Basis.metadata,
    render_as_batch=True,  # SQLite cannot change a column, only copy the table
)
with context.begin_transaction():
    context.run_migrations()
