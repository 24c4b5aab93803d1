"""A board that is not open: what was written can be read, nothing is added, and no text is lost."""
import pytest

from tests.support.cast import AINO


@pytest.fixture
def aino(enter):
    return enter(AINO)


@pytest.fixture
def note(board, aino):
    return board.note(aino, "Ennen sulkemista")


@pytest.mark.parametrize("state", ["closed", "archived"])
def test_a_participant_cannot_write_or_move_after_the_board_is_closed(board, aino, note, state):
    board.set_state(state)
    refused = aino.post(board.composer(), text="Liian myöhään", colour="sun", language="fi")
    assert refused.status == 409 and "Liian myöhään" in refused.typed
    for path, form in (("", {"text": "x", "version": 1}), ("/position", {"after": ""}), ("/deletion", {}), ("/restoration", {})):
        assert aino.send(f"/notes/{note}{path}", **form).status == 409, path
    page = aino.open(board.path)
    assert page.one("bar").get("data-state") == state
    assert "Ennen sulkemista" in page.words(f"note-{note}")


def test_nor_can_a_facilitator_move_notes_on_a_closed_board(board, note):
    board.close()
    assert board.marja.send(f"/notes/{note}/position", after="").status == 409
    assert board.marja.send(board.composer(), text="x", colour="sun", language="fi").status == 409


def test_a_reopened_board_goes_on_where_it_was(board, aino, note):
    board.close()
    board.set_state("open")
    later = board.note(aino, "Jatkuu")
    assert board.notes(aino) == [note, later]


def test_a_facilitator_prepares_a_draft_with_notes_that_participants_see_when_it_opens(board, aino):
    board.set_state("draft")
    example = board.note(board.marja, "Esimerkki")
    assert aino.open(board.path).status == 404
    assert aino.send(board.composer(), text="x", colour="sun", language="fi").status == 404
    board.set_state("open")
    assert board.notes(aino) == [example]


def test_whoever_writes_while_the_board_is_deleted_keeps_the_text(board, aino):
    board.marja.post(f"{board.activity}/deletion")
    refused = aino.post(board.composer(), text="Pitkään mietitty", colour="sun", language="fi")
    assert refused.status == 404 and "Pitkään mietitty" in refused.typed
    assert board.marja.send(board.composer(), text="x", colour="sun", language="fi").status == 409


def test_closing_is_told_to_open_pages(board, aino):
    since = aino.open(board.path).one("live").get("data-seq")
    board.close()
    heard = aino.open(f"{board.activity}/changes?since={since}")
    assert ("#bar", "outerMorph") in heard.parts
    assert heard.one("bar").get("data-state") == "closed"
