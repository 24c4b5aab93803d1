"""Notes travel between groups, phases and workshops: with their author and anonymity, knowing where they came from."""
import re

import pytest

from tests.support.cast import AINO, EEVA, ORJAN

pytestmark = pytest.mark.usefixtures("in_english")
TEXT = "Kirjaamiskahvit joka toinen perjantai"


@pytest.fixture
def marja(board):
    return board.marja


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


def write(visitor, column, text=TEXT) -> int:
    return int(visitor.send(f"/columns/{column}/notes", text=text, colour="leaf", language="fi").headers["X-Note"])


def another_board(marja, home, **settings) -> str:
    made = marja.submit(f"{home}/activities", **{"kind": "board", "title-fi": "Toinen työpaja"}).path
    marja.submit(f"{made}/columns", **{"title-fi": "Jatkoon", "colour": "sun"})
    marja.submit(f"/activities/{made.rpartition('/')[2]}/state", state="open")
    if settings:
        marja.submit(f"{made}/settings", **{"title-fi": "Toinen työpaja", **settings})
    return made


def text_of(visitor, path) -> str:
    return visitor.open(path).words("columns")


def test_a_note_arrives_with_its_author_and_knows_where_it_came_from(board, marja, aino, enter):
    note, there = write(aino, board.columns[0]), another_board(marja, board.home)
    column = marja.open(there).numbers("column")[0]
    assert marja.post(f"{board.path}/carrying", note=str(note), column=str(column)).leads_to.startswith(there)
    seen = aino.open(there)
    arrived = seen.numbers("note")[0]
    assert TEXT in text_of(aino, there) and "Aino Sarapuisto" in text_of(aino, there) and "Where it came from" in text_of(aino, there)
    assert aino.open(f"/notes/{arrived}/origin").leads_to.endswith(f"{board.path}#note-{note}")
    assert TEXT in text_of(aino, board.path), "the note itself stays"
    assert aino.send(f"/notes/{arrived}", text="Vielä parempi", version="1", colour="leaf", language="fi").status == 200, "it is hers there too"


def test_a_note_keeps_its_level_of_anonymity_wherever_it_goes(board, marja, aino, enter):
    hidden = another_board(marja, board.home, anonymity="everybody")
    note = write(aino, aino.open(hidden).numbers("column")[0])
    marja.post(f"{hidden}/carrying", note=str(note), column=str(board.columns[0]))
    for visitor in (marja, aino, enter(ORJAN)):
        assert TEXT in text_of(visitor, board.path) and "Aino" not in text_of(visitor, board.path)


def test_several_are_taken_along_in_their_order_and_sent_twice_they_arrive_once(board, marja, aino):
    notes = [write(aino, board.columns[0], text) for text in ("Ensimmäinen", "Toinen", "Kolmas")]
    for _time in range(2):
        marja.send(f"{board.path}/carrying", op="carry-once", column=str(board.columns[1]), note=[str(notes[0]), str(notes[2])])
    assert [re.search("Ensimmäinen|Toinen|Kolmas", text)[0] for text in texts_in(marja, board, 1)] == ["Ensimmäinen", "Kolmas"]


def texts_in(visitor, board, column) -> list[str]:
    seen = visitor.open(board.path)
    return [seen.words(f"note-{number}") for number in seen.notes_in(board.columns[column])]


def test_what_is_removed_for_good_goes_wherever_it_was_brought(board, marja, aino):
    note, there = write(aino, board.columns[0]), another_board(marja, board.home)
    marja.post(f"{board.path}/carrying", note=str(note), column=str(marja.open(there).numbers("column")[0]))
    marja.send(f"/notes/{note}/removal", what="all")
    assert TEXT not in marja.open(there).html and TEXT not in marja.open(board.path).html


def test_an_origin_that_is_gone_says_so(board, marja, aino):
    note = write(aino, board.columns[0])
    marja.post(f"{board.path}/carrying", note=str(note), column=str(board.columns[1]))
    arrived = marja.open(board.path).notes_in(board.columns[1])[0]
    aino.send(f"/notes/{note}/deletion")
    assert aino.open(f"/notes/{arrived}/origin").status == 404


def test_hidden_notes_and_what_is_elsewhere_are_not_taken_along(board, marja, aino, enter):
    note = write(aino, board.columns[0])
    marja.send(f"{board.path}/hiding", hidden="yes")
    assert marja.post(f"{board.path}/carrying", note=str(note), column=str(board.columns[1])).status == 422
    marja.send(f"{board.path}/hiding", hidden="no")
    for wrong in ({"note": "9999", "column": str(board.columns[1])}, {"note": str(note), "column": "9999"}, {"note": str(note)}, {"column": str(board.columns[1])}):
        assert marja.post(f"{board.path}/carrying", **wrong).status == 422
    assert aino.post(f"{board.path}/carrying", note=str(note), column=str(board.columns[1])).status == 403
    assert enter(EEVA).post(f"{board.path}/carrying", note=str(note), column=str(board.columns[1])).status == 404
