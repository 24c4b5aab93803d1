"""What this room holds about a person: themselves and their memberships."""
import sqlalchemy as sa
from flask_babel import gettext as _

from ..db import db
from ..web import current_language, language_name
from .held import Held, register_held
from .listed import Region, WorkRole
from .membership import FACILITATOR, Membership
from .person import Person


def show_person(person_id):
    person = db.session.get(Person, person_id)
    return [{
        _("Learning platform"): person.issuer, _("User id there"): person.subject, _("Name from the platform"): person.platform_name,
        _("Name given here"): person.own_name, _("Language chosen here"): language_name(person.own_language or ""), _("Language of the platform"): person.locale,
        _("Language of the last note"): language_name(person.note_language or ""),
        _("Colours"): {"light": _("Light"), "dark": _("Dark")}.get(person.scheme, _("As the device")), _("First visit"): person.arrived_at,
        _("Opens in a window of its own"): person.prefers_window,
        _("Boards are shown as"): {"outline": _("Outline")}.get(person.view, _("Board")), _("Low-stimulus view"): person.calm,
        _("What others do is said aloud"): {"all": _("Everything")}.get(person.announcements, _("Nothing") if person.announcements == "off" else _("In short")),
        _("Hotkeys"): person.hotkeys,
    }]


def listed_name(number, kind) -> str | None:
    line = number and db.session.get(kind, number)
    return str(line.name.best(current_language())) if line else None


def show_memberships(person_id):
    memberships = db.session.scalars(sa.select(Membership).filter_by(person_id=person_id).order_by(Membership.id))
    return [{
        _("Course"): m.course.title, _("Number in the course"): m.number, _("Role by the last launch"): _("Facilitator") if m.launched_as == FACILITATOR else _("Participant"),
        _("Course admin"): m.is_course_admin, _("Co-facilitator"): m.is_cofacilitator, _("Has opened it as a teacher"): m.instructor_once,
        _("Region"): listed_name(m.region_id, Region), _("Role at work"): listed_name(m.work_role_id, WorkRole), _("Asked for region and role"): m.asked_at,
        _("First visit"): m.arrived_at, _("Last visit"): m.seen_at, _("Visit before that"): m.visited_before_at,
        _("First words put away"): m.welcomed_at,
    } for m in memberships]


def erase_memberships(person_id, leave_texts):
    db.session.execute(sa.delete(Membership).filter_by(person_id=person_id))


def register_holdings(app) -> None:
    register_held(app, Held("membership", lambda: _("Courses you have been in"), show_memberships, erase_memberships))
    # The person's own row goes last, when nothing refers to it any more: erase_person does it.
    register_held(app, Held("person", lambda: _("About you"), show_person, lambda person_id, leave_texts: None))
