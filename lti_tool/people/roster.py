"""Whom the platform lists in a course, whether they have been here or not (LTI names and role provisioning services 2.0).

A roster never changes a role that is known from a launch. Who is no longer listed is marked; what they wrote stays.
"""
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, db


class RosterEntry(db.Model):
    __tablename__ = "roster_entry"
    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(sa.ForeignKey("course.id", ondelete="CASCADE"))
    issuer: Mapped[str]
    subject: Mapped[str]
    name: Mapped[str | None]  # as the platform sends it; None where it sends none
    role: Mapped[str]  # facilitator | participant, as the roster says: only shown where there was no launch
    listed_at: Mapped[object] = mapped_column(Instant)  # when the roster named them last
    left_at: Mapped[object | None] = mapped_column(Instant)  # when a roster first came without them
    __table_args__ = (sa.UniqueConstraint("course_id", "issuer", "subject"), sa.Index(None, "issuer", "subject"), {"sqlite_autoincrement": True})
