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
    return Entry.id.in_(sa.select(by_words(words).c.id))


def by_words(words: list[str]):
    """On PostgreSQL, the entries with these words, of all courses. By itself ("OFFSET 0"), so that the GIN index is asked, and no row has its words taken apart anew."""
    entry = sa.orm.aliased(Entry)
    vector = sa.func.to_tsvector(sa.text("'simple'::regconfig"), entry.words)
    asked = sa.func.to_tsquery(sa.text("'simple'::regconfig"), " & ".join(f"{word}:*" for word in words))
    return sa.select(entry.id, entry.kind, entry.at, entry.course_id, entry.activity_id, entry.language).where(vector.op("@@")(asked)).offset(0).subquery()


def newest_of_each(dialect: str, course_id: int, words: list[str], kinds, among, at_most: int):
    """A query for (kind, number of the entry): of each of these kinds the newest with these words. `among(entry)` says which entries are meant.
    The index is asked once for all kinds. SQLite then goes through each kind's entries by their time and stops when it has enough; numbering all
    that have a common word takes it four times as long. PostgreSQL has no such way from the one index to the other, and sorts."""
    if dialect == "sqlite":
        kind = sa.union_all(*(sa.select(sa.literal(kind).label("kind")) for kind in kinds)).cte("kinds").c.kind
        newest = (sa.select(Entry.id).where(Entry.kind == kind, among(Entry), matches(dialect, course_id, words)).order_by(Entry.at.desc(), Entry.id.desc()).limit(at_most)
                  .correlate(kind.table))
        found = sa.orm.aliased(Entry)
        return sa.select(kind, found.id).join(found, found.id.in_(newest))
    entry = by_words(words).c
    place = sa.func.row_number().over(partition_by=entry.kind, order_by=(entry.at.desc(), entry.id.desc())).label("place")
    placed = sa.select(entry.kind, entry.id, place).where(among(entry)).subquery().c
    return sa.select(placed.kind, placed.id).where(placed.place <= at_most)
