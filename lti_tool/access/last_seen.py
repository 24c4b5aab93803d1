"""Remembers when somebody was last here: after the answer, in a transaction of its own, at most every ten minutes."""
from datetime import timedelta

from flask import current_app, g, request
from sqlalchemy.exc import SQLAlchemyError

from ..db import db, now, transaction
from ..web import logger

AT_MOST_EVERY = timedelta(minutes=10)


def register_last_seen(app) -> None:
    @app.after_request
    def plan(response):
        """`g.last_seen` was noted while the visit and the membership were read: {noun: (id, instant)}."""
        at, application = now(), current_app._get_current_object()
        due = [(noun, number) for noun, (number, seen_at) in g.get("last_seen", {}).items() if at - seen_at > AT_MOST_EVERY]
        listening = (request.endpoint or "").endswith((".stream", ".changes"))  # a page left open is nobody's presence
        if due and response.status_code < 400 and not listening:
            response.call_on_close(lambda: remember(application, due, at))
        return response


def remember(app, due, at) -> None:
    try:
        with app.app_context(), transaction():
            for noun, number in due:
                if (thing := db.session.get(noun, number)) is not None:
                    thing.seen(at)
    except (SQLAlchemyError, TimeoutError) as error:  # the answer has been given; next time will do
        logger.warning("last seen not written: %s", type(error).__name__)
