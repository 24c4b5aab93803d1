"""The access log: which rule was asked, and nothing by which a person, a note or a token could be known."""
import logging

import pytest

from tests.support.cast import AINO

SECRETS = ("Kirjaamiskahvit", "Aino", "Sarapuisto", "user-11", "127.0.0.1", "192.0.2.7", "topsecret", "moodle.example", "Mozilla")


@pytest.fixture
def log(caplog):
    caplog.set_level(logging.DEBUG, logger="lti_tool")
    return caplog


def test_a_working_day_leaves_nothing_in_the_log_by_which_anybody_could_be_known(log, board, enter):
    aino = enter(AINO)
    note = board.note(aino, "Kirjaamiskahvit joka toinen perjantai")
    aino.open(f"{board.path}?token=topsecret", headers={"User-Agent": "Mozilla/5.0", "X-Forwarded-For": "192.0.2.7"})
    aino.read(f"/notes/{note}")
    aino.send(f"/notes/{note}", text="Kirjaamiskahvit joka kuukausi", version="1", colour="sun", language="fi")
    aino.open(f"/activities/{board.id}/changes?since=0")
    aino.open("/nowhere/Aino?token=topsecret")
    aino.open(f"/boards/{board.id}77")
    lines = [record.getMessage() for record in log.records if record.name.startswith("lti_tool")]
    assert any("/notes/<int:note_id>" in line for line in lines)
    for line in lines:
        assert not any(secret in line for secret in SECRETS), line
        assert f"/notes/{note}" not in line and f"/boards/{board.id}" not in line, line


def test_every_request_but_those_for_built_files_is_one_line(log, app):
    client = app.test_client()
    client.get("/healthz?token=topsecret")
    client.get("/static/nowhere.js")
    lines = [record.getMessage().rsplit(" ", 2)[0] for record in log.records if record.name == "lti_tool.access"]
    assert lines == ["GET /healthz 200"]
