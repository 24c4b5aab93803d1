"""What was removed for good must not stay in the database's files: SQLite keeps earlier pages in its write-ahead log until they are written back."""
import logging
import threading

from .base import db
from .engines import WAIT_SECONDS
from .transaction import after_commit

TRIES, PAUSE_SECONDS, PATIENCE_MS = 60, 1.0, 200
logger = logging.getLogger("lti_tool.db")


def wipe_traces_after_commit() -> None:
    engine = db.engine
    db.session.info["wiping"] = True
    after_commit(lambda: wipe_traces(engine))


def is_wiping(session) -> bool:
    """Asked at the end of a transaction: whether something was removed for good in it. Once."""
    return session.info.pop("wiping", False)


def wipe_traces(engine) -> None:
    """Empties the log at once, or as soon as nobody reads from it any more.

    The file itself is overwritten as it goes (secure_delete, see engines.py). On PostgreSQL dead rows go with the next VACUUM.
    """
    if engine.dialect.name == "sqlite" and not empty_log(engine):
        threading.Thread(target=keep_trying, args=(engine,), name="wipe traces", daemon=True).start()


def empty_log(engine) -> bool:
    """Whether the log is empty now. A reader that still looks at an earlier state prevents it."""
    connection = engine.raw_connection()  # not through SQLAlchemy, which would begin a transaction
    try:
        connection.execute(f"PRAGMA busy_timeout={PATIENCE_MS}")
        busy, _in_log, _written_back = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy
    finally:
        connection.execute(f"PRAGMA busy_timeout={WAIT_SECONDS * 1000}")
        connection.close()


def keep_trying(engine) -> None:
    wait = threading.Event()
    for _attempt in range(TRIES):
        wait.wait(PAUSE_SECONDS)
        if empty_log(engine):
            return
    logger.warning("the write-ahead log could not be emptied after a removal; it is when the server stops")
