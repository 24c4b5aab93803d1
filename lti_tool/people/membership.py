"""A person in a course, and the only record of their role there. The latest launch decides, in all tabs."""
from datetime import timedelta

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..db import Instant, db
from .course import Course
from .person import Person

FACILITATOR, PARTICIPANT = "facilitator", "participant"
NEW_VISIT_AFTER = timedelta(minutes=30)


class Membership(db.Model):
    __tablename__ = "membership"
    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(sa.ForeignKey("course.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]  # "Participant 7", stable in the course
    launched_as: Mapped[str]  # facilitator | participant, by the latest launch
    is_course_admin: Mapped[bool] = mapped_column(default=False)  # by the latest launch, or named in the settings
    instructor_once: Mapped[bool] = mapped_column(default=False)  # has launched here as Instructor since the last grant
    is_cofacilitator: Mapped[bool] = mapped_column(default=False)  # made so by a facilitator; launches do not undo it
    arrived_at: Mapped[object] = mapped_column(Instant)
    seen_at: Mapped[object] = mapped_column(Instant)
    visited_before_at: Mapped[object | None] = mapped_column(Instant)  # the end of the visit before this one
    welcomed_at: Mapped[object | None] = mapped_column(Instant)  # when they put away the first words
    region_id: Mapped[int | None] = mapped_column(sa.ForeignKey("region.id", ondelete="SET NULL"), index=True)
    work_role_id: Mapped[int | None] = mapped_column(sa.ForeignKey("work_role.id", ondelete="SET NULL"))
    asked_at: Mapped[object | None] = mapped_column(Instant)  # when they told their region and role, or put the question away
    person: Mapped[Person] = relationship(lazy="joined")
    course: Mapped[Course] = relationship()
    __table_args__ = (sa.UniqueConstraint("course_id", "person_id"), sa.UniqueConstraint("course_id", "number"), {"sqlite_autoincrement": True})

    def in_sight_of(self, viewpoint) -> bool:
        return True  # to whoever may ask for it at all

    @property
    def role(self) -> str:
        return FACILITATOR if self.is_course_admin or self.launched_as == FACILITATOR or self.cofacilitates else PARTICIPANT

    @property
    def cofacilitates(self) -> bool:
        """Made co-facilitator, unless a teacher has switched to a learner's role to see what learners see."""
        return self.is_cofacilitator and not (self.instructor_once and self.launched_as == PARTICIPANT)

    @property
    def shown_name(self) -> str:
        return self.person.given_name or _("Participant %(number)s", number=self.number)

    def grant_cofacilitation(self) -> None:
        self.is_cofacilitator, self.instructor_once = True, False

    def end_cofacilitation(self) -> None:
        self.is_cofacilitator = False

    def launched(self, as_facilitator: bool, as_admin: bool, at) -> None:
        """Takes over what the latest launch says."""
        self.launched_as = FACILITATOR if as_facilitator else PARTICIPANT
        self.is_course_admin = as_admin
        self.instructor_once = self.instructor_once or as_facilitator
        self.seen(at)

    def visit_before(self, at):
        """The end of the visit before the present one, which begins anew after half an hour of absence; None at the first."""
        return self.seen_at if at - self.seen_at > NEW_VISIT_AFTER else self.visited_before_at

    def seen(self, at) -> None:
        self.visited_before_at, self.seen_at = self.visit_before(at), at


# Built once: putting a statement together takes as long as running it, and these run in every request.
MEMBERSHIP = sa.select(Membership).where(Membership.course_id == sa.bindparam("course"), Membership.person_id == sa.bindparam("person"))


def membership_of(course_id: int, person_id: int) -> Membership | None:
    return db.session.scalar(MEMBERSHIP, {"course": course_id, "person": person_id})


def name_in_course(course_id: int, person_id: int | None) -> str:
    """How a person is called in the course; whoever is gone is called so."""
    membership = person_id and membership_of(course_id, person_id)
    return membership.shown_name if membership else _("Somebody who has left")
