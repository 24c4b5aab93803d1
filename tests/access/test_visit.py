"""A visit: how long it lasts, what the browser keeps and what the database keeps."""
import pytest

from lti_tool.access import Visit
from lti_tool.db.chores import do_chores
from tests.support.cast import AINO, ORJAN
from tests.support.platform import TOOL
from tests.support.visitor import Visitor


def set_cookie(platform, app, person=AINO):
    response = platform.launch(app.test_client(), person)
    return next(line for line in response.headers.getlist("Set-Cookie") if line.startswith("__Host-visit="))


def test_the_cookie_works_inside_another_site_s_frame_and_nowhere_else(platform, app):
    name, *attributes = [word.strip() for word in set_cookie(platform, app).split(";")]
    kept = {word.partition("=")[0].lower(): word.partition("=")[2] for word in attributes}
    assert name.startswith("__Host-visit=")
    assert {"secure", "httponly", "partitioned"} <= kept.keys()
    assert kept["samesite"] == "None"
    assert kept["path"] == "/"
    assert "domain" not in kept  # or the browser would refuse the __Host- prefix
    assert kept["max-age"] == str(24 * 60 * 60)


def test_what_the_database_keeps_opens_nothing(platform, app, rows):
    token = set_cookie(platform, app).split("=", 1)[1].split(";")[0]
    [visit] = rows(Visit)
    assert token not in repr(vars(visit))
    thief = app.test_client()
    thief.set_cookie("__Host-visit", visit.id, domain="tool.example", secure=True)
    assert thief.get("/me", base_url=TOOL).status_code == 401


def test_every_launch_gives_another_cookie(platform, app):
    assert len({set_cookie(platform, app).split(";")[0] for _launch in range(3)}) == 3


def test_a_visit_ends_after_half_a_day_without_use(enter, clock):
    aino = enter(AINO)
    clock.forward(hours=11, minutes=59)
    assert aino.open("/me").status == 200
    clock.forward(hours=12, minutes=1)
    assert aino.open("/me").status == 401


def test_a_visit_goes_on_while_it_is_used_but_at_most_a_day(enter, clock):
    aino = enter(AINO)
    for _round in range(3):
        clock.forward(hours=7, minutes=50)
        assert aino.open("/me").status == 200
    clock.forward(minutes=31)  # 24 hours and a minute since the launch
    assert aino.open("/me").status == 401


def test_a_new_launch_begins_a_new_visit(enter, clock):
    aino = enter(AINO)
    clock.forward(hours=25)
    assert aino.open("/me").status == 401
    aino.launch()
    assert aino.open("/me").status == 200


def test_ended_visits_are_forgotten(app, enter, clock, rows):
    enter(AINO)
    clock.forward(hours=25)
    enter(ORJAN)
    assert do_chores(app) == []
    assert len(rows(Visit)) == 1


def test_an_ended_visit_writes_nothing_and_gives_the_text_back(board, enter, clock):
    aino = enter(AINO)
    clock.forward(hours=13)
    refused = aino.post(board.composer(), text="Puoli tuntia kirjoitettua tekstiä", colour="sun", language="fi")
    assert refused.status == 401
    assert "Puoli tuntia kirjoitettua tekstiä" in refused.typed
    assert aino.launch().open(board.path).numbers("note") == []


def test_the_page_of_an_ended_visit_may_stand_in_any_platform_s_frame(enter, clock):
    aino = enter(AINO)
    clock.forward(hours=13)
    assert "frame-ancestors https:" in aino.open("/me").headers["Content-Security-Policy"]


def test_two_browsers_of_one_person_are_two_visits(enter, clock, rows):
    at_work, at_home = enter(AINO), enter(AINO)
    assert len(rows(Visit)) == 2
    at_home.post("/me/erasure", sure="yes")
    assert at_work.open("/me").status == 401  # erasing ends both


@pytest.mark.parametrize("answer", ["/me", "/me/data.json", "/nowhere", "/healthz"])
def test_no_answer_about_a_person_is_kept_by_the_browser(enter, answer):
    assert enter(AINO).open(answer).headers["Cache-Control"] == "no-store"


def test_two_courses_in_two_tabs_each_with_its_own_role(app, platform, board):
    both = Visitor(app, platform, board.marja.person)
    both.launch()
    both.launch(course="perehdytys", role="participant", link="l9")
    other = next(link for link in both.open(both.address).links if link.startswith("/courses/"))
    assert other != board.home
    for _turn in range(2):
        assert both.open(board.path).all("body", data_role="facilitator")
        assert both.open(other).all("body", data_role="participant")
        assert both.open(f"{board.home}/people").status == 200
        assert both.open(f"{other}/people").status == 403
