"""What all pages of the console have in common: where one came from, where else one can go, and lists in pages."""
from typing import NamedTuple

import sqlalchemy as sa
from flask import render_template, request

from ..access import the_person
from ..access.operator import is_operator
from ..db import db
from ..lti.administrator import Administrator
from ..lti.platform import Platform
from ..people import Course, Membership, Person
from ..web import thing_number

ON_A_PAGE = 50


def page(template: str, platform: Platform | None = None, **values) -> str:
    person = the_person()
    operates = is_operator(person)
    return render_template(f"console/{template}.html", platform=platform, operates=operates, own_course=last_course_of(person),
                           has_several=operates or administered_by(person) > 1, saved="saved" in request.args, **values)


def last_course_of(person: Person) -> Course | None:
    """The course they were in last: the way back."""
    return db.session.scalar(sa.select(Course).join(Membership, Membership.course_id == Course.id).where(Membership.person_id == person.id)
                             .order_by(Membership.seen_at.desc(), Membership.id.desc()).limit(1))


def administered_by(person: Person) -> int:
    return db.session.scalar(sa.select(sa.func.count()).select_from(Administrator).where(Administrator.person_id == person.id))


class Stretch(NamedTuple):
    """Some of a long list, the newest first."""

    rows: list
    older_than: int | None  # the number behind which the next page begins; None: this is the end
    is_first: bool


def stretch_of(wanted: sa.Select, noun: type) -> Stretch:
    """The page that the address asks for (`before`)."""
    before = request.args.get("before", type=thing_number)
    if before:
        wanted = wanted.where(noun.id < before)
    rows = list(db.session.scalars(wanted.order_by(noun.id.desc()).limit(ON_A_PAGE + 1)))
    return Stretch(rows[:ON_A_PAGE], rows[ON_A_PAGE - 1].id if len(rows) > ON_A_PAGE else None, not before)
