"""What the gallery shows of choosing links and of copied courses."""
from datetime import timedelta

import sqlalchemy as sa

from lti_tool.activities import Placement, placement_of
from lti_tool.activities.copied_course import choose
from lti_tool.activities.link_token import give_token
from lti_tool.boards.board import make_board
from lti_tool.db import Wording, now
from lti_tool.live import Topic
from lti_tool.lti import Platform
from lti_tool.lti.deep_linking_request import Asked, DeepLinkingRequest, sealed
from lti_tool.people import FACILITATOR, Course, CourseContext, Membership

LONG = "Vammaispalvelulainsäädäntöuudistuksen asiakasosallisuustyöskentelymenetelmäpäivä"


def copied_course(session, source, marja, title) -> Course:
    """As the platform copied it, before anything was decided."""
    keys = session.scalars(sa.select(CourseContext).filter_by(course_id=source.id)).first()
    course = Course(title=title, languages=list(source.languages), topic=Topic(), opened_at=now(), origin_id=source.id)
    session.add(course)
    session.flush()
    session.add(CourseContext(course_id=course.id, issuer=keys.issuer, client_id=keys.client_id, deployment_id=keys.deployment_id, context_id=title))
    session.add(Membership(course_id=course.id, person=marja.person, number=course.next_number(), launched_as=FACILITATOR, arrived_at=marja.arrived_at,
                           seen_at=marja.arrived_at))
    session.flush()
    return course


def set_up_choosing(session, source, marja) -> dict:
    """The numbers that addresses name: a question of the platform's; a course for each decision; a duplicated link."""
    long = make_board(source, Wording({"fi": LONG}))
    platform, asked = session.scalars(sa.select(Platform)).unique().first(), Asked("http://127.0.0.1/return", None, True, True)
    question = DeepLinkingRequest(membership_id=marja.id, platform_id=platform.id, deployment_id="1", settings=sealed(asked._asdict()), made_at=now(),
                                  ends_at=now() + timedelta(hours=2))
    session.add(question)
    undecided = copied_course(session, source, marja, "Kirjaamisen kehittäjäverkosto, ryhmä 2")
    brought, reading = (copied_course(session, source, marja, f"Kirjaamisen kehittäjäverkosto, {word}") for word in ("mukana", "luettavana"))
    choose(brought, "seeds", marja.person_id)
    choose(reading, "archive", marja.person_id)
    token = give_token(source.id, long.id)
    for link in ("901", "902"):
        placement = placement_of(source, link, "Menetelmäpäivä" if link == "901" else "Menetelmäpäivä (kopio)")
        placement.link_token = token
    session.scalar(sa.select(Placement).filter_by(course_id=source.id, resource_link="901")).open_activity(long)
    session.flush()
    return {"question": question.id, "undecided": undecided.id, "brought": brought.id, "reading": reading.id, "duplicate": placement.id}


def chosen(screen, _numbers):
    for value in ("home", "new-board-"):
        screen.locator(f'[name="choose"][value="{value}"]').check()
    screen.locator('[name="graded-home"]').check()


def nothing_chosen(screen, _numbers):
    screen.locator(".pick-foot .primary").click()
    screen.locator("#wrong").wait_for()
