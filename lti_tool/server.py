"""Serves the tool: pages, writes and streams from one process."""
import fcntl
import logging
import resource
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from sqlalchemy.engine import make_url

from .db import db
from .live.serving import Serving

GRACE_SECONDS = 5
LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


class AlreadyServing(SystemExit):
    """Another process serves the same SQLite file: their pages would not hear of each other's changes."""


class Server(uvicorn.Server):
    def __init__(self, config, serving):
        super().__init__(config)
        self.serving = serving

    def handle_exit(self, sig, frame):
        self.serving.close()  # first, or the server would wait for the streams to end by themselves
        super().handle_exit(sig, frame)

    async def shutdown(self, sockets=None):
        await super().shutdown(sockets)
        with self.serving.app.app_context():
            db.engine.dispose()  # who closes SQLite's last connection empties its log


@contextmanager
def only_server(database_url: str):
    """On SQLite: holds the lock that makes this the only serving process of its file."""
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        yield
        return
    with Path(f"{url.database}.serving").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyServing(f"Another process already serves {url.database}. With SQLite there is one; use PostgreSQL for several.") from None
        yield


def server_of(app, **address) -> Server:
    """`address` is host and port; without them it listens on sockets that `run` is given."""
    serving = Serving(app)
    config = uvicorn.Config(serving, log_level="warning", access_log=False, timeout_graceful_shutdown=GRACE_SECONDS, timeout_keep_alive=20,
                            server_header=False, proxy_headers=False, **address)
    return Server(config, serving)


def serve(app) -> None:
    """Runs until it is told to stop (SIGINT, SIGTERM)."""
    logging.basicConfig(level=logging.INFO, format=LOG_FORMAT)
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))  # one descriptor for each stream
    with only_server(app.config["DATABASE_URL"]):
        server_of(app, host=app.config["HOST"], port=app.config["PORT"]).run()
