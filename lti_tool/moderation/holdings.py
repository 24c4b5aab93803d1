"""What moderation holds about a person: what they reported, what they did as facilitators, and that they do not write for now."""
import sqlalchemy as sa
from flask_babel import gettext as _

from ..access.secret import holds_mark
from ..activities import Activity
from ..db import db
from ..people import Held, register_held
from ..web import current_language
from ..web.pages import date_words
from .answer import AuthorAnswer
from .log import LogEntry, verb_words
from .moderated import parts_by
from .reason import reason_word
from .report import Report
from .spoken import forget_answers_by, forget_spoken
from .stop import WritingStop


def activities_in(course_id):
    return sa.select(Activity.id).where(Activity.course_id == course_id)


def titled(activity) -> str:
    return str(activity.title.best(current_language()))


def reports_by(person_id) -> list[tuple]:
    """(report, its activity): with a name, and those without one that this browser's secret signed."""
    rows = db.session.execute(sa.select(Report, Activity).join(Activity, Activity.id == Report.activity_id)
                              .where(sa.or_(Report.reporter_id == person_id, Report.secret_mark.is_not(None))).order_by(Report.id))
    return [(report, activity) for report, activity in rows
            if report.reporter_id == person_id or holds_mark(report.secret_mark, f"report of {report.thing}", person_id)]


def show_reports(person_id):
    return [{_("Where"): titled(activity), _("Reason"): reason_word(report.reason), _("Text"): report.words or None, _("When"): report.at}
            for report, activity in reports_by(person_id)]


def erase_reports(person_id, leave_texts):
    """An open one stays to be looked at, without its author and their words; a closed one goes."""
    numbers = [report.id for report, _activity in reports_by(person_id)]
    db.session.execute(sa.delete(Report).where(Report.id.in_(numbers), Report.closed_at.is_not(None)))
    db.session.execute(sa.update(Report).where(Report.id.in_(numbers)).values(reporter_id=None, secret_mark=None, words=""))


def anonymise_reports(course_id):
    db.session.execute(sa.delete(Report).where(Report.activity_id.in_(activities_in(course_id))).execution_options(synchronize_session=False))


def show_log(person_id):
    """What the person did; and what was done about theirs, with their answers."""
    did = [{_("Where"): titled(activity), _("What"): verb_words(entry.verb), _("Reason"): reason_word(entry.reason) or None, _("Text"): entry.words or None, _("When"): entry.at}
           for entry, activity in db.session.execute(sa.select(LogEntry, Activity).join(Activity, Activity.id == LogEntry.activity_id)
                                                     .where(LogEntry.by_id == person_id).order_by(LogEntry.id))]
    answers = db.session.execute(sa.select(AuthorAnswer, Activity).join(LogEntry, LogEntry.id == AuthorAnswer.entry_id).join(Activity, Activity.id == LogEntry.activity_id)
                                 .where(LogEntry.thing.in_(parts_by(person_id))).order_by(AuthorAnswer.id))
    return did + [{_("Where"): titled(activity), _("What"): _("Your answer to the facilitators"), _("Text"): answer.text, _("When"): answer.at} for answer, activity in answers]


def erase_log(person_id, leave_texts):
    """Answers go in any case: they were for the facilitators. With the texts goes what was said about them."""
    forget_answers_by(person_id)
    if not leave_texts:
        parts = parts_by(person_id)
        forget_spoken(*parts)
        db.session.execute(sa.delete(Report).where(Report.thing.in_(parts)))
    db.session.execute(sa.update(LogEntry).where(LogEntry.by_id == person_id).values(by_id=None))


def anonymise_log(course_id):
    in_course = sa.select(LogEntry.id).where(LogEntry.activity_id.in_(activities_in(course_id)))
    db.session.execute(sa.delete(AuthorAnswer).where(AuthorAnswer.entry_id.in_(in_course)).execution_options(synchronize_session=False))
    db.session.execute(sa.update(LogEntry).where(LogEntry.activity_id.in_(activities_in(course_id))).values(by_id=None, words="").execution_options(synchronize_session=False))


def show_stops(person_id):
    return [{_("Until"): date_words(stop.until), _("Text"): stop.words or None, _("Ended"): stop.ended_at}
            for stop in db.session.scalars(sa.select(WritingStop).where(WritingStop.person_id == person_id).order_by(WritingStop.id))]


def erase_stops(person_id, leave_texts):
    db.session.execute(sa.delete(WritingStop).where(WritingStop.person_id == person_id))


def anonymise_stops(course_id):
    db.session.execute(sa.delete(WritingStop).where(WritingStop.course_id == course_id).execution_options(synchronize_session=False))


def register_holdings(app) -> None:
    register_held(app, Held("report", lambda: _("What you reported to the facilitators"),
                            lambda: _("So that facilitators look at what may be wrong. Where authors' names are hidden from facilitators, yours is too."),
                            lambda: _("Until you take it back, or the course ends here."), show_reports, erase_reports, anonymise_reports))
    register_held(app, Held("moderation_log", lambda: _("What was moderated"),
                            lambda: _("So that facilitators can answer for what they did about others' texts, and authors can answer them."),
                            lambda: _("Until the course ends here."), show_log, erase_log, anonymise_log))
    register_held(app, Held("writing_stop", lambda: _("Pauses in your writing"), lambda: _("So that somebody whom a facilitator has asked to pause does not write until a day."),
                            lambda: _("Until the course ends here."), show_stops, erase_stops, anonymise_stops))
