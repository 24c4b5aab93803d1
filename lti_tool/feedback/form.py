"""A feedback form: of a course, and perhaps of an activity and a phase in it. It opens and closes, and may open again."""
import sqlalchemy as sa
from flask import current_app
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..access import Place
from ..activities import TITLE_LIMIT, Activity
from ..db import Instant, Wording, Words, db, now
from ..people import Course
from ..web import Refusal
from . import answer
from .question import Question, all_questions, kept, read

FORMS_AT_MOST, REPLY_LIMIT = 200, 2000
__all__ = ["FORMS_AT_MOST", "REPLY_LIMIT", "TITLE_LIMIT", "FeedbackForm", "FormIsClosed", "QuestionsAreFixed", "QuestionsHaveChanged", "TooManyForms",
           "form_of_phase", "forms_of", "make_form", "place_of_form"]


class FormIsClosed(Refusal):
    status = 409

    def words(self):
        return (_("This feedback is closed"), _("A facilitator has closed it, so your answers were not taken. They are still on this page."),
                _("Ask a facilitator to open it again."))


class QuestionsAreFixed(Refusal):
    """An answer to one question would become an answer to another."""

    status = 409

    def words(self):
        return (_("The questions are fixed"), _("Somebody has already answered them."), _("Make another form for other questions."))


class QuestionsHaveChanged(Refusal):
    """Between opening the page and sending it a facilitator has changed what is asked."""

    status = 409

    def words(self):
        return (_("The questions have changed"), _("A facilitator has changed them since you opened this page. Your answers were not taken; they are still here."),
                _("Copy your texts, and load the page again."))


class TooManyForms(Refusal):
    status = 409

    def words(self):
        return (_("There are too many feedback forms"), _("A course has at most %(number)s.", number=FORMS_AT_MOST), _("Delete one that is no longer needed."))


class FeedbackForm(db.Model):
    __tablename__ = "feedback_form"
    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(sa.ForeignKey("course.id", ondelete="CASCADE"), index=True)
    activity_id: Mapped[int | None] = mapped_column(sa.ForeignKey("activity.id", ondelete="SET NULL"), index=True)  # what was said stays when that is gone
    phase_id: Mapped[int | None]  # of that activity: a part of it in a room that is not known here (a phase of a workshop, a step of a module)
    title: Mapped[Wording] = mapped_column(Words)
    kept_questions: Mapped[list] = mapped_column(sa.JSON, default=list)  # own ones, in their order
    version: Mapped[int] = mapped_column(default=1)  # of the questions
    shared: Mapped[bool] = mapped_column(default=False)  # participants see the results
    reply: Mapped[Wording] = mapped_column(Words, default=Wording)  # "you said, we changed"
    made_at: Mapped[object] = mapped_column(Instant)
    opened_at: Mapped[object | None] = mapped_column(Instant)
    closed_at: Mapped[object | None] = mapped_column(Instant)
    deleted_at: Mapped[object | None] = mapped_column(Instant)
    course: Mapped[Course] = relationship()
    activity: Mapped[Activity | None] = relationship(lazy="joined")
    __table_args__ = {"sqlite_autoincrement": True}

    def in_sight_of(self, viewpoint) -> bool:
        if viewpoint.facilitates:
            return True
        return self.opened_at is not None and self.deleted_at is None and (self.activity is None or self.activity.in_sight_of(viewpoint))

    @property
    def is_open(self) -> bool:
        return self.opened_at is not None and self.closed_at is None and self.deleted_at is None

    @property
    def own_questions(self) -> list[Question]:
        return read(self.kept_questions)

    @property
    def questions(self) -> list[Question]:
        return all_questions(self.kept_questions)

    @property
    def is_answered(self) -> bool:
        return answer.is_answered(self.id)

    def ask(self, title: Wording, own) -> None:
        """`own` are (kind, Wording). Raises QuestionsAreFixed, and Unsuitable for questions that cannot be."""
        questions = kept(own)
        if questions != self.kept_questions:
            if self.is_answered:
                raise QuestionsAreFixed
            self.kept_questions = questions
            self.version += 1
        self.title = title

    def must_take_answers(self, version: int | None) -> None:
        """`version` is that of the questions on the page. Raises FormIsClosed and QuestionsHaveChanged."""
        if not self.is_open:
            raise FormIsClosed
        if version != self.version:
            raise QuestionsHaveChanged

    def open(self) -> None:
        """For the first time or again; whoever has answered has answered."""
        if not self.is_open:
            self.opened_at, self.closed_at = self.opened_at or now(), None
            self.changed()

    def close(self) -> None:
        """Shows the results. Two who close at once close it once."""
        if self.is_open:
            self.closed_at = now()
            answer.show_all(self.id)
            answer.sweep_after_commit()
            self.changed()

    def delete(self) -> None:
        self.deleted_at = now()
        self.changed()

    def restore(self) -> None:
        if self.deleted_at is not None:
            must_have_room(self.course_id)
            self.deleted_at = None
            self.changed()

    def changed(self) -> None:
        """Rooms above may show on their pages whether there is something to answer."""
        db.session.flush()
        for tell in current_app.extensions["feedback_changed"]:
            tell(self)


def make_form(course, title: Wording, questions=(), activity_id: int | None = None, phase_id: int | None = None) -> FeedbackForm:
    """Not open yet. `questions` are own ones, (kind, Wording). Raises TooManyForms, and Unsuitable for questions that cannot be."""
    must_have_room(course.id)
    form = FeedbackForm(course_id=course.id, course=course, activity_id=activity_id, phase_id=phase_id, title=title, kept_questions=kept(questions), made_at=now())
    db.session.add(form)
    form.changed()
    return form


def must_have_room(course_id: int) -> None:
    standing = sa.select(sa.func.count()).select_from(FeedbackForm).where(FeedbackForm.course_id == course_id, FeedbackForm.deleted_at.is_(None))
    if db.session.scalar(standing) >= FORMS_AT_MOST:
        raise TooManyForms


def forms_of(course_id: int, deleted: bool = False) -> list[FeedbackForm]:
    """In the order in which they were made."""
    standing = FeedbackForm.deleted_at.is_not(None) if deleted else FeedbackForm.deleted_at.is_(None)
    return list(db.session.scalars(sa.select(FeedbackForm).where(FeedbackForm.course_id == course_id, standing).order_by(FeedbackForm.id)))


def form_of_phase(activity_id: int, phase_id: int) -> FeedbackForm | None:
    """The latest."""
    return db.session.scalar(sa.select(FeedbackForm).where(FeedbackForm.activity_id == activity_id, FeedbackForm.phase_id == phase_id,
                                                           FeedbackForm.deleted_at.is_(None)).order_by(FeedbackForm.id.desc()).limit(1))


def forms_of_activity(activity_id: int) -> list[FeedbackForm]:
    """In the order in which they were made."""
    return list(db.session.scalars(sa.select(FeedbackForm).where(FeedbackForm.activity_id == activity_id, FeedbackForm.deleted_at.is_(None)).order_by(FeedbackForm.id)))


def place_of_form(number: int) -> Place | None:
    """A form of an activity changes under its topic's lock: the course's is taken after that, never before."""
    row = db.session.execute(sa.select(Course.id, sa.func.coalesce(Activity.topic_id, Course.topic_id)).join(FeedbackForm, FeedbackForm.course_id == Course.id)
                             .outerjoin(Activity, Activity.id == FeedbackForm.activity_id).where(FeedbackForm.id == number)).one_or_none()
    return Place(*row) if row else None
