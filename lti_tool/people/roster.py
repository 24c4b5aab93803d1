"""Whom the platform lists in a course, whether they have been here or not (LTI names and role provisioning services 2.0).

A roster never changes a role that is known from a launch. Who is no longer listed is marked; what they wrote stays.
"""
from datetime import timedelta
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, db, now
from .course import CourseContext
from .membership import Membership
from .person import DISPLAY_NAME_LIMIT, Person

AT_ONCE = 1000  # numbers in one statement
DEPARTED_KEPT = timedelta(days=30)  # of whom nothing is known but that they were listed


class RosterEntry(db.Model):
    __tablename__ = "roster_entry"
    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(sa.ForeignKey("course.id", ondelete="CASCADE"))
    context_id: Mapped[int | None] = mapped_column(sa.ForeignKey("course_context.id", ondelete="SET NULL"))  # whose list named them last
    issuer: Mapped[str]
    subject: Mapped[str]
    name: Mapped[str | None]  # as the platform sends it; None where it sends none
    role: Mapped[str]  # facilitator | participant, as the roster says: only shown where there was no launch
    listed_at: Mapped[object] = mapped_column(Instant)  # when the roster named them last
    left_at: Mapped[object | None] = mapped_column(Instant)  # when a roster first came without them
    __table_args__ = (sa.UniqueConstraint("course_id", "issuer", "subject"), sa.Index(None, "issuer", "subject"), {"sqlite_autoincrement": True})


class RosterMember(NamedTuple):
    """Somebody whom the platform lists."""

    subject: str
    name: str | None
    role: str  # facilitator | participant


class RosterState(NamedTuple):
    """What is known of a course's roster, from whichever contexts it arrives."""

    is_offered: bool  # whether the platform offers its list to this course
    read_at: object | None  # when it was last read as a whole
    problem: str  # the name of what went wrong the last time; empty: nothing


def roster_state(course_id: int) -> RosterState:
    contexts = db.session.scalars(sa.select(CourseContext).filter_by(course_id=course_id).order_by(CourseContext.id)).all()
    offered = [context for context in contexts if context.roster_url]
    return RosterState(bool(offered), max((context.roster_at for context in contexts if context.roster_at), default=None),
                       next((context.roster_problem for context in offered if context.roster_problem), ""))


def take_roster(context: CourseContext, members: list[RosterMember], at) -> None:
    """From now on the platform lists these in the course and no others. Memberships stay as launches made them. Writes; the context must be locked.

    Somebody whom another context of the course named last has not left because this one's list is without them.
    """
    wanted = {member.subject: member for member in members}
    here = dict(course_id=context.course_id, issuer=context.issuer)
    known = {row.subject: row for row in db.session.execute(
        sa.select(RosterEntry.id, RosterEntry.subject, RosterEntry.name, RosterEntry.role, RosterEntry.left_at, RosterEntry.context_id).filter_by(**here))}
    new = [dict(here, context_id=context.id, subject=subject, name=shortened(member.name), role=member.role, listed_at=at)
           for subject, member in wanted.items() if subject not in known]
    listed = [row.id for subject, row in known.items() if subject in wanted]
    changed = [dict(id=row.id, name=shortened(wanted[subject].name), role=wanted[subject].role) for subject, row in known.items()
               if subject in wanted and (row.name, row.role) != (shortened(wanted[subject].name), wanted[subject].role)]
    departed = [row.id for subject, row in known.items() if subject not in wanted and row.left_at is None and row.context_id in (context.id, None)]
    if new:
        db.session.execute(sa.insert(RosterEntry), new)
    if changed:
        db.session.execute(sa.update(RosterEntry), changed)
    change(listed, listed_at=at, left_at=None, context_id=context.id)
    change(departed, left_at=at)


def shortened(name: str | None) -> str | None:
    """As at a launch (arrival.py)."""
    return (name or "").strip()[:DISPLAY_NAME_LIMIT].strip() or None


def change(numbers: list[int], **values) -> None:
    for first in range(0, len(numbers), AT_ONCE):
        db.session.execute(sa.update(RosterEntry).where(RosterEntry.id.in_(numbers[first:first + AT_ONCE])).values(values)
                           .execution_options(synchronize_session=False))


def came_back(membership: Membership) -> None:
    """Somebody launches: whatever the last list said, they are in the course. Writes."""
    person = membership.person
    db.session.execute(sa.update(RosterEntry).where(
        RosterEntry.course_id == membership.course_id, RosterEntry.issuer == person.issuer, RosterEntry.subject == person.subject,
        RosterEntry.left_at.is_not(None)).values(left_at=None).execution_options(synchronize_session=False))


def forget_departed() -> None:
    """Those who are no longer listed and never came: nothing of theirs is here."""
    came = sa.exists().where(Membership.course_id == RosterEntry.course_id, Membership.person_id == Person.id,
                             Person.issuer == RosterEntry.issuer, Person.subject == RosterEntry.subject)
    db.session.execute(sa.delete(RosterEntry).where(RosterEntry.left_at < now() - DEPARTED_KEPT, ~came).execution_options(synchronize_session=False))
