"""A link's own random token: what links that carry it open in this course. Given out with a link, and handed on when the course is copied."""
import secrets

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..db import Instant, db, now
from .activity import Activity


class LinkToken(db.Model):
    __tablename__ = "link_token"
    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(sa.ForeignKey("course.id", ondelete="CASCADE"))
    token: Mapped[str] = mapped_column(sa.String(64))
    activity_id: Mapped[int | None] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"), index=True)  # None: the course's home
    made_at: Mapped[object] = mapped_column(Instant)
    activity: Mapped[Activity | None] = relationship()
    __table_args__ = (sa.UniqueConstraint("course_id", "token"), {"sqlite_autoincrement": True})


def give_token(course_id: int, activity_id: int | None) -> str:
    """For one new link. Writes."""
    token = secrets.token_urlsafe(24)
    db.session.add(LinkToken(course_id=course_id, token=token, activity_id=activity_id, made_at=now()))
    return token


def is_given(course_id: int, token: str) -> bool:
    """Whether it was given out in the course, or handed on to it."""
    return db.session.scalar(sa.select(sa.exists().where(LinkToken.course_id == course_id, LinkToken.token == token)))


def opened_by(course_id: int, token: str | None) -> int | None:
    """The activity that links with this token open in the course; None when they open its home, or the token is not known there."""
    return token and db.session.scalar(sa.select(LinkToken.activity_id).filter_by(course_id=course_id, token=token))


def hand_on(source_id: int, course_id: int, copies: dict[int, int]) -> None:
    """In a copied course the same tokens open the copies. `copies`: activity of the source -> its copy here. Writes."""
    known = set(db.session.scalars(sa.select(LinkToken.token).filter_by(course_id=course_id)))
    given = db.session.execute(sa.select(LinkToken.token, LinkToken.activity_id).where(LinkToken.course_id == source_id, LinkToken.activity_id.in_(copies)))
    db.session.add_all(LinkToken(course_id=course_id, token=token, activity_id=copies[activity_id], made_at=now())
                       for token, activity_id in given if token not in known)
