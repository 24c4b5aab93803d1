"""Stacks: notes put together and taken apart by whoever may move them; all of it can be undone."""
import pytest

from tests.boards.test_undo import undo_of
from tests.boards.test_votes import open_voting, show_totals, totals, vote, voted
from tests.support.cast import AINO, EEVA, ORJAN


@pytest.fixture
def aino(enter):
    return enter(AINO)


@pytest.fixture
def orjan(enter):
    return enter(ORJAN)


@pytest.fixture
def notes(board, aino):
    return [board.note(aino, text) for text in ("Yksi", "Kaksi", "Kolme", "Neljä")]


def lay(visitor, note, onto, **how):
    return visitor.send(f"/notes/{note}/stack", onto=onto, **how)


def shape(board, visitor, column=0) -> list:
    """A column as it is seen: notes, and stacks as (top, [others])."""
    seen = []
    for note in visitor.open(board.path).one(f"column-{board.columns[column]}-notes").iter("li"):
        if note.get("data-note"):
            members = [int(member.get("data-member")) for member in note.iter("li") if member.get("data-member")]
            seen.append((int(note.get("data-note")), members) if members else int(note.get("data-note")))
    return seen


def test_a_note_is_put_together_with_another(board, aino, orjan, notes):
    one, two, three, four = notes
    assert lay(orjan, three, one).status == 200
    assert shape(board, aino) == [(one, [three]), two, four]
    assert lay(orjan, two, one).status == 200
    assert shape(board, aino) == [(one, [three, two]), four]
    assert "Kolme" in aino.open(board.path).words(f"member-{three}")


def test_onto_a_note_in_a_stack_is_onto_its_stack(board, aino, notes):
    one, two, three, four = notes
    lay(aino, two, one)
    lay(aino, three, two)
    assert shape(board, aino) == [(one, [two, three]), four]


def test_a_stack_put_on_another_goes_whole_and_undo_parts_them_again(board, aino, notes):
    one, two, three, four = notes
    lay(aino, two, one)
    lay(aino, four, three)
    both = lay(aino, one, three)
    assert shape(board, aino) == [(three, [four, one, two])]
    assert aino.send(undo_of(both)).status == 200
    assert shape(board, aino) == [(one, [two]), (three, [four])]


def test_one_note_is_taken_out_and_stands_behind(board, aino, orjan, notes):
    one, two, three, four = notes
    lay(aino, two, one), lay(aino, three, one)
    out = orjan.send(f"/notes/{two}/unstack")
    assert out.status == 200
    assert shape(board, aino) == [(one, [three]), two, four]
    orjan.send(undo_of(out))
    assert shape(board, aino) == [(one, [three, two]), four]


def test_a_stack_is_split_and_undo_puts_it_together(board, aino, notes):
    one, two, three, four = notes
    lay(aino, two, one), lay(aino, three, one)
    split = aino.send(f"/notes/{one}/split")
    assert shape(board, aino) == [one, two, three, four]
    assert aino.send(undo_of(split)).status == 200
    assert shape(board, aino) == [(one, [two, three]), four]


def test_moving_the_top_moves_the_stack_and_undo_brings_it_back(board, aino, notes):
    one, two, three, four = notes
    lay(aino, two, one)
    moved = aino.send(f"/notes/{one}/position", column=str(board.columns[1]), after="")
    assert shape(board, aino) == [three, four] and shape(board, aino, 1) == [(one, [two])]
    aino.send(undo_of(moved))
    assert shape(board, aino) == [(one, [two]), three, four]
    assert shape(board, aino, 1) == []


def test_a_note_moved_out_of_a_stack_leaves_it(board, aino, notes):
    one, two, three, four = notes
    lay(aino, two, one)
    moved = aino.send(f"/notes/{two}/position", column=str(board.columns[1]))
    assert shape(board, aino) == [one, three, four] and shape(board, aino, 1) == [two]
    aino.send(undo_of(moved))
    assert shape(board, aino) == [(one, [two]), three, four]


def test_what_is_put_behind_a_stack_stands_behind_all_of_it(board, aino, notes):
    one, two, three, four = notes
    lay(aino, two, one)
    aino.send(f"/notes/{four}/position", after=str(one))
    assert shape(board, aino) == [(one, [two]), four, three]
    aino.send(f"/notes/{one}/split")
    assert shape(board, aino) == [one, two, four, three]


