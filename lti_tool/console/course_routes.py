"""The courses of a platform: how old, how full, how long they are kept. What is in them stays with their members."""
from typing import NamedTuple

import sqlalchemy as sa
from flask import Blueprint, request
from flask_babel import format_date

from ..access import the_person
from ..activities import Activity
from ..db import db
from ..lti.administrator import courses_of
from ..lti.platform import Platform
from ..people import Course, Membership
from ..people.keeping import FACTS, LAST_VISIT, Keeping, keeping
from ..web import current_language, thing_number
from ..web.pages import DATE_WITH_YEAR
from .guard import find_administered
from .page import ON_A_PAGE, page

platform_courses = Blueprint("platform_courses", __name__)


class CourseLine(NamedTuple):
    course: Course
    last_visit: object | None  # an instant; of those who are members now
    people: int
    activities: int
    is_member: bool
    keeping: Keeping


@platform_courses.get("/console/platforms/<int:platform_id>/courses")
def show(platform_id):
    platform, number = find_administered(platform_id), request.args.get("page", 1, type=thing_number)
    lines = course_lines(platform, number)
    return page("courses", platform, lines=lines[:ON_A_PAGE], number=number, has_more=len(lines) > ON_A_PAGE, date_words=lambda day: format_date(day, DATE_WITH_YEAR[current_language()]))


def course_lines(platform: Platform, number: int) -> list[CourseLine]:
    """Those visited last first; one more than fits on a page, where there is one."""
    people = sa.select(sa.func.count()).where(Membership.course_id == Course.id).correlate(Course).scalar_subquery()
    activities = sa.select(sa.func.count()).where(Activity.course_id == Course.id, Activity.deleted_at.is_(None)).correlate(Course).scalar_subquery()
    is_member = sa.exists().where(Membership.course_id == Course.id, Membership.person_id == the_person().id)
    wanted = (FACTS.add_columns(people, activities, is_member).where(Course.id.in_(courses_of(platform)))
              .order_by(sa.func.coalesce(LAST_VISIT, Course.opened_at).desc(), Course.id.desc()).offset((number - 1) * ON_A_PAGE).limit(ON_A_PAGE + 1))
    return [CourseLine(course, seen_at, people, activities, is_member, keeping(course, seen_at, months, way))
            for course, seen_at, months, way, people, activities, is_member in db.session.execute(wanted)]
