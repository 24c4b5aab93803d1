"""On the home of a course: what members can answer, and what was answered; for facilitators the way to all forms."""
import sqlalchemy as sa
from flask import render_template

from ..db import db
from ..people import Course
from ..web import current_language
from .answer import GIVEN
from .form import FeedbackForm

SHARED_AT_MOST = 3  # the latest


def section(course: Course, membership, viewpoint) -> str:
    """For participants. One question of the database, however many forms there are."""
    if viewpoint.facilitates:
        return ""
    given = sa.exists().where(GIVEN.c.form_id == FeedbackForm.id, GIVEN.c.person_id == membership.person_id)
    rows = db.session.execute(sa.select(FeedbackForm, given).where(
        FeedbackForm.course_id == course.id, FeedbackForm.deleted_at.is_(None), FeedbackForm.opened_at.is_not(None),
        sa.or_(FeedbackForm.shared, sa.and_(FeedbackForm.closed_at.is_(None), ~given))).order_by(FeedbackForm.id.desc())).all()
    seen = [(form, is_given) for form, is_given in rows if form.in_sight_of(viewpoint)]
    to_answer = [form for form, is_given in seen if form.is_open and not is_given]
    shared = [form for form, _is_given in seen if form.shared and form not in to_answer][:SHARED_AT_MOST]
    if not to_answer and not shared:
        return ""
    return render_template("feedback/_home.html", to_answer=to_answer, shared=shared, reading=(current_language(), *course.languages))


def menu(course: Course) -> str:
    return render_template("feedback/_home_menu.html", course=course)
