"""A visit: a browser's session. Says who, and nothing else; stored hashed, so that a copy of the database opens nothing."""
import hashlib
import hmac
import secrets
from datetime import timedelta

import sqlalchemy as sa
from flask import current_app, g, request
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..db import Instant, db, now, writing
from ..people import Person
from ..web import Refusal, checked, framed_by_anybody

COOKIE = "__Host-visit"


class Visit(db.Model):
    __tablename__ = "visit"
    id: Mapped[str] = mapped_column(sa.String(64), primary_key=True)  # the hash of what the cookie holds
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), index=True)
    began_at: Mapped[object] = mapped_column(Instant)
    seen_at: Mapped[object] = mapped_column(Instant, index=True)
    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)

    @property
    def is_over(self) -> bool:
        at, config = now(), current_app.config
        return (at - self.seen_at > timedelta(hours=config["SESSION_IDLE_HOURS"])
                or at - self.began_at > timedelta(hours=config["SESSION_LONGEST_HOURS"]))

    def seen(self, at) -> None:
        self.seen_at = at


class NotSignedIn(Refusal):
    """There is no visit, or it has ended. The page keeps what was typed and leads back to the course."""

    status = 401

    def words(self):
        framed_by_anybody()  # this page acts for no session
        return (_("You are no longer signed in here"), _("Your session has ended, or this browser did not keep it."),
                _("Go back to your course in the learning platform and open the link again."))


class OtherPerson(Refusal):
    """The page was opened by one person, and another has arrived in this browser since (a shared computer)."""

    status = 409

    def words(self):
        return (_("Somebody else is signed in now"), _("Since this page was opened, another person has opened the tool in this browser."),
                _("Copy your text, go back to the course in the learning platform and open the link again."))


class OnlyLooksOn(Refusal):
    """A facilitator looks on as a participant; what they press there is not done."""

    status = 409

    def words(self):
        return (_("You see the board as a participant."), _("Nobody notices, and nothing can be changed here."), _("Back to leading"))


def hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def begin_visit(response, person: Person) -> None:
    """Signs the person in with this answer. Call it inside a writing transaction."""
    token, at = secrets.token_urlsafe(32), now()
    longest = timedelta(hours=current_app.config["SESSION_LONGEST_HOURS"])
    db.session.add(Visit(id=hashed(token), person_id=person.id, began_at=at, seen_at=at))
    response.set_cookie(COOKIE, token, max_age=int(longest.total_seconds()), path="/", secure=True, httponly=True, samesite="None",
                        partitioned=True)


def forget_old_visits() -> None:
    longest = timedelta(hours=current_app.config["SESSION_LONGEST_HOURS"])
    db.session.execute(sa.delete(Visit).where(Visit.began_at < now() - longest))


def the_visitor() -> Person | None:
    """Who is here, or None. Asks the database once in a request."""
    if "visit" not in g:
        token = request.cookies.get(COOKIE)
        g.visit = db.session.get(Visit, hashed(token)) if token else None
        if g.visit is not None and g.visit.is_over:
            g.visit = None
        g.person = g.visit and g.visit.person
        if g.visit is not None:
            g.last_seen = {Visit: (g.visit.id, g.visit.seen_at)}
    return g.person


def the_person() -> Person:
    """Who is here. Raises NotSignedIn, and OtherPerson when a write comes from a page that somebody else had opened."""
    person = the_visitor()
    if person is None:
        raise NotSignedIn
    if writing():
        mark = request.headers.get("X-Person") or request.form.get("person")
        if not request.headers.get("X-Person") and request.form.get("looks_on"):  # our script sends nothing from such a page
            raise OnlyLooksOn
        if mark and not hmac.compare_digest(mark.encode(), person_mark(person).encode()):
            raise OtherPerson
    checked()
    return person


def person_mark(person: Person) -> str:
    """An opaque mark of the person for their pages."""
    return hmac.new(current_app.config["SECRET_KEY"].encode(), f"page of {person.id}".encode(), "sha256").hexdigest()[:20]
