"""What boards hold about a person: the notes they wrote, the votes they gave, and what they did."""
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
from ..activities.act import Act
from ..activities.act_routes import act_words
from .comment import Comment
from .look import Look
from .note import Note
from .phase import Phase
from .response_holdings import activities_in, forget_acts_on, how_long_texts_are_kept, register_response_holdings
from .vote import Vote, nobody, votes_by


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
    elsewhere = [] if leave_texts else stacks_without(person_id)
    if leave_texts:
        db.session.execute(sa.update(Note).where(Note.id.in_(numbers)).values(author_id=None, secret_mark=None, region_id=None))
    else:
        under = db.session.scalars(sa.select(Comment.id).where(Comment.note_id.in_(numbers)))  # they go with their note
        forget_acts_on([f"note:{number}" for number in numbers] + [f"comment:{number}" for number in under])
        db.session.execute(sa.delete(Note).where(Note.id.in_(numbers)))
    for number, topic in rows + elsewhere:
        announce(topic, f"note:{number}")


def anonymise_notes(course_id):
    db.session.execute(sa.update(Note).where(Note.activity_id.in_(activities_in(course_id))).values(author_id=None, secret_mark=None, region_id=None)
                       .execution_options(synchronize_session=False))


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


def anonymise_votes(course_id):
    given = db.session.execute(sa.select(Vote.note_id, Vote.voter).join(Phase).where(Phase.board_id.in_(activities_in(course_id)))).all()
    if given:
        of = sa.update(Vote.__table__).where(Vote.note_id == sa.bindparam("note"), Vote.voter == sa.bindparam("mark")).values(voter=sa.bindparam("nobody"))
        db.session.connection().execute(of, [{"note": note, "mark": mark, "nobody": nobody()} for note, mark in given])


def show_acts(person_id):
    acts = db.session.scalars(sa.select(Act).where(Act.person_id == person_id).order_by(Act.id))
    return [{_("What"): act_words(act), _("When"): act.at} for act in acts]


def erase_acts(person_id, leave_texts):
    db.session.execute(sa.update(Act).where(Act.person_id == person_id).values(person_id=None))


def anonymise_acts(course_id):
    db.session.execute(sa.update(Act).where(Act.activity_id.in_(activities_in(course_id))).values(person_id=None, secret_mark=None)
                       .execution_options(synchronize_session=False))


def show_looks(person_id):
    """As the author whose name was asked for, and as the facilitator who asked."""
    looks = db.session.execute(sa.select(Look, Activity).join(Activity, Activity.id == Look.activity_id)
                               .where(sa.or_(Look.author_id == person_id, Look.facilitator_id == person_id)).order_by(Look.id)).all()
    return [{_("Board"): str(activity.title.best(current_language())), _("What"): _("You asked for a name") if look.facilitator_id == person_id else _("Your name was asked for"),
             _("By"): name_in_course(activity.course_id, look.facilitator_id), _("When"): look.at} for look, activity in looks]


def erase_looks(person_id, leave_texts):
    db.session.execute(sa.delete(Look).where(Look.author_id == person_id))
    db.session.execute(sa.update(Look).where(Look.facilitator_id == person_id).values(facilitator_id=None))


def anonymise_looks(course_id):
    db.session.execute(sa.delete(Look).where(Look.activity_id.in_(activities_in(course_id))))


def register_holdings(app) -> None:
    register_held(app, Held("vote", lambda: _("Votes you gave"), lambda: _("So that they can be counted. Nobody sees who voted for what."),
                            lambda: _("Until you take them back, or the board is gone."), show_votes, erase_votes, anonymise_votes))
    register_held(app, Held("act", lambda: _("What you did on boards and walls"), lambda: _("So that it can be undone, and people see what changed."),
                            lambda: _("30 days."), show_acts, erase_acts, anonymise_acts))
    register_held(app, Held("look", lambda: _("Names of authors that were asked for"),
                            lambda: _("So that whoever wrote under a hidden name sees each time that a facilitator asked for it."),
                            lambda: _("Until the board is gone, or the course ends here."), show_looks, erase_looks, anonymise_looks))
    register_response_holdings(app)
    register_held(app, Held("note", lambda: _("Notes you wrote"), lambda: _("So that people can work together: this is what boards are for."), how_long_texts_are_kept,
                            show_notes, erase_notes, anonymise_notes))
