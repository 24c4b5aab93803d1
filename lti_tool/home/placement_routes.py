"""What a link opens: chosen once by a facilitator; a participant is told politely that it is not ready."""
from flask import Blueprint, g, redirect, render_template, request, url_for
from flask_babel import gettext as _

from ..access import FACILITATE, SEE, find, here
from ..activities.activity import TITLE_LIMIT, activities_of
from ..activities.activity_routes import copy_beside
from ..activities.carried_link import named_alike, twin_of
from ..activities.copied_course import readable_here
from ..activities.kinds import all_kinds, kind_of
from ..activities.placement import ARCHIVE, Placement, placed_address
from ..db import Wording, db
from ..web import Refusal, Unsuitable, leads_to
from .offer import is_asked, offer_to

placements = Blueprint("placements", __name__)


class LinkIsNoDuplicate(Refusal):
    """It is placed, or no other link carries what it carries."""

    status = 409

    def words(self):
        return (_("There is nothing to decide about this link"), _("It opens something already, or the link that it was copied from is gone."),
                _("Open the link in your course to see what it opens."))


@placements.get("/placements/<int:placement_id>")
def show(placement_id):
    placement = find(Placement, placement_id, to=SEE)
    viewer, course = here(), placement.course
    if not viewer.own.facilitates:
        if placement.is_ready_for(facilitates=False):
            return redirect(placed_address(placement, facilitates=False))
        return render_template("placements/not_ready.html", placement=placement, course=course, viewpoint=viewer.own)
    if placement.opens is None and "choose" not in request.args:
        if is_asked(course, g.membership):
            return redirect(url_for("origin.show", course_id=course.id, link=placement.id))
        if twin_of(placement):
            return redirect(url_for("placements.duplicate", placement_id=placement.id))
    return render_template("placements/choose.html", placement=placement, course=course, viewpoint=viewer.own, kinds=all_kinds(), kind_of=kind_of,
                           activities=activities_of(placement.course_id), alike=named_alike(placement), readable=readable_here(course),
                           offer=offer_to(course, g.membership), is_gone=placement.opens == ARCHIVE)


@placements.get("/placements/<int:placement_id>/duplicate")
def duplicate(placement_id):
    placement = find(Placement, placement_id, to=FACILITATE)
    twin = twin_of(placement) if placement.opens is None else None
    if twin is None:
        return redirect(placed_address(placement, facilitates=True))
    return render_template("placements/duplicate.html", placement=placement, twin=twin, course=placement.course, viewpoint=here().own, kind=kind_of(twin.activity.kind))


@placements.post("/placements/<int:placement_id>/duplicate")
def decide_about_duplicate(placement_id):
    placement = find(Placement, placement_id, to=FACILITATE)
    twin = twin_of(placement) if placement.opens is None else None
    if twin is None:
        raise LinkIsNoDuplicate
    if request.form.get("duplicate") not in ("share", "copy"):
        raise Unsuitable("duplicate", _("Choose what this link opens."))
    placement.open_activity(twin.activity if request.form["duplicate"] == "share" else copy_beside(twin.activity))
    db.session.flush()
    return leads_to(placed_address(placement, facilitates=True))


@placements.post("/placements/<int:placement_id>")
def place(placement_id):
    placement = find(Placement, placement_id, to=FACILITATE)
    what, _sep, name = request.form.get("opens", "").partition(":")
    if what == "home":
        placement.open_home()
    elif what == "activity":
        activity = next((a for a in activities_of(placement.course_id) if str(a.id) == name), None)
        if activity is None:
            raise Unsuitable("opens", _("What you chose is not in this course."))
        placement.open_activity(activity)
    elif what == "archive":
        activity = next((a for a in readable_here(placement.course) if str(a.id) == name), None)
        if activity is None:
            raise Unsuitable("opens", _("What you chose is not in this course."))
        placement.open_archive(activity.id)
    elif what == "new" and name in {kind.name for kind in all_kinds()}:
        kind = next(kind for kind in all_kinds() if kind.name == name)
        title = (placement.title or kind.label())[:TITLE_LIMIT]
        activity = kind.make(placement.course, Wording({placement.course.languages[0]: title}))
        placement.open_activity(activity)
    else:
        raise Unsuitable("opens", _("Choose what the link opens."))
    db.session.flush()
    return leads_to(placed_address(placement, facilitates=True))
