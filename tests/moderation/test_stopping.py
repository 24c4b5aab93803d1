"""Stopping somebody from writing: until a day, everywhere in the course, without telling who it is where names are hidden."""
import datetime

import pytest

from tests.support.cast import AINO, MARJA
from tests.support.rows import rows

from .conftest import about, set_level

pytestmark = pytest.mark.usefixtures("in_english")


def in_days(clock, days):
    return (clock() + datetime.timedelta(days=days)).date().isoformat()


@pytest.fixture
def stop(board, clock):
    def stop(path, days=7, **more):
        return board.marja.post(f"{about(path)}/stop", until=in_days(clock, days), **more)
    return stop


def test_nothing_is_written_and_everything_is_read(board, wall, aino, orjan, note, stop):
    post = wall.post(orjan)
    assert stop(f"/notes/{note}", text="Otetaan tauko").status == 303
    tries = [aino.send(f"/columns/{board.columns[0]}/notes", text="Vielä yksi", colour="sun", language="fi"), aino.send(f"/notes/{note}", text="Muutos", version=1, colour="sun", language="fi"),
             aino.send(f"/notes/{note}/comments", text="Kommentti", language="fi"), aino.send(f"{wall.path}/posts"), aino.send(f"{post}/steps", on="works")]
    assert {seen.status for seen in tries} == {403}
    assert "You cannot write here until" in tries[0].text and "facilitators of the course" in tries[0].text
    for path in (board.path, wall.path, board.home):
        seen = aino.open(path)
        assert seen.status == 200 and "do not write until" in seen.text and "Otetaan tauko" in seen.text
        assert "do not write until" not in orjan.open(path).text
    assert orjan.send(f"/notes/{note}/comments", text="Kommentti", language="fi").status == 201


def test_a_plain_form_keeps_the_text(board, aino, note, stop):
    stop(f"/notes/{note}")
    seen = aino.post(f"/columns/{board.columns[0]}/notes", text="Pitkä ajatukseni", colour="sun", language="fi")
    assert seen.status == 403 and "Pitkä ajatukseni" in seen.text


def test_it_ends_after_its_last_day_or_earlier(board, aino, note, stop, clock, enter):
    stop(f"/notes/{note}", days=1)
    assert aino.send(f"/notes/{note}/reactions", on="thanks").status == 403
    clock.forward(days=2)
    aino, board = enter(AINO), board._replace(marja=enter(MARJA))
    assert board.note(aino, "Taas täällä")
    board.marja.post(f"/moderated/note/{note}/stop", until=in_days(clock, 7))
    queue = board.marja.open(f"{board.home}/moderation")
    assert "Aino" in queue.text
    [end] = {form.get("action") for form in queue.all("form") if "/end" in form.get("action")}
    board.marja.post(end)
    assert board.note(aino, "Ja taas")


def test_it_is_undone_and_logged(board, aino, note, stop):
    page = board.marja.open(stop(f"/notes/{note}").leads_to)
    [undo] = {form.get("action") for form in page.all("form") if "/undo" in form.get("action")}
    board.marja.post(undo)
    assert board.note(aino, "Ja taas")
    log = board.marja.open(f"{board.home}/moderation/log").text
    assert "Its author stopped from writing" in log and "Its author may write again" in log


def test_a_stopped_person_still_reports_and_answers(board, aino, orjan, note, stop):
    other = board.note(orjan, "Örjanin oma")
    board.marja.post(f"{about(f'/notes/{note}')}/hiding", reason="unkind")
    stop(f"/notes/{note}")
    assert aino.post(f"/moderated/note/{other}/reports", reason="wrong").status == 303
    assert aino.post(f"/moderated/note/{note}/answers", text="Ymmärrän").status == 303


@pytest.mark.parametrize("names", ["region", "peers"])
def test_where_names_are_hidden_it_does_not_tell_who_it_is(app, board, aino, names, stop):
    set_level(board, names)
    first, second = board.note(aino, "Yksi"), board.note(aino, "Kaksi")
    assert "You do not learn who it is" in board.marja.open(f"/moderated/note/{first}").text
    assert stop(f"/notes/{first}").status == 303
    assert "does not write until" not in board.marja.open(f"/moderated/note/{second}").text
    for path in (f"{board.home}/moderation", f"{board.home}/moderation/log", f"/moderated/note/{first}"):
        assert "Aino" not in board.marja.open(path).one("main").text
    assert aino.send(f"/notes/{second}/reactions", on="thanks").status == 403


def test_where_no_author_is_stored_nobody_is_stopped(app, board, aino, stop):
    set_level(board, "everybody")
    note = board.note(aino, "Salassa")
    assert 'name="until"' not in board.marja.open(f"/moderated/note/{note}").html
    assert stop(f"/notes/{note}").status == 422
    assert rows(app, "SELECT id FROM writing_stop") == []


def test_facilitators_are_not_stopped(board, other, stop):
    note = board.note(other, "Oton oma")
    seen = stop(f"/notes/{note}")
    assert seen.status == 409 and "Talk with them" in seen.text


@pytest.mark.parametrize("until", ["", "2020-01-01", "2099-01-01", "huomenna"])
def test_a_day_within_a_year_is_needed(board, note, until):
    assert board.marja.post(f"/moderated/note/{note}/stop", until=until).status == 422


def test_participants_stop_nobody(aino, orjan, note, stop, clock):
    for visitor in (aino, orjan):
        assert visitor.post(f"/moderated/note/{note}/stop", until=in_days(clock, 3)).status == 403


def test_who_is_stopped_sees_and_erases_it(app, aino, note, stop):
    stop(f"/notes/{note}", text="Otetaan tauko")
    assert "Otetaan tauko" in aino.open("/me").text
    aino.post("/me/erasure", sure="yes", texts="erase")
    assert rows(app, "SELECT id FROM writing_stop") == []
