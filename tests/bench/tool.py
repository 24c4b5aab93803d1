"""The tool as `lti-tool serve` runs it: a process of its own on loopback, over an SQLite file that waits for the disk at each commit."""
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from .connection import Connection

ROOT = Path(__file__).resolve().parents[2]
WAIT = 30
SECRET = "only-for-the-bench-only-for-the-bench-only"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


def memory_of(pid: int) -> int:
    """Bytes that the process has for itself alone."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) * 1024


def settings(database, port: int, **more) -> dict:
    """As production sets them. Nobody looks at the address here but the check of where a write comes from."""
    return {"environment": "production", "public_url": f"https://localhost:{port}", "secret_key": SECRET, "database_url": f"sqlite:///{database}",
            "host": "127.0.0.1", "port": port, **more}


class Process:
    """A server in a process of its own, whichever it is."""

    def __init__(self, words, port, environment=None, log=None):
        self.words, self.port, self.log = [str(word) for word in words], port, log
        self.environment = {**{name: value for name, value in os.environ.items() if not name.startswith("LTI_TOOL_")}, **(environment or {})}

    def start(self):
        output = open(self.log, "a") if self.log else subprocess.DEVNULL
        self.process = subprocess.Popen(self.words, cwd=ROOT, env=self.environment, stdout=output, stderr=output)
        until = time.monotonic() + WAIT
        while time.monotonic() < until and self.process.poll() is None:
            try:
                with Connection(self.port) as asked:
                    asked.get("/healthz")
                return self
            except OSError:
                time.sleep(0.02)
        raise SystemExit(f"{' '.join(self.words)} did not start" + (f", see {self.log}" if self.log else ""))

    def stop(self, sign=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(sign)
            self.process.wait(WAIT)

    @property
    def memory(self) -> int:
        return memory_of(self.process.pid)

    @property
    def worked(self) -> float:
        """Milliseconds for which it has had the processor since its start: on a busy machine they say more than the clock."""
        user, system = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()[11:13]
        return 1000 * (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()


def tool(course, **more) -> Process:
    """The tool that serves the course's database."""
    told = settings(course.database, course.port, **more)
    environment = {f"LTI_TOOL_{name.upper()}": str(value) for name, value in told.items()}
    return Process([sys.executable, "-m", "lti_tool.cli", "serve"], course.port, environment, log=course.database.with_suffix(".log"))


def floor(name: str, *words) -> Process:
    """One of the bare servers of floors.py."""
    port = free_port()
    return Process([sys.executable, "-m", "tests.bench.floors", name, port, *words], port)


@contextmanager
def served(course, **more):
    with tool(course, **more) as process:
        yield process
