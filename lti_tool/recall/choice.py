"""What somebody wants of a course's recall cards: all, those of their own modules, or none; and until when they rest."""
from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..db import db
from ..web.days import today_here

ALL, OWN, NONE = TAKES = ("all", "own", "none")
REST = timedelta(days=14)


class RecallChoice(db.Model):
    __tablename__ = "recall_choice"
    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(sa.ForeignKey("course.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), index=True)
    takes: Mapped[str] = mapped_column(default=OWN)
    rests_until: Mapped[date | None]  # on that day cards come again
    __table_args__ = (sa.UniqueConstraint("course_id", "person_id"), {"sqlite_autoincrement": True})

    @property
    def rests(self) -> bool:
        return self.rests_until is not None and self.rests_until > today_here()

    @property
    def is_quiet(self) -> bool:
        """Neither cards nor questions come."""
        return self.takes == NONE or self.rests

    def rest(self) -> None:
        self.rests_until = today_here() + REST

    def go_on(self) -> None:
        self.rests_until = None


def made_choice(course_id: int, person_id: int) -> RecallChoice | None:
    return db.session.scalar(sa.select(RecallChoice).filter_by(course_id=course_id, person_id=person_id))


def choice_of(course_id: int, person_id: int) -> RecallChoice:
    """Who has not chosen gets the cards of the modules they go through."""
    return made_choice(course_id, person_id) or RecallChoice(course_id=course_id, person_id=person_id, takes=OWN)


def persons_who_take_all(course_id: int) -> list[int]:
    return list(db.session.scalars(sa.select(RecallChoice.person_id).filter_by(course_id=course_id, takes=ALL)))
