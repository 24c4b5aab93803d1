"""Who stands behind a platform's courses: whom to ask, who pays, how long things are kept. Course admins fill it in."""
import sqlalchemy as sa
from flask import current_app
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Wording, Words, db
from .course import Course, CourseContext

ANONYMISE, ERASE = WAYS_TO_END = ("anonymise", "erase")
NAME_LIMIT, CONTACT_LIMIT, FUNDING_LIMIT = 120, 200, 300


class Organisation(db.Model):
    __tablename__ = "organisation"
    id: Mapped[int] = mapped_column(primary_key=True)
    issuer: Mapped[str]
    client_id: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    help_contact: Mapped[str] = mapped_column(default="")
    accessibility_contact: Mapped[str] = mapped_column(default="")
    privacy_contact: Mapped[str] = mapped_column(default="")
    funding: Mapped[Wording] = mapped_column(Words, default=Wording)
    logo_id: Mapped[int | None] = mapped_column(sa.ForeignKey("stored_file.id", ondelete="SET NULL"))
    logo_alternative: Mapped[Wording] = mapped_column(Words, default=Wording)
    retention_months: Mapped[int | None]  # None: as the settings say
    way_to_end: Mapped[str] = mapped_column(default=ANONYMISE)
    __table_args__ = (sa.UniqueConstraint("issuer", "client_id"), {"sqlite_autoincrement": True})


def organisation_at(issuer: str, client_id: str) -> Organisation:
    """As it is kept, else an empty one (not yet kept) that stands for the settings."""
    return db.session.scalar(sa.select(Organisation).filter_by(issuer=issuer, client_id=client_id)) or nobody_at(issuer, client_id)


def nobody_at(issuer: str, client_id: str) -> Organisation:
    return Organisation(issuer=issuer, client_id=client_id, name="", help_contact="", accessibility_contact="", privacy_contact="", funding=Wording(),
                        logo_alternative=Wording(), way_to_end=ANONYMISE)


def kept_organisation(issuer: str, client_id: str) -> Organisation:
    """Kept from now on, if it was not. Writes."""
    organisation = organisation_at(issuer, client_id)
    db.session.add(organisation)
    db.session.flush()
    return organisation


def organisation_of(course: Course) -> Organisation:
    """That of the platform from which the course comes; where it comes from several, the one it came from first."""
    first = sa.select(CourseContext.issuer, CourseContext.client_id, Organisation).outerjoin(
        Organisation, sa.and_(Organisation.issuer == CourseContext.issuer, Organisation.client_id == CourseContext.client_id))
    row = db.session.execute(first.where(CourseContext.course_id == course.id).order_by(CourseContext.id).limit(1)).first()
    if row is None:  # its contexts lead to another course now
        return nobody_at("", "")
    issuer, client_id, known = row
    return known or nobody_at(issuer, client_id)


def help_contact_at(organisation: Organisation) -> str:
    """Empty: the course's facilitators."""
    return organisation.help_contact or current_app.config["HELP_CONTACT"]
