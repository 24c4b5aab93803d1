"""How long a course is kept, as its facilitators see and change it; everything to take along; and ending it now."""
from datetime import date, timedelta

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext as _

from ..access import FACILITATE, find, here
from ..people import Course
from ..people.keeping import WARNED_BEFORE, Keeping, keeping_of, months_after, today_here
from ..people.organisation import ANONYMISE, ERASE, WAYS_TO_END
from ..web import Unsuitable, framed_by_anybody, leads_to, public, safe_name, saved_as
from .ending import end
from .packet import packet_of
from .warning import ends_after, is_warned

YEARS_AT_MOST = 10
retention = Blueprint("retention", __name__)


def page(template: str, course: Course, **more):
    keeping = keeping_of(course)
    return render_template(f"retention/{template}.html", course=course, keeping=keeping, warned=is_warned(course, keeping), ends_after=ends_after,
                           viewpoint=here().own, **more)


@retention.get("/courses/<int:course_id>/retention")
def show(course_id):
    course = find(Course, course_id, to=FACILITATE)
    return page("show", course, soonest=soonest(), latest=latest())


def soonest() -> date:
    """Nothing is done of which nobody was warned."""
    return today_here() + WARNED_BEFORE


def latest() -> date:
    return months_after(today_here(), 12 * YEARS_AT_MOST)


@retention.post("/courses/<int:course_id>/retention")
def change(course_id):
    course = find(Course, course_id, to=FACILITATE)
    course.keep_until, course.way_to_end = day_taken(course), way_taken()
    return leads_to(url_for("retention.show", course_id=course.id, saved="yes"))


def day_taken(course: Course) -> date | None:
    if request.form.get("until") != "own":
        return None
    try:
        day = date.fromisoformat(request.form.get("keep_until", "").strip())
    except ValueError:
        raise Unsuitable("keep_until", _("Say the day as a date.")) from None
    if day != course.keep_until and not soonest() <= day <= latest():
        raise Unsuitable("keep_until", _("Choose a day that is at least %(days)s days and at most %(years)s years ahead. If the course is to end sooner, end it by hand.",
                                         days=WARNED_BEFORE // timedelta(days=1), years=YEARS_AT_MOST))
    return day


def way_taken() -> str | None:
    way = request.form.get("way", "")
    if way not in ("", *WAYS_TO_END):
        raise Unsuitable("way", _("There is no such choice."))
    return way or None


@retention.get("/courses/<int:course_id>/retention/everything.zip")
def download(course_id):
    course = find(Course, course_id, to=FACILITATE)
    return saved_as(safe_name(f"{course.title[:40]} {today_here().isoformat()}", "zip", "course"), packet_of(course), "application/zip")


@retention.get("/courses/<int:course_id>/retention/anonymisation")
def ask_anonymisation(course_id):
    return page("anonymise", find(Course, course_id, to=FACILITATE))


@retention.get("/courses/<int:course_id>/retention/erasure")
def ask_erasure(course_id):
    return page("erase", find(Course, course_id, to=FACILITATE))


@retention.post("/courses/<int:course_id>/retention/anonymisation")
def anonymise_now(course_id):
    return end_now(find(Course, course_id, to=FACILITATE), ANONYMISE)


@retention.post("/courses/<int:course_id>/retention/erasure")
def erase_now(course_id):
    return end_now(find(Course, course_id, to=FACILITATE), ERASE)


def end_now(course: Course, way: str):
    """Whoever does it is in the course no more than the others, so the answer is a page for everybody."""
    if request.form.get("sure") != "yes":
        raise Unsuitable("sure", _("Tick the box to say that you are sure."))
    end(course, way)
    return redirect(url_for("retention.ended", way=way), 303)


@retention.get("/retention/<any(anonymise, erase):way>")
@public
def ended(way):
    framed_by_anybody()
    return render_template("retention/ended.html", way=way)


def warned_end_of(course: Course) -> Keeping | None:
    """For the course's home: what its facilitators are warned of, if they are. Asks nothing where there is no warning."""
    if course.warned_at is None:
        return None
    keeping = keeping_of(course)
    return keeping if is_warned(course, keeping) else None
