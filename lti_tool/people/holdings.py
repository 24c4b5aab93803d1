"""What this room holds about a person: themselves and their memberships."""
import sqlalchemy as sa
from flask_babel import gettext as _

from ..db import db
from ..mail import mail_is_set_up
from ..web import current_language, language_name
from .course import Course
from .held import Held, of_no_course, register_held
from .listed import Region, WorkRole
from .group import GroupMember, PlatformGroup
from .membership import FACILITATOR, Membership
from .person import Person
from .roster import RosterEntry


def show_person(person_id):
    person = db.session.get(Person, person_id)
    return [{
        _("Learning platform"): person.issuer, _("User id there"): person.subject, _("Name from the platform"): person.platform_name,
        _("E-mail from the platform"): person.email, _("Name given here"): person.own_name, _("Language chosen here"): language_name(person.own_language or ""), _("Language of the platform"): person.locale,
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


def show_groups(person_id):
    groups = db.session.scalars(sa.select(PlatformGroup).join(GroupMember).join(Membership, Membership.id == GroupMember.membership_id)
                                .where(Membership.person_id == person_id).order_by(PlatformGroup.id))
    return [{_("Group"): str(group.name.best(current_language())) or group.number} for group in groups]


def erase_groups(person_id, leave_texts):
    own = sa.select(Membership.id).where(Membership.person_id == person_id)
    db.session.execute(sa.delete(GroupMember).where(GroupMember.membership_id.in_(own)))


def listings_of(person_id):
    person = db.session.get(Person, person_id)
    return sa.and_(RosterEntry.issuer == person.issuer, RosterEntry.subject == person.subject)


def show_listings(person_id):
    entries = db.session.execute(sa.select(RosterEntry, Course.title).join(Course, Course.id == RosterEntry.course_id).where(listings_of(person_id))
                                 .order_by(RosterEntry.id))
    return [{_("Course"): title, _("Name from the platform"): entry.name, _("Role"): _("Facilitator") if entry.role == FACILITATOR else _("Participant"),
             _("Listed last"): entry.listed_at, _("No longer listed since"): entry.left_at} for entry, title in entries]


def erase_listings(person_id, leave_texts):
    db.session.execute(sa.delete(RosterEntry).where(listings_of(person_id)))


def anonymise_groups(course_id):
    db.session.execute(sa.delete(GroupMember).where(GroupMember.group_id.in_(sa.select(PlatformGroup.id).where(PlatformGroup.course_id == course_id))))


def anonymise_listings(course_id):
    db.session.execute(sa.delete(RosterEntry).where(RosterEntry.course_id == course_id))


def anonymise_memberships(course_id):
    db.session.execute(sa.delete(Membership).where(Membership.course_id == course_id))


def purpose_of_person():
    told = _("So that you are known when you come again, and are called by your name in the language and colours you want.")
    return told + " " + _("Your e-mail address is kept so that facilitators can be told before a course ends.") if mail_is_set_up() else told


def how_long_listings_are_kept():
    return (_("Until you erase your data, or the course ends here; for a month after the platform no longer lists you, if you have never been here.") + " "
            + _("As long as the platform lists you in a course, its next list names you again."))


def register_holdings(app) -> None:
    register_held(app, Held("group_member", lambda: _("Groups of the learning platform"), lambda: _("So that groups can work on their own."),
                            lambda: _("As your latest launch says, until the course ends here."), show_groups, erase_groups, anonymise_groups))
    register_held(app, Held("roster_entry", lambda: _("Courses in which the platform lists you"),
                            lambda: _("So that facilitators see who belongs to the course and has not been here yet."),
                            how_long_listings_are_kept, show_listings, erase_listings, anonymise_listings))
    register_held(app, Held("membership", lambda: _("Courses you have been in"), lambda: _("So that your role in a course is known, and what is new since your last visit can be marked."),
                            lambda: _("Until you erase your data, or the course ends here."), show_memberships, erase_memberships, anonymise_memberships))
    # The person's own row goes last, when nothing refers to it any more: erase_person does it.
    register_held(app, Held("person", lambda: _("About you"), purpose_of_person, lambda: _("Until you erase your data, or the last of your courses ends here."),
                            show_person, lambda person_id, leave_texts: None, of_no_course))
