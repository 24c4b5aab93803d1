"""Who may frame the tool's pages: the platforms of the person who is here. Asked at every page, so remembered for a few seconds."""
import time

import sqlalchemy as sa
from flask import current_app
from sqlalchemy.exc import SQLAlchemyError

from ..access import the_visitor
from ..db import db
from ..people import Person
from .platform import Platform

REMEMBERED_SECONDS = 5
REMEMBERED_PEOPLE = 5000


def origins_for_visitor() -> list[str]:
    """Origins of the enabled, approved platforms of the visitor's issuer (Canvas and others frame from elsewhere than their issuer)."""
    try:
        person = the_visitor()
        if person is None:
            return []
        person_id = sa.inspect(person).identity[0]  # known without asking, even when the transaction is over
        remembered = current_app.extensions["lti_frame_origins"]
        known = remembered.get(person_id)
        if known is None or known[0] < time.monotonic():
            if len(remembered) > REMEMBERED_PEOPLE:
                remembered.clear()
            known = remembered[person_id] = (time.monotonic() + REMEMBERED_SECONDS, origins_for(person_id))
        return known[1]
    except SQLAlchemyError:
        return []  # the answer is most likely the page that says so


def origins_for(person_id: int) -> list[str]:
    platforms = db.session.scalars(
        sa.select(Platform).join(Person, Person.issuer == Platform.issuer)
        .where(Person.id == person_id, Platform.enabled, Platform.is_pending.is_(False)).options(sa.orm.lazyload(Platform.deployments)))
    return list(dict.fromkeys(origin for platform in platforms for origin in platform.origins))


def register_framing(app) -> None:
    app.extensions["lti_frame_origins"] = {}
    app.extensions["frame_origins"].append(origins_for_visitor)
