"""Columns: what facilitators do with them, and what that means for those who write."""
import pytest

from tests.support.cast import AINO, EEVA, ORJAN


def columns(board, visitor=None) -> list[int]:
    return (visitor or board.marja).open(board.path).numbers("column")


def add(board, title="Kolmas", **form):
    return board.marja.post(f"{board.path}/columns", **{"title-fi": title, "colour": "sun", **form})


def act(board, path, column=0, **form):
    return board.marja.send(f"/columns/{board.columns[column]}{path}", **form)


def test_a_column_is_added_at_the_end(board, enter):
    marja = board.marja
    seen = marja.send(f"{board.path}/columns", **{"title-fi": "Kolmas", "prompt-fi": "Mitä kokeilemme?", "colour": "leaf"})
    assert seen.status == 200
    third = columns(board)[-1]
    assert seen.parts[0][0] == "#columns" and seen.parts[0][1].startswith("place")
    words = enter(AINO).open(board.path).words(f"column-{third}-head")
    assert "Kolmas" in words and "Mitä kokeilemme?" in words
    assert enter(AINO).open(board.path).form(f"/columns/{third}/notes").values["colour"] == "leaf"


def test_a_board_has_at_most_twelve_columns(board):
    for number in range(3, 13):
        assert add(board, f"Sarake {number}").status == 303
    refused = add(board, "Liikaa")
    assert refused.status == 409 and "Liikaa" in refused.typed
    assert len(columns(board)) == 12


def test_a_deleted_column_does_not_come_back_as_the_thirteenth(board):
    deleted = act(board, "/deletion")
    undo = next(form.get("action") for form in deleted.all("form"))
    for number in range(2, 13):
        assert add(board, f"Sarake {number}").status == 303
    assert act(board, "/restoration").status == board.marja.send(undo).status == 409
    assert len(columns(board)) == 12


@pytest.mark.parametrize("form", [{"title-fi": ""}, {"title-fi": "Ä" * 121}, {"prompt-fi": "Ä" * 2001}, {"colour": "pink"}])
def test_a_column_needs_a_title_and_keeps_the_limits(board, form):
    refused = add(board, **form)
    assert refused.status == 422
    assert all(text in refused.typed for text in form.values() if len(text) > 100)
    assert board.marja.post(f"/columns/{board.columns[0]}", **{"title-fi": "Toimii", "colour": "sun", **form}).status == 422
    assert len(columns(board)) == 2


def test_texts_as_long_as_the_limits_are_taken_whole(board):
    assert add(board, "Ä" * 120, **{"prompt-fi": "Ö" * 2000}).status == 303
    assert "Ä" * 120 in board.marja.open(board.path).text and "Ö" * 2000 in board.marja.open(board.path).text


def test_a_column_is_renamed_in_each_language(board, enter):
    board.marja.press(board.marja.open(f"/columns/{board.columns[0]}"), f"/columns/{board.columns[0]}", **{"title-fi": "Onnistuu", "title-sv": "Lyckas"})
    heading = f"column-{board.columns[0]}-title"
    assert enter(AINO).open(board.path).words(heading) == "Onnistuu"
    assert enter(ORJAN).open(board.path).words(heading) == "Lyckas"
    assert enter(ORJAN).open(board.path).one(f"column-{board.columns[1]}-title").find("span").get("lang") == "fi"  # not translated


def test_columns_are_put_in_order(board, enter):
    add(board)
    a, b, c = columns(board)
    for column, after, order in ((c, "", [c, a, b]), (c, a, [a, c, b]), (c, b, [a, b, c]), (a, c, [b, c, a])):
        assert board.marja.send(f"/columns/{column}/position", after=after).parts[0][0] == "#columns"
        assert columns(board, enter(AINO)) == order
    assert board.marja.send(f"/columns/{a}/position", after=a).status == 422
    assert board.marja.send(f"/columns/{a}/position", after=999999).status == 422


def test_the_dialog_for_moving_a_column_sent_as_it_stands_moves_nothing(board):
    add(board)
    order = columns(board)
    for column in order:
        path = f"/columns/{column}/position"
        board.marja.press(board.marja.open(path), path)
        assert columns(board) == order


