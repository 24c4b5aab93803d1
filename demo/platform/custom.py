"""Custom parameters as Moodle 4.5 sends them: a variable is filled in only when it is the whole value, and a key arrives twice when it is
not written as Moodle would write it."""

import re
from typing import NamedTuple

from ..people import PARTICIPANT, Person
from .courses import Course
from .enrolment import email_of
from .link import Link


class Setting(NamedTuple):
    """In what a variable gets its value."""

    person: Person
    as_student: bool
    course: Course
    link: Link | None
    shares_name: bool
    shares_email: bool


def of_link(read):
    # Where there is no link yet, Moodle sends null.
    return lambda setting: read(setting.link) if setting.link else None


def of_name(read):
    return lambda setting: read(setting.person) if setting.shares_name else None


VARIABLES = {
    "Context.id": lambda setting: setting.course.id,
    "Context.title": lambda setting: setting.course.title,
    "Context.label": lambda setting: setting.course.label,
    "Context.id.history": lambda setting: ",".join(setting.course.history),
    "CourseSection.title": lambda setting: setting.course.title,
    "CourseSection.label": lambda setting: setting.course.label,
    "CourseSection.timeFrame.begin": lambda setting: "",
    "CourseSection.timeFrame.end": lambda setting: "",
    "ResourceLink.id": of_link(lambda link: link.id),
    "ResourceLink.title": of_link(lambda link: link.title),
    "ResourceLink.description": of_link(lambda link: link.description),
    "User.id": lambda setting: setting.person.sub,
    # Moodle gives this one even where it may give no name: a tool had better not ask for it.
    "User.username": lambda setting: setting.person.key,
    "Person.name.full": of_name(lambda person: person.name),
    "Person.name.given": of_name(lambda person: person.given),
    "Person.name.family": of_name(lambda person: person.family),
    "Person.email.primary": lambda setting: email_of(setting.person) if setting.shares_email else None,
    "Membership.role": lambda setting: "Learner" if setting.as_student or setting.person.role == PARTICIPANT else "Instructor",
    "Moodle.Person.userGroupIds": lambda setting: ",".join(group.id for group in setting.course.groups_of(setting.person)),
}


def custom_claim(setting, tool):
    """The link's own parameters, then the tool's: no teacher can overwrite those."""
    own = setting.link.custom if setting.link else {}
    return {**filled_in(own, setting), **filled_in(tool.custom, setting)}


def filled_in(parameters, setting):
    filled = {}
    for key, value in parameters.items():
        variable = VARIABLES.get(value[1:]) if value.startswith("$") else None
        filled[moodles_key(key)] = filled[key] = variable(setting) if variable else value
    return filled


def moodles_key(key):
    return re.sub(r"[^a-z0-9]", "_", key.strip().lower())
