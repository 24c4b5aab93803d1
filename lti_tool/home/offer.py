"""What somebody may take into a copied course from the one it was copied from. Nobody is told of a course from which they may take nothing."""
from typing import NamedTuple

import sqlalchemy as sa

from ..activities.activity import Activity, activities_of
from ..activities.copied_course import ARCHIVE, NOTHING, SEEDS, STRUCTURE, carries_its_token, not_here_yet, seeds_there
from ..db import db
from ..lti.administrator import administers
from ..lti.platform import Platform
from ..people import FACILITATOR, Course, CourseContext, Membership
from ..people.membership import membership_of


class Offer(NamedTuple):
    source: Course
    there: list[Activity]
    missing: list[Activity]  # that have not come along yet
    seeds: int  # notes of whoever asks that could come along
    may_read: bool  # whether what others wrote there may be shown here
    chosen: str | None  # so far

    @property
    def choices(self) -> list[str]:
        """What would change something. With nothing an archive is shut again."""
        fits = {STRUCTURE: self.missing, SEEDS: self.seeds, ARCHIVE: self.may_read and self.chosen != ARCHIVE, NOTHING: self.chosen in (None, ARCHIVE)}
        return [choice for choice in fits if fits[choice]]


def offer_to(course: Course, membership: Membership) -> Offer | None:
    """To whoever facilitated there or administers the platform: everything. By a token that was given out there: what shows nothing that others wrote."""
    if not course.origin_id or membership.role != FACILITATOR:
        return None
    may_read = facilitates_there(course, membership) or administers_it(course, membership)
    if not may_read and not carries_its_token(course):
        return None
    there = activities_of(course.origin_id)
    return Offer(db.session.get(Course, course.origin_id), there, not_here_yet(course), seeds_there(course, membership.person_id), may_read,
                 course.origin_choice) if there else None


def is_asked(course: Course, membership: Membership) -> Offer | None:
    """The offer about which nobody has decided yet."""
    return None if course.origin_choice else offer_to(course, membership)


def facilitates_there(course: Course, membership: Membership) -> bool:
    there = membership_of(course.origin_id, membership.person_id)
    return there is not None and there.role == FACILITATOR


def administers_it(course: Course, membership: Membership) -> bool:
    """The platform from which both courses come."""
    known = db.session.scalars(
        sa.select(Platform.id).join(CourseContext, sa.and_(CourseContext.issuer == Platform.issuer, CourseContext.client_id == Platform.client_id))
        .where(CourseContext.course_id == course.origin_id).distinct())
    return any(administers(number, membership.person) for number in known)
