"""The platform's memory between requests, in one SQLite file: its tables, its key, and how nouns read and change their rows."""

import sqlite3
from contextlib import contextmanager
from pathlib import Path

SCHEMA = """
DROP TABLE IF EXISTS launch;
CREATE TABLE IF NOT EXISTS key (one INTEGER PRIMARY KEY CHECK (one = 1), pem TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS option (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS message (id TEXT PRIMARY KEY, made_at INTEGER NOT NULL, said TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS selection (sesskey TEXT PRIMARY KEY, made_at INTEGER NOT NULL, said TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS once (word TEXT PRIMARY KEY, until INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS tool (
    id INTEGER PRIMARY KEY AUTOINCREMENT, client_id TEXT NOT NULL UNIQUE, active INTEGER NOT NULL, offered INTEGER NOT NULL, said TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS chooser (
    course TEXT NOT NULL, tool INTEGER NOT NULL, shown INTEGER NOT NULL, PRIMARY KEY (course, tool)
);
CREATE TABLE IF NOT EXISTS copy (
    id INTEGER PRIMARY KEY AUTOINCREMENT, base TEXT NOT NULL, label TEXT NOT NULL, title TEXT NOT NULL, history TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS link (id INTEGER PRIMARY KEY AUTOINCREMENT, course TEXT NOT NULL, section TEXT NOT NULL, after TEXT, said TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS line_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT, course TEXT NOT NULL, tool INTEGER NOT NULL, link TEXT, label TEXT NOT NULL,
    maximum REAL NOT NULL, resource_id TEXT NOT NULL, tag TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS column_treatment (line_item INTEGER PRIMARY KEY, treatment TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS score (
    line_item INTEGER NOT NULL, person TEXT NOT NULL, given REAL, comment TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (line_item, person)
);
CREATE TABLE IF NOT EXISTS access_token (digest TEXT PRIMARY KEY, tool INTEGER NOT NULL, scopes TEXT NOT NULL, until INTEGER NOT NULL);
"""
# What is built in has the numbers below; none is ever given twice, also not after a deletion.
FIRST_NUMBERS = {"copy": 10, "link": 100, "line_item": 500}


class Store:
    def __init__(self, folder):
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / "platform.sqlite3"
        self.path.touch(mode=0o600)  # it holds a private key
        with self.database() as db:
            db.executescript(SCHEMA)
            for table, before in FIRST_NUMBERS.items():
                db.execute(
                    "INSERT INTO sqlite_sequence (name, seq) SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?)",
                    (table, before, table),
                )

    def rows(self, query, *values):
        with self.database() as db:
            return db.execute(query, values).fetchall()

    def row(self, query, *values):
        """The first row, or None."""
        return next(iter(self.rows(query, *values)), None)

    def change(self, command, *values):
        """Inserts, updates or deletes; the number of the row that was inserted."""
        with self.database() as db:
            return db.execute(command, values).lastrowid

    def key_pem(self, make):
        """The private key as PEM; `make` makes one at the first start."""
        with self.database() as db:
            row = db.execute("SELECT pem FROM key").fetchone()
            if row is None:
                row = (make(),)
                db.execute("INSERT INTO key VALUES (1, ?)", row)
        return row[0]

    @contextmanager
    def database(self):
        """One transaction."""
        db = sqlite3.connect(self.path, timeout=10)
        db.row_factory = sqlite3.Row
        db.execute("PRAGMA synchronous = OFF")  # what a power cut takes from a demo is made anew; waiting for the disk is felt
        try:
            with db:
                yield db
        finally:
            db.close()
