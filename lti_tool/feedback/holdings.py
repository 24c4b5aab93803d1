"""What feedback holds about a person: that they have answered. What they answered is nobody's."""
import sqlalchemy as sa
from flask_babel import gettext as _

from ..db import db
from ..people import Course, Held, register_held
from ..web import current_language
from .answer import GIVEN, answered_by, mark_of
from .form import FeedbackForm, forms_of


def show_given(person_id):
    answered = answered_by(person_id)
    if not answered:
        return []
    forms = db.session.execute(sa.select(FeedbackForm.title, Course.title).join(Course, Course.id == FeedbackForm.course_id)
                               .where(FeedbackForm.id.in_(answered)).order_by(FeedbackForm.id))
    return [{_("Course"): course, _("Feedback form"): str(title.best(current_language())), _("What you answered"): _("Cannot be found: it is kept without you.")}
            for title, course in forms]


def erase_given(person_id, leave_texts):
    db.session.execute(sa.delete(GIVEN).where(GIVEN.c.mark.in_([mark_of(form_id, person_id) for form_id in answered_by(person_id)])))


def anonymise_given(course_id):
    """Nobody could be told any more who has answered already: what is open closes."""
    for form in forms_of(course_id):
        form.close()
    db.session.execute(sa.delete(GIVEN).where(GIVEN.c.form_id.in_(sa.select(FeedbackForm.id).where(FeedbackForm.course_id == course_id))))


def register_holdings(app) -> None:
    register_held(app, Held("feedback_given", lambda: _("Feedback forms you answered"),
                            lambda: _("So that nobody answers twice. Your answers themselves are kept without you: nothing leads from you to them, so they can be neither shown to you nor erased."),
                            lambda: _("As long as the form, or until you erase your data or the course ends here."), show_given, erase_given, anonymise_given))
