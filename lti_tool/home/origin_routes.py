"""A copied course: what comes along from the one it was copied from, and reading that one where it was kept to be read."""
from flask import Blueprint, abort, g, render_template, request, url_for
from flask_babel import gettext as _

from ..access import FACILITATE, SEE, find, here
from ..activities import OPEN, kind_of
from ..activities.activity import Activity
from ..activities.copied_course import ARCHIVE, NOTHING, choose, copies_here, to_be_opened
from ..activities.placement import Placement, is_readable_in, placed_address
from ..db import db
from ..people import Course
from ..web import Refusal, Unsuitable, current_language, leads_to, thing_number
from .offer import offer_to

origin = Blueprint("origin", __name__)


class NothingToBringOver(Refusal):
    """Whether there is no such course, or none from which this person may take something."""

    status = 409

    def words(self):
        return (_("There is nothing to bring over"), _("No other course is known from which this one was copied and from which you could take something."),
                _("Make what you need here, or ask somebody who facilitated the earlier course to open this one and bring it over."))


@origin.get("/courses/<int:course_id>/origin")
def show(course_id):
    course = find(Course, course_id, to=FACILITATE)
    offer = offer_to(course, g.membership)
    came = [copy for copy in copies_here(course).values() if copy.deleted_at is None] if offer else []
    return render_template("home/origin.html", course=course, offer=offer, viewpoint=here().own, came=came, to_open=to_be_opened(course) if came else [],
                           link=link_waiting(course), onward=onward(course), kind_of=kind_of)


def link_waiting(course: Course) -> Placement | None:
    """The link through which somebody came, to go on with it afterwards."""
    placement = db.session.get(Placement, request.values.get("link", 0, type=thing_number))
    return placement if placement is not None and placement.course_id == course.id else None


def onward(course: Course) -> str:
    """Where the link leads by now; without one, home."""
    link = link_waiting(course)
    return placed_address(link, facilitates=True) if link else url_for("home.show", course_id=course.id)


@origin.post("/courses/<int:course_id>/origin")
def decide(course_id):
    course = find(Course, course_id, to=FACILITATE)
    offer, choice, link = offer_to(course, g.membership), request.form.get("choice"), link_waiting(course)
    if offer is None:
        raise NothingToBringOver
    if choice not in offer.choices:
        raise Unsuitable("choice", _("Choose what comes along."))
    choose(course, choice, g.membership.person_id)
    if choice not in (ARCHIVE, NOTHING):
        return leads_to(url_for("origin.show", course_id=course.id, link=link and link.id))
    return leads_to(onward(course))


@origin.post("/courses/<int:course_id>/origin/opening")
def open_all(course_id):
    """What came along and was in use there."""
    course = find(Course, course_id, to=FACILITATE)
    for activity in to_be_opened(course):
        activity.set_state(OPEN)
    return leads_to(url_for("home.show", course_id=course.id))


@origin.get("/courses/<int:course_id>/archive/<int:activity_id>")
def archive(course_id, activity_id):
    course = find(Course, course_id, to=SEE)
    activity = db.session.get(Activity, activity_id)
    if not is_readable_in(course, activity):
        abort(404)
    return render_template("home/archive.html", course=course, activity=activity, viewpoint=here().own,
                           title=activity.title.best(current_language(), *activity.course.languages),
                           contents=kind_of(activity.kind).archive(activity, course.origin_chosen_at))
