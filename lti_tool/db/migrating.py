"""Brings a database to the present revision, under a lock, on SQLite with foreign keys off and checked before the commit."""
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from .transaction import _writing

FOLDER = Path(__file__).resolve().parent.parent / "migrations"
LOCK = 5_116_130  # any number, the same in every process: PostgreSQL's advisory lock


class BrokenReferences(Exception):
    """A migration would have left rows that refer to nothing. Nothing was changed."""


def config(connection=None) -> Config:
    settings = Config()
    settings.set_main_option("script_location", str(FOLDER))
    settings.attributes["connection"] = connection
    return settings


def known_revisions() -> list[str]:
    """The newest first."""
    return [script.revision for script in ScriptDirectory.from_config(config()).walk_revisions()]


def newest() -> str:
    return ScriptDirectory.from_config(config()).get_current_head()


def present(engine) -> str | None:
    """The database's revision, None when it is empty."""
    with engine.connect() as connection:
        return present_on(connection)


def present_on(connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def upgrade(engine, to: str = "head") -> None:
    """Raises BrokenReferences, and whatever a migration raises; either way nothing is changed."""
    with rebuilding(engine) as connection:
        given = numbers_given(connection) if engine.dialect.name == "sqlite" else {}
        migrate(connection, to)
        for table, number in given.items():  # a rebuilt table would begin again behind the highest number that is left
            connection.execute(sa.text("UPDATE sqlite_sequence SET seq = :number WHERE name = :table AND seq < :number"), {"table": table, "number": number})


def migrate(connection, to: str = "head") -> None:
    """In a transaction of `rebuilding`."""
    command.upgrade(config(connection), to)


@contextmanager
def rebuilding(engine):
    """A transaction in which tables may be made anew, of one process at a time. Raises BrokenReferences at its end, and changes nothing then."""
    if engine.dialect.name != "sqlite":
        with engine.begin() as connection:
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            yield connection
        return
    token = _writing.set(True)  # begins IMMEDIATE: the lock
    connection = engine.connect()
    raw = connection.connection.driver_connection
    try:
        # Rebuilding a parent table with foreign keys on would delete its children. The pragma does nothing inside a transaction.
        raw.execute("PRAGMA foreign_keys=OFF")
        with connection.begin():
            yield connection
            if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
                raise BrokenReferences(f"{len(broken)} rows, first in {broken[0][0]}")
    finally:
        raw.execute("PRAGMA foreign_keys=ON")
        connection.close()
        _writing.reset(token)


@contextmanager
def snapshot(engine):
    """A connection that reads the database as it is at one moment, while others go on writing; nobody rebuilds tables meanwhile."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection, connection.begin():
            yield connection
        return
    with engine.begin() as guard:
        guard.execute(sa.text("SELECT pg_advisory_xact_lock_shared(:lock)"), {"lock": LOCK})
        with engine.connect().execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True) as connection, connection.begin():
            yield connection


def numbers_given(connection) -> dict[str, int]:
    """SQLite: table -> the highest number it has ever given."""
    if connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'").first() is None:
        return {}
    return dict(connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence").all())


def describe_difference(engine, message: str):
    """Writes a new migration from the difference between the tables and the database (for developers)."""
    with engine.begin() as connection:
        return command.revision(config(connection), message=message, autogenerate=True, rev_id=f"{int(newest()) + 1:03d}")
