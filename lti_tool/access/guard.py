"""Load and check in one step. Out of sight is 404; in sight but not allowed is 403."""
from collections.abc import Callable
from typing import NamedTuple

import sqlalchemy as sa
from flask import abort, current_app, g, request

from ..db import db, writing
from ..live import Viewer, lock_topic
from ..people import Course, Membership
from ..people.membership import membership_of
from ..web import checked, current_language
from .policy import Action, allows
from .visit import the_person


class Place(NamedTuple):
    """Where a thing belongs: the course whose members may see it, and the topic under whose lock it changes."""

    course_id: int
    topic_id: int


def permission_parent(app, noun: type, place_of: Callable[[int], Place | None]) -> None:
    """Registers where a kind of thing belongs: `place_of(id)` asks the database, or answers None."""
    app.extensions["permission_parents"][noun] = place_of


def place_of_course(number: int) -> Place | None:
    topic = db.session.scalar(sa.select(Course.topic_id).where(Course.id == number))
    return Place(number, topic) if topic else None


def find(noun: type, number: int, to: Action):
    """The thing, when the person who asks may do that with it. In a write its topic is locked before it is read.

    Rooms above may refuse the writes of participants (`may_write`: a check raises its refusal).
    A facilitator who reads may look on as a participant (`?as=participant`; whatever stands there, it shows less): `here()` is then nobody in particular.
    """
    person = the_person()
    place = current_app.extensions["permission_parents"][noun](number)
    membership = place and membership_of(place.course_id, person.id)
    if not membership:
        abort(404)
    g.membership = membership
    g.last_seen[Membership] = (membership.id, membership.seen_at)
    g.viewer = Viewer(place.topic_id, place.course_id, person.id, membership.role, current_language())
    if writing():
        lock_topic(place.topic_id)
    thing = db.session.get(noun, number, populate_existing=True)
    if thing is None or not thing.in_sight_of(g.viewer.own):
        abort(404)
    if not allows(to, thing, g.viewer.own):
        abort(403)
    if writing() and to in (Action.CONTRIBUTE, Action.CHANGE) and not g.viewer.own.facilitates:
        for must_write in current_app.extensions["may_write"]:
            must_write(g.viewer)
    if not writing() and g.viewer.own.facilitates and request.args.get("as"):
        g.viewer = g.viewer.as_participant
    checked()
    return thing


def here() -> Viewer:
    """The viewer whom `find` has checked in this request."""
    return g.viewer
