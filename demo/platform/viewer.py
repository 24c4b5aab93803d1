"""Who looks at a page of the platform, and as what. All of it is in the address, never in a cookie:
so several people can be in several tabs at once."""

from typing import NamedTuple

from flask import abort, request, url_for

from ..people import ADMIN, PARTICIPANT, Person
from .courses import course_of, find_course, find_link, find_person
from .problem import Problem


class Viewer(NamedTuple):
    person: Person
    as_student: bool

    @property
    def can_switch(self):
        return self.person.role != PARTICIPANT

    @property
    def teaches(self):
        """May change the courses they are in; not while they look as a student."""
        return self.can_switch and not self.as_student

    @property
    def administers(self):
        return self.person.role == ADMIN and not self.as_student


def viewer():
    """The person of the address; 404 when the cast has no such person."""
    person = find_person(request.view_args["person"]) or abort(404)
    return Viewer(person, request.args.get("role") == "student" and person.role != PARTICIPANT)


def teacher():
    me = viewer()
    if not me.teaches:
        raise Problem("only_teachers", 403, own_course(me.person))
    return me


def administrator():
    me = viewer()
    if not me.administers:
        raise Problem("only_administrators", 403, own_course(me.person))
    return me


def course_for(person, id):
    return _checked(person, find_course(id) or abort(404))


def link_for(person, id):
    course, link = find_link(id)
    return _checked(person, course or abort(404)), link


def own_course(person):
    return url_for("pages.course", person=person.key, course=course_of(person).id)


def _checked(person, course):
    if person.key not in course.members:
        raise Problem("not_in_course", 403, own_course(person), person=person.name, course=course.title)
    return course
