"""A series of workshops in a course: what they are about together, and in which order they are held. Which board has which place is said with its occasion."""
import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..access import Place
from ..db import Instant, Position, Wording, Words, between, db, now
from ..live import announce
from ..people import Course
from ..web import Refusal

TITLE_LIMIT, THEME_LIMIT, GOAL_LIMIT = 120, 120, 2000
SERIES_AT_MOST = 30


class TooManySeries(Refusal):
    status = 409

    def words(self):
        return (_("There are too many series"), _("A course has at most %(number)s series of workshops.", number=SERIES_AT_MOST), _("Delete one that is no longer needed."))


class Series(db.Model):
    __tablename__ = "series"
    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(sa.ForeignKey("course.id", ondelete="CASCADE"), index=True)
    origin_id: Mapped[int | None] = mapped_column(sa.ForeignKey("series.id", ondelete="SET NULL"), index=True)  # what it is a copy of
    title: Mapped[Wording] = mapped_column(Words)
    theme: Mapped[Wording] = mapped_column(Words)
    goal: Mapped[Wording] = mapped_column(Words)
    position: Mapped[str] = mapped_column(Position())
    made_at: Mapped[object] = mapped_column(Instant)
    deleted_at: Mapped[object | None] = mapped_column(Instant)
    course: Mapped[Course] = relationship(lazy="joined", innerjoin=True)
    __table_args__ = {"sqlite_autoincrement": True}

    def in_sight_of(self, viewpoint) -> bool:
        return viewpoint.facilitates or self.deleted_at is None

    def changed(self) -> None:
        """Its page and the home offer to show what is new."""
        announce(self.course.topic_id, f"series:{self.id}", f"home:{self.course_id}")

    def describe(self, title: Wording, theme: Wording, goal: Wording) -> None:
        self.title, self.theme, self.goal = title, theme, goal
        self.changed()

    def delete(self) -> None:
        """Its workshops stay boards of the course."""
        self.deleted_at = now()
        self.changed()

    def restore(self) -> None:
        """Raises TooManySeries."""
        if self.deleted_at is not None:
            must_have_room(self.course_id)
        self.deleted_at = None
        self.changed()

    def move_after(self, other: "Series | None") -> None:
        """Puts it behind `other`, or first."""
        rest = sa.select(sa.func.min(Series.position)).where(Series.course_id == self.course_id, Series.id != self.id)
        following = db.session.scalar(rest.where(Series.position > other.position) if other else rest)
        self.position = between(other.position if other else None, following)
        self.changed()


def make_series(course: Course, title: Wording, theme: Wording, goal: Wording, origin: Series | None = None) -> Series:
    """At the end of the course's series. Raises TooManySeries."""
    must_have_room(course.id)
    last = db.session.scalar(sa.select(sa.func.max(Series.position)).where(Series.course_id == course.id))
    series = Series(course_id=course.id, course=course, origin_id=origin and origin.id, title=title, theme=theme, goal=goal, position=between(last, None), made_at=now())
    db.session.add(series)
    db.session.flush()
    series.changed()
    return series


def series_of(course_id: int, deleted: bool = False) -> list[Series]:
    """In their order."""
    standing = Series.deleted_at.is_not(None) if deleted else Series.deleted_at.is_(None)
    return list(db.session.scalars(sa.select(Series).where(Series.course_id == course_id, standing).order_by(Series.position, Series.id)))


def must_have_room(course_id: int) -> None:
    """Raises TooManySeries."""
    standing = sa.select(sa.func.count()).where(Series.course_id == course_id, Series.deleted_at.is_(None))
    if db.session.scalar(standing) >= SERIES_AT_MOST:
        raise TooManySeries


def place_of_series(number: int) -> Place | None:
    row = db.session.execute(sa.select(Course.id, Course.topic_id).join(Series, Series.course_id == Course.id).where(Series.id == number)).one_or_none()
    return Place(*row) if row else None
