"""Seeing, downloading and erasing one's own data."""
import json

import html5lib
import pytest

from tests.support.cast import AINO, EEVA, ORJAN


@pytest.fixture
def aino(enter, board):
    """She has a note that was edited, one that is deleted, a name of her own; and there is a note of Örjan's."""
    visitor = enter(AINO)
    first = board.note(visitor, "Kirjaan <script> asiakkaan kanssa")
    visitor.send(f"/notes/{first}", text="Kirjaan asiakkaan kanssa & hänen sanoillaan", version="1", colour="leaf", language="fi")
    visitor.send(f"/notes/{board.note(visitor, 'Poistettu lappu')}/deletion")
    board.note(enter(ORJAN), "Örjans tanke")
    visitor.post("/me/settings", name="Aino S.")
    return visitor


MINE = ["Kirjaan asiakkaan kanssa & hänen sanoillaan", "Poistettu lappu", "Aino S.", "Aino Sarapuisto", "https://moodle.example", "user-11",
        "Kirjaamisen kehittäjäverkosto"]


def test_the_page_shows_everything_and_nothing_of_others(aino):
    page = aino.open("/me")
    for word in MINE:
        assert word in page.text, word
    assert "Örjan" not in page.text
    assert {"held-note", "held-act", "held-person", "held-membership", "held-visit", "held-ticket"} <= {h.get("id") for h in page.all("h2")}


def test_the_download_as_data_holds_the_same(aino):
    answer = aino.open("/me/data.json")
    assert answer.headers["Content-Type"].startswith("application/json")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    data = json.loads(answer.html)
    values = [str(value) for held in data["held"] for record in held["records"] for value in record.values()]
    for word in MINE:
        assert any(word in value for value in values), word
    assert not any("Örjan" in value for value in values)
    assert len(next(held["records"] for held in data["held"] if held["table"] == "note")) == 2


def test_the_download_to_read_is_one_whole_page_without_anything_from_elsewhere(aino):
    answer = aino.open("/me/data.html")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    html5lib.HTMLParser(strict=True).parse(answer.html)
    for word in MINE:
        assert word in answer.text, word
    assert not answer.all("script") and not answer.all("link") and not answer.all("img") and "Örjan" not in answer.text


def test_every_record_has_the_columns_of_its_heading(aino):
    for table in aino.open("/me").all("table"):
        columns = len(table.findall(".//th"))
        assert columns and all(len(row.findall("td")) == columns for row in table.findall(".//tbody/tr"))


def test_erasing_needs_the_tick(aino, board):
    assert aino.post("/me/erasure", texts="erase").status == 422
    assert "Kirjaan asiakkaan" in aino.open(board.path).text


def test_the_form_erases_texts_unless_told_otherwise(aino):
    form = aino.open("/me/erasure").form("/me/erasure")
    assert form.values["texts"] == "erase"
    assert "sure" not in form.values


def test_erased_texts_vanish_from_every_board_and_from_open_pages(aino, board):
    since = board.marja.open(board.path).one("live").get("data-seq")
    [note] = aino.open(board.path).all("div", id="columns")[0].get("data-mine").split()[:1]
    gone = aino.press(aino.open("/me/erasure"), "/me/erasure", sure="yes")
    assert (gone.status, gone.path) == (200, "/me/erased")
    assert "Kirjaan asiakkaan" not in board.marja.open(board.path).text
    assert "Poistettu lappu" not in board.marja.open(f"{board.path}/deleted").text
    assert (f"#note-{note}", "delete") in board.marja.open(f"{board.activity}/changes?since={since}").parts


def test_texts_that_stay_lose_their_name_on_open_pages_too(aino, board):
    since = board.marja.open(board.path).one("live").get("data-seq")
    aino.post("/me/erasure", sure="yes", texts="leave")
    assert "Kirjaan asiakkaan" in board.marja.open(board.path).text
    heard = board.marja.open(f"{board.activity}/changes?since={since}")
    assert "Kirjaan asiakkaan" in heard.text
    for seen in (heard, board.marja.open(board.path), board.marja.open(f"{board.path}/deleted"), board.marja.open(f"{board.home}/people")):
        assert "Aino S." not in seen.text and "Sarapuisto" not in seen.text


def test_whoever_has_erased_is_signed_out_and_begins_anew(aino, board):
    erased = aino.post("/me/erasure", sure="yes", texts="leave")
    assert any(line.startswith("__Host-visit=;") for line in erased.headers.getlist("Set-Cookie"))
    assert aino.open("/me").status == 401
    anew = aino.launch()
    page = anew.open("/me")
    assert "Kirjaan asiakkaan" not in page.text and "Aino S." not in page.text
    assert anew.open(board.path).one("columns").get("data-mine") == ""


def test_facilitators_can_go_on_with_what_was_left(aino, board):
    [note] = aino.open(board.path).notes_in(board.columns[0])[:1]
    aino.post("/me/erasure", sure="yes", texts="leave")
    assert board.marja.send(f"/notes/{note}/position", column=board.columns[1], after="").status == 200
    edited = board.marja.send(f"/notes/{note}", text="Jatkettu", version="3", colour="sun", language="fi")
    assert edited.status == 200
    assert board.marja.send(f"/notes/{note}/deletion").status == 200
    assert board.marja.post(f"/notes/{note}/restoration").status == 303


def test_nobody_inherits_a_note_without_an_author(aino, board, enter):
    [note] = aino.open(board.path).notes_in(board.columns[0])[:1]
    aino.post("/me/erasure", sure="yes", texts="leave")
    assert enter(ORJAN).post(f"/notes/{note}/deletion").status == 403
    assert aino.launch().post(f"/notes/{note}/deletion").status == 403


def test_erasing_reaches_every_course_at_once(board, enter, clock):
    eeva = enter(EEVA, course="kkv", link="l1")
    board.note(eeva, "Eevan lappu")
    eeva.launch(course="perehdytys")
    clock.forward(minutes=15)  # a last visit would be noted after the answer, of somebody who is no more
    assert eeva.post("/me/erasure", sure="yes", texts="erase").status == 303
    assert "Eevan lappu" not in board.marja.open(board.path).text


def test_a_stranger_sees_and_erases_nothing(aino, app, board):
    stranger = app.test_client()
    for path in ("/me", "/me/data.json", "/me/data.html", "/me/erasure"):
        assert stranger.get(path, base_url="https://tool.example").status_code == 401
    answer = stranger.post("/me/erasure", base_url="https://tool.example", data={"sure": "yes"}, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 401
    assert "Kirjaan asiakkaan" in aino.open(board.path).text
