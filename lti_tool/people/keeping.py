"""Until when a course is kept, who says so, and what happens then. Only says it: the room `retention` warns and carries it out."""
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from flask import current_app

from ..db import db, now
from .course import Course, CourseContext
from .membership import Membership
from .organisation import ANONYMISE, Organisation

BY_COURSE, BY_ORGANISATION, BY_SETTING = "course", "organisation", "setting"
WARNED_BEFORE = timedelta(days=30)
MONTHS_AT_MOST = 1200  # whatever was set


class Keeping(NamedTuple):
    until: date | None  # the last day; None: without an end
    said_by: str  # the course's facilitators, its organisation, or the settings of the installation
    months: int  # after the last visit, as organisation or settings say; 0: without an end
    last_visit: date
    way: str  # anonymise | erase
    way_is_own: bool  # said by the course's facilitators
    usual_way: str  # the organisation's

    @property
    def is_near(self) -> bool:
        return self.until is not None and self.until - today_here() <= WARNED_BEFORE

    @property
    def is_over(self) -> bool:
        return self.until is not None and self.until < today_here()


def day_here(instant) -> date:
    """The day of a moment where the installation is."""
    return instant.astimezone(ZoneInfo(current_app.config["TIME_ZONE"])).date()


def today_here() -> date:
    return day_here(now())


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


# One question for one course or for all: when it was visited last, and what its organisation says (that of the platform it came from first).
FIRST_CONTEXT = sa.select(sa.func.min(CourseContext.id)).where(CourseContext.course_id == Course.id).correlate(Course).scalar_subquery()
LAST_VISIT = sa.select(sa.func.max(Membership.seen_at)).where(Membership.course_id == Course.id).correlate(Course).scalar_subquery()
FACTS = (sa.select(Course, LAST_VISIT, Organisation.retention_months, Organisation.way_to_end)
         .outerjoin(CourseContext, CourseContext.id == FIRST_CONTEXT)
         .outerjoin(Organisation, sa.and_(Organisation.issuer == CourseContext.issuer, Organisation.client_id == CourseContext.client_id)))


def keeping_of(course: Course) -> Keeping:
    return keeping(*db.session.execute(FACTS.where(Course.id == course.id)).one())


def all_keepings() -> list[tuple[Course, Keeping]]:
    return [(row[0], keeping(*row)) for row in db.session.execute(FACTS.order_by(Course.id)).all()]


def keeping(course: Course, seen_at, organisation_months: int | None, organisation_way: str | None) -> Keeping:
    """`seen_at` is the last visit of those who are members now; nobody is after the names were taken away."""
    last_visit = day_here(seen_at or course.anonymised_at or course.opened_at)
    by_organisation = organisation_months is not None
    months = min(organisation_months if by_organisation else current_app.config["RETENTION_MONTHS"], MONTHS_AT_MOST)
    until, said_by = (months_after(last_visit, months) if months else None), BY_ORGANISATION if by_organisation else BY_SETTING
    if course.keep_until:
        until, said_by = course.keep_until, BY_COURSE
    usual_way = organisation_way or ANONYMISE
    return Keeping(until, said_by, months, last_visit, course.way_to_end or usual_way, course.way_to_end is not None, usual_way)
