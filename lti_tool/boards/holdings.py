"""What boards hold about a person: the notes they wrote, and what they did."""
import sqlalchemy as sa
from flask_babel import gettext as _

from ..activities import Activity
from ..db import db
from ..live import announce
from ..people import Held, register_held
from ..web import current_language, language_name
from .act import Act
from .comment import Comment
from .dialogs import act_words
from .note import Note
from .response_holdings import forget_acts_on, register_response_holdings


def show_notes(person_id):
    rows = db.session.execute(sa.select(Note, Activity).join(Activity, Activity.id == Note.activity_id).where(Note.author_id == person_id).order_by(Note.id))
    return [{_("Board"): str(activity.title.best(current_language())), _("Text"): note.text, _("Language"): language_name(note.language), _("Written"): note.made_at,
             _("Edited"): note.edited_at, _("Deleted"): note.deleted_at} for note, activity in rows]


def erase_notes(person_id, leave_texts):
    """Without `leave_texts` the notes are gone for good, from every open screen too; with it they stay without their author."""
    rows = db.session.execute(sa.select(Note.id, Activity.topic_id).join(Activity, Activity.id == Note.activity_id).where(Note.author_id == person_id)
                              .order_by(Activity.topic_id)).all()
    numbers = [number for number, _topic in rows]
    if leave_texts:
        db.session.execute(sa.update(Note).where(Note.id.in_(numbers)).values(author_id=None))
    else:
        under = db.session.scalars(sa.select(Comment.id).where(Comment.note_id.in_(numbers)))  # they go with their note
        forget_acts_on([f"note:{number}" for number in numbers] + [f"comment:{number}" for number in under])
        db.session.execute(sa.delete(Note).where(Note.id.in_(numbers)))
    for number, topic in rows:
        announce(topic, f"note:{number}")


def show_acts(person_id):
    acts = db.session.scalars(sa.select(Act).where(Act.person_id == person_id).order_by(Act.id))
    return [{_("What"): act_words(act), _("When"): act.at} for act in acts]


def erase_acts(person_id, leave_texts):
    db.session.execute(sa.update(Act).where(Act.person_id == person_id).values(person_id=None))


def register_holdings(app) -> None:
    register_held(app, Held("act", lambda: _("What you did on boards"), show_acts, erase_acts))
    register_response_holdings(app)
    register_held(app, Held("note", lambda: _("Notes you wrote"), show_notes, erase_notes))
