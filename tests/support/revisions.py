"""A database as an older revision left it: filled with a lived-in course of that time."""
from pathlib import Path

import sqlalchemy as sa

from lti_tool.db.side_tables import is_a_side_table

RECIPES = Path(__file__).resolve().parents[1] / "fixtures" / "revisions"


def fill(engine, revision):
    """Puts a lived-in course of that revision into the database."""
    with engine.begin() as connection:
        for statement in (RECIPES / f"{revision}.sql").read_text(encoding="utf-8").split(";\n"):
            if statement.strip():
                connection.exec_driver_sql(statement.replace("%", "%%"))
        for table in sa.inspect(connection).get_table_names():  # numbers were given by hand; PostgreSQL goes on counting from here
            if engine.dialect.name == "postgresql" and table != "alembic_version" and "id" in columns_of(connection, table):
                if connection.scalar(sa.text("SELECT pg_get_serial_sequence(:table, 'id')"), {"table": f'"{table}"'}):
                    connection.exec_driver_sql(f"SELECT setval(pg_get_serial_sequence('\"{table}\"', 'id'), (SELECT max(id) FROM \"{table}\"))")


def columns_of(connection, table):
    return {column["name"] for column in sa.inspect(connection).get_columns(table)}


def counted(engine):
    """table -> number of rows."""
    with engine.connect() as connection:
        return {table: connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar()
                for table in sa.inspect(connection).get_table_names() if table != "alembic_version" and not is_a_side_table(table)}
