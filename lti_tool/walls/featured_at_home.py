"""The course's home: posts that facilitators feature, of all its walls."""
from flask import render_template

from .featuring import AT_HOME, featured_on, told_words
from .parts import course_context
from .news import walls_seen


def worth_reading(course, membership, viewpoint) -> str:
    walls = walls_seen(course.id, viewpoint)
    context = course_context(course)
    posts = featured_on(walls, context["reading"], limit=AT_HOME) if walls else []
    return render_template("walls/_worth_reading.html", featured=posts, told_words=told_words, viewpoint=viewpoint, **context) if posts else ""
