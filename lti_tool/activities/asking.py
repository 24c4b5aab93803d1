"""The one question that people are asked, after their first contribution and never before it: their region and role at work."""
from flask import g, render_template

from ..people import Course, Region, WorkRole, list_of
from ..web import current_language
from .anonymity import NAMED, REGION_ONLY


def may_be_asked(level: str) -> bool:
    """Not where nothing of the author is shown: a question about them would be at odds with that."""
    return g.membership.asked_at is None and level in (NAMED, REGION_ONLY)


def asking_context(course: Course) -> dict:
    return {"course": course, "own": g.membership, "regions": list_of(Region, course.id), "roles": list_of(WorkRole, course.id)}


def question_part(course: Course) -> str:
    return render_template("activities/_asking_part.html", reading=(current_language(), *course.languages), **asking_context(course))
