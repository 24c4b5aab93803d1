"""Facilitators are warned 30 days before their course ends, and nothing ends otherwise than they were told. Done by the hour."""
from datetime import timedelta

import sqlalchemy as sa

from ..db import db, now
from ..jobs import later
from ..mail import mail_is_set_up
from ..people import FACILITATOR, Course, Membership
from ..people.keeping import BY_COURSE, WARNED_BEFORE, Keeping, all_keepings, day_here, keeping_of, today_here
from ..people.organisation import ANONYMISE
from .ending import end, forget_warning

QUIET = timedelta(days=7)  # where the day moves with each visit, nobody is warned while the course is in use
ENDED_AT_ONCE = 5  # in one hour: the database is busy with each for a while
LETTER = "retention-warning"


def is_warned(course: Course, keeping: Keeping) -> bool:
    """Of that very day and that very way: a visit that moves the day, or another choice, makes the warning void."""
    return course.warned_at is not None and (course.warned_until, course.warned_way) == (keeping.until, keeping.way)


def must_be_warned(keeping: Keeping) -> bool:
    return keeping.is_near and (keeping.said_by == BY_COURSE or today_here() - keeping.last_visit >= QUIET)


def has_ended(course: Course, keeping: Keeping) -> bool:
    """Its names are gone, nobody has come since, and no more is wanted."""
    return course.anonymised_at is not None and keeping.way == ANONYMISE and not db.session.scalar(
        sa.select(sa.exists().where(Membership.course_id == course.id)))


def ends_after(course: Course, keeping: Keeping):
    """The last day on which a warned course is as it is."""
    return max(keeping.until, day_here(course.warned_at + WARNED_BEFORE))


def warn_of_ends() -> None:
    for course, keeping in all_keepings():
        if is_warned(course, keeping):
            continue
        if must_be_warned(keeping) and not has_ended(course, keeping):
            warn(course, keeping)
        elif course.warned_at is not None:
            forget_warning(course)


def warn(course: Course, keeping: Keeping) -> None:
    """On the course's home; and by mail, where it is set up, everybody who facilitates and has an address."""
    course.warned_at, course.warned_until, course.warned_way = now(), keeping.until, keeping.way
    if mail_is_set_up():
        for member in facilitators_of(course):
            if member.person.email:
                later(LETTER, f"membership:{member.id}")


def facilitators_of(course: Course) -> list[Membership]:
    may_be = sa.or_(Membership.launched_as == FACILITATOR, Membership.is_course_admin, Membership.is_cofacilitator)
    return [member for member in db.session.scalars(sa.select(Membership).where(Membership.course_id == course.id, may_be)) if member.role == FACILITATOR]


def end_courses() -> None:
    over = [course.id for course, keeping in all_keepings() if is_over(course, keeping)]
    for number in over[:ENDED_AT_ONCE]:
        course = db.session.get(Course, number, with_for_update=True, populate_existing=True)
        if course is not None and is_over(course, keeping := keeping_of(course)):  # another process may have been faster
            end(course, keeping.way)


def is_over(course: Course, keeping: Keeping) -> bool:
    return is_warned(course, keeping) and keeping.is_over and now() - course.warned_at >= WARNED_BEFORE
