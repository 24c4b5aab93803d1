"""What the platform holds: two courses with the links that are always in them, copies of them, and who is in which.
Texts are those a teacher typed: Finnish only."""

from typing import NamedTuple

from ..people import CAST, PEOPLE
from ..texts import BOARDS, COURSE
from ..texts_module import LINK, LINK_TITLE
from ..texts_walls import WALLS
from .course_copy import copies
from .link import Link, added_to, in_order


class Section(NamedTuple):
    title: str
    links: tuple


class Group(NamedTuple):
    id: str  # which is all that a launch tells of it
    name: str
    members: tuple  # keys of people


class Course(NamedTuple):
    id: str
    label: str
    title: str
    text: str
    members: tuple  # keys of the cast
    sections: tuple
    groups: tuple = ()
    others: tuple = ()  # people who are enrolled and whom nobody can be
    large: bool = False  # can be made large by the demo's settings
    history: tuple = ()  # the courses it was copied from, the nearest first

    @property
    def base(self):
        """The built-in course from which all of it comes; its own id for a built-in one."""
        return self.history[-1] if self.history else self.id

    @property
    def links(self):
        return [link for section in self.sections for link in section.links]

    def groups_of(self, person):
        return [group for group in self.groups if person.key in group.members]


HOME = {"opens": "home"}  # custom parameter of a link that opens the course's home


def workshop_links():
    for board in BOARDS:
        if board.kind == "workshop":
            yield Link(board.link, board.title["fi"], f"Työpaja {board.number}/8", "board")


def board_links():
    for board in BOARDS:
        if board.kind == "board":
            yield Link(board.link, board.title["fi"], "Aina auki", "talk")


def wall_links():
    for _name, link, title, *_more in WALLS:
        yield Link(link, title, "Seinä, aina auki", "talk")


def module_link():
    return Link(LINK, LINK_TITLE, "Valmennus, omaan tahtiin", "board")


COURSES = (
    Course(
        id="1",
        label="KEHVERK",
        title=COURSE["title"]["fi"],
        text="Kehitämme sosiaalihuollon kirjaamista yhdessä, kukin omalla alueellaan. "
             "Verkosto kokoontuu etänä kahdeksan kertaa, ja työtila on auki koko ajan.",
        members=("aino", "orjan", "marja", "otto"),
        sections=(
            Section("Tervetuloa", (Link("1", "Työtila", "Kaikki verkoston työpajat ja taulut", "home", HOME),)),
            Section("Työpajat", tuple(workshop_links())),
            Section("Työpajojen välillä", (*board_links(), *wall_links(), module_link())),
            Section("Tekeillä", (Link("9", "Uusi linkki", "Tälle ei ole vielä valittu sisältöä", "new"),)),
        ),
        groups=(
            Group("1", "Pienryhmä A", ("aino", "orjan", "hilkka", "paivikki", "jarkko", "noora", "samira", "gunilla", "camilla", "majlen")),
            Group("2", "Ruotsinkieliset", ("orjan", "gunilla", "benita", "kjell", "camilla", "johanna", "torbjorn", "majlen")),
        ),
        others=PEOPLE,
        large=True,
    ),
    Course(
        id="2",
        label="TOINEN",
        title="Toinen verkosto",
        text="Toisen verkoston oma kurssi. Täältä ei näe, mitä muilla kursseilla tehdään.",
        members=("eeva",),
        sections=(
            Section("Tervetuloa", (Link("21", "Työtila", "Verkoston yhteinen työtila", "home", HOME),)),
            Section("Tekeillä", (Link("22", "Uusi linkki", "Tälle ei ole vielä valittu sisältöä", "new"),)),
        ),
    ),
)


def all_courses():
    """The built-in courses and their copies, with what teachers added."""
    return [_with_added(course) for course in (*COURSES, *map(_course_of, copies()))]


def _course_of(copy):
    # A copy's links are all its own: only its sections are those of the course from which all of it comes.
    base = next(course for course in COURSES if course.id == copy.base)
    return base._replace(
        id=copy.id, label=copy.label, title=copy.title, history=copy.history,
        sections=tuple(Section(section.title, ()) for section in base.sections),
        groups=tuple(group._replace(id=copy.group(group.id)) for group in base.groups),
    )


def _with_added(course):
    added = added_to(course.id)
    return course._replace(sections=tuple(Section(title, tuple(in_order(title, links, added))) for title, links in course.sections))


def find_course(id):
    return next((course for course in all_courses() if course.id == id), None)


def find_link(id):
    """The course and the link, or (None, None)."""
    return next(((course, link) for course in all_courses() for link in course.links if link.id == id), (None, None))


def find_person(key):
    return next((person for person in CAST if person.key == key), None)


def course_of(person):
    return next(course for course in COURSES if person.key in course.members)


def courses_of(person):
    return [course for course in all_courses() if person.key in course.members]


def members_of(course):
    return [person for person in CAST if person.key in course.members]
