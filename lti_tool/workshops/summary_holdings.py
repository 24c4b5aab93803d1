"""What summaries hold about a person: who saved which version, and the words of their notes that were taken into one."""
import sqlalchemy as sa
from flask_babel import gettext as _

from ..activities import Activity
from ..boards import Act
from ..boards.holdings import notes_of
from ..db import db
from ..people import Held, register_held
from ..web import current_language
from .summary import Summary, SummarySource, SummaryText, SummaryVersion
from .summary_removal import take_out


def show_saved(person_id):
    rows = db.session.execute(sa.select(Activity.title, SummaryVersion.saved_at).select_from(SummaryVersion).join(SummaryText, SummaryText.id == SummaryVersion.text_id)
                              .join(Summary, Summary.id == SummaryText.summary_id).join(Activity, Activity.id == Summary.board_id)
                              .where(SummaryVersion.saved_by == person_id).order_by(SummaryVersion.id))
    return [{_("Board"): str(title.best(current_language())), _("Saved"): at} for title, at in rows]


def erase_saved(person_id, leave_texts):
    """The text is everybody's; that somebody saved it goes."""
    db.session.execute(sa.update(SummaryVersion).where(SummaryVersion.saved_by == person_id).values(saved_by=None))


def anonymise_saved(course_id):
    summaries = sa.select(SummaryText.id).join(Summary, Summary.id == SummaryText.summary_id).join(Activity, Activity.id == Summary.board_id).where(Activity.course_id == course_id)
    db.session.execute(sa.update(SummaryVersion).where(SummaryVersion.text_id.in_(summaries)).values(saved_by=None).execution_options(synchronize_session=False))


def taken_of(person_id) -> list:
    """(source, note, activity) of the person's notes, also of those that only this browser's secret signed."""
    with_source = {source.note_id: source for source in db.session.scalars(sa.select(SummarySource))}
    return [(with_source[note.id], note, activity) for note, activity in notes_of(person_id) if note.id in with_source] if with_source else []


def show_taken(person_id):
    return [{_("Board"): str(activity.title.best(current_language())), _("Text"): source.words} for source, _note, activity in taken_of(person_id)]


def erase_taken(person_id, leave_texts):
    """Before the notes go, their words go from every version of the summaries. Where the texts are left, they are nobody's there already."""
    if leave_texts:
        return
    for _source, note, _activity in taken_of(person_id):
        earlier = db.session.scalars(sa.select(Act).where(Act.thing == note.part, Act.verb.in_(("edited", "removed"))))
        take_out(note, {note.text, *(act.before.get("text", "") for act in earlier)})
        db.session.execute(sa.delete(SummarySource).where(SummarySource.note_id == note.id))


def nobody_is_named(course_id):
    """The words alone tell of nobody; whose note it was is between the note and its author."""


def register_summary_holdings(app) -> None:
    register_held(app, Held("summary_source", lambda: _("Words of your notes in summaries"),
                            lambda: _("So that they can be found and taken out of a summary when a note is removed for good. Summaries never carry names."),
                            lambda: _("Until the note is gone, or the course ends here."), show_taken, erase_taken, nobody_is_named), before="note")
    register_held(app, Held("summary_version", lambda: _("Summaries you saved"), lambda: _("So that facilitators who write together see whose version it is."),
                            lambda: _("Until a hundred newer versions were saved, or the course ends here."), show_saved, erase_saved, anonymise_saved))
