"""On the home of a course: what members can answer, and what was answered; for facilitators the way to all forms."""
import sqlalchemy as sa
from flask import render_template

from ..db import db
from ..people import Course
from ..web import current_language
from .answer import answered_among
from .form import FeedbackForm
from .within import within_of

SHARED_AT_MOST = 3  # the latest


def section(course: Course, membership, viewpoint) -> str:
    """For participants. Two questions of the database at most, however many forms there are."""
    if viewpoint.facilitates:
        return ""
    forms = db.session.scalars(sa.select(FeedbackForm).where(
        FeedbackForm.course_id == course.id, FeedbackForm.deleted_at.is_(None), FeedbackForm.opened_at.is_not(None),
        sa.or_(FeedbackForm.shared, FeedbackForm.closed_at.is_(None))).order_by(FeedbackForm.id.desc())).all()
    seen = [form for form in forms if form.in_sight_of(viewpoint)]
    given = answered_among([form.id for form in seen if form.is_open], membership.person_id)
    to_answer = [form for form in seen if form.is_open and form.id not in given and not within_of(form)]
    shared = [form for form in seen if form.shared and form not in to_answer][:SHARED_AT_MOST]
    if not to_answer and not shared:
        return ""
    return render_template("feedback/_home.html", to_answer=to_answer, shared=shared, reading=(current_language(), *course.languages))


def menu(course: Course) -> str:
    return render_template("feedback/_home_menu.html", course=course)
