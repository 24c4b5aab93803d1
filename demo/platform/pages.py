"""The pages people see: whom to be, the courses, a link with the tool in its frame, the way back, and whether the platform is well."""

from flask import Blueprint, abort, current_app, jsonify, redirect, render_template, request, url_for

from .courses import COURSES, all_courses, courses_of
from .enrolment import enrolled_in
from .grades import grades_of, own_grade
from .line_item import line_items_of
from .options import LARGE_COURSE, PLATFORM_STORAGE, PRIVACY, is_on, keep, privacy
from .storage import storage_frame
from .viewer import course_for, link_for, viewer

room = Blueprint("pages", __name__)


@room.get("/")
def front():
    chosen = {LARGE_COURSE: is_on(LARGE_COURSE), PLATFORM_STORAGE: is_on(PLATFORM_STORAGE)}
    return render_template("front.html", courses=COURSES, options=chosen, privacies=PRIVACY, privacy=privacy())


@room.post("/options")
def options():
    chosen = request.form.get("privacy")
    if chosen not in PRIVACY:
        abort(400)
    keep(chosen, **{name: name in request.form for name in (LARGE_COURSE, PLATFORM_STORAGE)})
    return redirect(url_for("pages.front", saved=1), 303)


@room.get("/as/<person>/courses")
def courses(person):
    me = viewer()
    titles = {course.id: course.title for course in all_courses()}
    return render_template("courses.html", viewer=me, mine=courses_of(me.person), titles=titles)


@room.get("/as/<person>/courses/<course>")
def course(person, course):
    me = viewer()
    shown = course_for(me.person, course)
    maximums = {item.link: item.maximum for item in line_items_of(shown.id)}
    columns = grades_of(shown) if me.teaches else []
    happened = {"added": request.args.get("added", 0, int), **{name: request.args.get(name) for name in ("copied", "lti_msg", "left_out")}}
    return render_template("course.html", viewer=me, course=shown, enrolled=enrolled_in(shown), columns=columns, maximums=maximums, happened=happened)


@room.get("/as/<person>/links/<link>")
def link(person, link):
    me = viewer()
    its_course, found = link_for(me.person, link)
    grade = own_grade(found, me.person)
    return render_template("link.html", viewer=me, course=its_course, link=found, grade=grade, storage=storage_frame())


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
    current_app.store.row("SELECT 1 FROM option")  # the file can be read
    return jsonify(ok=True)
