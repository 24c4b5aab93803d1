"""Everybody of a course in one list: who has been here, who is listed by the platform and has never been here, who is no longer listed."""
from typing import NamedTuple

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import contains_eager

from ..db import db, sort_key
from .group import groups_of_members
from .membership import FACILITATOR, Membership
from .person import Person
from .roster import RosterEntry

HERE, NOT_YET, LEFT = STATES = ("here", "not-yet", "left")


class Somebody(NamedTuple):
    """`membership` is None for whom only the platform knows; their role is then what the roster says."""

    state: str
    name: str  # as it is shown, in the reader's language
    has_name: bool
    role: str
    is_listed: bool  # by the platform, now
    left_at: object | None
    groups: tuple[int, ...] = ()
    membership: Membership | None = None

    def in_order(self):
        """Facilitators first; then by name, and those without one by number."""
        name, number = sort_key(self.name) if self.has_name else "", self.membership.number if self.membership else 0
        return STATES.index(self.state), self.role != FACILITATOR, not self.has_name, name, number

    def is_called(self, words: list[str]) -> bool:
        """Whether all these words (as sort_key has them) are in the name."""
        name = sort_key(self.name)
        return all(word in name for word in words)


def everybody_of(course_id: int) -> list[Somebody]:
    """In three statements, however many there are."""
    groups = groups_of_members(course_id)
    return sorted([*members_of(course_id, groups), *never_here(course_id)], key=Somebody.in_order)


def members_of(course_id: int, groups: dict[int, list[int]]):
    listed = sa.and_(RosterEntry.course_id == Membership.course_id, RosterEntry.issuer == Person.issuer, RosterEntry.subject == Person.subject)
    for membership, entry, left_at in db.session.execute(
            sa.select(Membership, RosterEntry.id, RosterEntry.left_at).join(Membership.person).outerjoin(RosterEntry, listed)
            .where(Membership.course_id == course_id).options(contains_eager(Membership.person))):
        yield Somebody(LEFT if left_at else HERE, membership.shown_name, bool(membership.person.given_name), membership.role,
                       entry is not None and left_at is None, left_at, tuple(groups.get(membership.id, ())), membership)


def never_here(course_id: int):
    came = sa.exists().where(Membership.course_id == RosterEntry.course_id, Membership.person_id == Person.id,
                             Person.issuer == RosterEntry.issuer, Person.subject == RosterEntry.subject)
    nameless = _("Somebody without a name")
    for name, role, left_at in db.session.execute(sa.select(RosterEntry.name, RosterEntry.role, RosterEntry.left_at)
                                                  .where(RosterEntry.course_id == course_id, ~came)):
        yield Somebody(LEFT if left_at else NOT_YET, name or nameless, bool(name), role, left_at is None, left_at)


class Counts(NamedTuple):
    everybody: int
    here: int
    not_yet: int
    left: int
    listed: int  # by the platform, now
    listed_here: int  # of these, who has been here


def counts_of(everybody: list[Somebody]) -> Counts:
    states = [somebody.state for somebody in everybody]
    listed = [somebody for somebody in everybody if somebody.is_listed]
    return Counts(len(states), *(states.count(state) for state in STATES), len(listed), sum(somebody.state == HERE for somebody in listed))


def those(everybody: list[Somebody], state: str = "", called: str = "", group: int | None = None) -> list[Somebody]:
    """Of everybody those in that state, with these words in their name, in that group; what is empty is not asked for."""
    words = sort_key(called).split()
    return [somebody for somebody in everybody
            if (not state or somebody.state == state) and (group is None or group in somebody.groups) and somebody.is_called(words)]
