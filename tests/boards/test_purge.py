"""What was deleted can be restored for 30 days; then it is gone from the whole database."""
from lti_tool.db.chores import do_chores
from tests.support.cast import AINO
from tests.support.rows import rows_with


def test_a_deleted_note_goes_for_good_with_what_it_said_before(app, board, enter, clock):
    aino = enter(AINO)
    note, kept = board.note(aino, "Salaisuus yksi"), board.note(aino, "Säilyvä")
    aino.send(f"/notes/{note}", text="Salaisuus kaksi", version=1, colour="sun", language="fi")
    aino.send(f"/notes/{note}/deletion")
    clock.forward(days=29)
    assert do_chores(app) == []
    assert set(rows_with(app, ["Salaisuus"])) == {"note.text", "act.before"}
    assert aino.launch().post(f"/notes/{note}/restoration").status == 303
    aino.post(f"/notes/{note}/deletion")
    clock.forward(days=31)
    assert do_chores(app) == []
    assert rows_with(app, ["Salaisuus"]) == []
    assert aino.launch().post(f"/notes/{note}/restoration").status == 404
    assert board.notes(aino) == [kept]


def test_a_deleted_column_goes_for_good_with_its_notes(app, board, enter, clock):
    aino = enter(AINO)
    board.note(aino, "Salaisuus")
    board.marja.send(f"/columns/{board.columns[0]}/deletion")
    clock.forward(days=31)
    assert do_chores(app) == []
    assert rows_with(app, ["Salaisuus", "Toimii"]) == []
    assert board.marja.launch().post(f"/columns/{board.columns[0]}/restoration").status == 404
    assert board.marja.open(board.path).numbers("column") == board.columns[1:]


def test_boards_can_be_added_to_after_a_purge(app, board, enter, clock):
    board.marja.send(f"/columns/{board.columns[1]}/deletion")
    clock.forward(days=31)
    assert do_chores(app) == []
    board.marja.launch().post(f"{board.path}/columns", **{"title-fi": "Uusi", "colour": "sun"})
    first, new = board.marja.open(board.path).numbers("column")
    assert first == board.columns[0] and new not in board.columns  # a number is never given again
    assert board.notes(enter(AINO)) == []
