"""A course: one launching context of a platform, under whichever keys it arrives."""
import sqlalchemy as sa
from flask import current_app
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..db import Instant, db, now
from ..live import Topic

TITLE_LIMIT = 120
WORDS_AT_MOST, WORD_LIMIT = 200, 60


class Course(db.Model):
    __tablename__ = "course"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    languages: Mapped[list] = mapped_column(sa.JSON)  # in which facilitators write, first the main one
    topic_id: Mapped[int] = mapped_column(sa.ForeignKey("topic.id"), unique=True)
    guarded_words: Mapped[list] = mapped_column(sa.JSON, default=list, server_default="[]")  # known to the client-data guard besides what it knows itself
    people_counted: Mapped[int] = mapped_column(default=0)  # the last number given to a member; never given again
    has_lists: Mapped[bool] = mapped_column(default=False, server_default=sa.false())  # of regions and roles at work, to begin with
    opened_at: Mapped[object] = mapped_column(Instant)
    keep_until: Mapped[object | None] = mapped_column(sa.Date)  # as its facilitators say; None: so long after the last visit as the organisation says
    way_to_end: Mapped[str | None]  # anonymise | erase; None: as the organisation says
    warned_at: Mapped[object | None] = mapped_column(Instant)  # when its facilitators were warned that it ends
    warned_until: Mapped[object | None] = mapped_column(sa.Date)  # which last day they were told
    warned_way: Mapped[str | None]  # and what happens then; what is not as they were told needs another warning
    anonymised_at: Mapped[object | None] = mapped_column(Instant)
    origin_id: Mapped[int | None] = mapped_column(sa.ForeignKey("course.id", ondelete="SET NULL"), index=True)  # the course it was copied from
    origin_choice: Mapped[str | None]  # structure | seeds | archive | nothing; None: not decided
    origin_chosen_at: Mapped[object | None] = mapped_column(Instant)  # what is written in the source later is not read here
    topic: Mapped[Topic] = relationship()
    __table_args__ = {"sqlite_autoincrement": True}

    def in_sight_of(self, viewpoint) -> bool:
        return True  # whoever is a member

    def next_number(self) -> int:
        self.people_counted += 1
        return self.people_counted


class CourseContext(db.Model):
    """The keys under which a course arrives. An operator can let several lead to one course."""

    __tablename__ = "course_context"
    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(sa.ForeignKey("course.id", ondelete="CASCADE"), index=True)
    issuer: Mapped[str]
    client_id: Mapped[str]
    deployment_id: Mapped[str]
    context_id: Mapped[str]  # "link:<id>" where the platform names no context: then the resource link is its own course
    roster_url: Mapped[str | None] = mapped_column(sa.String(2000))  # of the platform's names and roles service; None: it offers none here
    roster_link: Mapped[str | None]  # the resource link through which it shows names, where the platform leaves that to each link
    roster_tried_at: Mapped[object | None] = mapped_column(Instant)  # when it was last asked for
    roster_at: Mapped[object | None] = mapped_column(Instant)  # when it was last read as a whole
    roster_problem: Mapped[str] = mapped_column(default="", server_default="")  # why it could not be read last time: the name of a ServiceProblem
    __table_args__ = (sa.UniqueConstraint("issuer", "client_id", "deployment_id", "context_id"),)


def course_of_context(issuer: str, client_id: str, deployment_id: str, context_id: str, title: str) -> Course:
    """The course behind these keys; a new one when they arrive for the first time."""
    keys = dict(issuer=issuer, client_id=client_id, deployment_id=deployment_id, context_id=context_id)
    course = db.session.scalar(sa.select(Course).join(CourseContext).filter_by(**keys))
    if course is None:
        course = Course(title=title or "–", languages=list(current_app.config["COURSE_LANGUAGES"]), topic=Topic(), opened_at=now())
        db.session.add(course)
        db.session.flush()
        db.session.add(CourseContext(course_id=course.id, **keys))
    elif title and title != course.title:
        course.title = title
    return course
