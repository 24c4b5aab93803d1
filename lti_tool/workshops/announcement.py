"""What the facilitators of a series tell everybody. The newest stands on the home of the course for two weeks."""
from datetime import timedelta

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..access import Place
from ..db import Instant, Wording, Words, db, now
from ..people import Course
from ..web import Refusal
from .series import Series

TEXT_LIMIT, ANNOUNCEMENTS_AT_MOST = 2000, 200
IS_NEWS = timedelta(days=14)


class TooManyAnnouncements(Refusal):
    status = 409

    def words(self):
        return (_("There are too many announcements"), _("A series keeps at most %(number)s announcements.", number=ANNOUNCEMENTS_AT_MOST),
                _("Delete old ones first. Your text is still here."))


class Announcement(db.Model):
    __tablename__ = "announcement"
    id: Mapped[int] = mapped_column(primary_key=True)
    series_id: Mapped[int] = mapped_column(sa.ForeignKey("series.id", ondelete="CASCADE"), index=True)
    author_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id", ondelete="SET NULL"), index=True)
    text: Mapped[Wording] = mapped_column(Words)
    made_at: Mapped[object] = mapped_column(Instant)
    edited_at: Mapped[object | None] = mapped_column(Instant)
    deleted_at: Mapped[object | None] = mapped_column(Instant)
    series: Mapped[Series] = relationship(lazy="joined", innerjoin=True)
    __table_args__ = {"sqlite_autoincrement": True}

    def in_sight_of(self, viewpoint) -> bool:
        return viewpoint.facilitates or (self.deleted_at is None and self.series.in_sight_of(viewpoint))

    def edit(self, text: Wording) -> None:
        if text != self.text:
            self.text, self.edited_at = text, now()
            self.series.changed()

    def delete(self) -> None:
        self.deleted_at = now()
        self.series.changed()

    def restore(self) -> None:
        """Raises TooManyAnnouncements."""
        if self.deleted_at is not None:
            must_have_room(self.series_id)
        self.deleted_at = None
        self.series.changed()


def make_announcement(series: Series, text: Wording, by: int) -> Announcement:
    """Raises TooManyAnnouncements."""
    must_have_room(series.id)
    announcement = Announcement(series_id=series.id, series=series, author_id=by, text=text, made_at=now())
    db.session.add(announcement)
    db.session.flush()
    series.changed()
    return announcement


def announcements_of(series_id: int, deleted: bool = False) -> list[Announcement]:
    """The newest first."""
    standing = Announcement.deleted_at.is_not(None) if deleted else Announcement.deleted_at.is_(None)
    return list(db.session.scalars(sa.select(Announcement).where(Announcement.series_id == series_id, standing).order_by(Announcement.id.desc())))


def news_of(series_ids) -> dict[int, Announcement]:
    """series -> its newest announcement, unless that is old."""
    newest = (sa.select(sa.func.max(Announcement.id)).where(Announcement.series_id.in_(series_ids), Announcement.deleted_at.is_(None),
                                                            Announcement.made_at > now() - IS_NEWS).group_by(Announcement.series_id))
    return {announcement.series_id: announcement for announcement in db.session.scalars(sa.select(Announcement).where(Announcement.id.in_(newest)))}


def must_have_room(series_id: int) -> None:
    """Raises TooManyAnnouncements."""
    standing = sa.select(sa.func.count()).where(Announcement.series_id == series_id, Announcement.deleted_at.is_(None))
    if db.session.scalar(standing) >= ANNOUNCEMENTS_AT_MOST:
        raise TooManyAnnouncements


def place_of_announcement(number: int) -> Place | None:
    row = db.session.execute(sa.select(Course.id, Course.topic_id).join(Series, Series.course_id == Course.id).join(Announcement, Announcement.series_id == Series.id)
                             .where(Announcement.id == number)).one_or_none()
    return Place(*row) if row else None
