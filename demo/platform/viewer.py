"""Who looks at a page of the platform, as what and in which language. All of it is in the address, never in a cookie:
so several people can be in several tabs at once."""

from typing import NamedTuple

from flask import abort, request

from ..people import PARTICIPANT, Person
from .courses import find_course, find_link, find_person
from .words import LANGUAGES

KEPT = ("lang", "role")  # choices that the page's links carry on


class Viewer(NamedTuple):
    person: Person
    as_student: bool

    @property
    def can_switch(self):
        return self.person.role != PARTICIPANT


class NotInThisCourse(Exception):
    def __init__(self, person, course):
        self.person, self.course = person, course


def viewer():
    """The person of the address; 404 when the cast has no such person."""
    person = find_person(request.view_args["person"]) or abort(404)
    return Viewer(person, request.args.get("role") == "student" and person.role != PARTICIPANT)


def course_for(person, id):
    return _checked(person, find_course(id) or abort(404))


def link_for(person, id):
    course, link = find_link(id)
    return _checked(person, course or abort(404)), link


def _checked(person, course):
    if person.key not in course.members:
        raise NotInThisCourse(person, course)
    return course


def language():
    """Chosen in the address, else the person's own, else the browser's, else Finnish."""
    if request.args.get("lang") in LANGUAGES:
        return request.args["lang"]
    person = find_person((request.view_args or {}).get("person"))
    return person.locale if person else request.accept_languages.best_match(list(LANGUAGES), "fi")


def keep_choices(endpoint, values):
    """Lets every link of a page carry the choices on; `role=None` in a link drops one."""
    if endpoint != "static":
        for name in KEPT:
            values.setdefault(name, request.args.get(name))
