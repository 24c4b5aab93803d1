"""Whom an administrator can invite to the console: people who have been here as facilitators on that platform."""
from typing import NamedTuple

import sqlalchemy as sa

from ..db import db, sort_key
from ..lti.administrator import Administrator, courses_of
from ..lti.platform import Platform
from ..people import FACILITATOR, Membership, Person

SHOWN_AT_MOST = 20


class Candidate(NamedTuple):
    id: int
    name: str | None
    subject: str  # as the platform knows them: for whom it sends no name


def candidates(platform: Platform) -> sa.Select:
    """Who is not an administrator already."""
    facilitated = sa.or_(Membership.launched_as == FACILITATOR, Membership.instructor_once, Membership.is_cofacilitator)
    been_here = sa.exists().where(Membership.person_id == Person.id, Membership.course_id.in_(courses_of(platform)), facilitated)
    known = sa.exists().where(Administrator.person_id == Person.id, Administrator.platform_id == platform.id)
    name = sa.func.coalesce(Person.own_name, Person.platform_name)
    return sa.select(Person.id, name, Person.subject).where(Person.issuer == platform.issuer, been_here, ~known)


def candidates_called(platform: Platform, words: str) -> tuple[list[Candidate], int]:
    """(those whose name holds the words, in order and a few at most; how many there are)."""
    wanted = sort_key(" ".join(words.split()))
    found = [Candidate(*row) for row in db.session.execute(candidates(platform))]
    found = sorted((one for one in found if wanted in sort_key(one.name or one.subject)), key=lambda one: (one.name is None, sort_key(one.name or one.subject), one.id))
    return found[:SHOWN_AT_MOST], len(found)


def is_candidate(platform: Platform, person_id: int) -> bool:
    return db.session.execute(candidates(platform).where(Person.id == person_id)).first() is not None
