"""Every kind of value goes into a line of text and comes back the same, on both databases and from one to the other."""
import json
from datetime import date, datetime, timezone

import pytest
import sqlalchemy as sa

from lti_tool.db import Instant
from lti_tool.operating.tables import UnknownKind, rows_of, tables_of
from tests.conftest import DATABASES

from .conftest import engine_of

METADATA = sa.MetaData()
THING = sa.Table("thing", METADATA, sa.Column("id", sa.Integer, primary_key=True), sa.Column("large", sa.BigInteger), sa.Column("words", sa.String), sa.Column("short", sa.String(20)),
                 sa.Column("yes", sa.Boolean), sa.Column("at", Instant()), sa.Column("day", sa.Date), sa.Column("share", sa.Float), sa.Column("exact", sa.Double),
                 sa.Column("facts", sa.JSON(none_as_null=True)), sa.Column("raw", sa.LargeBinary))
ROWS = [
    dict(id=1, large=2 ** 63 - 1, words="Ääni \"lainaus\"\n\t\\ 😀 \u2028", short="", yes=True, at=datetime(2026, 11, 1, 8, 0, 0, 1, timezone.utc), day=date(2026, 2, 28),
         share=0.1, exact=1e308, facts={"z": 1, "a": [1.50, None, "å"]}, raw=bytes(range(256))),
    dict(id=2, large=-2 ** 63, words=None, short=None, yes=None, at=None, day=None, share=None, exact=None, facts=None, raw=None),
    dict(id=3, large=0, words="", short=" ", yes=False, at=datetime(1, 1, 1, tzinfo=timezone.utc), day=date(1, 1, 1), share=0.0, exact=float("inf"), facts=[], raw=b""),
]


def read(engine):
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(sa.select(THING).order_by(THING.c.id)).mappings()]


def texts(engine):
    """The JSON as the database keeps it."""
    with engine.connect() as connection:
        return list(connection.scalars(sa.text("SELECT CAST(facts AS TEXT) FROM thing ORDER BY id")))


@pytest.mark.parametrize("to", DATABASES)
def test_what_was_written_down_is_read_again(new_app, kind, to):
    with engine_of(new_app(kind)) as engine:
        METADATA.create_all(engine)
        with engine.begin() as connection:
            connection.execute(sa.insert(THING), ROWS)
            connection.execute(sa.text("UPDATE thing SET facts = 'null' WHERE id = 3"))  # JSON's null is not the absence of a value
        before, kept = read(engine), texts(engine)
        with engine.begin() as connection:
            [table] = tables_of(connection)
            lines = [json.dumps(row) for row in rows_of(connection, table)]
    with engine_of(new_app(to)) as engine:
        METADATA.create_all(engine)
        with engine.begin() as connection:
            connection.execute(sa.insert(table.light), [table.read(json.loads(line)) for line in lines])
            [made] = tables_of(connection)
        with engine.connect() as again:
            assert made.columns == table.columns and [json.dumps(row) for row in rows_of(again, made)] == lines
        assert read(engine) == before and before[0] == ROWS[0] and before[1] == ROWS[1]
        assert texts(engine) == kept and kept[1:] == [None, "null"]


def test_a_column_of_a_kind_that_is_not_known_is_named_and_nothing_is_guessed(new_app, kind):
    with engine_of(new_app(kind)) as engine, engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE strange (id INTEGER, much NUMERIC(10, 2), clock TIME)")
        with pytest.raises(UnknownKind, match="strange.clock|strange.much"):
            tables_of(connection)
