"""Remembers when somebody was last here: after the answer, in a transaction of its own, at most every ten minutes."""
from datetime import timedelta

from flask import current_app, g

from ..db import db, now, transaction
from ..people import Membership
from .visit import Visit

AT_MOST_EVERY = timedelta(minutes=10)


def register_last_seen(app) -> None:
    @app.after_request
    def plan(response):
        if "last_seen" in g and response.status_code < 400:
            at, application = now(), current_app._get_current_object()
            due = {noun: number for noun, (number, seen_at) in g.last_seen.items() if at - seen_at > AT_MOST_EVERY}
            visit_id, membership_id = due.get(Visit), due.get(Membership)
            if due:
                response.call_on_close(lambda: remember(application, visit_id, membership_id, at))
        return response


def note_last_seen(thing) -> None:
    """Notes, while it is read anyway, when a visit or a membership was last seen."""
    g.setdefault("last_seen", {})[type(thing)] = (thing.id, thing.seen_at)


def remember(app, visit_id, membership_id, at) -> None:
    with app.app_context(), transaction():
        if visit_id and (visit := db.session.get(Visit, visit_id)):
            visit.seen_at = at
        if membership_id and (membership := db.session.get(Membership, membership_id)):
            membership.seen(at)
