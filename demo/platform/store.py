"""What the platform remembers between requests, in one SQLite file: its key, its options and the launches that are under way."""

import secrets
import sqlite3
import time
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

SCHEMA = """
CREATE TABLE IF NOT EXISTS key (one INTEGER PRIMARY KEY CHECK (one = 1), pem TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS option (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS launch (
    id TEXT PRIMARY KEY, made_at INTEGER NOT NULL,
    person TEXT NOT NULL, link TEXT NOT NULL, as_student INTEGER NOT NULL, language TEXT NOT NULL, container TEXT NOT NULL
);
"""
DAY = 24 * 60 * 60  # seconds
PRIVACY_NEVER = "privacy_never"  # option: no names, no e-mail


class Launch(NamedTuple):
    """A launch that began: who clicked which link, as what, in which language, and where it opens (iframe or window)."""

    person: str
    link: str
    as_student: bool
    language: str
    container: str


class Store:
    def __init__(self, folder):
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / "platform.sqlite3"
        self.path.touch(mode=0o600)  # it holds a private key
        with self._database() as db:
            db.executescript(SCHEMA)

    def begin(self, launch):
        """Keeps the launch until the tool asks for its token; returns its id, which is good for one asking."""
        id = f"ltilaunch{launch.link}_{secrets.token_hex(8)}"
        with self._database() as db:
            db.execute("DELETE FROM launch WHERE made_at < ?", (time.time() - DAY,))
            db.execute("INSERT INTO launch VALUES (?, ?, ?, ?, ?, ?, ?)", (id, int(time.time()), *launch))
        return id

    def spend(self, id):
        """The launch of that id, once; None if there is none or it was asked for before."""
        with self._database() as db:
            rows = db.execute(
                "DELETE FROM launch WHERE id = ? RETURNING person, link, as_student, language, container", (id,)
            ).fetchall()
        for person, link, as_student, language, container in rows:
            return Launch(person, link, bool(as_student), language, container)
        return None

    def option(self, name):
        with self._database() as db:
            row = db.execute("SELECT value FROM option WHERE name = ?", (name,)).fetchone()
        return row is not None and row[0] == "on"

    def set_option(self, name, on):
        with self._database() as db:
            db.execute("INSERT OR REPLACE INTO option VALUES (?, ?)", (name, "on" if on else "off"))

    def key_pem(self, make):
        """The private key as PEM; `make` makes one at the first start."""
        with self._database() as db:
            row = db.execute("SELECT pem FROM key").fetchone()
            if row is None:
                row = (make(),)
                db.execute("INSERT INTO key VALUES (1, ?)", row)
        return row[0]

    @contextmanager
    def _database(self):
        db = sqlite3.connect(self.path, timeout=10)
        try:
            with db:
                yield db
        finally:
            db.close()
