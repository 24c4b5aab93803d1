"""What people tell of themselves in a course, if they wish: region and role at work. And the lists from which they choose."""
from flask import Blueprint, Response, current_app, g, render_template, request, url_for
from flask_babel import gettext as _

from ..access import FACILITATE, SEE, find, here
from ..access.tickets import own_path
from ..db import db, now
from ..people import Course, Region, WorkRole, list_of
from ..people.listed import LINES_AT_MOST, NAME_LIMIT, add_line
from ..web import Unsuitable, answered_in_page, current_language, leads_to, take_wording, thing_number

about = Blueprint("about", __name__)
LISTS = {"region": Region, "role": WorkRole}


def lists_context(course: Course) -> dict:
    return {"course": course, "regions": list_of(Region, course.id), "roles": list_of(WorkRole, course.id), "own": g.membership, "viewpoint": here().own,
            "reading": (current_language(), *course.languages)}


@about.get("/courses/<int:course_id>/about-me")
def ask(course_id):
    course = find(Course, course_id, to=SEE)
    return render_template("home/about_me.html", back=own_path(request.args.get("from", url_for("home.show", course_id=course.id))), **lists_context(course))


@about.post("/courses/<int:course_id>/about-me")
def tell(course_id):
    course = find(Course, course_id, to=SEE)
    own, before = g.membership, g.membership.region_id
    own.asked_at = now()
    if "later" not in request.form:
        own.region_id, own.work_role_id = line_taken(Region, "region", course), line_taken(WorkRole, "role", course)
        if own.region_id and own.region_id != before:
            for hear in current_app.extensions["region_told"]:
                hear(course.id, own.person_id, own.region_id)
    if answered_in_page():
        return Response(render_template("home/_asked_part.html", told="later" not in request.form))
    return leads_to(own_path(request.form.get("back") or url_for("home.show", course_id=course.id)))


def line_taken(kind, field: str, course: Course) -> int | None:
    number = request.form.get(field, type=thing_number)
    line = db.session.get(kind, number) if number else None
    if number and (line is None or line.course_id != course.id):
        raise Unsuitable(field, _("What you chose is not in this course."))
    return line.id if line else None


@about.get("/courses/<int:course_id>/lists")
def lists(course_id):
    course = find(Course, course_id, to=FACILITATE)
    return render_template("home/lists.html", limit=NAME_LIMIT, **lists_context(course))


@about.post("/courses/<int:course_id>/lists")
def change_lists(course_id):
    """A line whose names were all emptied is offered no more; what is written in an empty line is added."""
    course = find(Course, course_id, to=FACILITATE)
    for field, kind in LISTS.items():
        for line in list_of(kind, course.id):
            name = take_wording(f"{field}-{line.id}", NAME_LIMIT, course.languages, line.name, one_line=True)
            if name and any(name.get(language) for language in course.languages):
                line.name = name
            else:
                line.offered = False
        new = [take_wording(f"{field}-new{place}", NAME_LIMIT, course.languages, one_line=True) for place in range(3)]
        db.session.flush()
        if len(list_of(kind, course.id)) + sum(map(bool, new)) > LINES_AT_MOST:
            raise Unsuitable(field, _("A list has at most %(number)s lines.", number=LINES_AT_MOST))
        for name in filter(None, new):
            add_line(kind, course.id, name)
    return leads_to(url_for("about.lists", course_id=course.id, saved="yes"))
