"""Where the console begins, and one platform: how it is doing, what it is called, by which addresses it is known."""
from flask import Blueprint, abort, redirect, request, url_for
from flask_babel import gettext as _

from ..access import the_person
from ..access.operator import is_operator, the_operator
from ..access.tickets import own_path
from ..db import db, sort_key
from ..lti.administrator import platforms_administered_by
from ..lti.outcome import refusal_of
from ..lti.platform import Platform, UnsuitablePlatform, all_platforms, platforms_of, suitable_id, suitable_origin
from ..notices.feedback import unhandled_count
from ..web import Unsuitable, checked, leads_to, take_text
from .guard import find_administered
from .page import page
from .standing import recent, standings

platforms = Blueprint("platforms", __name__)
NAME_LIMIT, LINES_AT_MOST = 120, 50


@platforms.get("/console")
def begin():
    """An administrator of one platform is led to it."""
    person = the_person()
    if is_operator(person):
        return redirect(url_for("platforms.show_all"))
    own = platforms_administered_by(person)
    if not own:
        abort(404)
    checked()
    return redirect(url_for("platforms.show", platform_id=own[0].id)) if len(own) == 1 else listing(own)


@platforms.get("/console/platforms")
def show_all():
    the_operator()
    shown = sorted(all_platforms(), key=lambda platform: (not platform.waits, sort_key(platform.name), platform.id))
    return listing(shown, unhandled_count(None, None))


def listing(shown: list[Platform], unhandled: int = 0) -> str:
    issuers = [platform.issuer for platform in shown]
    return page("platforms", platforms=shown, standings=standings(shown), shared={issuer for issuer in issuers if issuers.count(issuer) > 1}, unhandled=unhandled)


@platforms.get("/console/platforms/<int:platform_id>")
def show(platform_id):
    platform = find_administered(platform_id)
    going = recent(platform)
    namesakes = [other for other in platforms_of(platform.issuer) if other is not platform] if is_operator(the_person()) else []
    return page("platform", platform, recent=going, latest_refusal=going.refused_since and refusal_of(going.refused_since), namesakes=namesakes, name_limit=NAME_LIMIT,
                unhandled=unhandled_count(platform.issuer, platform.client_id))


@platforms.post("/console/platforms/<int:platform_id>")
def rename(platform_id):
    platform = find_administered(platform_id)
    platform.change(name=take_text("name", NAME_LIMIT, required=True, one_line=True, guarded=False))
    return leads_to(url_for("platforms.show", platform_id=platform.id, saved="yes"))


@platforms.post("/console/platforms/<int:platform_id>/connection")
def change_connection(platform_id):
    the_operator()
    platform = find_administered(platform_id)
    platform.change(deployment_ids=deployments_taken(platform), frame_origins=origins_taken())
    db.session.flush()
    return leads_to(url_for("platforms.show", platform_id=platform.id, saved="yes"))


@platforms.post("/console/platforms/<int:platform_id>/approval")
def approve(platform_id):
    the_operator()
    find_administered(platform_id).approve()
    return leads_to(own_path(request.form.get("back") or url_for("platforms.show", platform_id=platform_id)))


@platforms.post("/console/platforms/<int:platform_id>/enabling")
def set_enabled(platform_id):
    the_operator()
    platform = find_administered(platform_id)
    if request.form.get("enabled") == "yes":
        platform.enable()
    else:
        platform.disable()
    return leads_to(own_path(request.form.get("back") or url_for("platforms.show", platform_id=platform_id)))


def lines_taken(field: str) -> list[str]:
    """One thing in each line, each once."""
    lines = list(dict.fromkeys(line.strip() for line in take_text(field, 5000, guarded=False).splitlines() if line.strip()))
    if len(lines) > LINES_AT_MOST:
        raise Unsuitable(field, _("There are more than %(number)s lines.", number=LINES_AT_MOST))
    return lines


def deployments_taken(platform: Platform) -> list[str] | None:
    """None: there are none yet, the first launch tells its own."""
    wanted = lines_taken("deployments")
    if not wanted and not platform.deployments:
        return None
    if not wanted:
        raise Unsuitable("deployments", _("The platform needs at least one deployment ID: without one nobody could be let in."))
    if wrong := next((line for line in wanted if not suitable_id(line)), None):
        raise Unsuitable("deployments", _("“%(text)s” cannot be a deployment ID.", text=wrong[:60]))
    return wanted


def origins_taken() -> list[str]:
    wanted = lines_taken("frame_origins")
    for line in wanted:
        try:
            suitable_origin(line)
        except (UnsuitablePlatform, ValueError):
            raise Unsuitable("frame_origins", _("“%(text)s” is not an origin: write it as https://moodle.example, without a path.", text=line[:60])) from None
    return wanted
