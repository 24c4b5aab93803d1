"""Reactions to notes: how many, never whose."""
import pytest

from lti_tool.boards import Board, Phase, Reaction
from lti_tool.db import db, transaction
from tests.support.cast import AINO, EEVA, ORJAN


@pytest.fixture
def aino(enter):
    return enter(AINO)


@pytest.fixture
def orjan(enter):
    return enter(ORJAN)


@pytest.fixture
def note(board, aino):
    return board.note(aino)


def react(visitor, note, **which):
    return visitor.send(f"/notes/{note}/reactions", **which)


def counts(visitor, board, note) -> dict:
    """As the note shows them: kind -> number."""
    buttons = [button for button in visitor.open(board.path).one(f"note-{note}").iter("button") if "reaction" in button.get("class", "")]
    return {button.get("value"): int("".join(button.itertext()).split()[-1]) for button in buttons}


def pressed(visitor, note) -> set:
    page = visitor.open(f"/notes/{note}/comments")
    return {button.get("value") for button in page.all("button", aria_pressed="true")}


def marks(app) -> list:
    with app.app_context(), transaction(writes=False):
        return [(reaction.kind, reaction.reactor) for reaction in db.session.query(Reaction)]


def test_everybody_sees_how_many_reacted_and_only_oneself_sees_which_are_one_s_own(board, note, aino, orjan):
    for visitor, kind in ((aino, "thanks"), (orjan, "thanks"), (orjan, "same")):
        assert react(visitor, note, on=kind).status == 200
    for visitor in (aino, orjan, board.marja):
        assert counts(visitor, board, note) == {"thanks": 2, "same": 1}
    assert (pressed(aino, note), pressed(orjan, note), pressed(board.marja, note)) == ({"thanks"}, {"thanks", "same"}, set())


def test_a_reaction_counts_once_and_can_be_taken_back(board, note, aino, orjan):
    assert [react(aino, note, on="idea").headers["X-Reactions"] for _time in range(3)] == ["idea"] * 3
    react(orjan, note, on="idea")
    assert counts(aino, board, note) == {"idea": 2}
    for _time in range(2):
        assert react(aino, note, off="idea").headers["X-Reactions"] == ""
    assert counts(aino, board, note) == {"idea": 1}  # not somebody else's


def test_what_others_receive_does_not_say_whose(board, note, aino, orjan):
    since = orjan.open(board.path).one("live").get("data-seq")
    react(aino, note, on="more")
    heard = orjan.open(f"{board.activity}/changes?since={since}")
    assert heard.parts == [(f"#column-{board.columns[0]}-notes", "place")]
    assert heard.all("button", value="more")[0].get("aria-pressed") == "false"
    assert AINO.sub not in heard.html


@pytest.mark.parametrize("which", [{"on": "pink"}, {}, {"on": ""}])
def test_there_are_only_these_reactions(app, note, aino, which):
    assert react(aino, note, **which).status == 422
    assert marks(app) == []


def test_reacting_works_without_javascript(board, note, aino):
    page = aino.open(f"/notes/{note}/comments")
    page = aino.press(page, f"/notes/{note}/reactions", button=("on", "thanks"))
    assert page.path == f"/notes/{note}/comments" and pressed(aino, note) == {"thanks"}
    page = aino.press(aino.open(board.path), f"/notes/{note}/reactions", button=("off", "thanks"))
    assert page.path == board.path and pressed(aino, note) == set()


def test_reactions_go_on_while_writing_is_locked_or_frozen_and_stop_when_the_board_is_closed(app, board, note, aino):
    board.marja.send(f"/columns/{board.columns[0]}/lock", locked="yes")
    with app.app_context(), transaction():
        db.session.get(Board, board.id).frozen = True
    assert react(aino, note, on="thanks").status == 200
    board.close()
    assert react(aino, note, on="same").status == react(aino, note, off="thanks").status == 409
    assert counts(aino, board, note) == {"thanks": 1}


def test_where_reactions_are_off_none_is_given(app, board, note, aino):
    with app.app_context(), transaction():
        db.session.query(Phase).filter_by(board_id=board.id).one().reactions = False
    assert react(aino, note, on="thanks").status == 409
    assert not aino.open(f"/notes/{note}/comments").all("button", class_="chip reaction")


def test_a_deleted_note_and_one_of_another_course_get_none(app, board, note, aino, enter):
    assert react(enter(EEVA), note, on="thanks").status == 404
    aino.send(f"/notes/{note}/deletion")
    assert react(aino, note, on="thanks").status == 409
    assert marks(app) == []


def test_the_database_does_not_say_who_reacted_nor_that_two_were_the_same_person_s(app, board, aino, note):
    other = board.note(aino, "Toinen")
    react(aino, note, on="thanks")
    react(aino, other, on="thanks")
    first, second = (mark for _kind, mark in marks(app))
    assert first != second


def test_where_no_author_is_stored_even_the_key_of_the_installation_tells_nothing(app, board, aino, enter):
    with app.app_context(), transaction():
        db.session.get(Board, board.id).anonymity = "everybody"
    note = board.note(aino)
    react(aino, note, on="thanks")
    assert pressed(aino, note) == {"thanks"}
    again = enter(AINO)  # another browser of hers
    assert pressed(again, note) == set()
    react(again, note, off="thanks")
    assert counts(aino, board, note) == {"thanks": 1}


def test_one_s_reactions_are_shown_and_erased_with_one_s_data(app, board, note, aino, orjan):
    theirs = board.note(orjan)
    react(orjan, theirs, on="same")
    react(aino, theirs, on="idea")
    [held] = [held for held in aino.open("/me/data.json").response.json["held"] if held["table"] == "reaction"]
    assert len(held["records"]) == 1
    aino.post("/me/erasure", sure="yes", texts="leave")
    assert [kind for kind, _mark in marks(app)] == ["same"]
