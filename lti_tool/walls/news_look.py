"""When somebody last looked at what is new for them in a course. What they looked at stays for the visit, and is counted no more."""
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, db
from ..people.membership import NEW_VISIT_AFTER, Membership


class NewsLook(db.Model):
    __tablename__ = "news_look"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"))
    course_id: Mapped[int] = mapped_column(sa.ForeignKey("course.id", ondelete="CASCADE"), index=True)
    looked_at: Mapped[object] = mapped_column(Instant)
    before_at: Mapped[object] = mapped_column(Instant)  # the look of the visit before, or their arrival
    __table_args__ = (sa.UniqueConstraint("person_id", "course_id"), {"sqlite_autoincrement": True})


class Since(NamedTuple):
    shown: object  # what is later is shown
    fresh: object  # and what is later than this was not looked at yet


def look_of(membership: Membership) -> NewsLook | None:
    return db.session.scalar(sa.select(NewsLook).filter_by(person_id=membership.person_id, course_id=membership.course_id))


def last_look(membership: Membership):
    """What is later counts as new. Who has never looked hears of everything since they came."""
    look = look_of(membership)
    return look.looked_at if look else membership.arrived_at


def look_at_news(membership: Membership, at) -> Since:
    """Remembers the look. Opened again in the same visit, or on another device, the page shows the same and more."""
    look = look_of(membership)
    if look is None:
        look = NewsLook(person_id=membership.person_id, course_id=membership.course_id, looked_at=membership.arrived_at, before_at=membership.arrived_at)
        db.session.add(look)
    elif at - look.looked_at > NEW_VISIT_AFTER:
        look.before_at = look.looked_at
    fresh, look.looked_at = look.looked_at, at
    return Since(look.before_at, fresh)
