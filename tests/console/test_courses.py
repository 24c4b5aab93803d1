"""The courses of a platform: how old and how full they are, how long they are kept. Nothing of what is in them."""
import pytest

import re
from datetime import date

import sqlalchemy as sa

from lti_tool.activities import Activity
from lti_tool.people import Course, CourseContext, Organisation
from lti_tool.live import Topic
from lti_tool.db import Wording, now
from tests.support.cast import AINO, EEVA, MARJA
from tests.support.page import words_of

pytestmark = pytest.mark.usefixtures("in_english")


def rows(seen) -> list[list[str]]:
    """Of each course what its facts say."""
    [ledger] = seen.all("div", class_="ledger of-courses")
    return [[words_of(fact) for fact in row.iter("dd")] for row in ledger.iter("li")]


def test_a_course_tells_when_how_many_and_how_long(otto, console, board, enter, clock):
    enter(AINO)
    [row] = rows(otto.open(console.path("courses")))
    assert row[:5] == ["Kirjaamisen kehittäjäverkosto", "today", "today", "3", "1"]
    assert re.fullmatch(rf"\d+ \w+ {clock().year + 2} 24 months after the last visit", row[5])
    clock.forward(days=1)
    enter(EEVA)
    otto.launch(course="uusi")
    assert [row[:4] for row in rows(otto.open(console.path("courses")))] == [
        ["uusi", "today", "today", "1"], ["Perehdytys", "today", "today", "1"], ["Kirjaamisen kehittäjäverkosto", "yesterday", "yesterday", "3"]]


def test_deleted_activities_do_not_count(otto, console, board):
    board.marja.post(f"{board.activity}/deletion")
    assert rows(otto.open(console.path("courses")))[0][4] == "0"


def test_only_members_are_led_into_a_course(otto, console, enter):
    enter(MARJA)
    eeva = enter(EEVA)
    seen = otto.open(console.path("courses"))
    courses = [link for link in seen.one("main").iter("a") if link.get("href").startswith("/courses/")]
    assert [words_of(link) for link in courses] == ["Kirjaamisen kehittäjäverkosto"]
    assert otto.open(courses[0].get("href")).status == 200
    assert "Perehdytys" in seen.text and eeva.address not in seen.links


def test_how_long_follows_the_course_then_the_organisation_then_the_settings(otto, console, platform, app):
    def kept():
        return rows(otto.open(console.path("courses")))[0][5]

    app.config["RETENTION_MONTHS"] = 0
    assert kept() == "without an end"
    with console.writing() as session:
        session.add(Organisation(issuer=platform.issuer, client_id=platform.client_id, retention_months=1, funding=Wording(), logo_alternative=Wording()))
    assert kept().endswith(" 1 month after the last visit") and kept()[0].isdigit()
    with console.writing() as session:
        session.execute(sa.update(Course).values(keep_until=date(2031, 3, 5)))
    assert kept() == "5 Mar 2031 as its facilitators say"


def test_a_course_with_several_keys_stands_once(otto, console, platform):
    with console.writing() as session:
        course = session.scalar(sa.select(Course.id))
        session.add(CourseContext(course_id=course, issuer=platform.issuer, client_id=platform.client_id, deployment_id="2", context_id="kkv"))
    assert len(rows(otto.open(console.path("courses")))) == 1


def test_many_courses_go_on_in_pages(otto, console, platform):
    with console.writing() as session:
        for number in range(55):
            course = Course(title=f"Kurssi {number:02}", languages=["fi"], topic=Topic(), opened_at=now())
            session.add(course)
            session.flush()
            session.add(CourseContext(course_id=course.id, issuer=platform.issuer, client_id=platform.client_id, deployment_id="1", context_id=f"c{number}"))
    first = otto.open(console.path("courses"))
    second = otto.open(next(link for link in first.links if link.endswith("page=2")))
    titles = [row[0] for row in rows(first) + rows(second)]
    assert (len(rows(first)), len(titles), len(set(titles))) == (50, 56, 56)
    assert rows(first)[0][3:5] == ["0", "0"]  # nobody has been in it
    assert otto.open(console.path("courses") + "?page=99999999").status == 200


def test_a_title_is_shown_as_text(otto, console):
    with console.writing() as session:
        session.execute(sa.update(Course).values(title="<img src=x onerror=alert(1)>"))
    seen = otto.open(console.path("courses"))
    assert rows(seen)[0][0] == "<img src=x onerror=alert(1)>" and not seen.all("img", src="x")


def test_what_is_written_in_courses_is_not_told(otto, console, board, enter):
    board.note(enter(AINO), "Salainen ajatus")
    with console.writing() as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(Activity)) == 1
    text = otto.open(console.path("courses")).text
    assert "Salainen" not in text and "Rakenteinen kirjaaminen" not in text and "Aino" not in text
