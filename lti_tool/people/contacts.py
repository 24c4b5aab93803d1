"""Whom to ask, and which platform a course comes from."""
import sqlalchemy as sa
from flask import current_app, g

from ..db import db
from .course import Course, CourseContext
from .organisation import Organisation, help_contact_at, organisation_of


def organisation_on_page(course: Course) -> Organisation:
    """For templates: asked once for a page, however many of its parts say it."""
    known = g.setdefault("organisations", {})
    if course.id not in known:
        known[course.id] = organisation_of(course)
    return known[course.id]


def help_contact_on_page(course: Course) -> str:
    return help_contact_at(organisation_on_page(course))


def contact_of(organisation: Organisation | None, what: str) -> str:
    """Whom to ask about `what` (help_contact, accessibility_contact, privacy_contact): the organisation's own, else that of the settings, else who helps.

    Empty where nobody is named: then it is the course's facilitators.
    """
    config = current_app.config
    own, helps = (getattr(organisation, what), organisation.help_contact) if organisation else ("", "")
    return own or config[what.upper()] or helps or config["HELP_CONTACT"]


def keys_of(course: Course) -> tuple[str | None, str | None]:
    """(issuer, client) of the platform it came from first; None for a course whose contexts an operator has joined to another one."""
    keys = sa.select(CourseContext.issuer, CourseContext.client_id).filter_by(course_id=course.id).order_by(CourseContext.id).limit(1)
    return tuple(db.session.execute(keys).one_or_none() or (None, None))
