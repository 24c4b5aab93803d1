"""Starting to serve: one process for each SQLite file, several with PostgreSQL; stopping as systemd does."""
import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
import sqlalchemy as sa

from lti_tool.server import AlreadyServing, only_server

WAIT = 30


def test_a_second_server_of_the_same_file_is_refused_by_name(tmp_path):
    url = f"sqlite:///{tmp_path / 'tool.db'}"
    with only_server(url):
        with pytest.raises(AlreadyServing, match="tool.db"), only_server(url):
            pass
        with only_server(f"sqlite:///{tmp_path / 'another.db'}"):
            pass
    with only_server(url):  # once the first has stopped
        pass


def test_with_postgresql_there_may_be_several():
    url = "postgresql+psycopg://localhost/tool"
    with only_server(url), only_server(url):
        pass


@contextlib.contextmanager
def operator_serves(url):
    """`lti-tool serve` in a process of its own; gives it and its address once it answers."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {**os.environ, "LTI_TOOL_ENVIRONMENT": "testing", "LTI_TOOL_DATABASE_URL": url, "LTI_TOOL_PORT": str(port)}
    process = subprocess.Popen([sys.executable, "-u", "-c", ANNOUNCING, "serve"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        yield process, f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.communicate()


# The command itself, which also says when it listens.
ANNOUNCING = """
import sys
from lti_tool.cli import main
from lti_tool.server import Server
begin = Server.startup
async def startup(self, sockets=None):
    await begin(self, sockets=sockets)
    print("listening", flush=True)
Server.startup = startup
sys.argv[0] = "lti-tool"
main()
"""


def lines_until(process, wanted):
    lines = []
    for line in process.stdout:
        lines.append(line)
        if wanted in line:
            return lines
    raise AssertionError(f"it ended without {wanted!r}:\n{''.join(lines)}")


def test_the_command_serves_refuses_a_second_one_and_stops_when_it_is_told_to(sqlite_url):
    with operator_serves(sqlite_url) as (process, address):
        lines_until(process, "listening")
        with urllib.request.urlopen(f"{address}/healthz?token=topsecret", timeout=WAIT) as answer:
            assert answer.status == 200
            assert "server" not in answer.headers
        with operator_serves(sqlite_url) as (second, _address):
            said = second.communicate(timeout=WAIT)[0]
            assert second.returncode == 1
            assert "Traceback" not in said and re.search("Another process already serves .*tool.db", said)
        process.send_signal(signal.SIGTERM)
        said = process.communicate(timeout=WAIT)[0]
        assert "GET /healthz 200" in said
        assert not Path(f"{sa.make_url(sqlite_url).database}-wal").exists()  # nothing that was removed stays behind in it
        assert "Traceback" not in said and "topsecret" not in said and "127.0.0.1" not in said