def test_deleting_the_top_makes_the_next_one_the_top(board, aino, notes):
    one, two, three, four = notes
    lay(aino, two, one), lay(aino, three, one)
    gone = aino.send(f"/notes/{one}/deletion")
    assert shape(board, aino) == [(two, [three]), four]
    aino.send(undo_of(gone))
    assert shape(board, aino) == [one, (two, [three]), four]


def test_a_deleted_member_comes_back_to_its_stack(board, aino, notes):
    one, two, three, four = notes
    lay(aino, two, one)
    gone = aino.send(f"/notes/{two}/deletion")
    assert shape(board, aino) == [one, three, four]
    aino.send(f"/notes/{one}/position", column=str(board.columns[1]))
    aino.send(undo_of(gone))
    assert shape(board, aino, 1) == [(one, [two])]


def test_a_member_whose_stack_is_gone_comes_back_alone(board, aino, notes):
    one, two, three, four = notes
    lay(aino, two, one)
    aino.send(f"/notes/{two}/deletion")
    aino.send(f"/notes/{one}/deletion")
    aino.send(f"/notes/{two}/restoration")
    assert shape(board, aino) == [two, three, four]


def test_undo_into_a_stack_that_is_no_more_is_refused(board, aino, notes):
    one, two, _three, _four = notes
    lay(aino, two, one)
    out = aino.send(f"/notes/{two}/unstack")
    aino.send(f"/notes/{one}/deletion")
    assert aino.send(undo_of(out)).status == 409


def test_what_was_done_to_a_note_before_it_moved_with_its_stack_is_not_undone(board, aino, notes):
    one, two, three, _four = notes
    moved = aino.send(f"/notes/{two}/position", after="")
    lay(aino, three, two)
    early = aino.send(f"/notes/{three}/unstack")
    lay(aino, three, two)
    lay(aino, two, one)
    assert aino.send(undo_of(moved)).status == aino.send(undo_of(early)).status == 409
    assert shape(board, aino)[0] == (one, [two, three])


def test_nonsense_is_refused(board, aino, enter, notes):
    one, two, *_rest = notes
    assert lay(aino, one, one).status == 422
    assert lay(aino, one, "x").status == lay(aino, one, 10**30).status == 422
    lay(aino, two, one)
    assert lay(aino, one, two).status == lay(aino, two, one).status == 409
    assert aino.send(f"/notes/{one}/unstack").status == aino.send(f"/notes/{two}/split").status == 409
    assert lay(enter(EEVA), one, two).status == 404


def test_a_note_of_another_board_is_no_place(board, aino, notes):
    made = board.marja.post(f"{board.home}/activities", **{"kind": "board", "title-fi": "Toinen taulu"}).leads_to
    board.marja.post(f"{made}/columns", **{"title-fi": "Sarake", "colour": "sun"})
    [column] = board.marja.open(made).numbers("column")
    other = board.marja.send(f"/columns/{column}/notes", text="Muualla", colour="sun", language="fi").headers["X-Note"]
    assert lay(board.marja, notes[0], other).status == 422


def test_a_locked_column_gives_and_takes_none_but_for_facilitators(board, aino, notes):
    one, two, *_rest = notes
    there = board.note(aino, "Lukitussa", column=1)
    lay(aino, two, one)
    board.marja.send(f"/columns/{board.columns[1]}/lock", locked="yes")
    assert lay(aino, one, there).status == lay(aino, there, one).status == 409
    assert lay(board.marja, there, one).status == 200
    board.marja.send(f"/columns/{board.columns[0]}/lock", locked="yes")
    assert aino.send(f"/notes/{two}/unstack").status == aino.send(f"/notes/{one}/split").status == 409


def test_a_closed_board_keeps_its_stacks(board, aino, notes):
    one, two, three, _four = notes
    lay(aino, two, one)
    board.close()
    assert lay(aino, three, one).status == aino.send(f"/notes/{two}/unstack").status == aino.send(f"/notes/{one}/split").status == 409


