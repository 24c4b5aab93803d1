"""Who administers a platform here: by their latest launch from it, or because another administrator invited them."""
import sqlalchemy as sa
from flask import current_app
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..access.operator import is_operator
from ..db import Instant, after_commit, db, now
from ..people import CourseContext, Membership, Person
from .platform import Platform


class Administrator(db.Model):
    __tablename__ = "administrator"
    id: Mapped[int] = mapped_column(primary_key=True)
    platform_id: Mapped[int] = mapped_column(sa.ForeignKey("platform.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), index=True)
    by_launch: Mapped[bool] = mapped_column(default=False)  # their latest launch from the platform said so, or the settings name them
    is_invited: Mapped[bool] = mapped_column(default=False)
    since: Mapped[object] = mapped_column(Instant)
    person: Mapped[Person] = relationship()
    __table_args__ = (sa.UniqueConstraint("platform_id", "person_id"), {"sqlite_autoincrement": True})


def administrator(platform_id: int, person_id: int) -> Administrator | None:
    return db.session.scalar(sa.select(Administrator).filter_by(platform_id=platform_id, person_id=person_id))


def administers(platform_id: int, person: Person) -> bool:
    """Operators administer every platform."""
    return administrator(platform_id, person.id) is not None or is_operator(person)


def platforms_administered_by(person: Person) -> list[Platform]:
    """In the order of their names."""
    wanted = sa.select(Platform).order_by(Platform.name, Platform.id)
    if not is_operator(person):
        wanted = wanted.join(Administrator).where(Administrator.person_id == person.id)
    return list(db.session.scalars(wanted).unique())


def launched(platform_id: int, person_id: int, as_admin: bool) -> bool:
    """Takes over what the latest launch from that platform says; whether the person is a course admin there. Writes."""
    known = administrator(platform_id, person_id)
    if known is None:
        if as_admin:
            db.session.add(Administrator(platform_id=platform_id, person_id=person_id, by_launch=True, is_invited=False, since=now()))
        return as_admin
    known.by_launch = as_admin
    if not as_admin and not known.is_invited:
        db.session.delete(known)
        return False
    return True


def invite(platform_id: int, person_id: int) -> None:
    known = administrator(platform_id, person_id)
    if known is None:
        db.session.add(Administrator(platform_id=platform_id, person_id=person_id, by_launch=False, is_invited=True, since=now()))
    else:
        known.is_invited = True


def uninvite(administrator: Administrator) -> None:
    """Whoever is one by launch stays one. Others lose the console, and what it gave them in the platform's courses, at once and in all tabs."""
    administrator.is_invited = False
    if not administrator.by_launch:
        person, notifier = administrator.person_id, current_app.extensions["notifier"]
        courses = courses_of(db.session.get(Platform, administrator.platform_id))
        db.session.execute(sa.update(Membership).where(Membership.person_id == person, Membership.course_id.in_(courses)).values(is_course_admin=False))
        db.session.delete(administrator)
        after_commit(lambda: notifier.recheck(person=person))


def courses_of(platform: Platform) -> sa.Select:
    """The numbers of the courses that come from the platform, as a question."""
    return sa.select(CourseContext.course_id).filter_by(issuer=platform.issuer, client_id=platform.client_id)
