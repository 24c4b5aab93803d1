"""A certificate: that somebody has finished a module. It can be verified at a public address, which says a name only where its holder allows, and can be revoked."""
import secrets

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..access import Place
from ..db import Instant, Wording, Words, db, now
from ..people import DISPLAY_NAME_LIMIT, Course, organisation_of
from ..web import Refusal

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # nothing that is taken for another letter when it is read from paper
LONG = 20  # letters: 99 bits, which nobody guesses
NAME_LIMIT = DISPLAY_NAME_LIMIT


class ModuleIsNotFinished(Refusal):
    status = 409

    def words(self):
        return (_("The module is not finished yet"), _("A certificate is given when everything that the module asks for is done."), _("Go on where you were."))


class Certificate(db.Model):
    __tablename__ = "certificate"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)  # what its public address says
    course_id: Mapped[int] = mapped_column(sa.ForeignKey("course.id", ondelete="CASCADE"), index=True)
    module_id: Mapped[int | None] = mapped_column(sa.ForeignKey("activity.id", ondelete="SET NULL"), index=True)
    person_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id", ondelete="SET NULL"), index=True)
    title: Mapped[Wording] = mapped_column(Words)  # of the module, as it was
    organisation: Mapped[str]  # that stands behind the course; may be empty
    name: Mapped[str]  # as it stands on the certificate
    shows_name: Mapped[bool] = mapped_column(default=False)  # at its public address, too
    finished_at: Mapped[object] = mapped_column(Instant)
    made_at: Mapped[object] = mapped_column(Instant)
    revoked_at: Mapped[object | None] = mapped_column(Instant)
    __table_args__ = {"sqlite_autoincrement": True}

    def is_by(self, viewpoint) -> bool:
        return self.person_id is not None and self.person_id == viewpoint.person

    def in_sight_of(self, viewpoint) -> bool:
        return viewpoint.facilitates or self.is_by(viewpoint)

    def set(self, name: str, shows_name: bool) -> None:
        self.name, self.shows_name = name, shows_name

    def revoke(self) -> None:
        self.revoked_at = self.revoked_at or now()

    def restore(self) -> None:
        self.revoked_at = None


def certificate_of(module_id: int, person_id: int) -> Certificate | None:
    return db.session.scalar(sa.select(Certificate).where(Certificate.module_id == module_id, Certificate.person_id == person_id))


def certificates_of(module_id: int) -> dict[int, Certificate]:
    """person -> certificate."""
    return {one.person_id: one for one in db.session.scalars(sa.select(Certificate).where(Certificate.module_id == module_id)) if one.person_id}


def give_certificate(module, learner, name: str, shows_name: bool) -> Certificate:
    """The one there is, with that name, or a new one. Raises ModuleIsNotFinished."""
    if learner is None or learner.finished_at is None:
        raise ModuleIsNotFinished
    certificate = certificate_of(module.id, learner.person_id)
    if certificate is None:
        certificate = Certificate(key="".join(secrets.choice(ALPHABET) for _place in range(LONG)), course_id=module.course_id, module_id=module.id, person_id=learner.person_id,
                                  title=module.title, organisation=organisation_of(module.course).name, name=name, finished_at=learner.finished_at, made_at=now())
        db.session.add(certificate)
    certificate.set(name, shows_name)
    db.session.flush()
    return certificate


def certificate_called(key: str) -> Certificate | None:
    """Of that public address, however it was typed. None where there never was one, and where its module has gone with its people."""
    key = key.strip().lower().replace("-", "")
    if not key.isascii() or not key.isalnum():  # a zero byte is no letter to any database
        return None
    return db.session.scalar(sa.select(Certificate).where(Certificate.key == key))


def place_of_certificate(number: int) -> Place | None:
    row = db.session.execute(sa.select(Course.id, Course.topic_id).join(Certificate, Certificate.course_id == Course.id).where(Certificate.id == number)).one_or_none()
    return Place(*row) if row else None
