"""The series of a course: all of them in a list, each as a page for everybody; making, describing and deleting them is the facilitators'."""
from flask import Blueprint, g, render_template, request, url_for
from flask_babel import gettext as _

from ..access import FACILITATE, SEE, find, here
from ..db import db
from ..live import Viewpoint, head_of, new_operation, operation_done, remember_operation
from ..people import Course
from ..people.names import NamesOneByOne
from ..web import Unsuitable, current_language, leads_to, take_wording, thing_number
from .action import actions_in
from .announcement import announcements_of
from .series import GOAL_LIMIT, THEME_LIMIT, TITLE_LIMIT, Series, make_series, series_of
from .series_reading import shown_on_home, the_next, with_preassignment, workshops_of

series_pages = Blueprint("series", __name__)


def to_list(course_id: int, **how):
    return leads_to(url_for("series.show_all", course_id=course_id, **how))


def to_page(series: Series, **how):
    return leads_to(url_for("series.show", series_id=series.id, **how))


def words_taken(languages, before: Series | None = None):
    return (take_wording("title", TITLE_LIMIT, languages, before and before.title, required=True, one_line=True),
            take_wording("theme", THEME_LIMIT, languages, before and before.theme, one_line=True),
            take_wording("goal", GOAL_LIMIT, languages, before and before.goal))


@series_pages.get("/courses/<int:course_id>/series")
def show_all(course_id):
    course = find(Course, course_id, to=SEE)
    deleted = series_of(course.id, deleted=True) if here().own.facilitates else []
    return render_template("workshops/series_list.html", course=course, all_series=series_of(course.id), deleted=deleted, op=new_operation(), viewpoint=here().own,
                           shown={shown.series.id: shown for shown in shown_on_home(course.id, here().own)}, just_deleted=request.args.get("deleted", type=thing_number))


@series_pages.post("/courses/<int:course_id>/series")
def make(course_id):
    course = find(Course, course_id, to=FACILITATE)
    if part := operation_done(course.topic_id):
        return leads_to(url_for("series.arrange", series_id=int(part.partition(":")[2])))
    series = make_series(course, *words_taken(course.languages))
    remember_operation(course.topic_id, f"series:{series.id}")
    return leads_to(url_for("series.arrange", series_id=series.id))


@series_pages.get("/series/<int:series_id>")
def show(series_id):
    series = find(Series, series_id, to=SEE)
    viewpoint, seq = here().own, head_of(series.course.topic_id)
    workshops = workshops_of(series, viewpoint)
    coming = the_next(workshops)
    facilitates = viewpoint.facilitates
    return render_template("workshops/series.html", series=series, course=series.course, workshops=workshops, next=coming, prepares=with_preassignment([coming]), viewpoint=viewpoint,
                           announcements=announcements_of(series.id), deleted=announcements_of(series.id, deleted=True) if facilitates else [], actions=actions_in(series.id),
                           names=NamesOneByOne(series.course_id, g.membership), op=new_operation(), just_deleted=request.args.get("deleted", type=thing_number), seq=seq)


@series_pages.get("/series/<int:series_id>/words")
def edit(series_id):
    series = find(Series, series_id, to=FACILITATE)
    return render_template("workshops/series_words.html", series=series, course=series.course, viewpoint=here().own)


@series_pages.post("/series/<int:series_id>")
def change(series_id):
    series = find(Series, series_id, to=FACILITATE)
    series.describe(*words_taken(series.course.languages, series))
    return to_page(series)


@series_pages.post("/series/<int:series_id>/position")
def move(series_id):
    series = find(Series, series_id, to=FACILITATE)
    after = request.form.get("after", type=thing_number)
    other = db.session.get(Series, after) if after else None
    if after and (other is None or other.course_id != series.course_id or other is series):
        raise Unsuitable("after", _("What you chose is not in this course."))
    series.move_after(other)
    return to_list(series.course_id)


@series_pages.post("/series/<int:series_id>/deletion")
def delete(series_id):
    series = find(Series, series_id, to=FACILITATE)
    series.delete()
    return to_list(series.course_id, deleted=series.id)


@series_pages.post("/series/<int:series_id>/restoration")
def restore(series_id):
    series = find(Series, series_id, to=FACILITATE)
    series.restore()
    return to_list(series.course_id)


def render_series_news(number: int, viewpoint: Viewpoint) -> str:
    """Nothing moves under a reader: the page offers to show what is new."""
    series = db.session.get(Series, number)
    return render_template("workshops/series_news_part.html", number=number) if series is not None and series.in_sight_of(viewpoint) else ""


def render_at_home(course, viewpoint, **_rest) -> str:
    shown = shown_on_home(course.id, viewpoint)
    if not shown:
        return ""
    reading = (current_language(), *course.languages)
    return render_template("workshops/series_at_home.html", course=course, viewpoint=viewpoint, shown=shown, prepares=with_preassignment([one.next for one in shown]), reading=reading)


def render_home_menu(course, **_rest) -> str:
    return render_template("workshops/series_home_menu.html", course=course)
