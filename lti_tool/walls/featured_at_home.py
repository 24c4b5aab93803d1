"""The course's home: posts that facilitators feature, of all its walls."""
import sqlalchemy as sa
from flask import render_template

from ..activities import Activity
from ..search import in_sight_of_activity
from .featuring import AT_HOME, featured_on, told_words
from .parts import course_context


def worth_reading(course, membership, viewpoint) -> str:
    context = course_context(course)
    posts = featured_on(sa.and_(Activity.course_id == course.id, in_sight_of_activity(viewpoint)), context["reading"], limit=AT_HOME)
    return render_template("walls/_worth_reading.html", featured=posts, told_words=told_words, viewpoint=viewpoint, **context) if posts else ""
