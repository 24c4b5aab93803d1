"""The logo of an organisation: written anew like every picture, seen by the members of its courses and by nobody else."""
import sqlalchemy as sa
from flask import Blueprint, abort, current_app, request, url_for

from ..access import the_person
from ..db import db, transaction
from ..files import ALTERNATIVE_LIMIT, StoredFile, forget_soon, send_stored, take_picture
from ..files.stored_file import row_of
from ..lti.administrator import administers
from ..lti.platform import find_platform
from ..people import CourseContext, Membership, Organisation, Person
from ..people.organisation import kept_organisation, organisation_at
from ..web import checked, leads_to, own_transactions, take_wording, takes_up_to
from .guard import find_administered

logos = Blueprint("logos", __name__)
LOGO_AT_MOST = 2 * 1024 * 1024
WITH_ITS_FORM = 2 * LOGO_AT_MOST  # so that a picture that is somewhat too large is refused in words about pictures


@logos.get("/organisations/<int:organisation_id>/logo")
def show(organisation_id):
    person, organisation = the_person(), db.session.get(Organisation, organisation_id)
    if organisation is None or organisation.logo_id is None or not belongs_to(person, organisation):
        abort(404)
    checked()
    file = db.session.get(StoredFile, organisation.logo_id)
    return send_stored(file, f"logo.{file.kind.name}", small=True)


def belongs_to(person: Person, organisation: Organisation) -> bool:
    """A member of one of its courses, or somebody who looks after its platform."""
    keys = dict(issuer=organisation.issuer, client_id=organisation.client_id)
    courses = sa.select(CourseContext.course_id).filter_by(**keys)
    if db.session.scalar(sa.select(sa.exists().where(Membership.person_id == person.id, Membership.course_id.in_(courses)))):
        return True
    platform = find_platform(**keys)
    return platform is not None and administers(platform.id, person)


@logos.post("/console/platforms/<int:platform_id>/organisation/logo")
@own_transactions
@takes_up_to(WITH_ITS_FORM)
def change(platform_id):
    """A picture takes a while: it is opened between the question whether one may and the writing. Without a new one only the words change."""
    with transaction():
        platform = find_administered(platform_id)
        organisation = organisation_at(platform.issuer, platform.client_id)
        alternative = alternative_taken(organisation)
        keeps = organisation.logo_id is not None and not request.files.get("file")
    upload = None if keeps else take_picture("file", LOGO_AT_MOST)
    with transaction():
        platform = find_administered(platform_id)
        organisation = kept_organisation(platform.issuer, platform.client_id)
        organisation.logo_alternative = alternative
        if upload:
            exchange(organisation, row_of(upload).id)
        return leads_to(url_for("organisations.edit", platform_id=platform.id, saved="yes"))


def alternative_taken(organisation: Organisation):
    return take_wording("alternative", ALTERNATIVE_LIMIT, current_app.config["LANGUAGES"], organisation.logo_alternative, required=True, one_line=True)


@logos.post("/console/platforms/<int:platform_id>/organisation/logo/removal")
def remove(platform_id):
    platform = find_administered(platform_id)
    organisation = organisation_at(platform.issuer, platform.client_id)
    if organisation.logo_id is not None:
        exchange(organisation, None)
    return leads_to(url_for("organisations.edit", platform_id=platform.id, saved="yes"))


def exchange(organisation: Organisation, number: int | None) -> None:
    """The new logo for the old one, which goes with its bytes unless something else refers to them."""
    before, organisation.logo_id = organisation.logo_id, number
    if before is not None and before != number:
        forget_soon({before})
