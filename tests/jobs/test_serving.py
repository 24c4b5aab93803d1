"""Who works: the server's own thread, or `lti-tool worker` beside a plain WSGI server."""
import os
import signal
import subprocess
import sys
import threading

import pytest
import sqlalchemy as sa

from lti_tool.jobs import worker
from tests.support.server import start

WAIT = 30


@pytest.fixture
def was_done(kind):
    was_done = threading.Event()
    kind(lambda _about: was_done.set())
    return was_done


def test_the_server_does_at_once_what_was_planned_in_it(app, was_done, plan, monkeypatch):
    monkeypatch.setattr(worker, "LOOKS_EVERY", 3600)
    with start(app):
        plan()
        assert was_done.wait(WAIT)


def test_the_server_finds_what_another_process_planned(app, was_done, plan, monkeypatch):
    monkeypatch.setattr(worker, "LOOKS_EVERY", 0.05)
    app.extensions["jobs_planned"].set = lambda: None  # it hears nothing
    try:
        with start(app) as served:
            plan()
            assert was_done.wait(WAIT)
            del app.extensions["jobs_planned"].set
            assert served.serving.worker.is_alive()
        assert not served.serving.worker.is_alive()
    finally:
        vars(app.extensions["jobs_planned"]).pop("set", None)


def test_a_database_that_is_away_for_a_while_does_not_end_the_worker(app, was_done, plan, monkeypatch, caplog):
    monkeypatch.setattr(worker, "LOOKS_EVERY", 0.05)
    real, failed, statement = worker.lease, threading.Event(), " ".join(["SELECT", "secret"])  # the log quotes our lines, not what was asked

    def lease(app):
        if not failed.is_set():
            failed.set()
            raise sa.exc.OperationalError(statement, {}, Exception("away"))
        return real(app)

    monkeypatch.setattr(worker, "lease", lease)
    with start(app):
        assert failed.wait(WAIT)
        plan()
        assert was_done.wait(WAIT)
    assert "OperationalError" in caplog.text and "SELECT secret" not in caplog.text


def test_the_command_works_beside_a_plain_server_until_it_is_told_to_stop(own_app, database_url, kind, plan, jobs):
    kind()
    plan()
    process = subprocess.Popen([sys.executable, "-u", "-c", WORKING, "worker"], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               env={**os.environ, "LTI_TOOL_ENVIRONMENT": "testing", "LTI_TOOL_DATABASE_URL": database_url})
    try:
        assert process.stdout.readline() == "did course:7\n"
        process.send_signal(signal.SIGTERM)
        said = process.communicate(timeout=WAIT)[0]
        assert process.returncode == 0 and "Traceback" not in said
    finally:
        process.kill()
        process.communicate()
    assert jobs() == []


# The command itself, with a kind of job that tells what it does.
WORKING = """
import sys
from lti_tool import cli
from lti_tool.jobs import register_job
make = cli.create_app
def create_app():
    app = make()
    register_job(app, "visit", lambda about: print("did", about, flush=True))
    return app
cli.create_app = create_app
sys.argv[0] = "lti-tool"
cli.main()
"""


def test_the_command_wants_a_database_of_the_present_revision(tmp_path):
    ran = subprocess.run([sys.executable, "-m", "lti_tool.cli", "worker"], capture_output=True, text=True, check=False,
                         env={**os.environ, "LTI_TOOL_ENVIRONMENT": "testing", "LTI_TOOL_DATABASE_URL": f"sqlite:///{tmp_path / 'new.db'}"})
    assert ran.returncode == 1 and "lti-tool upgrade" in ran.stderr
