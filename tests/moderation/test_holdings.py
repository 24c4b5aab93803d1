"""What moderation keeps goes with the people it speaks of, and with the course."""
import pytest

from lti_tool.db.chores import do_chores
from tests.support.rows import rows, rows_with

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def moderated(board, aino, orjan, note):
    orjan.post(f"/moderated/note/{note}/reports", reason="other", text="Örjanin sanat")
    board.marja.post(f"/moderated/note/{note}/hiding", reason="other", text="Marjan sanat")
    aino.post(f"/moderated/note/{note}/answers", text="Ainon sanat")
    return note


def test_everybody_sees_what_is_kept_about_them(board, aino, orjan, moderated):
    assert "Örjanin sanat" in orjan.open("/me").text and "Marjan sanat" in board.marja.open("/me").text
    mine = aino.open("/me").text
    assert "Ainon sanat" in mine and "Örjanin sanat" not in mine and "Marjan sanat" not in mine


@pytest.mark.every_case
@pytest.mark.parametrize("texts", ["leave", "erase"])
def test_an_author_who_goes_takes_their_answers_along(app, board, aino, moderated, texts):
    aino.post("/me/erasure", sure="yes", texts=texts)
    assert rows_with(app, ["Ainon sanat"]) == []
    assert bool(rows_with(app, ["Marjan sanat"])) == (texts == "leave")
    for page in (f"{board.home}/moderation", f"{board.home}/moderation/log", board.home):
        assert board.marja.open(page).status == 200
    assert "waits for a facilitator" not in board.marja.open(board.home).text


def test_a_facilitator_who_goes_leaves_the_log_without_their_name(app, board, other, moderated):
    board.marja.post("/me/erasure", sure="yes", texts="leave")
    assert rows(app, "SELECT by_id FROM moderation_log") == [(None,)]
    assert "Marja" not in other.open(f"{board.home}/moderation/log").one("main").text


def test_at_the_end_of_the_course_nobody_is_named(app, board, moderated, clock):
    board.marja.post(f"/moderated/note/{moderated}/stop", until=clock().date().isoformat(), text="Tauko nyt")
    assert board.marja.post(f"{board.home}/retention/anonymisation", sure="yes").status == 303
    assert rows_with(app, ["Ainon sanat", "Marjan sanat", "Örjanin sanat", "Tauko nyt"]) == []
    assert rows(app, "SELECT id FROM report") == rows(app, "SELECT id FROM writing_stop") == []


def test_reports_of_what_is_gone_for_good_go_too(app, board, aino, orjan, note, clock):
    orjan.post(f"/moderated/note/{note}/reports", reason="wrong")
    aino.send(f"/notes/{note}/deletion")
    clock.forward(days=31)
    for _time in (1, 2):
        assert do_chores(app) == []
    assert rows(app, "SELECT id FROM report") == []
