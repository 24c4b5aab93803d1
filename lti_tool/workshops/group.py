"""Groups of a workshop: who works with whom, on which part of the board. They guide; nothing is hidden by them."""
from datetime import timedelta
from random import SystemRandom

import sqlalchemy as sa
from flask import current_app
from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, aliased, mapped_column

from ..access import Place
from ..activities import Activity
from ..boards import Board, Column
from ..boards.group_columns import columns_for_groups, let_go_of_group_columns
from ..db import Wording, Words, db, now
from ..people import GroupMember, Membership, Person, groups_of, members_of_group
from ..people.membership import PARTICIPANT
from ..web import Refusal
from .dividing import BY_HAND, OWN, PLATFORM, WAYS, Division, Someone, divide, place_for

NAME_LIMIT, GROUPS_AT_LEAST, GROUPS_AT_MOST = 80, 2, 20
STILL_HERE = timedelta(minutes=20)  # since the last page: visits are noted every ten minutes


class GroupsAreThere(Refusal):
    """They were made by somebody else meanwhile, or the page is an old one."""

    status = 409

    def words(self):
        return (_("There are groups already"), _("Dividing people anew would move those who are working."), _("Take the groups apart first, if that is what you want."))


class NoPlatformGroups(Refusal):
    """Nobody who has been here was in a group of the platform."""

    status = 409

    def words(self):
        return (_("The learning platform has told of no groups"), _("It tells somebody's groups when they open the tool from the course, and none of those who have been here is in one."),
                _("Go back and choose another way, or make the groups once people have come."))


class NoSuchGroup(Refusal):
    status = 409

    def words(self):
        return (_("There is no such group"), _("The groups have been made anew, or taken apart."), _("Load the page again and choose from the groups there are now."))


