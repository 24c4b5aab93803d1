"""What counts as having taken part, who is told of it and when, and what nobody can learn by it."""
import pytest
import sqlalchemy as sa

from lti_tool.activities import Activity, kind_of
from lti_tool.db import db, transaction
from lti_tool.grades import Score
from lti_tool.grades.grading import Grading, copy_gradings
from tests.support.rows import rows_with

from .conftest import AINO, MARJA, ORJAN

sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def aino(arrive, board):
    return arrive(AINO)


def set_level(board, level):
    assert board.marja.post(f"{board.path}/settings", **{"title-fi": "Rakenteinen kirjaaminen", "anonymity": level}).status == 303


def test_by_default_nothing_is_marked_and_nobody_is_asked_anything(moodle, board, aino, results):
    board.note(aino)
    results.work()
    assert results.scores() == {} and moodle.items() == []
    assert not aino.open(board.path).all("p", id="participation")
    assert "not marked for you here" in aino.open(f"{board.activity}/participation").text
    assert aino.post(f"{board.activity}/participation").status == 409
    assert board.marja.open(f"{board.activity}/grades").path == f"{board.activity}/grades"


def test_all_that_was_chosen_is_needed_and_everybody_sees_their_own(moodle, board, asking, aino, arrive, results):
    asking("note", "comment", "own_tick")
    orjan, note = arrive(ORJAN), board.note(board.marja)
    assert "Taking part: 0 of 3 done" in aino.open(board.path).text
    board.note(aino)
    aino.send(f"/notes/{note}/comments", text="Meillä samoin", language="fi")
    assert "Taking part: 2 of 3 done" in aino.open(board.path).text and "Taking part: 0 of 3 done" in orjan.open(board.path).text
    results.work()
    assert moodle.given() == {}
    page = aino.open(f"{board.activity}/participation")
    done = aino.press(page, f"{board.activity}/participation")
    assert "You have taken part." in done.text and "You have taken part" in aino.open(board.path).text
    results.work()
    assert moodle.given() == {AINO.sub: 1}
    assert "The learning platform was told" in aino.open(f"{board.activity}/participation").text
    lists = board.marja.open(f"{board.activity}/grades").text
    assert lists.index("Have taken part") < lists.index(AINO.name) < lists.index("Have not taken part yet") < lists.index(ORJAN.name)
    assert "Sent" in lists and MARJA.name not in lists[lists.index("Have taken part"):], "who leads is not graded"
    assert aino.post(f"{board.activity}/grades", counts="no").status == 403 and aino.open(f"{board.activity}/grades").status == 403


@sqlite
def test_one_of_them_is_enough_where_that_was_chosen(moodle, board, asking, aino, results):
    asking("note", "own_tick", every="no")
    board.note(aino)
    results.work()
    assert moodle.given() == {AINO.sub: 1}


@sqlite
def test_what_was_done_before_counts_and_stays_counted(moodle, board, asking, aino, results):
    note = board.note(aino)
    asking("note")
    aino.send(f"/notes/{note}/deletion")
    results.work()
    assert moodle.given() == {AINO.sub: 1}
    asking("own_tick")
    results.work()
    assert results.scores() == {AINO.sub: ("sent", "")}


@sqlite
def test_own_pages_that_are_open_hear_of_it_and_nobody_else_s(board, asking, aino, arrive):
    asking("note")
    orjan = arrive(ORJAN)
    since = {who: who.open(board.path).one("live").get("data-seq") for who in (aino, orjan, board.marja)}
    board.note(aino)
    heard = {who: who.open(f"{board.activity}/changes?since={seq}").html for who, seq in since.items()}
    assert "You have taken part" in heard[aino] and all("participation" not in heard[who] for who in (orjan, board.marja))


@sqlite
@pytest.mark.parametrize("level", ["region", "peers"])
def test_where_names_are_hidden_people_are_counted_together_in_the_night(level, moodle, board, asking, aino, results, app):
    """Or the moment would say who wrote the note that has just come."""
    set_level(board, level)
    asking("note")
    board.note(aino)
    results.send()
    assert results.scores() == {} and "Have taken part 0" in board.marja.open(f"{board.activity}/grades").text
    assert "counted together in the night" in board.marja.open(f"{board.activity}/grades").text
    assert 0 < results.planned()["participation"] <= 24 * 3600
    assert "in the coming night" in aino.open(f"{board.activity}/participation").text
    assert not [row for row in rows_with(app, ["participation:"]) if row.startswith("change.")], "the log of changes names nobody beside the note"
    results.work()
    assert moodle.given() == {AINO.sub: 1}


