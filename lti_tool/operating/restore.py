"""Brings a backup back, on either kind of database: all of it, or nothing. It is read twice: what is not whole is refused before anything is written."""
import contextlib
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa

from ..db import db
from ..db.migrating import BrokenReferences, migrate, rebuilding
from ..db.side_tables import SEARCH_INDEX, is_a_side_table
from ..db.traces import empty_log
from ..files import put_bytes
from ..server import AlreadyServing, only_server
from .archive import MANIFEST, SUMS, ArchiveRefused, members
from .contents import Contents, read_contents
from .finding import many
from .tables import REVISION_TABLE, Table, go_on_behind, tables_of

AT_ONCE = 500  # rows


class NotRestored(Exception):
    """The backup is whole, but it may not or cannot go into this database. Nothing was changed. The message says why and what to do."""


class Restored(NamedTuple):
    contents: Contents
    files: int
    without: int  # files that rows refer to, whose bytes were not in the backup


def restore(engine, path: Path, replace: bool = False) -> Restored:
    """Not inside a transaction, and while nobody serves. Raises ArchiveRefused, NotRestored, and OSError when there is no room."""
    contents = check(path)
    with nobody_else(engine):
        try:
            with rebuilding(engine) as connection:
                make_empty(connection, replace)
                migrate(connection, contents.revision)
                with without_references(connection):
                    tables = fitting_tables(connection, contents)
                    files = load(connection, path, tables)
                go_on_behind(connection, list(tables.values()), contents.numbers)
                without = max(0, wanted_files(connection, tables) - files)
        except (sa.exc.IntegrityError, sa.exc.DataError, BrokenReferences) as error:
            raise NotRestored(f"The rows of the backup do not fit together ({type(error).__name__}). Nothing was changed.") from error
        if engine.dialect.name == "sqlite":
            empty_log(engine)
    return Restored(contents, files, without)


def check(path: Path) -> Contents:
    """Reads all of it without keeping any: sums, the order of the members, every row. Raises ArchiveRefused."""
    contents, rows = None, {}
    for name, data in members(path):
        if name == MANIFEST:
            contents = read_contents(data)
            tables = {table.name: table for table in contents.tables}
        elif contents is None:
            raise ArchiveRefused("It is not a backup as this tool makes them: it does not begin with what it holds.")
        elif name.startswith("tables/"):
            table = table_of(name)
            rows[table] = rows.get(table, 0) + sum(1 for _row in rows_in(tables, table, data))
        elif name.startswith("files/") and "." not in name and hashlib.sha256(data).hexdigest() != digest_of(name):
            raise ArchiveRefused(f"It is damaged: {name} is not the file that its name says.")
    if contents is None or any(rows.get(table, 0) != count for table, count in contents.rows.items()):
        raise ArchiveRefused("It is damaged: it does not hold as many rows as it says.")
    return contents


def table_of(name: str) -> str:
    return name.split("/")[1].split(".")[0]


def digest_of(name: str) -> str:
    return name.removeprefix("files/").removesuffix(".small").replace("/", "")


def rows_in(tables: dict[str, Table], name: str, data: bytes) -> Iterator[dict]:
    if name not in tables:
        raise ArchiveRefused(f"It is not a backup as this tool makes them: it says nothing of a table {name}.")
    for number, line in enumerate(data.split(b"\n")[:-1], 1):
        try:
            yield tables[name].read(json.loads(line))
        except (ValueError, TypeError, AttributeError, RecursionError, OverflowError) as error:
            raise ArchiveRefused(f"It is damaged: a row of the table {name} cannot be read (line {number} of its piece).") from error


@contextlib.contextmanager
def nobody_else(engine):
    """Raises NotRestored when somebody serves from this database."""
    if engine.dialect.name == "sqlite":
        try:
            with only_server(engine.url.render_as_string(hide_password=False)):
                yield
        except AlreadyServing:
            raise NotRestored("A server is serving from this database. Stop it first.") from None
        return
    with engine.connect() as connection:
        others = connection.scalar(sa.text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user "
                                           "AND backend_type = 'client backend' AND pid <> pg_backend_pid()"))
    if others:
        raise NotRestored(f"Others are connected to this database as the same user ({many(others, 'connection')}): servers, workers, or a console. Stop them first.")
    yield


def make_empty(connection, replace: bool) -> None:
    """Takes our tables away. Raises NotRestored where there are others, and where there are rows that are not to be replaced."""
    there = {name for name in sa.inspect(connection).get_table_names() if not is_a_side_table(name)}
    ours = set(db.metadata.tables) | {REVISION_TABLE}  # as the program says, whatever stands in the backup
    if strange := sorted(there - ours):
        raise NotRestored(f"The database holds tables that are not this tool's ({', '.join(strange[:3])}). Give the tool a database of its own.")
    quoted = [connection.dialect.identifier_preparer.quote(name) for name in sorted(there)]
    if not replace:
        for name in quoted:
            if name != REVISION_TABLE and connection.exec_driver_sql(f"SELECT 1 FROM {name} LIMIT 1").first():
                raise NotRestored("The database is not empty. Restore into an empty one, or say --replace: then everything that is in it is lost.")
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {SEARCH_INDEX}")
    # PostgreSQL takes them all at once, because they refer to each other; SQLite one by one, because it does not look.
    for names in quoted if connection.dialect.name == "sqlite" else filter(None, [", ".join(quoted)]):
        connection.exec_driver_sql(f"DROP TABLE {names}")


@contextlib.contextmanager
def without_references(connection):
    """On PostgreSQL the constraints are made at the end, as they were: rows may come in any order, whatever refers to what. SQLite does not look meanwhile."""
    if connection.dialect.name == "sqlite":
        yield
        return
    found = connection.execute(sa.text("SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint "
                                       "WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY conname")).all()
    for table, name, _definition in found:
        connection.exec_driver_sql(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    yield
    for table, name, definition in found:
        connection.exec_driver_sql(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")


def fitting_tables(connection, contents: Contents) -> dict[str, Table]:
    """The tables that the migrations have made, which must be those of the backup."""
    made = {table.name: table for table in tables_of(connection)}
    for table in contents.tables:
        if table.name not in made or made[table.name].columns.items() != table.columns.items():
            raise NotRestored(f"The table {table.name} of the backup is not as revision {contents.revision} has it. Nothing was changed.")
    if missing := sorted(made.keys() - contents.rows.keys()):
        raise NotRestored(f"The backup has no table {missing[0]}, which revision {contents.revision} has. Nothing was changed.")
    return {table.name: table for table in contents.tables}  # with their columns in the order of the backup's rows


def load(connection, path: Path, tables: dict[str, Table]) -> int:
    """How many files came along. They are on the disk for good before the transaction that refers to them commits."""
    files = 0
    for name, data in members(path):
        if name.startswith("tables/"):
            table, waiting = table_of(name), []
            for row in rows_in(tables, table, data):
                waiting.append(row)
                if len(waiting) == AT_ONCE:
                    connection.execute(sa.insert(tables[table].light), waiting)
                    waiting = []
            if waiting:
                connection.execute(sa.insert(tables[table].light), waiting)
        elif name not in (MANIFEST, SUMS):
            put_bytes(digest_of(name), data, small=name.endswith(".small"))
            files += not name.endswith(".small")
    return files


def wanted_files(connection, tables: dict[str, Table]) -> int:
    table = tables.get("stored_file")
    return 0 if table is None else connection.scalar(sa.select(sa.func.count()).select_from(table.light))
