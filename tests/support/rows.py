"""Looks through the whole database, as whoever gets hold of a copy could."""
import sqlalchemy as sa

from lti_tool.db import db, transaction


def rows_with(app, words) -> list[str]:
    """Where one of these words stands: ["note.text", ...]."""
    found = []
    with app.app_context(), transaction(writes=False):
        for table in db.metadata.sorted_tables:
            for row in db.session.execute(sa.select(table)).mappings():
                found += [f"{table.name}.{name}" for name, value in row.items() if any(word in str(value) for word in words)]
    return found


def rows(app, query: str, **values) -> list[tuple]:
    with app.app_context(), transaction(writes=False):
        return [tuple(row) for row in db.session.execute(sa.text(query), values)]
