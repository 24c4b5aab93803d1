"""Acts that were already done: sent again after a lost answer, they happen once."""
import pytest
import sqlalchemy as sa

from lti_tool.db import db
from lti_tool.db.chores import do_chores
from lti_tool.live import Operation

FORM = {"text": "Kerran", "colour": "sun", "language": "fi"}


@pytest.fixture
def operations(app):
    def names():
        with app.app_context():
            return db.session.scalars(sa.select(Operation.name)).all()
    return names


def notes_on(board, visitor):
    return visitor.open(board.path).numbers("note")


def test_an_act_that_is_sent_again_answers_with_how_it_is_now(board, aino, orjan):
    address = f"/columns/{board.columns[0]}/notes"
    first = aino.send(address, op="the-same-act", **FORM)
    note = int(first.headers["X-Note"])
    aino.send(f"/notes/{note}", text="Kerran, ja korjattuna", version="1", colour="sun", language="fi")
    again = aino.send(address, op="the-same-act", **FORM)
    assert again.headers["X-Note"] == str(note)
    assert "Kerran, ja korjattuna" in again.html
    assert notes_on(board, orjan) == [note]


def test_every_kind_of_act_happens_once(board, aino):
    note = board.note(aino)
    for path, form in ((f"/notes/{note}", {"text": "Muutettu", "version": "1", "colour": "sun", "language": "fi"}),
                       (f"/notes/{note}/position", {"column": str(board.columns[1]), "after": "last"}), (f"/notes/{note}/deletion", {})):
        statuses = {aino.send(path, op=f"act on {path}", **form).status for _time in range(2)}
        assert statuses == {200}, path
    assert notes_on(board, aino) == []


def test_an_act_that_was_refused_was_not_done(board, aino):
    address = f"/columns/{board.columns[0]}/notes"
    assert aino.send(address, op="first-too-long", **{**FORM, "text": "ä" * 1001}).status == 422
    assert aino.send(address, op="first-too-long", **FORM).status == 201


def test_two_boards_do_not_know_each_others_acts(board, aino, operations):
    note = board.note(aino)
    aino.send(f"/notes/{note}", op="the-same-name", text="Muutettu", version="1", colour="sun", language="fi")
    board.marja.submit(f"/activities/{board.id}/copy")
    copy = max(board.marja.open(f"/courses/{board.course}").numbers("activity"))
    board.marja.submit(f"/activities/{copy}/state", state="open")
    column = board.marja.open(f"/boards/{copy}").numbers("column")[0]
    assert aino.send(f"/columns/{column}/notes", op="the-same-name", **FORM).status == 201
    assert operations().count("the-same-name") == 2


@pytest.mark.parametrize("name", ["", "short", "x" * 65, "kahvitauko-ä", "with\nline"], ids=repr)
def test_an_act_without_a_usable_name_is_done_each_time(board, aino, operations, name):
    before = operations()
    for _time in range(2):
        assert aino.ask("POST", f"/columns/{board.columns[0]}/notes", {"Sec-Fetch-Site": "same-origin", "HX-Request": "true"},
                        data={**FORM, "op": name}).status == 201
    assert len(notes_on(board, aino)) == 2
    assert operations() == before


def test_names_of_acts_are_kept_for_a_week(app, board, aino, clock, operations):
    board.note(aino, op="a-note-long-ago")
    clock.forward(days=6)
    board.note(aino.launch(), op="a-note-of-late")
    clock.forward(days=1, hours=1)
    assert do_chores(app) == []
    assert "a-note-long-ago" not in operations()
    assert "a-note-of-late" in operations()
