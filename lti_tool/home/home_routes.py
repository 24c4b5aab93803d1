"""The home of a course: what is next, what is new, and everything there is."""
from flask import Blueprint, g, redirect, render_template, request, url_for

from ..access import SEE, find, here
from ..access.tickets import own_path
from ..activities.activity import ARCHIVED, DRAFT, OPEN, Activity, activities_of
from ..activities.copied_course import readable_here
from ..activities.kinds import all_kinds, kind_of
from ..db import now
from ..live import Viewpoint, admit, changes_answer, head_of
from ..people import Course
from ..web import leads_to, thing_number
from .offer import is_asked

home = Blueprint("home", __name__)


@home.get("/courses/<int:course_id>")
def show(course_id):
    course = find(Course, course_id, to=SEE)
    viewer, membership = here(), g.membership
    seq = head_of(course.topic_id)
    shown = [a for a in activities_of(course.id) if a.in_sight_of(viewer.own)]
    visit_before = membership.visit_before(now())  # this visit may begin with this very page
    cards = cards_of(shown, visit_before, viewer.person)
    in_state = {state: [a for a in shown if a.state == state] for state in {a.state for a in shown}}
    standing = [a for a in shown if a.state not in (ARCHIVED, DRAFT)]
    return render_template("home/show.html", course=course, membership=membership, offer=is_asked(course, membership), readable=readable_here(course), visit_before=visit_before, viewpoint=viewer.own, seq=seq, cards=cards,
                           kind_of=kind_of, kinds=all_kinds(), just_deleted=request.args.get("deleted", type=thing_number), standing=standing, drafts=in_state.get(DRAFT, []), archived=in_state.get(ARCHIVED, []),
                           next_up=next((a for a in standing if a.state == OPEN and a.kind == "board"), None))


def cards_of(activities: list[Activity], since, person_id: int) -> dict:
    """What each card says, asked once for each kind."""
    cards = {}
    for kind in all_kinds():
        numbers = [a.id for a in activities if a.kind == kind.name]
        if numbers:
            cards |= kind.cards(numbers, since, person_id)
    return cards


@home.get("/courses/<int:course_id>/stream")
def stream(course_id):
    find(Course, course_id, to=SEE)
    return admit(here())


@home.get("/courses/<int:course_id>/changes")
def changes(course_id):
    find(Course, course_id, to=SEE)
    return changes_answer(here())


def render_home_news(number: int, viewpoint: Viewpoint) -> str:
    """Nothing moves under a reader: the home offers to show what is new."""
    return render_template("home/_news_part.html", course_id=number)


@home.post("/courses/<int:course_id>/welcome")
def put_welcome_away(course_id):
    find(Course, course_id, to=SEE)
    g.membership.welcomed_at = now()
    return leads_to(own_path(request.form.get("back") or url_for("home.show", course_id=course_id)))


@home.get("/activities/<int:activity_id>")
def open_activity(activity_id):
    activity = find(Activity, activity_id, to=SEE)
    return redirect(kind_of(activity.kind).address(activity.id))