def test_no_two_columns_share_a_position(board):
    act(board, "/deletion", 1)
    add(board)
    act(board, "/restoration", 1)
    positions = [section.get("data-position") for section in board.marja.open(board.path).all("section", class_="column")]
    assert len(positions) == 3 == len(set(positions))
    assert columns(board)[:2] == board.columns


def test_a_locked_column_is_read_and_not_written(board, enter):
    aino = enter(AINO)
    note = board.note(aino)
    act(board, "/lock", locked="yes")
    assert aino.open(board.path).one(f"column-{board.columns[0]}-head").get("data-locked") is not None
    refused = aino.post(board.composer(), text="Liian myöhään", colour="sun", language="fi")
    assert refused.status == 409 and "Liian myöhään" in refused.typed
    assert aino.send(f"/notes/{note}", text="x", version=1, colour="sun", language="fi").status == 409
    assert aino.send(f"/notes/{note}/deletion").status == aino.send(f"/notes/{note}/position", after="").status == 409
    assert board.note(board.marja, "Fasilitaattori saa")
    act(board, "/lock", locked="no")
    assert board.note(aino, "Taas auki")


def test_a_deleted_column_goes_and_comes_back_with_its_notes(board, enter):
    aino = enter(AINO)
    notes = [board.note(aino, "Ensimmäinen ajatus"), board.note(aino, "Kaksi")]
    other = board.note(aino, "Toisaalla", column=1)
    assert act(board, "/deletion").parts[0] == (f"#column-{board.columns[0]}", "delete")
    assert aino.open(board.path).numbers("note") == [other]
    assert columns(board, aino) == board.columns[1:]
    assert "Ensimmäinen ajatus" not in aino.open(f"{board.path}/deleted").text  # the column is deleted, not the note
    board.marja.press(board.marja.open(f"{board.path}/deleted"), f"/columns/{board.columns[0]}/restoration")
    assert aino.open(board.path).numbers("note") == [*notes, other]
    assert columns(board, aino) == board.columns


def test_whoever_writes_in_a_column_that_is_deleted_meanwhile_keeps_the_text(board, enter):
    aino = enter(AINO)
    note = board.note(aino, "Vanha")
    act(board, "/deletion")
    for path, form in ((board.composer(), {}), (f"/notes/{note}", {"version": "1"})):
        refused = aino.post(path, text="Pitkään mietitty", colour="sun", language="fi", **form)
        assert refused.status == 409 and "Pitkään mietitty" in refused.typed
    assert board.marja.send(board.composer(), text="x", colour="sun", language="fi").status == 409
    assert aino.send(f"/notes/{note}/deletion").status == aino.send(f"/notes/{note}/restoration").status == 409


ACTS = {"rename": ("", {"title-fi": "x", "colour": "sun"}), "move": ("/position", {"after": ""}), "lock": ("/lock", {"locked": "yes"}),
        "delete": ("/deletion", {})}


@pytest.mark.parametrize(("path", "form"), ACTS.values(), ids=ACTS)
def test_a_deleted_column_is_left_as_it_is(board, path, form):
    act(board, "/deletion")
    assert act(board, path, **form).status == 409
    act(board, "/restoration")
    assert "Toimii" in board.marja.open(board.path).words(f"column-{board.columns[0]}-head")


def test_restoring_a_column_that_stands_does_nothing(board):
    assert act(board, "/restoration").status == 200
    assert columns(board) == board.columns


def test_a_column_of_another_course_is_nothing(board, enter):
    eeva = enter(EEVA, role="facilitator")
    for path in ("", "/lock", "/deletion", "/position"):
        assert eeva.send(f"/columns/{board.columns[0]}{path}", locked="yes", after="").status == 404


def test_a_column_is_not_put_behind_one_of_another_board(board):
    other = board.marja.post(f"{board.home}/activities", **{"kind": "board", "title-fi": "Toinen"}).leads_to
    board.marja.post(f"{other}/columns", **{"title-fi": "Sarake", "colour": "sun"})
    [foreign] = board.marja.open(other).numbers("column")
    assert act(board, "/position", after=foreign).status == 422
