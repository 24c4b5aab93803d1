"""What the databases need besides the table of entries, to find words in it: FTS5 with triggers on SQLite, a GIN index on PostgreSQL.

Triggers, because entries also go with the things they are about, without anybody deleting them here.
"""
import sqlalchemy as sa

from ..db.side_tables import SEARCH_INDEX, SEARCH_INDEX_OF_POSTGRESQL
from .entry import Entry

# The words are made by us (words.py): the tokenizer only has to part them at the spaces, and must leave å ä ö alone.
ON_SQLITE = (
    f"DROP TABLE IF EXISTS {SEARCH_INDEX}",
    *(f"DROP TRIGGER IF EXISTS search_entry_{when}" for when in ("added", "deleted", "changed")),
    f"CREATE VIRTUAL TABLE {SEARCH_INDEX} USING fts5(course_id, words, content='search_entry', content_rowid='id', "
    "tokenize='unicode61 remove_diacritics 0', prefix='2 3 4')",
    f"CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN "
    f"INSERT INTO {SEARCH_INDEX}(rowid, course_id, words) VALUES (new.id, new.course_id, new.words); END",
    f"CREATE TRIGGER search_entry_deleted AFTER DELETE ON search_entry BEGIN "
    f"INSERT INTO {SEARCH_INDEX}({SEARCH_INDEX}, rowid, course_id, words) VALUES ('delete', old.id, old.course_id, old.words); END",
    f"CREATE TRIGGER search_entry_changed AFTER UPDATE OF id, course_id, words ON search_entry BEGIN "
    f"INSERT INTO {SEARCH_INDEX}({SEARCH_INDEX}, rowid, course_id, words) VALUES ('delete', old.id, old.course_id, old.words); "
    f"INSERT INTO {SEARCH_INDEX}(rowid, course_id, words) VALUES (new.id, new.course_id, new.words); END",
    f"INSERT INTO {SEARCH_INDEX}({SEARCH_INDEX}) VALUES ('rebuild')",
)
ON_POSTGRESQL = (
    f"DROP INDEX IF EXISTS {SEARCH_INDEX_OF_POSTGRESQL}",
    f"CREATE INDEX {SEARCH_INDEX_OF_POSTGRESQL} ON search_entry USING gin (to_tsvector('simple'::regconfig, words))",
)


def make_index(connection) -> None:
    """For the table of entries as it stands, with what is in it. Once more makes it anew: after a migration that has rebuilt the table."""
    for statement in ON_SQLITE if connection.dialect.name == "sqlite" else ON_POSTGRESQL:
        connection.exec_driver_sql(statement)


def put_together(connection) -> None:
    """SQLite notes down first what is gone, and takes the words out of its index later: this does it now. PostgreSQL does it with its next VACUUM."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"INSERT INTO {SEARCH_INDEX}({SEARCH_INDEX}) VALUES ('optimize')")


def ask_the_index(session) -> None:
    """PostgreSQL, until the end of the transaction: what very many texts hold it would rather look for in the texts, one by one, which takes seconds."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(sa.text("SET LOCAL enable_seqscan = off"))


def matches(dialect: str, course_id: int, words: list[str]):
    """Of an entry, in a query: that in it a word begins with each of these. They are letters and digits only, so nothing in them is an operator."""
    if dialect == "sqlite":
        index = sa.table(SEARCH_INDEX, sa.column("rowid"), sa.column(SEARCH_INDEX))
        asked = f"course_id:{int(course_id)} AND words:({' AND '.join(f'{word}*' for word in words)})"
        # "+ 0": the entries are read in the order of their time from an index, and not one by one, each with all its words.
        return (Entry.id + 0).in_(sa.select(index.c.rowid).where(index.c[SEARCH_INDEX].op("MATCH")(asked)))
    # By itself ("OFFSET 0"), so that the GIN index is asked, and no row has its words taken apart anew.
    entry = sa.orm.aliased(Entry)
    vector = sa.func.to_tsvector(sa.text("'simple'::regconfig"), entry.words)
    asked = sa.func.to_tsquery(sa.text("'simple'::regconfig"), " & ".join(f"{word}:*" for word in words))
    return Entry.id.in_(sa.select(entry.id).where(vector.op("@@")(asked)).offset(0))
