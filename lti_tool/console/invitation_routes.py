"""Invitations: links with which platforms register themselves. For operators."""
from flask import Blueprint, abort, url_for
from flask_babel import gettext as _

from ..access.operator import the_operator
from ..db import db
from ..lti.invitation import VALID, Invitation, UnsuitableHost, all_invitations, invite
from ..lti.platform import all_platforms
from ..web import Unsuitable, leads_to, take_text
from .page import page

invitations = Blueprint("invitations", __name__)
HOST_LIMIT = 260


@invitations.get("/console/invitations")
def show():
    the_operator()
    return listing()


def listing(made: Invitation | None = None, address: str = "") -> str:
    names = {platform.id: platform.name for platform in all_platforms()}
    return page("invitations", invitations=all_invitations(), names=names, made=made, address=address, days=VALID.days)


@invitations.post("/console/invitations")
def make():
    """Answered with the page itself: the address is told now and kept nowhere."""
    the_operator()
    try:
        made, address = invite(take_text("host", HOST_LIMIT, required=True, one_line=True, guarded=False))
    except UnsuitableHost:
        raise Unsuitable("host", _("Write the platform's address or its host, for example moodle.example.")) from None
    return listing(made, address)


@invitations.post("/console/invitations/<int:invitation_id>/withdrawal")
def withdraw(invitation_id):
    the_operator()
    invitation = db.session.get(Invitation, invitation_id) or abort(404)
    if invitation.is_good:
        invitation.withdraw()
    return leads_to(url_for("invitations.show"))