def test_open_pages_show_a_stack_as_one_part_and_its_notes_nowhere_else(board, aino, orjan, notes):
    one, two, *_rest = notes
    since = orjan.open(board.path).one("live").get("data-seq")
    answer = lay(aino, two, one)
    heard = orjan.open(f"{board.activity}/changes?since={since}")
    for seen in (answer, heard):
        assert (f"#note-{two}", "delete") in seen.parts
        assert seen.numbers("note") == [one] and seen.numbers("member") == [two]
    since = heard.headers["Live-Seq"]
    aino.send(f"/notes/{two}", text="Kaksi, muutettu", version="1", colour="sun", language="fi")
    assert "Kaksi, muutettu" in orjan.open(f"{board.activity}/changes?since={since}").words(f"note-{one}")
    since = orjan.open(board.path).one("live").get("data-seq")
    aino.send(f"/notes/{two}/unstack")
    heard = orjan.open(f"{board.activity}/changes?since={since}")
    assert set(heard.numbers("note")) == {one, two} and heard.numbers("member") == []


def test_erasing_the_author_of_the_top_leaves_the_others_of_the_stack(board, aino, orjan, notes):
    one, two, three, _four = notes
    theirs = [board.note(orjan, "Örjanin"), board.note(orjan, "Örjanin toinen")]
    for note in (two, *theirs, three):
        lay(aino, note, one)
    since = orjan.open(board.path).one("live").get("data-seq")
    aino.post("/me/erasure", sure="yes", texts="erase")
    assert shape(board, orjan) == [(theirs[0], [theirs[1]])]
    heard = orjan.open(f"{board.activity}/changes?since={since}")
    assert heard.numbers("note") == [theirs[0]] and heard.numbers("member") == [theirs[1]]


def test_the_votes_of_a_stack_are_summed_and_sort_right(board, aino, orjan, notes):
    one, two, three, four = notes
    open_voting(board, 3)
    vote(aino, two), vote(orjan, two), vote(aino, three), vote(orjan, four)
    lay(aino, two, one), lay(aino, three, one)
    show_totals(board)
    assert totals(board, aino) == {one: 3, four: 1}
    assert aino.open(f"{board.path}?sort=votes").notes_in(board.columns[0]) == [one, four]
    lay(aino, one, four)
    assert totals(board, aino) == {four: 4}


def test_a_vote_anywhere_in_a_stack_is_a_vote_for_it(board, aino, orjan, notes):
    one, two, three, _four = notes
    open_voting(board, 3)
    vote(aino, one), vote(aino, two)
    lay(aino, two, one)
    assert voted(aino.open(board.path)) == [one]
    assert vote(aino, two).status == vote(aino, one).status == 200
    show_totals(board)
    assert totals(board, aino)[one] == 2
    assert aino.send(f"/notes/{one}/vote/withdrawal").headers["X-Votes"] == ""
    vote(orjan, two)
    assert totals(board, aino)[one] == 1
    aino.send(f"/notes/{one}/split")
    assert totals(board, aino)[one] == 1  # a vote for a stack is with its top


def test_without_javascript(board, aino, orjan, notes):
    one, two, three, four = notes
    page = orjan.press(orjan.open(f"/notes/{two}/stack"), f"/notes/{two}/stack", onto=str(one))
    assert page.path == board.path and shape(board, orjan) == [(one, [two]), three, four]
    assert f"/notes/{one}/stack/notes" in orjan.open(f"/notes/{one}/acts").links
    dialog = orjan.open(f"/notes/{one}/stack/notes")
    assert not [form for form in dialog.all("form") if form.get("action").endswith("/deletion")]
    orjan.press(dialog, f"/notes/{two}/unstack")
    assert shape(board, orjan) == [one, two, three, four]
    lay(aino, two, one)
    assert [form for form in aino.open(f"/notes/{one}/stack/notes").all("form") if form.get("action") == f"/notes/{two}/deletion"]
    aino.press(aino.open(f"/notes/{one}/stack/notes"), f"/notes/{one}/split")
    assert shape(board, aino) == [one, two, three, four]


def test_the_dialog_offers_the_notes_of_another_column(board, aino, notes):
    there = board.note(aino, "Muualla", column=1)
    dialog = aino.open(f"/notes/{notes[0]}/stack?column={board.columns[1]}")
    assert [option.get("value") for option in dialog.one("stack-onto").iter("option")] == [str(there)]
    aino.press(dialog, f"/notes/{notes[0]}/stack")
    assert shape(board, aino, 1) == [(there, [notes[0]])]
