"""The same act sent twice, because its answer was lost, happens once and is answered with the present state."""
import pytest

from tests.support.cast import AINO, ORJAN

OP = "operation-sent-twice"


@pytest.fixture
def aino(enter):
    return enter(AINO)


def test_the_same_act_sent_twice_makes_one_note(board, aino):
    first, again = (aino.send(board.composer(), op=OP, text="Kerran", colour="sun", language="fi") for _time in range(2))
    assert first.status == again.status == 201
    assert first.headers["X-Note"] == again.headers["X-Note"]
    assert len(aino.open(board.path).numbers("note")) == 1


def test_the_second_answer_shows_the_note_as_it_is_by_then(board, aino, enter):
    note = aino.send(board.composer(), op=OP, text="Ensin", colour="sun", language="fi").headers["X-Note"]
    board.marja.send(f"/notes/{note}", text="Sitten", version="1", colour="leaf", language="fi")
    enter(ORJAN).send(f"/notes/{note}/position", column=board.columns[1])
    again = aino.send(board.composer(), op=OP, text="Ensin", colour="sun", language="fi")
    assert "Sitten" in again.text and again.parts[0][0] == f"#column-{board.columns[1]}-notes"
    board.marja.send(f"/notes/{note}/deletion")
    again = aino.send(board.composer(), op=OP, text="Ensin", colour="sun", language="fi")
    assert again.parts[0] == (f"#note-{note}", "delete")
    assert aino.open(board.path).numbers("note") == []


def test_the_second_time_is_no_matter_of_state_any_more(board, aino):
    aino.send(board.composer(), op=OP, text="Ehdin", colour="sun", language="fi")
    board.marja.send(f"/columns/{board.columns[0]}/lock", locked="yes")
    board.close()
    assert aino.send(board.composer(), op=OP, text="Ehdin", colour="sun", language="fi").status == 201


ACTS = {"edited": ("", {"text": "Muutettu", "version": "1", "colour": "sun", "language": "fi"}), "moved": ("/position", {"after": ""}),
        "deleted": ("/deletion", {})}


@pytest.mark.every_case
@pytest.mark.parametrize(("path", "form"), ACTS.values(), ids=ACTS)
def test_acts_on_a_note_happen_once(board, aino, path, form):
    note = board.note(aino, "Alku")
    first, again = (aino.send(f"/notes/{note}{path}", op=OP, **form) for _time in range(2))
    assert first.status == again.status == 200
    assert first.parts[0] == again.parts[0]
    assert [part for part in again.parts if part[0] == "#toasts"] == []  # there is nothing new to undo
    shown = board.marja.open(f"{board.path}/deleted" if path == "/deletion" else board.path)
    assert shown.status == 200


def test_a_restoration_and_an_undo_happen_once(board, aino):
    note = board.note(aino)
    aino.send(f"/notes/{note}/deletion")
    for _time in range(2):
        restored = aino.send(f"/notes/{note}/restoration", op=OP)
        assert restored.status == 200
    deleted = aino.send(f"/notes/{note}/deletion")
    [undo] = [form.get("action") for form in deleted.all("form")]
    for _time in range(2):
        assert aino.send(undo, op="another-operation").status == 200
    assert board.notes(aino) == [note]


COLUMN_ACTS = {"renamed": ("", {"title-fi": "Uusi", "colour": "sun"}), "moved": ("/position", {"after": ""}), "locked": ("/lock", {"locked": "yes"}),
               "deleted": ("/deletion", {}), "restored": ("/restoration", {})}


@pytest.mark.every_case
@pytest.mark.parametrize(("path", "form"), COLUMN_ACTS.values(), ids=COLUMN_ACTS)
def test_acts_on_a_column_happen_once(board, path, form):
    marja, column = board.marja, board.columns[1]
    if path == "/restoration":
        marja.send(f"/columns/{column}/deletion")
    first = marja.send(f"/columns/{column}{path}", op=OP, **form)
    again = marja.send(f"/columns/{column}{path}", op=OP, **form)
    assert first.status == again.status == 200
    assert first.parts[0] == again.parts[0]


def test_a_column_is_added_once(board):
    for _time in range(2):
        assert board.marja.send(f"{board.path}/columns", op=OP, **{"title-fi": "Kolmas", "colour": "sun"}).status == 200
    assert len(board.marja.open(board.path).numbers("column")) == 3


def test_a_plain_form_with_an_operation_happens_once_too(board, aino):
    for _time in range(2):
        assert aino.post(board.composer(), op=OP, text="Kerran", colour="sun", language="fi").status == 303
    assert len(aino.open(board.path).numbers("note")) == 1


def test_the_same_name_on_another_board_is_another_act(board, aino):
    other = board.marja.post(f"{board.home}/activities", **{"kind": "board", "title-fi": "Toinen"}).leads_to
    assert board.marja.send(f"{other}/columns", op=OP, **{"title-fi": "A", "colour": "sun"}).status == 200
    assert board.marja.send(f"{board.path}/columns", op=OP, **{"title-fi": "B", "colour": "sun"}).status == 200
    assert len(board.marja.open(board.path).numbers("column")) == 3


@pytest.mark.parametrize("op", ["", "short", "x" * 65, "ääääääääää", "line\nbreak\n"])
def test_a_name_that_is_no_name_does_not_hold_anything_up(board, aino, op):
    for _time in range(2):
        assert aino.ask("POST", board.composer(), data={"op": op, "text": "Aina uusi", "language": "fi"}).status == 303
    assert len(aino.open(board.path).numbers("note")) == 2


def test_a_refused_act_may_be_sent_again_under_its_name(board, aino):
    board.close()
    assert aino.send(board.composer(), op=OP, text="Odotan", colour="sun", language="fi").status == 409
    board.set_state("open")
    assert aino.send(board.composer(), op=OP, text="Odotan", colour="sun", language="fi").status == 201
