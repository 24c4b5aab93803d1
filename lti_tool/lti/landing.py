"""The end of a launch: on to what the link opens. Where this browser has lost the login's cookie, a page first looks whether it keeps the visit's,
and offers a window of its own if not: an address alone would say there that nobody is signed in."""
from datetime import timedelta

from flask import make_response, redirect, render_template, url_for

from ..access import person_mark
from ..access.tickets import issue_ticket
from ..people import Person
from .handshake import the_handshake
from .refused_page import in_launch_language

OFFERED = timedelta(minutes=10)  # as long as a login waits for its answer: nobody has to read the offer in half a minute


def landing(address: str, person: Person):
    """The answer that leads there; begin the visit with it. Writes."""
    handshake = the_handshake()
    if not handshake.by_storage:
        return redirect(address, 303)
    handshake.language = person.language
    ticket = issue_ticket(person, address, OFFERED)
    with in_launch_language():
        return make_response(render_template("lti/landing.html", address=address, ticket=ticket, platform=handshake.platform,
                                             check=url_for("lti.cookie", person=person_mark(person))))
