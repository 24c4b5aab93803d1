"""A group of the platform. It sends numbers without names (in Moodle `$Moodle.Person.userGroupIds`); a facilitator names each once."""
import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, Wording, Words, db, now
from .membership import Membership
from .person import Person
from .roster import RosterEntry

NAME_LIMIT = 80
GROUPS_AT_MOST = 500  # of one course


class PlatformGroup(db.Model):
    __tablename__ = "platform_group"
    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(sa.ForeignKey("course.id", ondelete="CASCADE"))
    number: Mapped[str]  # the platform's id of the group
    name: Mapped[Wording] = mapped_column(Words)  # empty until a facilitator has named it
    found_at: Mapped[object] = mapped_column(Instant)
    __table_args__ = (sa.UniqueConstraint("course_id", "number"), {"sqlite_autoincrement": True})

    def shown_name(self, *reading: str) -> str:
        """In the first of these languages that has one; until it has a name, by its number."""
        return str(self.name.best(*reading)) or _("Group %(number)s", number=self.number)

    def rename(self, name: Wording) -> None:
        self.name = name


class GroupMember(db.Model):
    """Somebody was in the group at their latest launch."""

    __tablename__ = "group_member"
    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[int] = mapped_column(sa.ForeignKey("platform_group.id", ondelete="CASCADE"))
    membership_id: Mapped[int] = mapped_column(sa.ForeignKey("membership.id", ondelete="CASCADE"), index=True)
    __table_args__ = (sa.UniqueConstraint("group_id", "membership_id"),)


def take_groups(membership: Membership, numbers: tuple[str, ...] | None) -> None:
    """The person's groups become those that their launch names; None: the platform does not say, and nothing changes. Writes."""
    if numbers is None:
        return
    before = dict(db.session.execute(sa.select(PlatformGroup.number, GroupMember.id).join(GroupMember, GroupMember.group_id == PlatformGroup.id)
                                     .where(GroupMember.membership_id == membership.id)).all())
    if before.keys() == set(numbers):
        return
    if gone := [row for number, row in before.items() if number not in numbers]:
        db.session.execute(sa.delete(GroupMember).where(GroupMember.id.in_(gone)).execution_options(synchronize_session=False))
    if new := [number for number in numbers if number not in before]:
        if rows := [dict(group_id=group, membership_id=membership.id) for group in numbered(membership.course_id, new)]:
            db.session.execute(sa.insert(GroupMember), rows)


def numbered(course_id: int, numbers: list[str]) -> list[int]:
    """The groups with these numbers; those that are new are made, as long as the course has room for more."""
    known = groups_with(course_id, numbers)
    if new := [number for number in numbers if number not in known]:
        room = GROUPS_AT_MOST - db.session.scalar(sa.select(sa.func.count()).select_from(PlatformGroup).filter_by(course_id=course_id))
        if rows := [dict(course_id=course_id, number=number, name=Wording(), found_at=now()) for number in new[:max(room, 0)]]:
            db.session.execute(sa.insert(PlatformGroup), rows)
            known = groups_with(course_id, numbers)
    return list(known.values())


def groups_with(course_id: int, numbers: list[str]) -> dict[str, int]:
    return dict(db.session.execute(sa.select(PlatformGroup.number, PlatformGroup.id).where(PlatformGroup.course_id == course_id, PlatformGroup.number.in_(numbers)))
                .all())


def groups_of(course_id: int) -> list[PlatformGroup]:
    """By their numbers, as the platform gave them: the earlier first."""
    groups = db.session.scalars(sa.select(PlatformGroup).filter_by(course_id=course_id))
    return sorted(groups, key=lambda group: (not group.number.isdecimal(), len(group.number) if group.number.isdecimal() else 0, group.number))


def members_of_group(group_id: int) -> list[Membership]:
    """Those who were in it at their latest launch and have not left the course, by their numbers in it."""
    return list(db.session.scalars(sa.select(Membership).join(GroupMember).where(GroupMember.group_id == group_id, ~has_left()).order_by(Membership.number)))


def has_left():
    """Of a membership: whether the platform no longer lists them in the course."""
    return sa.exists().where(RosterEntry.course_id == Membership.course_id, RosterEntry.left_at.is_not(None), RosterEntry.issuer == Person.issuer,
                             RosterEntry.subject == Person.subject, Person.id == Membership.person_id)


def groups_of_members(course_id: int) -> dict[int, list[int]]:
    """membership id -> the ids of their groups, of everybody in the course."""
    found: dict[int, list[int]] = {}
    for membership, group in db.session.execute(sa.select(GroupMember.membership_id, GroupMember.group_id).join(PlatformGroup)
                                                .where(PlatformGroup.course_id == course_id).order_by(GroupMember.id)):
        found.setdefault(membership, []).append(group)
    return found
