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
        visit, membership = g.get("visit"), g.get("membership")
        if visit is not None and response.status_code < 400:
            at, application = now(), current_app._get_current_object()
            visit_id = visit.id if at - visit.seen_at > AT_MOST_EVERY else None
            membership_id = membership.id if membership is not None and at - membership.seen_at > AT_MOST_EVERY else None
            if visit_id or membership_id:
                response.call_on_close(lambda: remember(application, visit_id, membership_id, at))
        return response


def remember(app, visit_id, membership_id, at) -> None:
    with app.app_context(), transaction():
        if visit_id and (visit := db.session.get(Visit, visit_id)):
            visit.seen_at = at
        if membership_id and (membership := db.session.get(Membership, membership_id)):
            membership.seen(at)
