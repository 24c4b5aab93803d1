"""Moving notes: anybody moves any note, to any place, by any means; order is the same for everybody."""
import itertools

import pytest

from tests.support.cast import AINO, EEVA, ORJAN


@pytest.fixture
def notes(board, enter):
    """Four notes of Aino's in the first column."""
    aino = enter(AINO)
    return [board.note(aino, text) for text in ("Yksi", "Kaksi", "Kolme", "Neljä")]


@pytest.fixture
def orjan(enter, notes):
    return enter(ORJAN)


def move(visitor, note, **place):
    return visitor.send(f"/notes/{note}/position", **place)


def test_behind_another_first_and_last(board, orjan, notes):
    a, b, c, d = notes
    for place, order in (({"after": c}, [b, c, a, d]), ({"after": ""}, [a, b, c, d]), ({"after": "last"}, [b, c, d, a]), ({}, [b, c, d, a]),
                         ({"after": b}, [b, a, c, d]), ({"after": a}, [b, c, d, a])):
        assert move(orjan, a, **place).status == 200, place
        assert board.notes(orjan) == order, place


def test_to_another_column(board, orjan, notes):
    a, b, c, d = notes
    there = board.columns[1]
    for note, place, order in ((a, {"after": ""}, [a]), (b, {"after": ""}, [b, a]), (c, {"after": b}, [b, c, a]), (d, {"after": "last"}, [b, c, a, d])):
        seen = move(orjan, note, column=there, **place)
        assert seen.parts[0] == (f"#column-{there}-notes", "place")
        assert board.notes(orjan, 1) == order
    assert board.notes(orjan) == []


def test_behind_a_note_that_somebody_has_just_taken_away_is_last(board, orjan, notes, enter):
    a, b, c, d = notes
    move(enter(AINO), b, column=board.columns[1])
    assert move(orjan, a, after=b).status == 200
    assert board.notes(orjan) == [c, d, a]
    board.marja.send(f"/notes/{d}/deletion")
    move(orjan, c, after=d)
    assert board.notes(orjan) == [a, c]
    for after in ("999999", "x", "-1", str(10**30)):
        assert move(orjan, a, after=after).status == 200
    assert board.notes(orjan) == [c, a]


def test_everybody_sees_the_same_order_after_many_moves(board, orjan, notes, enter):
    aino, expected = enter(AINO), list(notes)
    for round_, (note, after) in enumerate(itertools.product(notes, ["", *notes])):
        if note == after:
            continue
        move((aino, orjan, board.marja)[round_ % 3], note, after=after)
        expected.remove(note)
        expected.insert(expected.index(after) + 1 if after else 0, note)
        assert board.notes(aino) == expected
    assert board.notes(orjan) == board.notes(board.marja) == expected


def test_a_note_moved_between_deleted_ones_keeps_its_place_when_they_come_back(board, orjan, notes):
    a, b, c, d = notes
    marja = board.marja
    marja.send(f"/notes/{b}/deletion")
    marja.send(f"/notes/{c}/deletion")
    move(orjan, d, after=a)
    marja.send(f"/notes/{b}/restoration")
    marja.send(f"/notes/{c}/restoration")
    assert sorted(board.notes(orjan)) == sorted(notes)
    positions = [li.get("data-position") for li in orjan.open(board.path).all("li", data_note=True)]
    assert len(set(positions)) == 4


def test_the_move_dialog_offers_columns_and_places(board, orjan, notes):
    a, b, c, d = notes
    dialog = orjan.read(f"/notes/{b}/position")
    assert [o.get("value") for o in dialog.one("move-column").iter("option")] == [str(n) for n in board.columns]
    assert [o.get("value") for o in dialog.one("move-after").iter("option")] == ["", str(a), str(c), str(d), "last"]
    assert dialog.form(f"/notes/{b}/position").values == {"column": str(board.columns[0]), "after": str(a)}  # where it is
    other = orjan.read(f"/notes/{b}/position?column={board.columns[1]}")
    assert [o.get("value") for o in other.one("move-after").iter("option")] == ["", "last"]
    for column in ("0", "x", str(10**30)):
        assert orjan.read(f"/notes/{b}/position?column={column}").form(f"/notes/{b}/position").values["column"] == str(board.columns[0])


def test_the_dialog_sent_as_it_stands_moves_nothing(board, orjan, notes):
    for note in notes:
        orjan.press(orjan.open(f"/notes/{note}/position"), f"/notes/{note}/position")
        assert board.notes(orjan) == notes


def test_a_note_does_not_leave_its_board(board, orjan, notes, enter):
    other = board.marja.post(f"{board.home}/activities", **{"kind": "board", "title-fi": "Toinen"}).leads_to
    board.marja.post(f"{other}/columns", **{"title-fi": "Sarake", "colour": "sun"})
    [foreign] = board.marja.open(other).numbers("column")
    for column in (foreign, 999999):
        assert move(orjan, notes[0], column=column).status == 422
        assert move(board.marja, notes[0], column=column).status == 422
    assert move(enter(EEVA), notes[0], after="").status == 404
    assert board.notes(orjan) == notes


def test_a_participant_moves_nothing_into_or_out_of_a_locked_column(board, orjan, notes):
    move(orjan, notes[0], column=board.columns[1])
    board.marja.send(f"/columns/{board.columns[1]}/lock", locked="yes")
    assert move(orjan, notes[1], column=board.columns[1]).status == 409
    assert move(orjan, notes[0], column=board.columns[0]).status == 409
    assert [o.get("value") for o in orjan.read(f"/notes/{notes[1]}/position").one("move-column").iter("option")] == [str(board.columns[0])]
    assert move(board.marja, notes[1], column=board.columns[1]).status == 200


def test_nothing_is_moved_into_a_deleted_column(board, orjan, notes):
    board.marja.send(f"/columns/{board.columns[1]}/deletion")
    assert move(orjan, notes[0], column=board.columns[1]).status == 409
    assert move(board.marja, notes[0], column=board.columns[1]).status == 409
    assert board.notes(orjan) == notes
