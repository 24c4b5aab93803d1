"""From the frame to a window of its own: a one-time ticket, because a top-level window cannot see the frame's partitioned cookie."""
import secrets
from datetime import timedelta
from urllib.parse import urlsplit

import sqlalchemy as sa
from flask import Blueprint, jsonify, redirect, render_template, request
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, db, now
from ..people import Person
from ..web import Refusal, json_wanted, public
from .secret import sealed_secrets, take_over, unseal
from .visit import begin_visit, hashed, the_person

VALID = timedelta(seconds=30)
tickets = Blueprint("tickets", __name__)


class Ticket(db.Model):
    __tablename__ = "ticket"
    id: Mapped[str] = mapped_column(sa.String(64), primary_key=True)  # hashed, as visits are
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), index=True)
    address: Mapped[str]
    ends_at: Mapped[object] = mapped_column(Instant)


class TicketIsSpent(Refusal):
    """A ticket that is unknown, used or too old."""

    status = 403

    def words(self):
        return (_("This window was opened too late"), _("The pass from the course to a window of its own is good for a short time, and only once."),
                _("Close this window, go back to the course and press the button again."))


def own_path(address: str) -> str:
    """The address as a path on this site; anything else becomes the front of it."""
    parts = urlsplit(address)
    own = address.isprintable() and not parts.scheme and not parts.netloc and parts.path.startswith("/") and not address.startswith(("//", "/\\"))
    return address if own else "/me"


def forget_old_tickets() -> None:
    db.session.execute(sa.delete(Ticket).where(Ticket.ends_at < now()))


def issue_ticket(person: Person, address: str, valid: timedelta = VALID) -> str:
    """A pass for that person to a path of ours; it is told only now. Writes."""
    code = secrets.token_urlsafe(32)
    person.prefers_window = True
    db.session.add(Ticket(id=hashed(code), person_id=person.id, address=address, ends_at=now() + valid))
    return code


@tickets.post("/tickets")
def make_ticket():
    person = the_person()
    address = own_path(request.form.get("address", ""))
    code = issue_ticket(person, address)
    secret = sealed_secrets()
    if json_wanted():
        return jsonify(ticket=code, action="/window", address=address, secret=secret)
    return render_template("access/window.html", ticket=code, address=address, secret=secret)


@tickets.post("/window")
@public
def open_window():
    ticket = db.session.get(Ticket, hashed(request.form.get("ticket", "")))
    spent = ticket and db.session.execute(sa.delete(Ticket).where(Ticket.id == ticket.id)).rowcount
    if not spent or ticket.ends_at < now() or ticket.address != request.form.get("address"):
        raise TicketIsSpent
    if carried := unseal(request.form.get("secret", ""), VALID.total_seconds()):
        take_over(carried)
    response = redirect(ticket.address, 303)
    begin_visit(response, db.session.get(Person, ticket.person_id))
    return response
