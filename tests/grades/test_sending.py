"""Scores on their way to a platform that answers as Moodle does: once, in order, and for days if need be."""
import io
import json
import time
from datetime import timedelta

import pytest
import requests
import sqlalchemy as sa

from demo.platform.line_item import LOCKED, NO_NUMBERS, find_line_item, treat
from demo.platform.tool import find_tool, keep_tool
from lti_tool.activities.activity import Activity
from lti_tool.db import db, now, transaction
from lti_tool.grades import Score, reached
from lti_tool.lti import problem_named

from .conftest import AINO, MARJA, ORJAN, TO_BOARD, answering

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

SCORES = "/lineitem/scores"


@pytest.fixture
def aino(arrive, board):
    return arrive(AINO)


@pytest.fixture
def done(board, asking, aino):
    """Aino has written the note that was asked for; nothing is sent yet."""
    asking("note")
    board.note(aino)
    return aino


def sent_bodies(moodle) -> list[dict]:
    """What is sent from now on, and goes on to the platform."""
    bodies = []

    def listen(environ):
        body = environ["wsgi.input"].read()
        bodies.append(json.loads(body))
        environ["wsgi.input"] = io.BytesIO(body)
    moodle.spoilt[SCORES] = listen
    return bodies


def age(app, **by):
    """The score has waited so long already."""
    with app.app_context(), transaction():
        db.session.execute(sa.update(Score).values(waiting_since=now() - timedelta(**by)))


def test_nothing_is_sent_before_somebody_is_done_and_then_one_final_score(moodle, board, asking, aino, results):
    bodies = sent_bodies(moodle)
    asking("note")
    results.work()
    assert bodies == [] and moodle.items() == [] and results.scores() == {}
    board.note(aino)
    board.note(aino, "Toinen lappu")
    results.work()
    said, = bodies
    assert {name: said[name] for name in ("userId", "scoreGiven", "scoreMaximum", "activityProgress", "gradingProgress")} == {
        "userId": AINO.sub, "scoreGiven": 1, "scoreMaximum": 1, "activityProgress": "Completed", "gradingProgress": "FullyGraded"}
    assert moodle.given() == {AINO.sub: 1} and results.scores() == {AINO.sub: ("sent", "")} and results.planned() == {}


def test_where_the_platform_has_a_column_for_the_link_that_one_is_used(moodle, board, asking, arrive, results):
    moodle.add_item(maximum=10)
    aino = arrive(AINO)
    asking("note")
    board.note(aino)
    results.work()
    assert moodle.given() == {AINO.sub: 10}, "the platform scales it to its own points"
    assert len(moodle.items()) == 1 and [ours for _address, ours in results.items() if _address] == [False]


def test_where_the_link_has_none_one_is_made_for_all(moodle, board, done, arrive, results):
    board.note(arrive(ORJAN))
    results.work()
    item, = moodle.items()
    assert (item["link"], item["label"], item["maximum"], item["resource_id"], item["tag"]) == (TO_BOARD, "Rakenteinen kirjaaminen", 1, f"activity-{board.id}", "board")
    assert moodle.given() == {AINO.sub: 1, ORJAN.sub: 1}
    arrive(MARJA)  # now launches name it
    assert len([address for address, _ours in results.items() if address]) == 1


def test_a_column_that_was_made_before_a_crash_is_found_again(moodle, board, done, results, app):
    moodle.add_item(maximum=3)  # since the last launch: as if this process had died before it kept the answer
    results.work()
    assert len(moodle.items()) == 1 and moodle.given() == {AINO.sub: 3}


def test_where_there_are_several_columns_no_further_one_is_made(moodle, board, asking, arrive, results):
    moodle.add_item(5)
    moodle.add_item(7)
    aino = arrive(AINO)  # Moodle names none of the two
    asking("note")
    board.note(aino)
    results.work()
    assert len(moodle.items()) == 2 and moodle.given() == {AINO.sub: 5}


def treat_all(moodle, treatment):
    with moodle.platform.app_context():
        for row in moodle.items():
            treat(find_line_item(row["id"]), treatment)


def test_where_a_teacher_lets_the_link_be_graded_later_all_that_was_sent_goes_there_too(moodle, board, done, arrive, results):
    """In Moodle the activity counts as completed by a grade in its own column only."""
    results.work()
    made, = moodle.items()
    moodle.add_item(maximum=10)
    board.note(arrive(ORJAN))  # Moodle names none of the two
    results.work()
    of_teacher = next(row["id"] for row in moodle.items() if row["id"] != made["id"])
    there = {row["person"]: row["given"] for row in moodle.rows("SELECT * FROM score") if row["line_item"] == of_teacher}
    assert there == {AINO.sub: 10, ORJAN.sub: 10} and len(moodle.items()) == 2
    assert set(results.scores().values()) == {("sent", "")} and results.planned() == {}


