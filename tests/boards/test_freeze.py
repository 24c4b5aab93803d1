"""A frozen board: only facilitators write; everybody reads, and votes if the voting is open. No text is lost."""
import pytest

from tests.support.cast import AINO


@pytest.fixture
def aino(enter):
    return enter(AINO)


@pytest.fixture
def note(board, aino):
    return board.note(aino, "Ennen taukoa")


def freeze(board, frozen="yes"):
    return board.marja.send(f"{board.path}/freeze", frozen=frozen)


def test_participants_cannot_write_or_move_while_writing_is_paused(board, aino, note):
    other = board.note(aino, "Toinen")
    deleted = aino.send(f"/notes/{other}/deletion")
    assert freeze(board).status == 200
    refused = aino.post(board.composer(), text="Juuri nyt", colour="sun", language="fi")
    assert refused.status == 409 and "Juuri nyt" in refused.typed
    for path, form in (("", {"text": "x", "version": 1}), ("/position", {"after": ""}), ("/deletion", {}), ("/stack", {"onto": note}), ("/unstack", {}), ("/split", {})):
        assert aino.send(f"/notes/{note}{path}", **form).status == 409, path
    assert aino.send(f"/notes/{other}/restoration").status == 409
    [undo] = [form.get("action") for form in deleted.all("form") if "/undo" in form.get("action")]
    assert aino.send(undo).status == 409
    page = aino.open(board.path)
    assert page.one("bar").get("data-frozen") is not None
    assert "Ennen taukoa" in page.words(f"note-{note}")


def test_facilitators_go_on(board, aino, note):
    freeze(board)
    own = board.note(board.marja, "Ohjeeksi")
    assert board.marja.send(f"/notes/{note}/position", after=str(own)).status == 200


def test_writing_goes_on_where_it_was(board, aino, note):
    freeze(board)
    freeze(board, "no")
    later = board.note(aino, "Jatkuu")
    assert board.notes(aino) == [note, later]
    assert aino.open(board.path).one("bar").get("data-frozen") is None


def test_open_pages_hear_of_it(board, aino, note):
    since = aino.open(board.path).one("live").get("data-seq")
    freeze(board)
    heard = aino.open(f"{board.activity}/changes?since={since}")
    assert heard.one("bar").get("data-frozen") is not None


def test_without_javascript_it_is_one_button_for_facilitators_only(board, aino):
    page = board.marja.press(board.marja.open(board.path), f"{board.path}/freeze")
    assert page.one("bar").get("data-frozen") is not None
    page = board.marja.press(page, f"{board.path}/freeze")
    assert page.one("bar").get("data-frozen") is None
    assert f"{board.path}/freeze" not in [form.get("action") for form in aino.open(board.path).all("form")]
    assert aino.send(f"{board.path}/freeze", frozen="yes").status == 403


def test_a_paused_board_can_be_closed_and_opened_and_stays_paused(board, aino):
    freeze(board)
    board.close()
    board.set_state("open")
    assert aino.send(board.composer(), text="x", colour="sun", language="fi").status == 409