class Grouping(db.Model):
    """That a workshop works in groups, and how it came to them."""

    __tablename__ = "grouping"
    board_id: Mapped[int] = mapped_column(sa.ForeignKey("board.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    way: Mapped[str]
    apart: Mapped[bool] = mapped_column(default=True, server_default=sa.true())  # each sees their own group's part first; in the plenary all see all


class WorkGroup(db.Model):
    __tablename__ = "work_group"
    id: Mapped[int] = mapped_column(primary_key=True)
    board_id: Mapped[int] = mapped_column(sa.ForeignKey("board.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    name: Mapped[str] = mapped_column(default="", server_default="")
    language: Mapped[str | None]
    questions: Mapped[Wording] = mapped_column(Words, default=Wording, server_default="{}")  # that guide the discussion
    meeting_link: Mapped[str] = mapped_column(sa.String(2000), default="", server_default="")
    note_taker_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id", ondelete="SET NULL"), index=True)
    __table_args__ = {"sqlite_autoincrement": True}

    @property
    def title(self) -> str:
        words = _("Group %(number)s", number=self.number)
        return f"{words} · {self.name}" if self.name else words

    def in_sight_of(self, viewpoint) -> bool:
        return db.session.get(Board, self.board_id).in_sight_of(viewpoint)


class GroupPlace(db.Model):
    """Somebody is in a group; in one of a workshop."""

    __tablename__ = "group_place"
    board_id: Mapped[int] = mapped_column(sa.ForeignKey("board.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True)
    group_id: Mapped[int] = mapped_column(sa.ForeignKey("work_group.id", ondelete="CASCADE"), index=True)


def grouping_of(board: Board) -> Grouping | None:
    return db.session.get(Grouping, board.id) if board.in_groups else None


def work_groups(board_id: int) -> list[WorkGroup]:
    return list(db.session.scalars(sa.select(WorkGroup).filter_by(board_id=board_id).order_by(WorkGroup.number)))


def places(board_id: int) -> dict[int, int]:
    """person -> group."""
    return dict(db.session.execute(sa.select(GroupPlace.person_id, GroupPlace.group_id).where(GroupPlace.board_id == board_id)).all())


def group_of(board_id: int, person_id: int | None) -> WorkGroup | None:
    place = person_id and db.session.get(GroupPlace, (board_id, person_id))
    return db.session.get(WorkGroup, place.group_id) if place else None


def language_of(person: Person, course) -> str:
    spoken = (person.own_language or person.locale or "")[:2]
    return spoken if spoken in current_app.config["LANGUAGES"] else course.languages[0]


def participants(board: Board, only_here: bool) -> list[Someone]:
    """Of the course; `only_here`: who has opened a page in the last minutes."""
    members = sa.select(Membership).where(Membership.course_id == board.course_id)
    if only_here:
        members = members.where(Membership.seen_at > now() - STILL_HERE)
    return [Someone(m.person_id, m.region_id, language_of(m.person, board.course)) for m in db.session.scalars(members.order_by(Membership.id)) if m.role == PARTICIPANT]


def make_groups(board: Board, way: str, number: int, only_here: bool) -> list[WorkGroup]:
    """Divides the participants, and gives each group its part of the board. Raises GroupsAreThere, NoPlatformGroups."""
    if grouping_of(board) is not None:
        raise GroupsAreThere
    if way == PLATFORM:
        names, divided = platform_groups(board)
        if not divided:
            raise NoPlatformGroups
    else:
        names, divided = [], divide(participants(board, only_here), number, way, SystemRandom())
    db.session.add(Grouping(board_id=board.id, way=way if way in WAYS else BY_HAND))
    groups = []
    for place, division in enumerate(divided):
        group = WorkGroup(board_id=board.id, number=place + 1, name=names[place] if place < len(names) else "", language=division.language)
        db.session.add(group)
        db.session.flush()
        db.session.add_all(GroupPlace(board_id=board.id, person_id=someone.person, group_id=group.id) for someone in division.people)
        groups.append(group)
    columns_for_groups(board, [(group.id, group_titles(board, group)) for group in groups])
    return groups


def platform_groups(board: Board) -> tuple[list[str], list[Division]]:
    """Those which the learning platform tells of, with the names that facilitators gave them; each person in the first of theirs."""
    names, divided, taken = [], [], set()
    for platform_group in groups_of(board.course_id)[:GROUPS_AT_MOST]:
        members = [m for m in members_of_group(platform_group.id) if m.role == PARTICIPANT and m.person_id not in taken]
        taken |= {member.person_id for member in members}
        names.append(platform_group.name.best(*board.course.languages).text)
        divided.append(Division([Someone(m.person_id, m.region_id, language_of(m.person, board.course)) for m in members]))
    return names, divided


def group_titles(board: Board, group: WorkGroup) -> Wording:
    """What stands above the group's part of the board, in each language of the course."""
    titles = {}
    for language in board.course.languages:
        with force_locale(language):
            titles[language] = group.title
    return Wording(titles)


def take_groups_apart(board: Board) -> None:
    """What the groups wrote stays where it stands; parts of the board without anything on them go."""
    let_go_of_group_columns(board)
    for noun in (GroupPlace, WorkGroup, Grouping):
        db.session.execute(sa.delete(noun).where(noun.board_id == board.id))


def put_into(board: Board, person_id: int, group_id: int | None) -> WorkGroup | None:
    """None: out of every group. Raises NoSuchGroup."""
    group = db.session.get(WorkGroup, group_id) if group_id else None
    if group_id and (group is None or group.board_id != board.id):
        raise NoSuchGroup
    place = db.session.get(GroupPlace, (board.id, person_id))
    if group is None:
        if place is not None:
            db.session.delete(place)
    elif place is None:
        db.session.add(GroupPlace(board_id=board.id, person_id=person_id, group_id=group.id))
    else:
        place.group_id = group.id
    return group


def place_latecomer(board: Board, membership: Membership) -> WorkGroup | None:
    """Who has no group yet comes to the others of their platform's group, where groups are as there, else into the smallest of their language;
    whoever chooses themselves, or is placed by hand, does not."""
    grouping = grouping_of(board)
    if grouping is None or grouping.way in (OWN, BY_HAND) or membership.role != PARTICIPANT:
        return None
    if known := group_of(board.id, membership.person_id):
        return known
    if grouping.way == PLATFORM and (theirs := where_companions_are(board, membership)):
        return put_into(board, membership.person_id, theirs)
    sizes = dict(db.session.execute(sa.select(GroupPlace.group_id, sa.func.count()).where(GroupPlace.board_id == board.id).group_by(GroupPlace.group_id)).all())
    best = place_for(language_of(membership.person, board.course), [(group.id, group.language, sizes.get(group.id, 0)) for group in work_groups(board.id)])
    return put_into(board, membership.person_id, best) if best else None


def where_companions_are(board: Board, membership: Membership) -> int | None:
    """The group with most people from the same group of the platform: it tells of somebody's groups only when they come, and that may be later."""
    companion, own = aliased(GroupMember), aliased(GroupMember)
    return db.session.scalar(
        sa.select(GroupPlace.group_id).join(Membership, Membership.person_id == GroupPlace.person_id).join(companion, companion.membership_id == Membership.id)
        .join(own, own.group_id == companion.group_id).where(GroupPlace.board_id == board.id, own.membership_id == membership.id)
        .group_by(GroupPlace.group_id).order_by(sa.func.count().desc(), GroupPlace.group_id).limit(1))


def columns_of_groups(board: Board) -> dict[int, Column]:
    """group -> the first column of its part of the board that is on the paper."""
    found: dict[int, Column] = {}
    for column in board.columns_on_paper():
        if column.group_id:
            found.setdefault(column.group_id, column)
    return found


def place_of_group(number: int) -> Place | None:
    row = db.session.execute(sa.select(Activity.course_id, Activity.topic_id).join(WorkGroup, WorkGroup.board_id == Activity.id).where(WorkGroup.id == number)).one_or_none()
    return Place(*row) if row else None