def test_a_column_that_takes_scores_and_shows_no_number_is_told_of(moodle, board, asking, arrive, results):
    moodle.add_item(maximum=10)
    treat_all(moodle, NO_NUMBERS)
    aino = arrive(AINO)
    asking("note")
    board.note(aino)
    results.send()
    page = board.marja.open(f"{board.activity}/grades").text
    assert results.scores() == {AINO.sub: ("waiting", "ColumnShowsNoNumber")} and "its column shows no number" in page and "“Point”" in page
    treat_all(moodle, None)
    results.work()
    assert moodle.given() == {AINO.sub: 10} and results.scores() == {AINO.sub: ("sent", "")}
    treat_all(moodle, NO_NUMBERS)
    board.marja.post(f"{board.activity}/grades/sending", of=str(person_number(board)))
    results.send()
    assert results.scores() == {AINO.sub: ("waiting", "ColumnShowsNoNumber")}, "whoever misses a grade sends it again, and reads why"


def test_what_the_platform_shows_is_read_once_and_never_needed(moodle, board, done, arrive, results):
    moodle.spoilt["/lineitem/results"] = answering(403)
    results.work()
    board.note(arrive(ORJAN))
    results.work()
    assert set(results.scores().values()) == {("sent", "")} and moodle.asked("/lineitem/results") == 1


def test_a_locked_column_is_told_of_and_tried_again(moodle, board, done, arrive, results):
    results.work()
    treat_all(moodle, LOCKED)
    board.note(arrive(ORJAN))
    results.send()
    page = board.marja.open(f"{board.activity}/grades").text
    assert results.scores()[ORJAN.sub] == ("waiting", "GradeWasNotKept") and "could not keep the grade" in page and "unlock it" in page
    treat_all(moodle, None)
    results.work()
    assert moodle.given() == {AINO.sub: 1, ORJAN.sub: 1}


def test_a_column_that_was_deleted_in_the_platform_is_made_again(moodle, board, done, arrive, results):
    results.work()
    with moodle.platform.app_context():
        moodle.platform.store.change("DELETE FROM line_item")
    board.note(arrive(ORJAN))
    results.work()
    assert len(moodle.items()) == 1 and results.scores()[ORJAN.sub] == ("sent", "")


def test_each_score_is_later_than_the_one_before_by_whole_seconds(moodle, board, done, results):
    results.work()
    first = moodle.grades()[AINO.sub][1]
    for number in (1, 2):
        board.marja.post(f"{board.activity}/grades/sending", of=str(person_number(board)))
        results.work()
        assert results.scores() == {AINO.sub: ("sent", "")}
        assert moodle.grades()[AINO.sub][1] >= first + number


def person_number(board) -> int:
    return int(board.marja.open(f"{board.activity}/grades").all("button", name="of")[0].get("value"))


def test_an_answer_that_was_lost_is_known_by_the_refusal_of_the_same_moment(moodle, board, done, results):
    """The score arrived, and the connection broke: Moodle answers 409 to it when it is sent again."""
    def break_off(environ):
        moodle.spoilt.clear()
        moodle.platform.test_client().open(environ)
        raise requests.ConnectionError("broken off")
    moodle.spoilt[SCORES] = break_off
    results.send()
    assert results.scores() == {AINO.sub: ("waiting", "PlatformDoesNotAnswer")} and moodle.given() == {AINO.sub: 1}
    before = moodle.grades()
    results.work()
    assert results.scores() == {AINO.sub: ("sent", "")} and moodle.grades() == before


def test_a_grade_that_is_newer_in_the_platform_is_not_taken_for_ours(moodle, board, done, results):
    results.work()
    with moodle.platform.app_context():
        moodle.platform.store.change("UPDATE score SET at = ?, given = 0", int(time.time()) + 3)
    board.marja.post(f"{board.activity}/grades/sending", of=str(person_number(board)))
    results.send()
    assert results.scores() == {AINO.sub: ("waiting", "LaterGradeIsThere")}
    for _time in range(4):
        results.work()
    assert results.scores() == {AINO.sub: ("sent", "")} and moodle.given() == {AINO.sub: 1}, "each time one second later"


def test_whom_the_platform_does_not_grade_is_said_plainly_and_keeps_nobody_waiting(moodle, board, done, arrive, results, app):
    with app.app_context(), transaction():
        score = db.session.scalar(sa.select(Score))
        score.person.subject = "not-enrolled"
    board.note(arrive(ORJAN))
    results.work()
    assert results.scores() == {"not-enrolled": ("refused", "PersonIsNotGraded"), ORJAN.sub: ("sent", "")} and results.planned() == {}
    assert "takes no grade for this person" in board.marja.open(f"{board.activity}/grades").text


