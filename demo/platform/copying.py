"""Copying a course, as a teacher does for the next group, and taking the copy away again."""

from flask import Blueprint, abort, redirect, render_template, request, url_for

from .course_copy import copy_course, delete_copy
from .link import TITLE_LONGEST
from .problem import Problem
from .viewer import course_for, own_course, teacher

room = Blueprint("copying", __name__, url_prefix="/as/<person>/courses/<course>")


@room.get("/copy")
def copy(person, course):
    me = teacher()
    return render_template("copy.html", viewer=me, course=course_for(me.person, course))


@room.post("/copy")
def make_copy(person, course):
    here = course_for(teacher().person, course)
    label, title = (" ".join(request.form.get(name, "").split())[:TITLE_LONGEST] for name in ("label", "title"))
    if not label or not title:
        raise Problem("no_title", back=url_for("copying.copy", person=person, course=course))
    return redirect(url_for("pages.course", person=person, course=copy_course(here, label, title), copied=1), 303)


@room.post("/delete")
def delete(person, course):
    me = teacher()
    here = course_for(me.person, course)
    if not here.history:  # only copies
        abort(404)
    delete_copy(here)
    return redirect(own_course(me.person), 303)
