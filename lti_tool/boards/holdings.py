"""What boards hold about a person: the notes they wrote, and what they did."""
import sqlalchemy as sa
from flask_babel import gettext as _

from ..access.secret import holds_mark
from ..activities import Activity
from ..activities.anonymity import level_word
from ..db import db
from ..live import announce
from ..people import Held, register_held
from ..people.membership import name_in_course
from ..web import current_language, language_name
from .act import Act
from .act_words import act_words
from .comment import Comment
from .look import Look
from .note import Note
from .response_holdings import forget_acts_on, register_response_holdings


def notes_of(person_id) -> list[tuple]:
    """(note, activity): those with their name, and those without one that this browser's secret signed."""
    nameless = sa.and_(Note.author_id.is_(None), Note.secret_mark.is_not(None))
    rows = db.session.execute(sa.select(Note, Activity).join(Activity, Activity.id == Note.activity_id)
                              .where(sa.or_(Note.author_id == person_id, nameless)).order_by(Activity.topic_id, Note.id)).all()
    return [(note, activity) for note, activity in rows if note.author_id == person_id or holds_mark(note.secret_mark, note.part, person_id)]


def show_notes(person_id):
    return [{_("Board"): str(activity.title.best(current_language())), _("Text"): note.text, _("Language"): language_name(note.language), _("Written"): note.made_at,
             _("Edited"): note.edited_at, _("Deleted"): note.deleted_at, _("Who sees the name"): level_word(note.anonymity)}
            for note, activity in notes_of(person_id)]


def erase_notes(person_id, leave_texts):
    """Without `leave_texts` the notes are gone for good, from every open screen too; with it they stay without their author."""
    rows = [(note.id, activity.topic_id) for note, activity in notes_of(person_id)]
    numbers = [number for number, _topic in rows]
    if leave_texts:
        db.session.execute(sa.update(Note).where(Note.id.in_(numbers)).values(author_id=None, secret_mark=None, region_id=None))
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


def show_looks(person_id):
    """As the author whose name was asked for, and as the facilitator who asked."""
    looks = db.session.execute(sa.select(Look, Activity).join(Activity, Activity.id == Look.activity_id)
                               .where(sa.or_(Look.author_id == person_id, Look.facilitator_id == person_id)).order_by(Look.id)).all()
    return [{_("Board"): str(activity.title.best(current_language())), _("What"): _("You asked for a name") if look.facilitator_id == person_id else _("Your name was asked for"),
             _("By"): name_in_course(activity.course_id, look.facilitator_id), _("When"): look.at} for look, activity in looks]


def erase_looks(person_id, leave_texts):
    db.session.execute(sa.delete(Look).where(Look.author_id == person_id))
    db.session.execute(sa.update(Look).where(Look.facilitator_id == person_id).values(facilitator_id=None))


def register_holdings(app) -> None:
    register_held(app, Held("act", lambda: _("What you did on boards"), show_acts, erase_acts))
    register_held(app, Held("look", lambda: _("Names of authors that were asked for"), show_looks, erase_looks))
    register_response_holdings(app)
    register_held(app, Held("note", lambda: _("Notes you wrote"), show_notes, erase_notes))
