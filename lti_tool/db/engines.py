"""Sets up each database's connections: SQLite's pragmas and its queue of writers; PostgreSQL needs nothing."""
import sqlite3
import threading
import time
from collections import deque

from sqlalchemy import event

from .transaction import writing

WAIT_SECONDS = 15
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON", f"busy_timeout={WAIT_SECONDS * 1000}")


class FirstComeLock:
    """Lets one thread write at a time, in the order of asking. SQLite's own waiting is a lottery in which some starve."""

    def __init__(self):
        self._guard, self._held, self._waiting = threading.Lock(), False, deque()

    def acquire(self) -> None:
        with self._guard:
            if not self._held:
                self._held = True
                return
            turn = threading.Event()
            self._waiting.append(turn)
        if not turn.wait(WAIT_SECONDS):
            with self._guard:
                if not turn.is_set():
                    self._waiting.remove(turn)
                    raise TimeoutError(f"waited {WAIT_SECONDS} s for the database")

    def release(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._held = False


def set_patiently(connection, pragma: str) -> None:
    """Of two who give a new file its write-ahead log at once SQLite refuses one at once, whatever the busy time-out says."""
    end = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            connection.execute(f"PRAGMA {pragma}")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(0.01)


def prepare(engine, durable: bool = True) -> None:
    """Call once for each engine, before its first connection. `durable=False` is for tests: it leaves out the waiting for the disk."""
    if engine.dialect.name != "sqlite":
        return
    lock = FirstComeLock()

    @event.listens_for(engine, "connect")
    def configure(connection, _record):
        connection.isolation_level = None  # we say BEGIN ourselves
        for pragma in PRAGMAS if durable else (*PRAGMAS, "synchronous=OFF"):
            set_patiently(connection, pragma)

    @event.listens_for(engine, "begin")
    def begin(connection):
        if not writing():
            connection.exec_driver_sql("BEGIN")
            return
        lock.acquire()
        connection.info["queued"] = True
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    @event.listens_for(engine, "checkin")
    def leave(_connection, record):
        # Not at "commit": that event comes before the database has committed.
        if record.info.pop("queued", False):
            lock.release()
