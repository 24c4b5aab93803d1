"""A follow-up: some time after somebody has finished a module they are asked what they put into practice. The answer is theirs, unless they share it."""
from datetime import date, timedelta

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..access import Place
from ..activities import DRAFT, Activity
from ..db import Instant, db, now
from ..people import Course
from ..people.keeping import months_after
from ..web import Refusal
from ..web.days import today_here

WEEK, MONTH, THREE_MONTHS = WHICH = ("week", "month", "three months")
ANSWER_LIMIT = 2000


def since_words(which: str) -> str:
    return {WEEK: _("It has been a week."), MONTH: _("It has been a month."), THREE_MONTHS: _("It has been three months.")}[which]


def days_after(day: date) -> dict[str, date]:
    return {WEEK: day + timedelta(days=7), MONTH: months_after(day, 1), THREE_MONTHS: months_after(day, 3)}


class AnswerWasChanged(Refusal):
    status = 409

    def words(self):
        return (_("You have answered on another device"), _("What you saved there is newer than this page. Nothing was replaced, and your text is still in the form."),
                _("Copy what you want to keep, load the page again, and put it in."))


class FollowUp(db.Model):
    __tablename__ = "follow_up"
    id: Mapped[int] = mapped_column(primary_key=True)
    module_id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), index=True)
    which: Mapped[str]
    due_on: Mapped[date]
    text: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    shared: Mapped[bool] = mapped_column(default=False)  # with the facilitators
    answered_at: Mapped[object | None] = mapped_column(Instant)
    put_away_at: Mapped[object | None] = mapped_column(Instant)
    version: Mapped[int] = mapped_column(default=0)  # how often it was saved
    module: Mapped[Activity] = relationship(lazy="joined", innerjoin=True)
    __table_args__ = (sa.UniqueConstraint("module_id", "person_id", "which"), {"sqlite_autoincrement": True})

    def in_sight_of(self, viewpoint) -> bool:
        """Its author writes it; what they share, facilitators read on a page of its own."""
        return self.person_id == viewpoint.person and self.module.in_sight_of(viewpoint)

    def answer(self, text: str, language: str, shared: bool, version: int) -> None:
        """Raises AnswerWasChanged when it was saved since that `version` with another text."""
        if version < self.version and text != self.text:
            raise AnswerWasChanged
        self.text, self.language, self.shared, self.answered_at = text, language, shared, now()
        self.version += 1

    def put_away(self) -> None:
        self.put_away_at = now()

    @classmethod
    def place_of(cls, number: int) -> Place | None:
        row = db.session.execute(sa.select(Course.id, Course.topic_id).join(Activity, Activity.course_id == Course.id).join(cls, cls.module_id == Activity.id)
                                 .where(cls.id == number)).one_or_none()
        return Place(*row) if row else None


def plan_follow_ups(module_id: int, person_id: int) -> None:
    """When they have just finished. Once: who finishes again is not asked again."""
    planned = set(db.session.scalars(sa.select(FollowUp.which).filter_by(module_id=module_id, person_id=person_id)))
    db.session.add_all(FollowUp(module_id=module_id, person_id=person_id, which=which, due_on=day) for which, day in days_after(today_here()).items() if which not in planned)


def of_course(course_id: int, *where) -> list[FollowUp]:
    return list(db.session.scalars(sa.select(FollowUp).join(FollowUp.module).options(sa.orm.contains_eager(FollowUp.module))
                                   .where(Activity.course_id == course_id, Activity.deleted_at.is_(None), Activity.state != DRAFT, *where).order_by(FollowUp.due_on, FollowUp.id)))


def asked_now(course_id: int, person_id: int) -> FollowUp | None:
    """One at a time. Who was away for long is asked the latest only."""
    due = {one.module_id: one for one in of_course(course_id, FollowUp.person_id == person_id, FollowUp.due_on <= today_here())}
    return next((one for one in due.values() if one.answered_at is None and one.put_away_at is None), None)


def answers_of(course_id: int, person_id: int) -> list[FollowUp]:
    return of_course(course_id, FollowUp.person_id == person_id, FollowUp.answered_at.is_not(None))


def shared_answers(course_id: int) -> list[FollowUp]:
    """The newest first."""
    return sorted(of_course(course_id, FollowUp.shared, FollowUp.answered_at.is_not(None)), key=lambda one: one.answered_at, reverse=True)
