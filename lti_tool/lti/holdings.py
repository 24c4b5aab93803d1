"""What this room holds about a person: whether they administer a platform, what their launches said, what they were about to choose."""
import sqlalchemy as sa
from flask_babel import gettext as _

from ..db import db
from ..people import Held, Membership, of_no_course, register_held
from .administrator import Administrator
from .deep_linking_request import DeepLinkingRequest
from .facts import in_words
from .platform import Platform
from .report import KEPT as REPORTS_KEPT
from .report import LaunchReport


def show_administrators(person_id):
    rows = db.session.execute(sa.select(Administrator, Platform.name).join(Platform).where(Administrator.person_id == person_id).order_by(Administrator.id))
    return [{_("Learning platform"): name, _("By the latest launch"): known.by_launch, _("Invited"): known.is_invited, _("Since"): known.since}
            for known, name in rows]


def erase_administrators(person_id, leave_texts):
    db.session.execute(sa.delete(Administrator).where(Administrator.person_id == person_id))


def memberships_of(person_id):
    return sa.select(Membership.id).where(Membership.person_id == person_id)


def show_reports(person_id):
    reports = db.session.scalars(sa.select(LaunchReport).where(LaunchReport.membership_id.in_(memberships_of(person_id))).order_by(LaunchReport.id))
    return [{_("When"): report.at, **in_words(report.facts)} for report in reports]


def erase_reports(person_id, leave_texts):
    db.session.execute(sa.delete(LaunchReport).where(LaunchReport.membership_id.in_(memberships_of(person_id))))


def show_deep_linking(person_id):
    begun = db.session.scalars(sa.select(DeepLinkingRequest).where(DeepLinkingRequest.membership_id.in_(memberships_of(person_id))).order_by(DeepLinkingRequest.id))
    return [{_("Begun"): request.made_at, _("Good until"): request.ends_at, _("Answered"): request.answered_at} for request in begun]


def erase_deep_linking(person_id, leave_texts):
    db.session.execute(sa.delete(DeepLinkingRequest).where(DeepLinkingRequest.membership_id.in_(memberships_of(person_id))))


def register_holdings(app) -> None:
    register_held(app, Held("administrator", lambda: _("Platforms you administer"), lambda: _("So that those who administer a learning platform are let in where they look after it."),
                            lambda: _("As long as your launches say so, or until another administrator ends an invitation."), show_administrators, erase_administrators, of_no_course))
    # These two go with the membership they are of.
    register_held(app, Held("launch_report", lambda: _("What your latest launches said"), lambda: _("So that facilitators can find out why a link does not work as it should."),
                            lambda: _("The latest of each course, for %(days)s days or until the course ends here.", days=REPORTS_KEPT.days), show_reports, erase_reports, of_no_course))
    register_held(app, Held("deep_linking_request", lambda: _("Links you were about to choose"), lambda: _("So that your choice finds its way back to the learning platform."),
                            lambda: _("Good for two hours; gone within an hour or so after that."), show_deep_linking, erase_deep_linking, of_no_course))
