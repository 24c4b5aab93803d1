"""What a link opens: chosen once by a facilitator; a participant is told politely that it is not ready."""
from flask import Blueprint, redirect, render_template, request
from flask_babel import gettext as _

from ..access import FACILITATE, SEE, find, here
from ..activities.activity import TITLE_LIMIT, activities_of
from ..activities.kinds import all_kinds
from ..activities.placement import Placement, placed_address
from ..db import Wording, db
from ..web import Unsuitable, leads_to

placements = Blueprint("placements", __name__)


@placements.get("/placements/<int:placement_id>")
def show(placement_id):
    placement = find(Placement, placement_id, to=SEE)
    viewer = here()
    if not viewer.own.facilitates:
        if placement.is_ready_for(facilitates=False):
            return redirect(placed_address(placement, facilitates=False))
        return render_template("placements/not_ready.html", placement=placement, course=placement.course, viewpoint=viewer.own)
    return render_template("placements/choose.html", placement=placement, course=placement.course, viewpoint=viewer.own, kinds=all_kinds(),
                           activities=activities_of(placement.course_id))


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
    elif what == "new" and name in {kind.name for kind in all_kinds()}:
        kind = next(kind for kind in all_kinds() if kind.name == name)
        title = (placement.title or kind.label())[:TITLE_LIMIT]
        activity = kind.make(placement.course, Wording({placement.course.languages[0]: title}))
        placement.open_activity(activity)
    else:
        raise Unsuitable("opens", _("Choose what the link opens."))
    db.session.flush()
    return leads_to(placed_address(placement, facilitates=True))
