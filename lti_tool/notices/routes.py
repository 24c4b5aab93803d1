"""The privacy notice, the accessibility statement and its feedback: for everybody, and for a course with its organisation's contacts and its own dates."""
from datetime import timedelta

from flask import Blueprint, current_app, render_template, request, url_for

from ..access import SEE, find, here, secret, visit
from ..access.tickets import own_path
from ..jobs import later
from ..lti.attempt import VALID as LOGIN_VALID
from ..lti.handshake import StateCookie
from ..lti.record import KEPT as LAUNCHES_KEPT
from ..mail import mail_is_set_up
from ..people import Course, contact_of, keys_of
from ..people.contacts import organisation_on_page
from ..people.keeping import keeping_of
from ..web import current_language, framed_by_anybody, leads_to, public, take_text
from . import dates
from .authorities import OMBUDSMAN, TRAFICOM
from .feedback import CONTACT_LIMIT, KEPT, TEXT_LIMIT, give_feedback
from .letter import LETTER

notices = Blueprint("notices", __name__)


def page(template: str, course: Course | None, **more):
    """Inside a course with its own contacts; without one it acts for no session, so any platform may frame it."""
    if course is None:
        framed_by_anybody()
    organisation = organisation_on_page(course) if course else None
    came = request.args.get("from")
    return render_template(
        f"notices/{template}.html", layout="base.html" if course else "base_public.html", course=course, viewpoint=here().own if course else None,
        organisation=organisation, contact=lambda what: contact_of(organisation, what), dates=dates, traficom=TRAFICOM, ombudsman=OMBUDSMAN, came_from=own_path(came) if came else None,
        address_of=lambda endpoint: url_for(f"notices.{endpoint}{'_of_course' if course else ''}", course_id=course.id if course else None), **more)


def days(time: timedelta) -> int:
    return time // timedelta(days=1)


WHO, OF_SOME = ("person", "membership"), ("launch_report", "deep_linking_request", "administrator", "operator")


def in_reading_order(held) -> tuple[list, list]:
    """What is held about everybody: who somebody is, then what they did, because what is registered last is what a course is for. And what only about some."""
    first, some = ([one for one in held if one.table in tables] for tables in (WHO, OF_SOME))
    return first[::-1] + [one for one in held[::-1] if one not in first + some], some


def privacy_page(course: Course | None):
    config = current_app.config
    return page("privacy", course, held=in_reading_order(current_app.extensions["held"]), keeping=keeping_of(course) if course else None, mail=mail_is_set_up(),
                cookies={"visit": visit.COOKIE, "secret": secret.COOKIE, "login": StateCookie._cookie_prefix}, visit_hours=config["SESSION_LONGEST_HOURS"],
                secret_days=days(secret.KEPT), login_minutes=LOGIN_VALID // timedelta(minutes=1), launch_days=days(LAUNCHES_KEPT), feedback_days=days(KEPT))


@notices.get("/privacy")
@public
def privacy():
    return privacy_page(None)


@notices.get("/courses/<int:course_id>/privacy")
def privacy_of_course(course_id):
    return privacy_page(find(Course, course_id, to=SEE))


@notices.get("/accessibility")
@public
def accessibility():
    return page("accessibility", None)


@notices.get("/courses/<int:course_id>/accessibility")
def accessibility_of_course(course_id):
    return page("accessibility", find(Course, course_id, to=SEE))


def feedback_page(course: Course | None):
    return page("feedback", course, text_limit=TEXT_LIMIT, contact_limit=CONTACT_LIMIT, sent="sent" in request.args)


def take_feedback(*keys) -> None:
    """Kept for the console; and a letter to whoever answers for accessibility, where mail is set up."""
    text = take_text("text", TEXT_LIMIT, required=True)
    feedback = give_feedback(text, take_text("contact", CONTACT_LIMIT, one_line=True, guarded=False), current_language(), *keys)
    if mail_is_set_up():
        later(LETTER, f"feedback:{feedback.id}")


@notices.route("/accessibility/feedback", methods=["GET", "POST"])
@public
def feedback():
    framed_by_anybody()
    if request.method != "POST":
        return feedback_page(None)
    take_feedback()
    return leads_to(url_for("notices.feedback", sent="yes"))


@notices.get("/courses/<int:course_id>/accessibility/feedback")
def feedback_of_course(course_id):
    return feedback_page(find(Course, course_id, to=SEE))


@notices.post("/courses/<int:course_id>/accessibility/feedback")
def give_in_course(course_id):
    course = find(Course, course_id, to=SEE)
    take_feedback(*keys_of(course))
    return leads_to(url_for("notices.feedback_of_course", course_id=course.id, sent="yes"))
