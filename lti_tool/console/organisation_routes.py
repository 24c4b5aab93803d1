"""Who stands behind a platform's courses: names, contacts, the funding line, how long things are kept."""
from flask import Blueprint, current_app, request, url_for
from flask_babel import gettext as _

from ..files import ALTERNATIVE_LIMIT
from ..people.organisation import CONTACT_LIMIT, FUNDING_LIMIT, NAME_LIMIT, WAYS_TO_END, kept_organisation, organisation_at
from ..web import Unsuitable, leads_to, take_text, take_wording
from .guard import find_administered
from .logo_routes import LOGO_AT_MOST
from .page import page

organisations = Blueprint("organisations", __name__)
CONTACTS = ("help_contact", "accessibility_contact", "privacy_contact")
MONTHS_AT_MOST = 120


@organisations.get("/console/platforms/<int:platform_id>/organisation")
def edit(platform_id):
    platform = find_administered(platform_id)
    return page("organisation", platform, organisation=organisation_at(platform.issuer, platform.client_id), name_limit=NAME_LIMIT, contact_limit=CONTACT_LIMIT,
                funding_limit=FUNDING_LIMIT, months_at_most=MONTHS_AT_MOST, alternative_limit=ALTERNATIVE_LIMIT, logo_megabytes=LOGO_AT_MOST // (1024 * 1024))


@organisations.post("/console/platforms/<int:platform_id>/organisation")
def change(platform_id):
    platform = find_administered(platform_id)
    organisation = kept_organisation(platform.issuer, platform.client_id)
    organisation.name = take_text("name", NAME_LIMIT, one_line=True, guarded=False)
    for field in CONTACTS:  # e-mail addresses and phone numbers belong here
        setattr(organisation, field, take_text(field, CONTACT_LIMIT, one_line=True, guarded=False))
    organisation.funding = take_wording("funding", FUNDING_LIMIT, current_app.config["LANGUAGES"], organisation.funding, one_line=True)
    organisation.retention_months, organisation.way_to_end = months_taken(), way_taken()
    return leads_to(url_for("organisations.edit", platform_id=platform.id, saved="yes"))


def months_taken() -> int | None:
    """None: as the settings say. 0: without an end."""
    text = take_text("retention_months", 10, one_line=True, guarded=False)
    if not text:
        return None
    if not (text.isascii() and text.isdigit()) or int(text) > MONTHS_AT_MOST:
        raise Unsuitable("retention_months", _("Write the months as a number from 0 to %(most)s, or leave the field empty.", most=MONTHS_AT_MOST))
    return int(text)


def way_taken() -> str:
    if request.form.get("way_to_end") not in WAYS_TO_END:
        raise Unsuitable("way_to_end", _("There is no such choice."))
    return request.form["way_to_end"]
