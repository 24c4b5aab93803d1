"""One database of each kind for a worker. What is in it is put back before every test: that takes a millisecond, making one takes forty."""
import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import sqlalchemy as sa


class SqliteDatabase:
    """A file. `content()` is all that is in it, `put(content)` leaves that and nothing else; nobody may be connected then."""

    def __init__(self, file: Path, template: Path):
        self.file, self.url = file, f"sqlite:///{file}"
        self.empty = template.read_bytes()

    def content(self) -> bytes:
        with closing(sqlite3.connect(self.file)) as connection:
            return connection.serialize()

    def put(self, content: bytes) -> None:
        # A file of its own each time: whoever still holds the old one open reads and writes what nobody looks at.
        for ending in ("", "-wal", "-shm"):
            Path(f"{self.file}{ending}").unlink(missing_ok=True)
        self.file.write_bytes(content)

    def cut_off(self) -> None:
        """Others who are connected: see put."""

    def close(self) -> None:
        pass


class PostgresqlDatabase:
    """The same on PostgreSQL. Rows that were deleted stay on the disk until a table is emptied for good, so that is done now and then."""

    EMPTIED_EVERY = 50

    def __init__(self, url: str):
        self.url = url
        self.connection = psycopg.connect(sa.make_url(url).set(drivername="postgresql").render_as_string(hide_password=False), autocommit=True)
        self.connection.execute("SET session_replication_role = replica")  # whole tables, one after the other: references are right at the end
        self.tables = self.names("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        self.sequences = self.names("SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'")
        self.structure, self.empty, self.times = self.described(), self.content(), 0

    def names(self, query: str) -> list[str]:
        return sorted(f'"{name}"' for name, in self.connection.execute(query))

    def described(self) -> list[tuple]:
        return self.connection.execute("SELECT attrelid::regclass::text, attname, atttypid, attnotnull, attisdropped FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid "
                                       "WHERE relnamespace = 'public'::regnamespace ORDER BY attrelid, attnum").fetchall()

    def content(self) -> tuple[dict[str, bytes], dict[str, tuple]]:
        """Rows by table, and where the sequences stand."""
        rows = {}
        for table in self.tables:
            with self.connection.cursor() as cursor, cursor.copy(f"COPY {table} TO STDOUT") as copy:
                if lines := b"".join(copy):
                    rows[table] = lines
        return rows, {name: self.connection.execute(f"SELECT last_value, is_called FROM {name}").fetchone() for name in self.sequences}

    def put(self, content) -> None:
        rows, sequences = content
        self.times += 1
        empty = f"TRUNCATE {', '.join(self.tables)}" if self.times % self.EMPTIED_EVERY == 0 else "; ".join(f"DELETE FROM {table}" for table in self.tables)
        stands = ", ".join(f"setval('{name}', {last}, {called})" for name, (last, called) in sequences.items())
        with self.connection.transaction(), self.connection.cursor() as cursor:
            cursor.execute(f"{empty}; SELECT {stands}")
            for table, lines in rows.items():
                with cursor.copy(f"COPY {table} FROM STDIN") as copy:
                    copy.write(lines)

    def cut_off(self) -> None:
        """Whoever else is connected: what they have locked would never be given back."""
        self.connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")

    def close(self) -> None:
        structure = self.described()
        self.connection.close()
        changed = sorted({table for table, *_column in set(structure) ^ set(self.structure)})
        assert not changed, f"a test has changed tables or indexes that others use, and needs own_app: {', '.join(changed)}"
