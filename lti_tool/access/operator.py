"""Operators run the installation. They are named as issuer and user id: in the settings, or by `lti-tool operators`."""
import sqlalchemy as sa
from flask import abort, current_app
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, db, now
from ..people import Person
from ..web import checked
from .visit import the_person


class Operator(db.Model):
    __tablename__ = "operator"
    id: Mapped[int] = mapped_column(primary_key=True)
    issuer: Mapped[str]
    subject: Mapped[str]
    named_at: Mapped[object] = mapped_column(Instant)
    __table_args__ = (sa.UniqueConstraint("issuer", "subject"),)


def is_operator(person: Person) -> bool:
    if f"{person.issuer} {person.subject}" in current_app.config["OPERATORS"]:
        return True
    return db.session.scalar(sa.select(Operator.id).filter_by(issuer=person.issuer, subject=person.subject)) is not None


def the_operator() -> Person:
    """Who is here, if they are an operator; else there is nothing here (404)."""
    person = the_person()
    if not is_operator(person):
        abort(404)
    checked()
    return person


def name_operator(issuer: str, subject: str) -> bool:
    """Whether they were not one before. Writes."""
    if db.session.scalar(sa.select(Operator.id).filter_by(issuer=issuer, subject=subject)) is not None:
        return False
    db.session.add(Operator(issuer=issuer, subject=subject, named_at=now()))
    return True


def dismiss_operator(issuer: str, subject: str) -> bool:
    """Whether they were one. Writes."""
    return bool(db.session.execute(sa.delete(Operator).filter_by(issuer=issuer, subject=subject)).rowcount)
