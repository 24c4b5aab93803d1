"""A page that one person opened, and a write from it after another person has launched in the same browser."""
import pytest

from tests.support.cast import AINO, ORJAN


@pytest.fixture
def left_open(board, enter, same_browser):
    """Aino's page of the board, its mark, and the browser that is Örjan's now."""
    aino = enter(AINO)
    page = aino.open(board.path)
    mark = page.all("meta", name="person")[0].get("content")
    return mark, same_browser(aino, ORJAN)


def test_a_note_from_the_page_of_another_person_is_refused(board, left_open):
    mark, orjan = left_open
    refused = orjan.send(board.composer(), headers={"X-Person": mark}, text="Ainon ajatus", colour="sun", language="fi")
    assert refused.status == 409
    assert orjan.open(board.path).numbers("note") == []


def test_the_refusal_of_a_plain_form_holds_what_was_typed(board, left_open):
    mark, orjan = left_open
    refused = orjan.post(board.composer(), person=mark, text="Ainon ajatus <b>", colour="sun", language="fi")
    assert refused.status == 409
    assert "Ainon ajatus <b>" in refused.typed


def test_the_page_that_one_opened_oneself_may_write(board, left_open):
    _mark, orjan = left_open
    own = orjan.open(board.path).all("meta", name="person")[0].get("content")
    assert orjan.send(board.composer(), headers={"X-Person": own}, text="Örjans tanke", colour="sun", language="sv").status == 201


def test_reading_is_not_refused(board, left_open):
    mark, orjan = left_open
    assert orjan.open(board.path, headers={"X-Person": mark}).status == 200


def test_a_made_up_mark_is_refused(board, enter):
    aino = enter(AINO)
    for mark in ("0" * 20, "ä", "x" * 5000):
        assert aino.post(board.composer(), person=mark, text="x", language="fi").status == 409


def test_the_mark_tells_nothing_and_differs_between_people(enter):
    marks = {enter(person).open("/me").all("meta", name="person")[0].get("content") for person in (AINO, ORJAN)}
    assert len(marks) == 2
    assert all(AINO.sub not in mark and len(mark) == 20 for mark in marks)


@pytest.mark.parametrize("path", ["/me/settings", "/tickets", "/me/erasure"])
def test_settings_and_passes_of_another_person_are_refused_too(left_open, path):
    mark, orjan = left_open
    assert orjan.post(path, person=mark, scheme="dark", address="/me", sure="yes").status == 409
    assert orjan.open("/me").status == 200