@sqlite
def test_votes_are_counted_in_the_night_too(moodle, board, asking, aino, arrive, results):
    note = board.note(board.marja)
    board.marja.send(f"{board.path}/voting", open="yes", votes_each="3")
    asking("vote")
    aino.send(f"/notes/{note}/vote")
    arrive(ORJAN)
    results.send()
    assert results.scores() == {}
    results.work()
    assert moodle.given() == {AINO.sub: 1}


@sqlite
def test_where_everybody_is_hidden_notes_and_comments_cannot_be_asked_for(moodle, board, asking, aino, results):
    set_level(board, "everybody")
    page = board.marja.open(f"{board.activity}/grades")
    assert "nobody can know who has written" in page.text
    assert {box.get("value") for box in page.all("input", name="asked") if box.get("disabled") is not None} == {"note", "comment"}
    assert "nobody can know who has written" in asking("note", status=422).text
    asking("own_tick", "vote", every="no")
    aino.post(f"{board.activity}/participation")
    board.note(aino)
    results.work()
    assert moodle.given() == {AINO.sub: 1}


@sqlite
def test_a_rule_that_was_chosen_before_names_were_hidden_counts_no_more(moodle, board, asking, aino, results):
    asking("note")
    set_level(board, "everybody")
    board.note(aino)
    results.work()
    assert results.scores() == {} and "Nothing counts at the moment" in board.marja.open(f"{board.activity}/grades").text


@sqlite
@pytest.mark.parametrize(("rules", "words"), [([], "Choose what people need to do"), (["nonsense"], "There is no such choice")])
def test_a_choice_that_makes_no_sense_is_refused(rules, words, board, asking):
    assert words in asking(*rules, status=422).text


@sqlite
def test_on_a_wall_posts_and_comments_count(moodle, board, arrive, results):
    made = board.marja.post(f"{board.home}/activities", **{"kind": "wall", "title-fi": "Käytännöt"}).leads_to
    number = int(made.rpartition("/")[2])
    board.marja.post(f"/activities/{number}/state", state="open")
    board.marja.post("/placements/2", opens=f"activity:{number}")  # the link that led to the board
    board.marja.post(f"/activities/{number}/grades", counts="yes", asked=["note", "comment"], every="yes")
    assert board.marja.open(made).links.count(f"/activities/{number}/grades") == 1
    aino = arrive(AINO)
    post = aino.post(f"{made}/posts").leads_to.split("/")[2]
    answer = aino.open(f"/posts/{post}/edit").form(f"/posts/{post}/texts/en").names
    aino.post(f"/posts/{post}/texts/en", title="Kirjaamiskahvit", publish="yes", **{name: "Luetaan yhdessä." for name in answer if name.startswith("answer-")})
    assert "Taking part: 1 of 2 done" in aino.open(made).text
    assert aino.send(f"/posts/{post}/comments", text="Kertokaa!", language="fi").status == 201
    results.work()
    assert moodle.given() == {AINO.sub: 1}


def test_one_s_results_are_among_one_s_data_and_go_with_it(moodle, board, asking, aino, results, app):
    asking("note", "own_tick")
    board.note(aino)
    aino.post(f"{board.activity}/participation")
    results.work()
    assert "Has taken part" in aino.open("/me").text
    assert aino.post("/me/erasure", sure="yes", texts="leave").status == 303
    with app.app_context(), transaction(writes=False):
        assert db.session.scalar(sa.select(sa.func.count()).select_from(Score)) == 0


@sqlite
def test_a_copied_course_asks_the_same_in_its_copies(board, asking, app):
    asking("note", "own_tick", every="no")
    with app.test_request_context(), transaction():
        activity = db.session.get(Activity, board.id)
        copy = kind_of(activity.kind).copy(activity, activity.title, activity.course)
        copy_gradings(activity.course, activity.course, {activity.id: copy})
        db.session.flush()
        grading = db.session.get(Grading, copy.id)
        assert (grading.is_on, grading.asked, grading.every) == (True, ["note", "own_tick"], False)
