"""Reports: anybody who sees a thing makes one, facilitators decide, and nobody learns more than they may."""
import pytest

from tests.support.cast import EEVA
from tests.support.rows import rows

from .conftest import set_level

pytestmark = pytest.mark.usefixtures("in_english")
REPORT = {"reason": "client_data", "text": "Tässä on nimi"}


@pytest.fixture
def queue(board):
    return f"{board.home}/moderation"


def report(visitor, note, **more):
    return visitor.post(f"/moderated/note/{note}/reports", **{**REPORT, **more})




def test_facilitators_see_who_reported_what_and_why(board, orjan, note, queue):
    assert "Thank you" in orjan.open(report(orjan, note).leads_to).text
    seen = board.marja.open(queue).text
    assert "It may tell of a client" in seen and "Tässä on nimi" in seen and "Örjan" in seen and "Virtanen" in seen
    assert "1 thing waits" in board.marja.open(board.home).text


def test_nobody_else_sees_that_there_is_one(board, aino, orjan, note, queue):
    report(orjan, note)
    for path in (board.path, board.home, f"/moderated/note/{note}", f"{queue}/mine", "/me"):
        assert "Tässä on nimi" not in aino.open(path).text
    assert aino.open(queue).status == aino.open(f"{queue}/log").status == 403


def test_one_person_has_one_open_report_of_a_thing(app, board, orjan, note, queue):
    report(orjan, note)
    report(orjan, note, text="Vielä tarkemmin")
    assert rows(app, "SELECT words FROM report") == [("Vielä tarkemmin",)]
    assert "1 report" in board.marja.open(queue).text


def test_a_report_is_taken_back(board, orjan, note, queue):
    report(orjan, note)
    orjan.post(f"/moderated/note/{note}/reports/withdrawal")
    assert "Nothing waits" in board.marja.open(queue).text and "Send the report" in orjan.open(f"/moderated/note/{note}").text


def test_one_s_own_is_not_reported(board, aino, note):
    seen = report(aino, note)
    assert seen.status == 409 and "You wrote this yourself" in seen.text


def test_strangers_and_other_courses_report_nothing(app, board, enter, note):
    assert report(enter(EEVA), note).status == 404
    assert rows(app, "SELECT id FROM report") == []


def test_what_is_not_seen_is_not_reported(app, board, aino, orjan, note):
    aino.send(f"/notes/{note}/deletion")
    assert report(orjan, note).status == 404


def test_closing_leaves_the_thing_and_is_undone(board, orjan, note, queue):
    report(orjan, note)
    seen = board.marja.post(f"/moderated/note/{note}/dismissal", **{"in": "queue"})
    page = board.marja.open(seen.leads_to)
    assert "Nothing waits" in page.text and "Virtanen" in orjan.open(board.path).text
    [undo] = {form.get("action") for form in page.all("form") if "/undo" in form.get("action")}
    board.marja.post(undo, **{"in": "queue"})
    assert "Tässä on nimi" in board.marja.open(queue).text


def test_hiding_answers_the_reports_and_undoing_it_opens_them(board, orjan, note, queue):
    report(orjan, note)
    seen = board.marja.post(f"/moderated/note/{note}/hiding", reason="client_data", **{"in": "queue"})
    page = board.marja.open(seen.leads_to)
    assert "Nothing waits" in page.text
    [undo] = {form.get("action") for form in page.all("form") if "/undo" in form.get("action")}
    board.marja.post(undo)
    assert "Tässä on nimi" in board.marja.open(queue).text and "Virtanen" in orjan.open(board.path).text


def test_a_facilitator_does_not_decide_alone_about_their_own(board, orjan, other, queue):
    own = board.note(board.marja, "Marjan oma")
    report(orjan, own)
    seen = board.marja.post(f"/moderated/note/{own}/dismissal")
    assert seen.status == 403 and "another facilitator" in seen.text
    assert "Örjan" not in board.marja.open(queue).one("main").text and "Tässä on nimi" in board.marja.open(queue).text
    board.marja.post(f"/moderated/note/{own}/hiding", reason="wrong")
    assert "1 report" in other.open(queue).text
    assert "Örjan" in other.open(queue).text
    assert other.post(f"/moderated/note/{own}/dismissal").status == 303
    assert board.marja.post(f"/moderated/note/{own}/showing").status == 403


def test_the_only_facilitator_decides(board, orjan, queue):
    own = board.note(board.marja, "Marjan oma")
    report(orjan, own)
    assert board.marja.post(f"/moderated/note/{own}/dismissal").status == 303
    assert "Nothing waits" in board.marja.open(queue).text


@pytest.mark.parametrize("names", ["region", "everybody"])
def test_where_names_are_hidden_from_facilitators_nobody_sees_who_reported(app, board, aino, orjan, queue, names):
    set_level(board, names)
    note = board.note(aino, "Salassa")
    assert "not even the facilitators" in orjan.open(f"/moderated/note/{note}").text
    report(orjan, note)
    assert "Örjan" not in board.marja.open(queue).one("main").text
    assert [row[0] for row in rows(app, "SELECT reporter_id FROM report")] == ([None] if names == "everybody" else [rows(app, "SELECT reporter_id FROM report")[0][0]])
    report(orjan, note, text="Uudestaan")
    assert len(rows(app, "SELECT id FROM report")) == 1
    orjan.post(f"/moderated/note/{note}/reports/withdrawal")
    assert rows(app, "SELECT id FROM report") == []


def test_what_somebody_reported_is_theirs_to_see_and_erase(app, board, orjan, note, queue):
    report(orjan, note)
    assert "Tässä on nimi" in orjan.open("/me").text
    orjan.post("/me/erasure", sure="yes", texts="leave")
    assert rows(app, "SELECT reporter_id, words FROM report") == [(None, "")]
    assert "Somebody in the course" in board.marja.open(queue).text
