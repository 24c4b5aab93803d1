"""The pre-assignment: everybody's own until the workshop starts, and after it what they keep back; done by one's own word."""

import pytest

from tests.boards.test_phases import Workshop, write
from tests.support.cast import AINO, EEVA, ORJAN

pytestmark = pytest.mark.usefixtures("in_english")
PHASES = [{"title": {"fi": "Ennakkotehtävä"}, "kind": "preassignment", "hides_notes": True, "prompt": {"fi": "Mitä odotat?"}, "columns": [{"title": {"fi": "Odotuksia"}}]},
          {"title": {"fi": "Keskustelu"}, "kind": "discussion", "shows": 1, "prompt": {"fi": "Luetaan yhdessä"}}]


@pytest.fixture
def marja(board):
    return board.marja


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


@pytest.fixture(params=["named", "everybody"])
def workshop(request, board, marja, monkeypatch):
    monkeypatch.setattr("tests.boards.test_phases.FILE", {"format": "workshop-board", "version": 1, "title": {"fi": "Työpaja"}, "workshop": True, "anonymity": request.param, "phases": PHASES})
    return Workshop(marja, board.home)


def columns_of(visitor, workshop) -> str:
    return visitor.open(workshop.path).words("columns")


@pytest.mark.every_case
def test_answers_become_notes_when_the_workshop_starts_but_for_those_that_are_kept_back(workshop, marja, aino, enter):
    orjan, column = enter(ORJAN), workshop.columns(aino)[0]
    shared, kept = write(aino, column, "Jaan tämän"), write(aino, column, "Pidän tämän itselläni")
    for visitor in (marja, orjan):
        assert "tämän" not in columns_of(visitor, workshop)
    assert aino.send(f"/notes/{kept}/keeping", kept="yes").status == 200
    assert "Only you see this" in columns_of(aino, workshop)
    workshop.go(marja, 1, 0)
    for visitor in (marja, orjan):
        seen = visitor.open(workshop.path)
        assert "Jaan tämän" in seen.text and "Pidän tämän" not in seen.html
    assert "Pidän tämän itselläni" in columns_of(aino, workshop)
    assert marja.open(f"{workshop.path}/export.json").data.count("Pidän".encode()) == 0


def test_what_was_kept_back_can_be_shared_before_it_starts(workshop, marja, aino):
    note = write(aino, workshop.columns(aino)[0], "Jaan tämän sittenkin")
    aino.send(f"/notes/{note}/keeping", kept="yes")
    aino.send(f"/notes/{note}/keeping", kept="no")
    workshop.go(marja, 1, 0)
    assert "Jaan tämän sittenkin" in columns_of(marja, workshop)
    assert aino.send(f"/notes/{note}/keeping", kept="yes").status == 409, "the workshop has started"


def test_nobody_keeps_back_what_somebody_else_wrote(workshop, marja, aino, enter):
    note = write(aino, workshop.columns(aino)[0], "Ainon oma")
    for visitor in (marja, enter(ORJAN), enter(EEVA)):
        assert visitor.send(f"/notes/{note}/keeping", kept="yes").status in (403, 404)


def test_it_is_a_task_on_the_home_until_one_is_done(workshop, board, aino):
    assert "My tasks" in aino.open(board.home).text and "The pre-assignment is open." in aino.open(board.home).text
    assert aino.send(f"{workshop.path}/marks", phase=str(workshop.phases[0]), kind="done", on="yes").status == 200
    assert "My tasks" not in aino.open(board.home).text


def test_facilitators_see_who_is_done_and_have_a_reminder_to_send(workshop, board, marja, aino, enter):
    enter(ORJAN)
    write(aino, workshop.columns(aino)[0], "Ainon ajatus")
    lists = marja.open(f"{workshop.path}/preassignment").text
    assert lists.index("Not done yet") < lists.index("Aino Sarapuisto") and "Done" not in lists.partition("A reminder to send")[0].partition("Aino")[2].replace("Done yet", ""), "a note is no tick"
    aino.send(f"{workshop.path}/marks", phase=str(workshop.phases[0]), kind="done", on="yes")
    page = marja.open(f"{workshop.path}/preassignment")
    assert page.text.index("Örjan") < page.text.index("Aino Sarapuisto"), "those who are not done come first"
    assert "Ainon ajatus" not in page.html and any("Työpaja" in text for text in page.typed)
    assert aino.open(f"{workshop.path}/preassignment").status == 403


def test_a_workshop_without_one_has_no_such_list(board, marja):
    assert marja.open(f"{board.path}/preassignment").status == 404
