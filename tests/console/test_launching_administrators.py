"""Who administers a platform: the latest launch from it decides, at once and in all tabs; invited people stay."""
import pytest
import sqlalchemy as sa

from lti_tool.db import db
from lti_tool.lti.administrator import Administrator, invite
from lti_tool.people import Membership, Person
from tests.support.cast import ADMIN, AINO, FACILITATOR, MARJA, OTTO, PARTICIPANT
from tests.support.visitor import Visitor

pytestmark = pytest.mark.usefixtures("in_english")


def person_of(console, who) -> int:
    return console.ask(sa.select(Person.id).where(Person.subject == who.sub))


def invited(console, who) -> None:
    with console.writing():
        invite(console.number, db.session.scalar(sa.select(Person.id).where(Person.subject == who.sub)))


def is_course_admin(console, who) -> bool:
    return console.ask(sa.select(Membership.is_course_admin).join(Person).where(Person.subject == who.sub))


def test_whom_the_platform_calls_an_administrator_has_its_console(otto, console):
    assert otto.open(console.path()).status == 200


@pytest.mark.parametrize("role", [FACILITATOR, PARTICIPANT])
def test_whoever_launches_as_somebody_else_loses_it_at_once_and_in_other_tabs(otto, console, app, platform, role):
    other_browser = Visitor(app, platform, OTTO).launch(course="toinen kurssi", role=role)
    assert otto.open(console.path()).status == 404 == other_browser.open(console.path()).status
    assert otto.post(console.path(), name="Vieläkin").status == 404
    otto.launch(role=ADMIN)
    assert otto.open(console.path()).status == 200


def test_a_launch_from_another_client_of_the_issuer_decides_nothing_here(otto, console, app, sibling):
    Visitor(app, sibling, OTTO).launch(role=PARTICIPANT)
    assert otto.open(console.path()).status == 200
    assert otto.open(console.path(platform=sibling)).status == 404


def test_whom_the_settings_name_is_one_by_any_launch(app, enter, console):
    marja = enter(MARJA)
    assert marja.open(console.path()).status == 404
    app.config["COURSE_ADMINS"] = [f"https://moodle.example {MARJA.sub}"]
    marja.launch()
    assert marja.open(console.path()).status == 200
    app.config["COURSE_ADMINS"] = []
    marja.launch()
    assert marja.open(console.path()).status == 404


def test_whoever_was_invited_stays_one_whatever_they_launch_as(enter, console):
    marja = enter(MARJA)
    invited(console, MARJA)
    assert marja.open(console.path()).status == 200  # at once
    marja.launch()
    assert is_course_admin(console, MARJA)
    marja.launch(role=PARTICIPANT)
    assert marja.open(console.path()).status == 200 and is_course_admin(console, MARJA)


def test_an_invited_administrator_facilitates_the_courses_they_launch_until_it_is_withdrawn(enter, otto, console, board):
    aino = enter(AINO)
    invited(console, AINO)
    aino.launch()
    assert aino.open(f"{board.home}/people").status == 200
    number = console.ask(sa.select(Administrator.id).where(Administrator.person_id == person_of(console, AINO)))
    assert otto.post(f"/console/administrators/{number}/withdrawal").status == 303
    assert aino.open(console.path()).status == 404
    assert aino.open(f"{board.home}/people").status == 403
    assert not is_course_admin(console, AINO)


def test_two_launches_at_once_make_one_administrator(otto, enter, console):
    enter(OTTO)
    enter(OTTO, course="toinen kurssi")
    assert console.ask(sa.select(sa.func.count()).select_from(Administrator)) == 1
