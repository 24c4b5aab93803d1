"""Registers what this room gives to the others: courses as permission parents, language and colours of who is here, last visits."""
from urllib.parse import urlsplit

import sqlalchemy as sa
from flask import current_app, g, request
from flask_babel import gettext as _
from flask_babel import ngettext
from markupsafe import Markup
from sqlalchemy.exc import SQLAlchemyError

from ..db import db
from ..live import NOBODY
from ..people import Course, Held, Person, of_no_course, register_held
from .guard import permission_parent, place_of_course
from .last_seen import register_last_seen
from .operator import Operator, is_operator
from .tickets import Ticket, forget_old_tickets, tickets
from .visit import Visit, forget_old_visits, person_mark, the_visitor

SHARED_ISSUERS = {"canvas.instructure.com", "blackboard.com"}


def show_visits(person_id):
    return [{_("Signed in since"): visit.began_at, _("Last seen"): visit.seen_at}
            for visit in db.session.scalars(sa.select(Visit).filter_by(person_id=person_id).order_by(Visit.began_at))]


def erase_visits(person_id, leave_texts):
    db.session.execute(sa.delete(Visit).filter_by(person_id=person_id))


def longest_visit_words():
    return ngettext("At most %(num)s hour; gone within an hour or so after that.", "At most %(num)s hours; gone within an hour or so after that.",
                    current_app.config["SESSION_LONGEST_HOURS"])


def show_tickets(person_id):
    return [{_("Window opened to"): ticket.address, _("Good until"): ticket.ends_at}
            for ticket in db.session.scalars(sa.select(Ticket).filter_by(person_id=person_id))]


def erase_tickets(person_id, leave_texts):
    db.session.execute(sa.delete(Ticket).filter_by(person_id=person_id))


def named_as_operator(person_id):
    person = db.session.get(Person, person_id)
    return sa.and_(Operator.issuer == person.issuer, Operator.subject == person.subject)


def show_operator(person_id):
    return [{_("Named as an operator"): operator.named_at} for operator in db.session.scalars(sa.select(Operator).where(named_as_operator(person_id)))]


def erase_operator(person_id, leave_texts):
    db.session.execute(sa.delete(Operator).where(named_as_operator(person_id)))


def language_of_visitor() -> str | None:
    try:
        # An address that does not exist has no view that would have asked who is here.
        person = the_visitor() if "visit" in g or request.routing_exception else None
        return person.language if person else None
    except SQLAlchemyError:
        return None  # the answer is most likely the page that says so


def words_of_course() -> list[str]:
    """Before which the client-data guard warns, in the course of what `find` has found."""
    viewer = g.get("viewer")
    return db.session.get(Course, viewer.course).guarded_words if viewer else []


def person_field() -> Markup:
    """The mark of the person whose page this is, as a hidden field: forms of pages carry it, parts (which are shared) do not."""
    person = the_visitor()
    if "person_field" not in g:  # every note of a page has one
        g.person_field = Markup('<input type="hidden" name="person" value="{}">').format(person_mark(person)) if person else Markup()
        if "viewer" in g and g.viewer.person == NOBODY:
            g.person_field += Markup('<input type="hidden" name="looks_on" value="yes">')
    return g.person_field


def return_address() -> str:
    """The learning platform of who is here. Some clouds share one issuer among all schools: that leads nobody back."""
    person = the_visitor()
    host = urlsplit(person.issuer).hostname if person else None
    return person.issuer if host and host not in SHARED_ISSUERS else ""


def register_access(app) -> None:
    permission_parent(app, Course, place_of_course)
    app.extensions["language_choosers"].append(language_of_visitor)
    app.extensions["word_lists"].append(words_of_course)
    app.jinja_env.globals.update(is_operator=is_operator, the_visitor=the_visitor, person_mark=person_mark, person_field=person_field, return_address=return_address)
    app.register_blueprint(tickets)
    register_held(app, Held("visit", lambda: _("Where you are signed in"), lambda: _("So that you need not come from the learning platform for every page."),
                            longest_visit_words, show_visits, erase_visits, of_no_course))
    register_held(app, Held("operator", lambda: _("Operator of this installation"), lambda: _("So that those who run the installation are let in where they look after it."),
                            lambda: _("As long as somebody is named as one."), show_operator, erase_operator, of_no_course))
    register_held(app, Held("ticket", lambda: _("Passes to a window of its own"), lambda: _("So that you can go on in a window of its own, outside the learning platform's page."),
                            lambda: _("Good for half a minute; gone within an hour or so."), show_tickets, erase_tickets, of_no_course))
    register_last_seen(app)
    app.extensions["chores"] += [forget_old_visits, forget_old_tickets]
