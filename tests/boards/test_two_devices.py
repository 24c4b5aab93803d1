"""One person with two devices, and two people with one note: everything arrives, nothing is doubled, nobody's words are lost."""
import pytest

from tests.support.cast import AINO, ORJAN


@pytest.fixture
def laptop(enter):
    return enter(AINO)


@pytest.fixture
def phone(enter, laptop):
    return enter(AINO)


def test_what_is_written_on_one_device_is_one_s_own_on_the_other(board, laptop, phone):
    note = board.note(laptop)
    assert phone.open(board.path).one("columns").get("data-mine") == str(note)
    assert phone.send(f"/notes/{note}", text="Puhelimesta", version=1, colour="sun", language="fi").status == 200


def test_an_edit_on_a_device_that_has_not_heard_of_the_other_s_shows_both_texts(board, laptop, phone):
    note = board.note(laptop, "Alku")
    assert phone.send(f"/notes/{note}", text="Puhelimesta", version=1, colour="sun", language="fi").status == 200
    conflict = laptop.send(f"/notes/{note}", text="Koneelta", version=1, colour="sun", language="fi")
    assert conflict.status == 409 and "Puhelimesta" in conflict.text and "Koneelta" in conflict.typed


def test_what_was_done_on_one_device_is_undone_on_the_other(board, laptop, phone):
    note = board.note(laptop)
    laptop.send(f"/notes/{note}/deletion")
    history = phone.open(f"{board.path}/history")
    [undo] = [form.get("action") for form in history.all("form") if form.get("action", "").startswith("/acts/")]
    phone.press(history, undo)
    assert board.notes(laptop) == [note]


def test_two_people_who_drag_the_same_note_leave_it_in_one_place(board, laptop, enter):
    orjan = enter(ORJAN)
    note, other = board.note(laptop), board.note(laptop, column=1)
    first = laptop.send(f"/notes/{note}/position", column=board.columns[1], after="")
    second = orjan.send(f"/notes/{note}/position", column=board.columns[1], after=other)
    assert (first.status, second.status) == (200, 200)
    assert board.notes(laptop, 1) == board.notes(orjan, 1) == [other, note] and board.notes(laptop) == []


def test_the_first_of_two_who_dragged_a_note_is_told_when_undoing_would_take_the_other_s_move_away(board, laptop, enter):
    note = board.note(laptop)
    moved = laptop.send(f"/notes/{note}/position", column=board.columns[1], after="")
    [undo] = [form.get("action") for form in moved.all("form") if form.get("action", "").startswith("/acts/")]
    enter(ORJAN).send(f"/notes/{note}/position", column=board.columns[0], after="")
    assert laptop.send(undo).status == 409
    assert board.notes(laptop) == [note]


def test_a_note_for_a_column_that_was_deleted_meanwhile_is_refused_with_its_text(board, laptop):
    board.marja.send(f"/columns/{board.columns[0]}/deletion")
    refused = laptop.post(board.composer(), text="Pitkään mietitty ajatus", colour="sun", language="fi")
    assert refused.status == 409 and "Pitkään mietitty ajatus" in refused.typed
    board.marja.send(f"/columns/{board.columns[0]}/restoration")
    assert laptop.send(board.composer(), text="Pitkään mietitty ajatus", colour="sun", language="fi").status == 201
