"""Removed for good is removed: from the page, from history and undo, from every row, and from the database's own files."""
from pathlib import Path

import pytest

from tests.support.cast import AINO, EEVA, MARJA, ORJAN
from tests.support.rows import rows_with

SECRET, FIRST = "Asiakas Virtanen Kotikatu 5", "Ensimmäinen luonnos Virtasesta"
MARK = "Fasilitaattori on poistanut tämän tekstin pysyvästi."


@pytest.fixture
def aino(enter):
    return enter(AINO)


@pytest.fixture
def note(board, aino):
    """Written, and edited once: its earlier text stands in an act that could be undone."""
    number = board.note(aino, FIRST)
    assert aino.send(f"/notes/{number}", text=SECRET, version=1, colour="sun", language="fi").status == 200
    return number


def remove(board, note, visitor=None, op=None, **form):
    return (visitor or board.marja).send(f"/notes/{note}/removal", op=op, **{"what": "all", **form})


def test_no_row_holds_the_text_or_an_earlier_one(app, board, note):
    assert rows_with(app, ["Virtanen", "Virtasesta"])
    assert remove(board, note).status == 200
    assert rows_with(app, ["Virtanen", "Virtasesta"]) == []


def test_a_mark_stays_on_every_page_where_it_was_seen(board, aino, note):
    since = aino.open(board.path).one("live").get("data-seq")
    remove(board, note)
    assert MARK in aino.read(f"{board.activity}/changes?since={since}").text
    assert MARK in aino.open(board.path).text
    for path in (board.path, f"{board.path}/history", f"/notes/{note}/acts", f"/notes/{note}/position", "/me"):
        assert "Virta" not in aino.open(path).text


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_on_sqlite_neither_the_file_nor_its_log_holds_it(app, board, note):
    database = Path(app.config["SQLALCHEMY_DATABASE_URI"].database)
    files = [file for file in database.parent.iterdir() if file.name.startswith(database.name)]
    assert any(b"Virtanen" in file.read_bytes() for file in files)
    remove(board, note)
    for file in files:
        content = file.read_bytes()
        assert b"Virtanen" not in content and b"Virtasesta" not in content, file.name


def test_nothing_of_it_can_be_undone(board, aino, note, enter):
    [edit] = {form.get("action") for form in aino.open(f"{board.path}/history").all("form") if "/acts/" in form.get("action")}
    remove(board, note)
    assert aino.send(edit).status in (404, 409)
    history = board.marja.open(f"{board.path}/history")
    assert "poistettu pysyvästi" in history.text
    assert not [form for form in history.all("form") if form.get("action", "").startswith("/acts/")
                and board.marja.send(form.get("action")).status == 200 and "Virta" in board.marja.open(board.path).text]


def test_the_author_s_open_form_is_refused_and_keeps_its_text(board, aino, note):
    remove(board, note)
    seen = aino.send(f"/notes/{note}", text="Vielä yksi yritys", version=2, colour="sun", language="fi")
    assert seen.status == 409 and "poistettu pysyvästi" in seen.text


def test_a_part_is_taken_out_and_the_rest_stays(app, board, aino, note):
    assert remove(board, note, what="part", taken_out="virtanen  kotikatu 5").status == 200
    assert "Asiakas [fasilitaattorin peittämä kohta]" in aino.open(board.path).text
    assert rows_with(app, ["Virtanen", "Virtasesta"]) == []


def test_an_edit_begun_before_a_part_was_taken_out_is_shown_as_a_conflict(board, aino, note):
    remove(board, note, what="part", taken_out="Virtanen Kotikatu 5")
    seen = aino.send(f"/notes/{note}", text=SECRET + "!", version=2, colour="sun", language="fi")
    assert seen.status == 409 and "[fasilitaattorin peittämä kohta]" in seen.text


def test_words_that_do_not_stand_there_are_refused(board, note):
    assert remove(board, note, what="part", taken_out="Korhonen").status == 422
    assert remove(board, note, what="part", taken_out="").status == 422
    assert remove(board, note, what="all", taken_out="Virtanen").status == 422, "the whole text is not what was meant"


def test_only_facilitators_of_the_course_remove(board, aino, note, enter):
    assert remove(board, note, aino).status == 403
    assert remove(board, note, enter(ORJAN)).status == 403
    assert remove(board, note, enter(EEVA._replace(role=MARJA.role))).status == 404


def test_it_works_for_deleted_notes_and_on_closed_boards(app, board, aino, note):
    aino.send(f"/notes/{note}/deletion")
    board.close()
    assert remove(board, note).status == 200
    assert rows_with(app, ["Virtanen"]) == []
    assert "Virta" not in board.marja.open(f"{board.path}/deleted").text


def test_without_javascript_the_dialog_is_a_page(board, aino, note):
    page = board.marja.open(f"/notes/{note}/removal")
    board.marja.press(page, f"/notes/{note}/removal", what="all")
    assert MARK in aino.open(board.path).text


def test_sent_twice_it_is_done_once(board, note):
    first = remove(board, note, op="removal-once")
    again = remove(board, note, op="removal-once")
    assert (first.status, again.status) == (200, 200) and MARK in again.text
