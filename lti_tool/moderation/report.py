"""Somebody says that something is wrong with a thing. One open report for each person and thing; its author can take it back.

Where the activity keeps no authors, none is kept of reports either; where names are hidden from facilitators, theirs is too.
"""
import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..access.secret import holds_mark, new_mark
from ..activities import Activity
from ..activities.anonymity import HIDDEN_FROM_EVERYBODY, REGION_ONLY
from ..db import Instant, db, now, today
from ..people import Membership
from ..people.membership import FACILITATOR
from ..web import Refusal
from .log import LogEntry

SHOWS_NO_REPORTERS = (REGION_ONLY, HIDDEN_FROM_EVERYBODY)


class ReportIsAboutOwn(Refusal):
    """Nobody judges alone what is said about their own."""

    status = 403

    def words(self):
        return (_("This is about what you wrote yourself"), _("There is another facilitator in the course: they look at it and decide."),
                _("You can still change, delete or hide it."))


class IsOwn(Refusal):
    status = 409

    def words(self):
        return (_("You wrote this yourself"), _("You can change or delete it without a report."), _("If you need help with it, ask a facilitator."))


class Report(db.Model):
    __tablename__ = "report"
    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"), index=True)
    thing: Mapped[str] = mapped_column(index=True)
    reporter_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id", ondelete="SET NULL"), index=True)
    secret_mark: Mapped[str | None] = mapped_column(sa.String(64))  # instead of a reporter, where no author is kept
    reason: Mapped[str]
    words: Mapped[str] = mapped_column(default="")
    at: Mapped[object] = mapped_column(Instant)
    closed_at: Mapped[object | None] = mapped_column(Instant)
    closing_id: Mapped[int | None] = mapped_column(sa.ForeignKey("moderation_log.id", ondelete="SET NULL"))  # what was done about it
    __table_args__ = {"sqlite_autoincrement": True}

    def is_by(self, person: int) -> bool:
        if self.secret_mark:
            return holds_mark(self.secret_mark, f"report of {self.thing}", person)
        return self.reporter_id is not None and self.reporter_id == person


def shows_reporters(thing, viewpoint) -> bool:
    """To this facilitator: not whoever reported something of their own, and nobody's name where names are not theirs to see."""
    return thing.anonymity not in SHOWS_NO_REPORTERS and not thing.is_by(viewpoint)


def open_reports(part: str) -> list[Report]:
    return list(db.session.scalars(sa.select(Report).where(Report.thing == part, Report.closed_at.is_(None)).order_by(Report.id)))


def own_report(part: str, person: int) -> Report | None:
    return next((report for report in open_reports(part) if report.is_by(person)), None)


def report(thing, reason: str, words: str, viewpoint) -> Report:
    """A second one of the same person takes the place of the first. Raises IsOwn."""
    if thing.is_by(viewpoint):
        raise IsOwn
    known = own_report(thing.part, viewpoint.person)
    if known is None:
        known = Report(activity_id=thing.activity_id, thing=thing.part)
        if thing.keeps_no_author:
            known.secret_mark = new_mark(f"report of {thing.part}", viewpoint.person)
        else:
            known.reporter_id = viewpoint.person
        db.session.add(known)
    known.reason, known.words, known.at = reason, words, today() if thing.keeps_no_author else now()
    db.session.flush()
    return known


def close_reports(thing, entry: LogEntry) -> None:
    for known in open_reports(thing.part):
        known.closed_at, known.closing_id = now(), entry.id


def reopen_reports(entry: LogEntry) -> None:
    """Those that this act had closed, unless the person has reported the thing anew."""
    for known in db.session.scalars(sa.select(Report).where(Report.closing_id == entry.id)).all():
        if known.reporter_id is None or own_report(known.thing, known.reporter_id) is None:
            known.closed_at = known.closing_id = None


def must_not_be_own_alone(thing, viewer) -> None:
    """Whoever is the only facilitator decides about their own too: else nobody could. Raises ReportIsAboutOwn."""
    if thing.is_by(viewer.own) and has_another_facilitator(viewer.course, viewer.person):
        raise ReportIsAboutOwn


def has_another_facilitator(course_id: int, person: int) -> bool:
    members = sa.select(Membership).where(Membership.course_id == course_id, Membership.person_id != person,
                                          sa.or_(Membership.is_course_admin, Membership.is_cofacilitator, Membership.launched_as == FACILITATOR))
    return any(member.role == FACILITATOR for member in db.session.scalars(members))


def reported_in(course_id: int) -> dict[str, list[Report]]:
    """thing -> its open reports, the oldest first."""
    found = {}
    for known in db.session.scalars(sa.select(Report).join(Activity, Activity.id == Report.activity_id)
                                    .where(Activity.course_id == course_id, Activity.deleted_at.is_(None), Report.closed_at.is_(None)).order_by(Report.id)):
        found.setdefault(known.thing, []).append(known)
    return found
