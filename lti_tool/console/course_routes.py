"""The courses of a platform: how old, how full, how long they are kept. What is in them stays with their members."""
from typing import NamedTuple

import sqlalchemy as sa
from flask import Blueprint, current_app, request
from flask_babel import format_date, ngettext
from flask_babel import gettext as _

from ..access import the_person
from ..activities import Activity
from ..db import db
from ..lti.administrator import courses_of
from ..lti.platform import Platform
from ..people import Course, Membership, Organisation
from ..people.organisation import organisation_at
from ..web import current_language, thing_number
from ..web.pages import DATE_WITH_YEAR
from .guard import find_administered
from .page import ON_A_PAGE, page

platform_courses = Blueprint("platform_courses", __name__)


class CourseLine(NamedTuple):
    course: Course
    last_visit: object | None
    people: int
    activities: int
    is_member: bool


@platform_courses.get("/console/platforms/<int:platform_id>/courses")
def show(platform_id):
    platform, number = find_administered(platform_id), request.args.get("page", 1, type=thing_number)
    lines = course_lines(platform, number)
    organisation = organisation_at(platform.issuer, platform.client_id)
    return page("courses", platform, lines=lines[:ON_A_PAGE], number=number, has_more=len(lines) > ON_A_PAGE, kept_words=lambda course: kept_words(course, organisation))


def course_lines(platform: Platform, number: int) -> list[CourseLine]:
    """Those visited last first; one more than fits on a page, where there is one."""
    of_platform, own = Membership.course_id.in_(courses_of(platform)), the_person().id
    visits = (sa.select(Membership.course_id, sa.func.max(Membership.seen_at).label("last"), sa.func.count().label("people")).where(of_platform)
              .group_by(Membership.course_id).subquery())
    made = (sa.select(sa.func.count()).select_from(Activity).where(Activity.course_id == Course.id, Activity.deleted_at.is_(None)).correlate(Course).scalar_subquery())
    is_member = sa.exists().where(Membership.course_id == Course.id, Membership.person_id == own)
    wanted = (sa.select(Course, visits.c.last, sa.func.coalesce(visits.c.people, 0), made, is_member).outerjoin(visits, visits.c.course_id == Course.id)
              .where(Course.id.in_(courses_of(platform))).order_by(sa.func.coalesce(visits.c.last, Course.opened_at).desc(), Course.id.desc()))
    return [CourseLine(*row) for row in db.session.execute(wanted.offset((number - 1) * ON_A_PAGE).limit(ON_A_PAGE + 1))]


def kept_words(course: Course, organisation: Organisation) -> str:
    """Until which day, or for how long after the last visit."""
    if course.keep_until:
        return format_date(course.keep_until, DATE_WITH_YEAR[current_language()])
    months = current_app.config["RETENTION_MONTHS"] if organisation.retention_months is None else organisation.retention_months
    return ngettext("%(num)s month after the last visit", "%(num)s months after the last visit", months) if months else _("without an end")