@pytest.mark.parametrize(("answer", "problem"), [
    (answering(503), "PlatformDoesNotAnswer"), (answering(429), "PlatformDoesNotAnswer"), (answering(401), "GradesAreNotAllowed"), (answering(403), "GradesAreNotAllowed"),
    (answering(302, Location="https://elsewhere.example"), "LineItemIsNotThere"), (answering(200, "x" * 70_000), "GradeIsNotUnderstood"),
    (answering(418, "teapot"), "GradeIsNotUnderstood"), (requests.Timeout("slow"), "PlatformDoesNotAnswer")], ids=str)
def test_what_goes_wrong_is_said_tried_again_for_days_and_then_given_up(answer, problem, moodle, board, done, arrive, results, app):
    def spoil(environ):
        if isinstance(answer, Exception):
            raise answer
        return answer
    moodle.spoilt[SCORES] = spoil
    board.note(arrive(ORJAN))
    asked = moodle.asked(SCORES)
    results.send()
    assert moodle.asked(SCORES) - asked in (1, 2), "one is asked for, not everybody; a token that was refused is asked for anew"
    assert set(results.scores().values()) == {("waiting", problem)} and 50 < results.planned()["scores"] <= 60
    with app.test_request_context(headers={"Accept-Language": "en"}):
        words = problem_named(problem).what()
    assert words in board.marja.open(f"{board.activity}/grades").text
    age(app, days=2)
    results.work()
    assert results.planned()["scores"] == pytest.approx(6 * 3600, abs=60)
    age(app, days=8)
    for _time in range(2):
        results.work()
    assert set(results.scores().values()) == {("given_up", problem)}
    moodle.spoilt.clear()
    board.marja.post(f"{board.activity}/grades/sending")
    results.work()
    assert set(results.scores().values()) == {("sent", "")}


@pytest.mark.parametrize("said", ["not json", "{}", '[{"id": 7, "resourceLinkId": "2"}]', "[" * 50_000])
def test_a_list_of_columns_that_makes_no_sense_makes_none_of_ours(said, moodle, board, done, results):
    moodle.spoilt["/lineitems"] = lambda environ: answering(200, said)
    results.send()
    assert results.scores() == {AINO.sub: ("waiting", "GradeIsNotUnderstood")} and moodle.items() == []


def test_no_token_goes_to_another_site(moodle, board, done, results):
    """Neither to a column that the list names elsewhere, nor to a further page there."""
    elsewhere = json.dumps([{"id": "https://elsewhere.example/lineitem", "resourceLinkId": TO_BOARD}])
    moodle.spoilt["/lineitems"] = lambda environ: answering(200, elsewhere, Link='<https://elsewhere.example/more>; rel="next"') if environ["REQUEST_METHOD"] == "GET" else None
    results.send()
    assert results.scores() == {AINO.sub: ("waiting", "GradeAddressIsUnsafe")}
    assert not [call for call in moodle.adapter.calls if "elsewhere" in call.address]


def test_one_access_token_serves_many_scores(moodle, board, done, arrive, results):
    results.work()
    before = moodle.asked("/token")
    board.note(arrive(ORJAN))
    results.work()
    assert moodle.asked(SCORES) == 2 and moodle.asked("/token") == before <= 4, "one each for the list of people, columns, scores and the first result"


def test_what_waits_for_a_platform_without_grades_is_sent_when_a_launch_offers_them(moodle, board, asking, arrive, results):
    with moodle.platform.app_context():
        tool = find_tool(1)
        keep_tool(tool._replace(scopes=()))
    aino = arrive(AINO)
    asking("note")
    board.note(aino)
    results.work()
    assert results.scores() == {AINO.sub: ("waiting", "GradesAreNotOffered")} and moodle.asked("/token") == 0
    assert "takes no grades" in board.marja.open(f"{board.activity}/grades").text
    with moodle.platform.app_context():
        keep_tool(tool)
    arrive(MARJA)
    results.send()
    assert results.scores() == {AINO.sub: ("sent", "")}


def test_the_newest_result_of_a_person_wins(app, moodle, board, aino, results):
    """As modules say it: so many points of so many."""
    for points in (3, 4.5):
        with app.test_request_context(), transaction():
            person = db.session.scalar(sa.text("SELECT id FROM person WHERE subject = '6'"))
            reached(db.session.get(Activity, board.id), person, points, 5)
    results.work()
    item, = moodle.items()
    assert item["maximum"] == 5 and moodle.given() == {AINO.sub: 4.5} and moodle.asked(SCORES) == 1


def test_switched_off_nothing_more_is_sent(moodle, board, done, asking, results):
    asking(counts="no")
    results.work()
    assert moodle.asked(SCORES) == 0
    asking("note")
    results.work()
    assert moodle.given() == {AINO.sub: 1}
