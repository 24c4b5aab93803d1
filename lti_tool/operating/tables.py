"""The tables as they stand in the database, of whatever revision: found by looking, not by what the program says.

Each value as JSON that says it exactly, the same on both databases.
"""
import base64
import json
from collections.abc import Callable, Iterator
from datetime import date, datetime, timezone
from typing import Any, NamedTuple

import sqlalchemy as sa

from ..db import Instant
from ..db.migrating import numbers_given as numbers_given_by_sqlite
from ..db.side_tables import is_a_side_table

REVISION_TABLE = "alembic_version"
AT_ONCE = 1000  # rows


class UnknownKind(Exception):
    """A column whose kind cannot be written down. Names it; a mistake of ours."""


class RawJson(sa.types.UserDefinedType):
    """JSON as the text that the database keeps: neither the order of names nor a number's digits change on the way."""

    cache_ok = True

    def get_col_spec(self, **_options):
        return "JSON"


def of_type(*types) -> Callable[[Any], Any]:
    def read(value):
        if type(value) not in types:
            raise ValueError(type(value).__name__)
        return value
    return read


def read_integer(value) -> int:
    if type(value) is not int or not -2 ** 63 <= value < 2 ** 63:
        raise ValueError(type(value).__name__)
    return value


def read_text(value) -> str:
    of_type(str)(value).encode()  # half a character cannot be kept
    return value


def read_json(value) -> str:
    json.loads(read_text(value))
    return value


def said_instant(at: datetime) -> str:
    return at.astimezone(timezone.utc).isoformat(timespec="microseconds").replace("+00:00", "Z")


def read_instant(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError("no zone")
    return at


class Kind(NamedTuple):
    """`say` turns a value of the database into JSON, `read` turns it back and raises ValueError or TypeError for what cannot be one."""

    column: sa.types.TypeEngine
    say: Callable[[Any], Any]
    read: Callable[[Any], Any]


def as_it_is(value):
    return value


KINDS = {
    "integer": Kind(sa.BigInteger(), as_it_is, read_integer),
    "text": Kind(sa.String(), as_it_is, read_text),
    "boolean": Kind(sa.Boolean(), as_it_is, of_type(bool)),
    "instant": Kind(Instant(), said_instant, read_instant),
    "date": Kind(sa.Date(), date.isoformat, date.fromisoformat),
    "float": Kind(sa.Double(), repr, lambda text: float(of_type(str)(text))),  # all its digits, and infinity too
    "json": Kind(RawJson(), as_it_is, read_json),
    "bytes": Kind(sa.LargeBinary(), lambda data: base64.b64encode(data).decode(), lambda text: base64.b64decode(text, validate=True)),
}
FOUND_AS = (("boolean", sa.Boolean), ("instant", sa.DateTime), ("date", sa.Date), ("json", sa.JSON), ("bytes", sa.LargeBinary), ("float", sa.Float),
            ("integer", sa.Integer), ("text", sa.String))


class Table(NamedTuple):
    name: str
    columns: dict[str, str]  # name -> kind
    key: tuple[str, ...]  # of the rows' order

    @property
    def light(self) -> sa.TableClause:
        return sa.table(self.name, *(sa.column(name, KINDS[kind].column) for name, kind in self.columns.items()))

    def say(self, row) -> list:
        return [None if value is None else KINDS[kind].say(value) for value, kind in zip(row, self.columns.values())]

    def read(self, values: list) -> dict:
        """Raises ValueError and TypeError."""
        if type(values) is not list or len(values) != len(self.columns):
            raise ValueError("not as many values as columns")
        if any(value is None for value, name in zip(values, self.columns) if name in self.key):
            raise ValueError("no key")
        return {name: None if value is None else KINDS[kind].read(value) for value, (name, kind) in zip(values, self.columns.items())}


def kind_of(column_type) -> str | None:
    return next((kind for kind, found in FOUND_AS if isinstance(column_type, found)), None)


def tables_of(connection) -> list[Table]:
    """All but the one that says the revision, and what the database makes of them itself. Raises UnknownKind."""
    look = sa.inspect(connection)
    tables = []
    for name in sorted(look.get_table_names()):
        if name != REVISION_TABLE and not is_a_side_table(name):
            columns = {column["name"]: kind_of(column["type"]) for column in look.get_columns(name)}
            if unknown := [column for column, kind in columns.items() if kind is None]:
                raise UnknownKind(f"{name}.{unknown[0]}")
            tables.append(Table(name, columns, tuple(look.get_pk_constraint(name)["constrained_columns"])))
    return tables


def rows_of(connection, table: Table) -> Iterator[list]:
    """Each row as JSON can say it, in the order of its key; never all at once in memory."""
    light = table.light
    wanted = [sa.cast(light.c[name], sa.Text) if kind == "json" else light.c[name] for name, kind in table.columns.items()]
    query = sa.select(*wanted).order_by(*(light.c[name] for name in table.key)).execution_options(yield_per=AT_ONCE)
    for row in connection.execute(query):
        yield table.say(row)


def count_of(connection, table: Table) -> int:
    return connection.scalar(sa.select(sa.func.count()).select_from(table.light))


# --- numbers that are never given twice -------------------------------------------------------------------------------------------------

def numbers_given(connection, tables: list[Table]) -> dict[str, int]:
    """table -> the highest number it has ever given to a row, where the database remembers that."""
    if connection.dialect.name == "sqlite":
        return {table.name: number for table in tables if (number := numbers_given_by_sqlite(connection).get(table.name))}
    given = {}
    for table, sequence in sequences_of(connection, tables).items():
        last, is_given = connection.exec_driver_sql(f"SELECT last_value, is_called FROM {sequence}").one()
        if is_given:
            given[table] = last
    return given


def sequences_of(connection, tables: list[Table]) -> dict[str, str]:
    """PostgreSQL: table -> its sequence, as it is written in statements."""
    ask = sa.text("SELECT pg_get_serial_sequence(quote_ident(:table), :column)")
    found = {table.name: connection.scalar(ask, {"table": table.name, "column": table.key[0]}) for table in tables if len(table.key) == 1}
    return {table: sequence for table, sequence in found.items() if sequence}


def go_on_behind(connection, tables: list[Table], given: dict[str, int]) -> None:
    """No number that was given before the backup is ever given again."""
    counting = {table.name: table.key[0] for table in tables if len(table.key) == 1 and table.columns[table.key[0]] == "integer"}
    sequences = sequences_of(connection, tables) if connection.dialect.name == "postgresql" else {}
    remembered = set(sequences) or set(connection.scalars(sa.text("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'")))
    for name in remembered & counting.keys():
        light = sa.table(name, sa.column(counting[name]))
        number = max(given.get(name, 0), connection.scalar(sa.select(sa.func.max(light.c[counting[name]]))) or 0)
        if number and sequences:
            connection.execute(sa.text("SELECT setval(CAST(:sequence AS regclass), :number)"), {"sequence": sequences[name], "number": number})
        elif number:
            connection.execute(sa.text("DELETE FROM sqlite_sequence WHERE name = :name"), {"name": name})
            connection.execute(sa.text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :number)"), {"name": name, "number": number})
