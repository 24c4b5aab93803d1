"""Who administers a platform: by their launches, or invited by another who does."""
import sqlalchemy as sa
from flask import Blueprint, request, url_for
from flask_babel import gettext as _

from ..access import the_person
from ..db import db, sort_key
from ..lti.administrator import Administrator, administrator, invite, uninvite
from ..lti.platform import Platform
from ..web import Refusal, Unsuitable, leads_to, thing_number
from .candidates import candidates_called, is_candidate
from .guard import find_administered, find_fellow
from .page import page

administrators = Blueprint("administrators", __name__)
WORDS_LIMIT = 80


class OwnInvitation(Refusal):
    """Whoever withdraws their own invitation could not take it back."""

    status = 409

    def words(self):
        return (_("This would lock you out"), _("You administer this platform by invitation: without it you could not open this page any more."),
                _("Ask another administrator to withdraw it."))


@administrators.get("/console/platforms/<int:platform_id>/administrators")
def show(platform_id):
    platform, words = find_administered(platform_id), request.args.get("name", "")[:WORDS_LIMIT]
    found, number = candidates_called(platform, words)
    return page("administrators", platform, fellows=fellows_of(platform), own=the_person().id, found=found, number=number, words=words)


def fellows_of(platform: Platform) -> list[Administrator]:
    """In the order of their names."""
    fellows = db.session.scalars(sa.select(Administrator).filter_by(platform_id=platform.id).options(sa.orm.joinedload(Administrator.person)))
    return sorted(fellows, key=lambda fellow: (fellow.person.given_name is None, sort_key(fellow.person.given_name or fellow.person.subject), fellow.id))


@administrators.post("/console/platforms/<int:platform_id>/administrators")
def add(platform_id):
    platform, person = find_administered(platform_id), request.form.get("person_id", 0, type=thing_number)
    if administrator(platform.id, person) is None:
        if not is_candidate(platform, person):
            raise Unsuitable("person_id", _("Choose somebody from the list: people who have been here as facilitators."))
        invite(platform.id, person)
    return leads_to(url_for("administrators.show", platform_id=platform.id, saved="yes"))


@administrators.post("/console/administrators/<int:administrator_id>/withdrawal")
def withdraw(administrator_id):
    fellow = find_fellow(administrator_id)
    platform = fellow.platform_id
    if fellow.person_id == the_person().id and not fellow.by_launch:
        raise OwnInvitation
    uninvite(fellow)
    return leads_to(url_for("administrators.show", platform_id=platform, saved="yes"))
