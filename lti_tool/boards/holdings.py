"""What boards hold about a person: the notes they wrote, the votes they gave, and what they did."""
import sqlalchemy as sa
from flask_babel import gettext as _

from ..activities import Activity
from ..db import db
from ..live import announce
from ..people import Held, register_held
from ..web import current_language, language_name
from .act import Act
from .dialogs import act_words
from .note import Note
from .phase import Phase
from .vote import Vote, nobody, votes_by


def show_notes(person_id):
    rows = db.session.execute(sa.select(Note, Activity).join(Activity, Activity.id == Note.activity_id).where(Note.author_id == person_id).order_by(Note.id))
    return [{_("Board"): str(activity.title.best(current_language())), _("Text"): note.text, _("Language"): language_name(note.language), _("Written"): note.made_at,
             _("Edited"): note.edited_at, _("Deleted"): note.deleted_at} for note, activity in rows]


def erase_notes(person_id, leave_texts):
    """Without `leave_texts` the notes are gone for good, from every open screen too; with it they stay without their author."""
    rows = db.session.execute(sa.select(Note.id, Activity.topic_id).join(Activity, Activity.id == Note.activity_id).where(Note.author_id == person_id)
                              .order_by(Activity.topic_id)).all()
    numbers = [number for number, _topic in rows]
    elsewhere = [] if leave_texts else stacks_without(person_id)
    if leave_texts:
        db.session.execute(sa.update(Note).where(Note.id.in_(numbers)).values(author_id=None))
    else:
        db.session.execute(sa.delete(Act).where(Act.thing.in_([f"note:{number}" for number in numbers])))
        db.session.execute(sa.delete(Note).where(Note.id.in_(numbers)))
    for number, topic in rows + elsewhere:
        announce(topic, f"note:{number}")


def stacks_without(person_id) -> list[tuple[int, int]]:
    """Before a person's notes go: they leave the stacks of others, and their own stacks get other tops. [(top, topic), ...] of those that change."""
    own = sa.select(Note).where(Note.author_id == person_id)
    changed = []
    for note in db.session.scalars(own.where(Note.stack_id.is_not(None))).all():
        note.leave_stack()
        changed += note.also_changed
    for note in db.session.scalars(own.where(Note.id.in_(sa.select(Note.stack_id)))).all():
        note.hand_over()
        changed += note.also_changed
    db.session.flush()
    return [(top.id, top.column.activity.topic_id) for top in changed]


def show_votes(person_id):
    """How many on which board: on which notes is between the person and the board's page."""
    marks = [voter for _phase, voter in votes_by(person_id)]
    counted = sa.select(Vote.phase_id, sa.func.count().label("votes")).where(Vote.voter.in_(marks)).group_by(Vote.phase_id).subquery()
    rows = db.session.execute(sa.select(Activity, counted.c.votes).join(Phase, Phase.board_id == Activity.id).join(counted, counted.c.phase_id == Phase.id)
                              .order_by(Phase.id))
    return [{_("Board"): str(activity.title.best(current_language())), _("Votes"): count} for activity, count in rows]


def erase_votes(person_id, leave_texts):
    """What is left is counted on, under marks that belong to nobody."""
    for phase, voter in votes_by(person_id):
        notes = db.session.scalars(sa.select(Vote.note_id).where(Vote.phase_id == phase, Vote.voter == voter)).all()
        for note in notes if leave_texts else ():
            db.session.execute(sa.update(Vote).where(Vote.note_id == note, Vote.voter == voter).values(voter=nobody()))
        db.session.execute(sa.delete(Vote).where(Vote.phase_id == phase, Vote.voter == voter))
        topic = db.session.scalar(sa.select(Activity.topic_id).join(Phase, Phase.board_id == Activity.id).where(Phase.id == phase))
        if db.session.get(Phase, phase).votes_shown and not leave_texts:
            for note in notes:
                announce(topic, f"note:{note}")


def show_acts(person_id):
    acts = db.session.scalars(sa.select(Act).where(Act.person_id == person_id).order_by(Act.id))
    return [{_("What"): act_words(act), _("When"): act.at} for act in acts]


def erase_acts(person_id, leave_texts):
    db.session.execute(sa.update(Act).where(Act.person_id == person_id).values(person_id=None))


def register_holdings(app) -> None:
    register_held(app, Held("vote", lambda: _("Votes you gave"), show_votes, erase_votes))
    register_held(app, Held("act", lambda: _("What you did on boards"), show_acts, erase_acts))
    register_held(app, Held("note", lambda: _("Notes you wrote"), show_notes, erase_notes))
