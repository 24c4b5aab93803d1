"""Somebody arrives in a course: finds or makes the person, the course and the membership, and takes over what the platform says."""
from dataclasses import dataclass

import sqlalchemy as sa
from flask import current_app
from sqlalchemy.orm.attributes import set_committed_value

from ..db import after_commit, db, now
from ..mail import is_address, mail_is_set_up
from .course import course_of_context
from .listed import make_first_lists
from .membership import FACILITATOR, PARTICIPANT, Membership
from .person import DISPLAY_NAME_LIMIT, Person


@dataclass(frozen=True)
class Arrival:
    """What a verified launch says. `context_id` is "link:<resource link>" where the platform names no context."""

    issuer: str
    client_id: str
    deployment_id: str
    subject: str
    context_id: str
    course_title: str
    as_facilitator: bool
    as_admin: bool
    name: str | None = None
    locale: str | None = None
    email: str | None = None  # as the platform sends it; kept only where mail is set up


def arrive(arrival: Arrival, administers=lambda person_id, as_admin: as_admin) -> Membership:
    """The membership as it is after this arrival. `administers(person id, what launch and settings say)`: whether they are a course admin.

    Writes; call it inside a transaction.
    """
    at = now()
    person = arrive_person(arrival, at)
    course = course_of_context(arrival.issuer, arrival.client_id, arrival.deployment_id, arrival.context_id, arrival.course_title)
    as_admin = administers(person.id, arrival.as_admin or f"{arrival.issuer} {arrival.subject}" in current_app.config["COURSE_ADMINS"])
    membership = db.session.scalar(sa.select(Membership).filter_by(course_id=course.id, person_id=person.id))
    if membership is None:
        db.session.refresh(course, with_for_update=True)  # two newcomers must not get one number
        membership = Membership(course_id=course.id, person=person, number=course.next_number(), arrived_at=at, seen_at=at,
                                launched_as=FACILITATOR if arrival.as_facilitator else PARTICIPANT, instructor_once=False,
                                is_cofacilitator=False)
        db.session.add(membership)
    set_committed_value(membership, "course", course)  # or whoever asks for it next would ask the database again
    if not course.has_lists:
        make_first_lists(course)
    role, person_id = membership.role, person.id
    membership.launched(arrival.as_facilitator, as_admin, at)
    db.session.flush()
    if membership.role != role:
        notifier = current_app.extensions["notifier"]
        after_commit(lambda: notifier.recheck(person=person_id))
    return membership


def arrive_person(arrival: Arrival, at) -> Person:
    person = db.session.scalar(sa.select(Person).filter_by(issuer=arrival.issuer, subject=arrival.subject))
    if person is None:
        person = Person(issuer=arrival.issuer, subject=arrival.subject, arrived_at=at)
        db.session.add(person)
    person.platform_name = (arrival.name or "").strip()[:DISPLAY_NAME_LIMIT] or None
    person.locale = arrival.locale
    person.email = arrival.email if mail_is_set_up() and is_address(arrival.email) else None
    db.session.flush()
    return person


def forget_addresses() -> None:
    """Where mail is no longer set up, those that were kept for it."""
    if not mail_is_set_up():
        db.session.execute(sa.update(Person).where(Person.email.is_not(None)).values(email=None).execution_options(synchronize_session=False))
