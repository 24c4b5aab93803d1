"""What facilitators do with an activity as a whole, and listening to it."""
from flask import Blueprint, render_template, request, url_for
from flask_babel import force_locale
from flask_babel import gettext as _

from ..access import FACILITATE, SEE, find, here
from ..db import Wording, db
from ..live import admit, changes_answer, new_operation
from ..people import Course
from ..web import Unsuitable, leads_to, take_wording, thing_number
from .activity import OPEN, STATES, TITLE_LIMIT, Activity, activities_of
from .kinds import Kind, Start, all_kinds, kind_of

activities = Blueprint("activities", __name__)


def to_home(activity: Activity):
    return leads_to(url_for("home.show", course_id=activity.course_id))


@activities.get("/courses/<int:course_id>/activities")
def new(course_id):
    course = find(Course, course_id, to=FACILITATE)
    starts = {kind.name: kind.starts(course) for kind in all_kinds()}
    return render_template("activities/new.html", course=course, kinds=all_kinds(), starts=starts, chosen=request.args.get("start", ""), op=new_operation(),
                           viewpoint=here().own)


@activities.post("/courses/<int:course_id>/activities")
def make(course_id):
    course = find(Course, course_id, to=FACILITATE)
    kind, start = beginning_taken(course)
    title = take_wording("title", TITLE_LIMIT, course.languages, required=start is None, one_line=True)
    activity = kind.make(course, title or start.title, start.key if start else "")
    if request.form.get("open"):
        activity.set_state(OPEN)
    return leads_to(kind.address(activity.id))


def beginning_taken(course: Course) -> tuple[Kind, Start | None]:
    """What is to be made, and from which template; without one it begins empty. The form says both in one ("wall:practices"), or the kind by itself."""
    name, _sep, key = request.form.get("start", "").rpartition(":")
    kind = next((kind for kind in all_kinds() if kind.name == (name or request.form.get("kind"))), None)
    if kind is None:
        raise Unsuitable("kind", _("Choose what to make."))
    return kind, start_taken(kind, course, key)


def start_taken(kind: Kind, course: Course, key: str) -> Start | None:
    """The template that was chosen; None: begin empty."""
    if not key:
        return None
    if start := next((start for start in kind.starts(course) if start.key == key), None):
        return start
    raise Unsuitable("start", _("That template is no longer there."))


@activities.get("/courses/<int:course_id>/deleted")
def deleted(course_id):
    course = find(Course, course_id, to=FACILITATE)
    return render_template("activities/deleted.html", course=course, activities=activities_of(course.id, deleted=True), viewpoint=here().own)


@activities.get("/activities/<int:activity_id>/title")
def edit_title(activity_id):
    activity = find(Activity, activity_id, to=FACILITATE)
    return render_template("activities/title.html", activity=activity, course=activity.course, viewpoint=here().own)


@activities.post("/activities/<int:activity_id>")
def rename(activity_id):
    activity = find(Activity, activity_id, to=FACILITATE)
    activity.rename(take_wording("title", TITLE_LIMIT, activity.course.languages, activity.title, required=True, one_line=True))
    return to_home(activity)


@activities.post("/activities/<int:activity_id>/state")
def set_state(activity_id):
    activity = find(Activity, activity_id, to=FACILITATE)
    if request.form.get("state") not in STATES:
        raise Unsuitable("state", _("There is no such state."))
    activity.set_state(request.form["state"])
    return leads_to(kind_of(activity.kind).address(activity.id)) if request.form.get("stay") else to_home(activity)


@activities.post("/activities/<int:activity_id>/position")
def move(activity_id):
    activity = find(Activity, activity_id, to=FACILITATE)
    after = request.form.get("after", type=thing_number)
    other = db.session.get(Activity, after) if after else None
    if after and (other is None or other.course_id != activity.course_id or other is activity):
        raise Unsuitable("after", _("What you chose is not in this course."))
    activity.move_after(other)
    return to_home(activity)


@activities.post("/activities/<int:activity_id>/copy")
def copy(activity_id):
    activity = find(Activity, activity_id, to=FACILITATE)
    copy_beside(activity)
    return to_home(activity)


def copy_beside(activity: Activity) -> Activity:
    """In the same course, as a draft that is called a copy."""
    title = Wording({language: copy_title(language, text) for language, text in activity.title.items()})
    copy = kind_of(activity.kind).copy(activity, title, activity.course)
    copy.origin_id = activity.id
    return copy


def copy_title(language: str, title: str) -> str:
    """In the version's own language; a title that fills its limit stays as it is."""
    with force_locale(language):
        marked = _("%(title)s (copy)", title=title)
    return marked if len(marked) <= TITLE_LIMIT else title


@activities.post("/activities/<int:activity_id>/deletion")
def delete(activity_id):
    activity = find(Activity, activity_id, to=FACILITATE)
    activity.delete()
    return leads_to(url_for("home.show", course_id=activity.course_id, deleted=activity.id))


@activities.post("/activities/<int:activity_id>/restoration")
def restore(activity_id):
    activity = find(Activity, activity_id, to=FACILITATE)
    activity.restore()
    return to_home(activity)


@activities.get("/activities/<int:activity_id>/stream")
def stream(activity_id):
    find(Activity, activity_id, to=SEE)
    return admit(here())


@activities.get("/activities/<int:activity_id>/changes")
def changes(activity_id):
    find(Activity, activity_id, to=SEE)
    return changes_answer(here())
