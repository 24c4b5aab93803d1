"""A group of the platform. It sends numbers without names (in Moodle `$Moodle.Person.userGroupIds`); a facilitator names each once."""
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, Wording, Words, db

NAME_LIMIT = 80


class PlatformGroup(db.Model):
    __tablename__ = "platform_group"
    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(sa.ForeignKey("course.id", ondelete="CASCADE"))
    number: Mapped[str]  # the platform's id of the group
    name: Mapped[Wording] = mapped_column(Words)  # empty until a facilitator has named it
    found_at: Mapped[object] = mapped_column(Instant)
    __table_args__ = (sa.UniqueConstraint("course_id", "number"), {"sqlite_autoincrement": True})


class GroupMember(db.Model):
    """Somebody was in the group at their latest launch."""

    __tablename__ = "group_member"
    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[int] = mapped_column(sa.ForeignKey("platform_group.id", ondelete="CASCADE"))
    membership_id: Mapped[int] = mapped_column(sa.ForeignKey("membership.id", ondelete="CASCADE"), index=True)
    __table_args__ = (sa.UniqueConstraint("group_id", "membership_id"),)
