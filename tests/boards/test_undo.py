"""Undo is a new act: it takes back exactly one act, unless somebody has changed the thing since."""
import pytest

from tests.support.cast import AINO, EEVA, ORJAN


def undo_of(seen) -> str:
    """The address by which the toast offers to undo."""
    [address] = [form.get("action") for form in seen.all("form") if form.get("action").startswith("/acts/")]
    return address


@pytest.fixture
def aino(enter):
    return enter(AINO)


@pytest.fixture
def note(board, aino):
    return board.note(aino, "Alkuperäinen")


def text_of(board, visitor, note):
    return visitor.open(board.path).all("p", class_="text")[0].text


def edit(visitor, note, text, version=1, **form):
    return visitor.send(f"/notes/{note}", text=text, version=version, **{"colour": "sun", "language": "fi", **form})


def test_an_edit_is_undone_with_colour_and_language(board, aino, note):
    edited = edit(aino, note, "Muutettu", colour="leaf", language="sv")
    assert aino.send(undo_of(edited)).status == 200
    page = aino.open(board.path)
    assert text_of(board, aino, note) == "Alkuperäinen"
    assert "sun" in page.one(f"note-{note}").get("class").split()
    assert page.all("p", class_="text")[0].get("lang") is None


def test_a_move_is_undone(board, aino, note, enter):
    other = board.note(aino, "Toinen")
    moved = enter(ORJAN).send(f"/notes/{note}/position", column=board.columns[1], after="")
    board.marja.send(undo_of(moved))  # a facilitator may undo for anybody
    assert board.notes(aino) == [note, other]


def test_a_deletion_and_a_restoration_are_undone(board, aino, note):
    deleted = aino.send(f"/notes/{note}/deletion")
    assert (f"#column-{board.columns[0]}-notes", "place") in aino.send(undo_of(deleted)).parts
    assert board.notes(aino) == [note]
    aino.send(f"/notes/{note}/deletion")
    restored = aino.send(f"/notes/{note}/restoration")
    assert (f"#note-{note}", "delete") in aino.send(undo_of(restored)).parts
    assert board.notes(aino) == []


def test_an_act_is_undone_once(board, aino, note):
    address = undo_of(edit(aino, note, "Muutettu"))
    assert aino.send(address).status == 200
    assert aino.send(address).status == 409
    assert text_of(board, aino, note) == "Alkuperäinen"


def test_what_somebody_changed_since_is_not_taken_away(board, aino, note):
    address = undo_of(edit(aino, note, "Ainon"))
    edit(board.marja, note, "Marjan", version=2)
    refused = aino.send(address)
    assert refused.status == 409 and refused.all("div", role="alert")
    assert text_of(board, aino, note) == "Marjan"


def test_an_undo_arriving_after_the_note_was_deleted_or_moved_is_overtaken(board, aino, note, enter):
    first = undo_of(edit(aino, note, "Ainon"))
    enter(ORJAN).send(f"/notes/{note}/position", column=board.columns[1])
    assert aino.send(first).status == 409
    second = undo_of(edit(aino, note, "Taas", version=3))
    board.marja.send(f"/notes/{note}/deletion")
    assert aino.send(second).status == 409
    assert board.notes(aino) == board.notes(aino, 1) == []


def test_nobody_undoes_for_others(board, aino, note, enter):
    address = undo_of(edit(aino, note, "Muutettu"))
    assert enter(ORJAN).send(address).status == 404
    assert enter(EEVA).send(address).status == 404
    assert text_of(board, aino, note) == "Muutettu"


def test_a_note_does_not_go_back_into_a_locked_column(board, aino, note, enter):
    orjan = enter(ORJAN)
    address = undo_of(orjan.send(f"/notes/{note}/position", column=board.columns[1]))
    board.marja.send(f"/columns/{board.columns[0]}/lock", locked="yes")
    assert orjan.send(address).status == 409
    assert board.notes(aino, 1) == [note]
    assert board.marja.send(address).status == 200  # a facilitator may


def test_a_note_does_not_go_back_into_a_deleted_column(board, aino, note):
    address = undo_of(aino.send(f"/notes/{note}/position", column=board.columns[1]))
    board.marja.send(f"/columns/{board.columns[0]}/deletion")
    assert aino.send(address).status == 409
    assert aino.open(board.path).numbers("note") == [note]


def test_nothing_is_undone_on_a_closed_board(board, aino, note):
    address = undo_of(edit(aino, note, "Muutettu"))
    board.close()
    assert aino.send(address).status == 409
    board.set_state("open")
    assert aino.send(address).status == 200


def test_a_note_that_comes_back_to_a_taken_place_stands_behind_the_newcomer(board, aino, note):
    second, third, fourth = (board.note(aino, text) for text in ("Toinen", "Kolmas", "Neljäs"))
    address = undo_of(aino.send(f"/notes/{second}/position", after="last"))
    aino.send(f"/notes/{fourth}/position", after=note)
    aino.send(address)
    assert board.notes(aino) == [note, fourth, second, third]
    positions = [li.get("data-position") for li in aino.open(board.path).all("li", data_note=True)]
    assert len(set(positions)) == 4


@pytest.mark.every_case
@pytest.mark.parametrize(("act", "form"), [("", {"title-fi": "Uusi nimi", "prompt-fi": "Uusi tehtävä", "colour": "leaf"}), ("/lock", {"locked": "yes"}),
                                           ("/position", {"after": ""}), ("/deletion", {})])
def test_each_act_on_a_column_is_undone(board, note, act, form):
    marja, column = board.marja, board.columns[1]
    head = marja.open(board.path).words(f"column-{column}-head")
    did = marja.send(f"/columns/{column}{act}", **form)
    assert did.status == 200
    assert marja.send(undo_of(did)).status == 200
    page = marja.open(board.path)
    assert page.numbers("column") == board.columns
    assert page.words(f"column-{column}-head") == head


def test_a_facilitator_undoes_what_they_did_on_a_closed_board(board):
    board.close()
    did = board.marja.send(f"/columns/{board.columns[0]}/deletion")
    assert board.marja.send(undo_of(did)).status == 200


def test_undo_of_an_act_that_is_gone_is_nothing(board, aino, note, enter):
    address = undo_of(edit(aino, note, "Muutettu"))
    aino.post("/me/erasure", sure="yes", texts="erase")
    assert board.marja.send(address).status == 404


def test_after_a_plain_form_the_page_offers_to_undo(board, aino, note):
    page = aino.submit(f"/notes/{note}", text="Muutettu", version="1", colour="sun", language="fi")
    assert page.path == board.path
    aino.press(page, undo_of(page))
    assert text_of(board, aino, note) == "Alkuperäinen"


def test_the_page_offers_nobody_to_undo_another_s_act(board, aino, note, enter):
    number = undo_of(edit(aino, note, "Muutettu")).split("/")[2]
    for act in (number, "0", "x", str(10**30)):
        assert not enter(ORJAN).open(f"{board.path}?act={act}").all("div", class_="toast")
    assert aino.open(f"{board.path}?act={number}").all("div", class_="toast")
