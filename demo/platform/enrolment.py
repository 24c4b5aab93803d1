"""Who is enrolled in a course, and as what the roster calls them. In the large course there are two thousand people more.

Saga is a teacher who may not edit: Moodle's roster calls such people learners, while their tokens would say Instructor.
"""

from functools import cache
from typing import NamedTuple

from ..people import PARTICIPANT, Person
from .courses import members_of
from .options import LARGE_COURSE, is_on

LEARNER, INSTRUCTOR = "Learner", "Instructor"
MAY_NOT_EDIT = ("saga",)
LARGE = 2000
GIVEN = ("Aada", "Bertta", "Daniel", "Eemeli", "Frans", "Greta", "Heikki", "Ida", "Juhani", "Kerttu", "Leevi", "Minna", "Niilo", "Oona",
         "Petra", "Rauha", "Simo", "Tyyne", "Ulla", "Valma")
BEGINNINGS = ("Haavi", "Joki", "Kallio", "Lehti", "Mänty", "Niemi", "Paju", "Sammal", "Tuomi", "Varpu")
ENDS = ("harju", "kangas", "lampi", "luoto", "mäki", "niitty", "pelto", "ranta", "saari", "vuori")


class Enrolled(NamedTuple):
    person: Person
    role: str

    @property
    def can_be_graded(self):
        """Participants are; neither any teacher nor an administrator is."""
        return self.person.role == PARTICIPANT


def enrolled_in(course):
    """Sorted by family name, as Moodle's roster is."""
    people = [*members_of(course), *course.others, *(two_thousand() if course.large and is_on(LARGE_COURSE) else ())]
    return sorted((Enrolled(person, role_in_roster(person)) for person in people), key=lambda one: (one.person.family, one.person.given))


def role_in_roster(person):
    return LEARNER if person.role == PARTICIPANT or person.key in MAY_NOT_EDIT else INSTRUCTOR


@cache
def two_thousand():
    """Invented, always the same."""
    names = [(given, beginning + end) for given in GIVEN for beginning in BEGINNINGS for end in ENDS]
    return [Person(f"many{number}", str(1000 + number), given, family, "Uusimaa") for number, (given, family) in enumerate(names[:LARGE], 1)]


def email_of(person):
    return f"{person.key}@demo.invalid"
