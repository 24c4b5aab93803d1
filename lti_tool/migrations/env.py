"""Runs migrations on the connection that lti_tool.db.migrating hands over. On SQLite tables are rebuilt (batch) with foreign keys off."""
from alembic import context

from lti_tool.db import Instant, Words, db
from lti_tool.db.side_tables import is_ours


def plain_types(kind, thing, _autogen):
    """Migrations must not change when our column types do: they name what the database sees."""
    if kind == "type" and isinstance(thing, Instant):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(thing, Words):
        return "sa.JSON()"
    return False


connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=db.metadata, render_as_batch=True, compare_type=True, include_name=is_ours, render_item=plain_types)
with context.begin_transaction():
    context.run_migrations()
