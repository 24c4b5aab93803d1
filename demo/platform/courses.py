"""What the platform holds: two courses, who is in them, and the links to the tool. Texts are those a teacher typed: Finnish only."""

from typing import NamedTuple

from ..people import CAST
from ..texts import BOARDS, COURSE


class Link(NamedTuple):
    id: str  # the resource link id of the launch; ids are the whole platform's, as in Moodle
    title: str
    description: str
    icon: str
    custom: dict = {}


class Section(NamedTuple):
    title: str
    links: tuple


class Course(NamedTuple):
    id: str
    label: str
    title: str
    text: str
    members: tuple  # keys of the cast
    sections: tuple

    @property
    def links(self):
        return [link for section in self.sections for link in section.links]


HOME = {"opens": "course"}  # custom parameter of a link that opens the course's home


def workshop_links():
    for board in BOARDS:
        if board.kind == "workshop":
            yield Link(board.link, board.title["fi"], f"Työpaja {board.number}/8", "board")


def board_links():
    for board in BOARDS:
        if board.kind == "board":
            yield Link(board.link, board.title["fi"], "Aina auki", "talk")


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
            Section("Työpajojen välillä", tuple(board_links())),
            Section("Tekeillä", (Link("9", "Uusi linkki", "Tälle ei ole vielä valittu sisältöä", "new"),)),
        ),
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


def find_course(id):
    return next((course for course in COURSES if course.id == id), None)


def find_link(id):
    """The course and the link, or (None, None)."""
    return next(((course, link) for course in COURSES for link in course.links if link.id == id), (None, None))


def find_person(key):
    return next((person for person in CAST if person.key == key), None)


def course_of(person):
    return next(course for course in COURSES if person.key in course.members)


def members_of(course):
    return [person for person in CAST if person.key in course.members]
