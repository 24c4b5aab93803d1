"""Notes: adding, editing, moving, deleting, restoring, undoing."""
from tests.support.cast import AINO, ORJAN


def test_a_note_appears_on_the_board_of_everybody(board, enter):
    aino, orjan = enter(AINO), enter(ORJAN)
    board.note(aino, "Kirjataan yhdessä asiakkaan kanssa")
    seen = orjan.open(board.path)
    assert "Kirjataan yhdessä asiakkaan kanssa" in seen.text
    assert "Aino Sarapuisto" in seen.text


def test_the_same_act_sent_twice_makes_one_note(board, enter):
    aino = enter(AINO)
    first = aino.send(f"/columns/{board.columns[0]}/notes", op="the-same-act", text="Kerran", colour="sun", language="fi")
    again = aino.send(f"/columns/{board.columns[0]}/notes", op="the-same-act", text="Kerran", colour="sun", language="fi")
    assert first.response.headers["X-Note"] == again.response.headers["X-Note"]
    assert len(aino.open(board.path).numbers("note")) == 1
