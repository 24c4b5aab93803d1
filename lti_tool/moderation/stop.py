"""Somebody does not write until a day: on boards and walls of one course. They read on, and see until when and whom to ask.

A stop belongs to the thing through which it was given: two stops do not tell that they concern the same person, where names are not the facilitators' to see.
"""
from datetime import date, timedelta

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..access import Place
from ..activities.anonymity import NAMED
from ..db import Instant, db, now
from ..people import Course
from ..people.membership import FACILITATOR, membership_of
from ..web import Refusal, Unsuitable
from ..web.days import take_day, today_here
from ..web.pages import date_words

LONGEST = timedelta(days=366)


class WritingIsStopped(Refusal):
    status = 403

    def __init__(self, until: str):
        super().__init__()
        self.until = until

    def words(self):
        return (_("You cannot write here until %(day)s", day=self.until),
                _("A facilitator has asked you to pause. You can read everything as before; that day is the last of the pause."),
                _("Ask the facilitators of the course if this should be otherwise. Your text is still here: copy it if you want to keep it."))


class AuthorIsAFacilitator(Refusal):
    status = 409

    def words(self):
        return (_("Facilitators are not stopped from writing"), _("This was written by a facilitator of the course."), _("Talk with them."))


class WritingStop(db.Model):
    __tablename__ = "writing_stop"
    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(sa.ForeignKey("course.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), index=True)
    thing: Mapped[str]
    shows_name: Mapped[bool]  # the thing says who wrote it
    until: Mapped[date]  # the last day
    words: Mapped[str] = mapped_column(default="")  # for the person
    ended_at: Mapped[object | None] = mapped_column(Instant)
    __table_args__ = {"sqlite_autoincrement": True}

    def in_sight_of(self, viewpoint) -> bool:
        return viewpoint.facilitates

    @property
    def lasts(self) -> bool:
        return self.ended_at is None and self.until >= today_here()


def can_stop_author_of(thing) -> bool:
    """Nobody is stopped where no author is stored."""
    return not thing.keeps_no_author and thing.author_id is not None


def stop_author_of(thing, course_id: int, until: date, words: str) -> WritingStop:
    """Raises AuthorIsAFacilitator where everybody sees who it is; else that would tell something about them."""
    membership = membership_of(course_id, thing.author_id)
    if thing.anonymity == NAMED and membership is not None and membership.role == FACILITATOR:
        raise AuthorIsAFacilitator
    stop = WritingStop(course_id=course_id, person_id=thing.author_id, thing=thing.part, shows_name=thing.anonymity == NAMED, until=until, words=words)
    db.session.add(stop)
    db.session.flush()
    return stop


def stop_on(part: str) -> WritingStop | None:
    """The one that was given through this thing and lasts."""
    stops = db.session.scalars(sa.select(WritingStop).where(WritingStop.thing == part, WritingStop.ended_at.is_(None), WritingStop.until >= today_here()).order_by(WritingStop.id.desc()))
    return next(iter(stops), None)


def end_stop(stop: WritingStop) -> None:
    stop.ended_at = now()


def lasting_stops(course_id: int) -> list[WritingStop]:
    return list(db.session.scalars(sa.select(WritingStop).where(WritingStop.course_id == course_id, WritingStop.ended_at.is_(None), WritingStop.until >= today_here())
                                   .order_by(WritingStop.until, WritingStop.id)))


def stop_of(course_id: int, person: int) -> WritingStop | None:
    """The longest that lasts."""
    return db.session.scalar(sa.select(WritingStop).where(WritingStop.course_id == course_id, WritingStop.person_id == person, WritingStop.ended_at.is_(None),
                                                          WritingStop.until >= today_here()).order_by(WritingStop.until.desc()).limit(1))


def must_not_be_stopped(viewer) -> None:
    """Asked before every write of a participant (access/guard.py). Raises WritingIsStopped."""
    if (stop := stop_of(viewer.course, viewer.person)) is not None:
        raise WritingIsStopped(date_words(stop.until))


def until_taken() -> date:
    until = take_day("until")
    if until is None or not today_here() <= until <= today_here() + LONGEST:
        raise Unsuitable("until", _("Choose a day from today on, within a year."))
    return until


def place_of_stop(number: int) -> Place | None:
    row = db.session.execute(sa.select(Course.id, Course.topic_id).join(WritingStop, WritingStop.course_id == Course.id).where(WritingStop.id == number)).one_or_none()
    return Place(*row) if row else None
