"""An activity: title, state and place in its course. Parent of boards, walls and modules; lists load only this."""
import sqlalchemy as sa
from flask import current_app
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..access import Place
from ..db import Instant, Position, Wording, Words, after_commit, between, db, now
from ..live import Topic, announce
from ..people import Course
from ..web import Refusal

DRAFT, OPEN, CLOSED, ARCHIVED = STATES = ("draft", "open", "closed", "archived")
TITLE_LIMIT = 120


def state_word(state: str) -> str:
    return {DRAFT: _("Draft"), OPEN: _("Open"), CLOSED: _("Closed"), ARCHIVED: _("Archived")}[state]


class ActivityIsClosed(Refusal):
    """Nobody writes or moves anything in an activity that is closed. Facilitators may still arrange it."""

    status = 409

    def words(self):
        return (_("Writing is closed here"), _("A facilitator has closed it. What was written can still be read."),
                _("Copy your text if you want to keep it, and ask a facilitator to open it again."))


class Activity(db.Model):
    __tablename__ = "activity"
    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(sa.ForeignKey("course.id", ondelete="CASCADE"), index=True)
    topic_id: Mapped[int] = mapped_column(sa.ForeignKey("topic.id"), unique=True)
    kind: Mapped[str]
    title: Mapped[Wording] = mapped_column(Words)
    state: Mapped[str] = mapped_column(default=DRAFT)
    position: Mapped[str] = mapped_column(Position())
    version: Mapped[int] = mapped_column(default=1)
    made_at: Mapped[object] = mapped_column(Instant)
    deleted_at: Mapped[object | None] = mapped_column(Instant)
    origin_id: Mapped[int | None] = mapped_column(sa.ForeignKey("activity.id", ondelete="SET NULL"), index=True)  # what it is a copy of
    topic: Mapped[Topic] = relationship()
    course: Mapped[Course] = relationship(lazy="joined", innerjoin=True)
    __mapper_args__ = {"polymorphic_on": "kind"}
    __table_args__ = {"sqlite_autoincrement": True}

    def in_sight_of(self, viewpoint) -> bool:
        return viewpoint.facilitates or (self.state != DRAFT and self.deleted_at is None)

    @property
    def takes_contributions(self) -> bool:
        return self.state in (DRAFT, OPEN) and self.deleted_at is None

    def must_take_contributions(self) -> None:
        if not self.takes_contributions:
            raise ActivityIsClosed

    def announce(self, *parts: str, to: str = "everyone") -> None:
        """To the pages of this activity."""
        announce(self.topic_id, *parts, to=to)

    def announce_at_home(self) -> None:
        """To the course's home, where its card stands."""
        announce(self.course.topic_id, f"home:{self.course_id}")

    def changed(self) -> None:
        self.version += 1
        topic, notifier = self.topic_id, current_app.extensions["notifier"]
        after_commit(lambda: notifier.recheck(topic=topic))  # a draft or a deleted one is for facilitators only
        self.announce(f"bar:{self.id}")
        self.announce_at_home()

    def rename(self, title: Wording) -> None:
        self.title = title
        self.changed()

    def set_state(self, state: str) -> None:
        self.state = state
        self.changed()

    def delete(self) -> None:
        self.deleted_at = now()
        self.changed()

    def restore(self) -> None:
        self.deleted_at = None
        self.changed()

    def move_after(self, other: "Activity | None") -> None:
        """Puts it behind `other`, or first."""
        self.position = position_after(self.course_id, other, leaving_out=self)
        self.changed()


def activity_in(course_id: int, number: int | None) -> Activity | None:
    """The activity of that number, if it is one of the course; also a deleted one."""
    return number and db.session.scalar(sa.select(Activity).where(Activity.id == number, Activity.course_id == course_id))


def activities_of(course_id: int, deleted: bool = False) -> list[Activity]:
    """In their order. Without the tables of the kinds: lists need only this."""
    return list(db.session.scalars(
        sa.select(Activity).where(Activity.course_id == course_id, Activity.deleted_at.is_not(None) if deleted else Activity.deleted_at.is_(None))
        .order_by(Activity.position, Activity.id)))


def position_after(course_id: int, other: Activity | None, leaving_out: Activity | None = None) -> str:
    rest = [a for a in activities_of(course_id) if a is not leaving_out]
    if other is None:
        return between(None, rest[0].position if rest else None)
    later = [a.position for a in rest if a.position > other.position]
    return between(other.position, later[0] if later else None)


def last_position(course_id: int) -> str:
    rest = activities_of(course_id)
    return between(rest[-1].position if rest else None, None)


def place_of_activity(number: int) -> Place | None:
    row = db.session.execute(sa.select(Activity.course_id, Activity.topic_id).where(Activity.id == number)).one_or_none()
    return Place(*row) if row else None
