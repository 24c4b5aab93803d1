"""What series hold about a person: announcements they wrote, and actions beside which somebody wrote their name."""
import sqlalchemy as sa
from flask_babel import gettext as _

from ..activities import Activity
from ..boards import Note
from ..db import db
from ..people import Held, Membership, register_held
from ..web import current_language
from ..web.pages import date_words
from .action import ActionMark
from .announcement import Announcement
from .series import Series


def announcements_by(person_id):
    return db.session.scalars(sa.select(Announcement).where(Announcement.author_id == person_id).order_by(Announcement.id)).all()


def show_announcements(person_id):
    return [{_("Series"): str(told.series.title.best(current_language())), _("Text"): str(told.text.best(current_language())), _("Written"): told.made_at,
             _("Edited"): told.edited_at, _("Deleted"): told.deleted_at} for told in announcements_by(person_id)]


def erase_announcements(person_id, leave_texts):
    told = announcements_by(person_id)
    changed = {one.series_id: one.series for one in told}
    for one in told:
        if leave_texts:
            one.author_id = None
        else:
            db.session.delete(one)
    db.session.flush()
    for series in changed.values():
        series.changed()


def anonymise_announcements(course_id):
    of_course = sa.select(Series.id).where(Series.course_id == course_id)
    db.session.execute(sa.update(Announcement).where(Announcement.series_id.in_(of_course)).values(author_id=None).execution_options(synchronize_session=False))


def actions_naming(person_id) -> list[tuple[ActionMark, Activity]]:
    """In courses where the person is, those with exactly the name under which they appear: it is a text, and nobody is referred to."""
    called = {member.course_id: member.shown_name.casefold() for member in db.session.scalars(sa.select(Membership).where(Membership.person_id == person_id))}
    rows = db.session.execute(sa.select(ActionMark, Activity).join(Note, Note.id == ActionMark.note_id).join(Activity, Activity.id == Note.activity_id)
                              .where(Activity.course_id.in_(called), ActionMark.who != "").order_by(ActionMark.note_id)).all()
    return [(action, activity) for action, activity in rows if action.who.casefold() == called[activity.course_id]]


def show_actions(person_id):
    return [{_("Board"): str(activity.title.best(current_language())), _("Who does it"): action.who, _("Until"): date_words(action.due_on) if action.due_on else ""} for action, activity in actions_naming(person_id)]


def erase_actions(person_id, leave_texts):
    for action, activity in actions_naming(person_id):
        action.who = ""
        activity.announce(f"bar:{activity.id}")


def anonymise_actions(course_id):
    of_course = sa.select(Note.id).join(Activity, Activity.id == Note.activity_id).where(Activity.course_id == course_id)
    db.session.execute(sa.update(ActionMark).where(ActionMark.note_id.in_(of_course)).values(who="").execution_options(synchronize_session=False))


def register_series_holdings(app) -> None:
    register_held(app, Held("announcement", lambda: _("Announcements you wrote"), lambda: _("So that everybody in a series of workshops knows what is coming."),
                            lambda: _("Until a facilitator deletes them (they can be restored for 30 days then), or the course ends here."),
                            show_announcements, erase_announcements, anonymise_announcements))
    register_held(app, Held("action_mark", lambda: _("Actions beside which your name was written"), lambda: _("So that it is known who does what was agreed in a workshop."),
                            lambda: _("Until a facilitator takes the name away, or the board is gone."), show_actions, erase_actions, anonymise_actions),
                  before="membership")  # which says how they are called there
