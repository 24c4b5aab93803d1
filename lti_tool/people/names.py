"""How people are called in a course, all at once."""
import sqlalchemy as sa
from flask_babel import gettext as _

from ..db import db
from .membership import Membership, name_in_course
from .person import Person


class Names(dict):
    """person id -> shown name. Whoever is gone is called so."""

    def __missing__(self, person_id):
        return _("Somebody who has left")


class NamesOneByOne(Names):
    """Each asked for when it is wanted: for a single note, whose course may have a thousand people."""

    def __init__(self, course_id: int, known: Membership | None = None):
        super().__init__({known.person_id: known.shown_name} if known else {})
        self.course_id = course_id

    def __missing__(self, person_id):
        self[person_id] = name = name_in_course(self.course_id, person_id)
        return name


def names_in(course_id: int) -> Names:
    rows = db.session.execute(sa.select(Person.id, Person.own_name, Person.platform_name, Membership.number)
                              .join(Membership, Membership.person_id == Person.id).where(Membership.course_id == course_id))
    return Names({person: own or sent or _("Participant %(number)s", number=number) for person, own, sent, number in rows})
