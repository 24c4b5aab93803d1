"""The pages people see: whom to be, the course, a link with the tool in its frame, the way back, and whether the platform is well."""

from flask import Blueprint, current_app, jsonify, redirect, render_template, request, url_for

from .courses import COURSES
from .store import PRIVACY_NEVER
from .viewer import course_for, link_for, viewer

room = Blueprint("pages", __name__)


@room.get("/")
def front():
    return render_template("front.html", courses=COURSES, privacy_never=current_app.store.option(PRIVACY_NEVER))


@room.post("/options")
def options():
    current_app.store.set_option(PRIVACY_NEVER, PRIVACY_NEVER in request.form)
    return redirect(url_for("pages.front", saved=1), 303)


@room.get("/as/<person>/courses/<course>")
def course(person, course):
    me = viewer()
    return render_template("course.html", viewer=me, course=course_for(me.person, course))


@room.get("/as/<person>/links/<link>")
def link(person, link):
    me = viewer()
    its_course, found = link_for(me.person, link)
    return render_template("link.html", viewer=me, course=its_course, link=found)


@room.get("/as/<person>/links/<link>/return")
def back(person, link):
    """Where the tool leads back to: says what the tool had to say and leaves the frame for the course."""
    me = viewer()
    its_course, _ = link_for(me.person, link)
    return render_template(
        "back.html",
        course=its_course,
        person=me.person,
        message=request.args.get("lti_msg"),
        error=request.args.get("lti_errormsg"),
    )


@room.get("/healthz")
def healthz():
    current_app.store.option(PRIVACY_NEVER)  # the file can be read
    return jsonify(ok=True)
