"""What boards hold about a person besides notes: the comments they wrote, the reactions they gave, the numbers they chose.

What was signed with their browser's secret is found only while that browser asks.
"""
import sqlalchemy as sa
from flask_babel import gettext as _

from ..access.secret import holds_mark, secrets_here
from ..activities import Activity
from ..activities.anonymity import level_word
from ..db import db
from ..live import announce
from ..people import Held, register_held
from ..web import current_language, language_name
from ..activities.act import Act
from .comment import Comment
from .note import Note
from .reaction import Reaction, reaction_words
from .phase import Phase
from .responses import own_among
from .scale import ScaleAnswer
from .vote import nobody


def comments_by(person_id) -> list:
    """(comment, its activity), by author or by the secret of the browser that asks."""
    nameless = sa.and_(Comment.author_id.is_(None), Comment.secret_mark.is_not(None)) if secrets_here() else sa.false()
    rows = db.session.execute(sa.select(Comment, Activity).join(Activity, Activity.id == Comment.activity_id)
                              .where(sa.or_(Comment.author_id == person_id, nameless)).order_by(Comment.id))
    return [(comment, activity) for comment, activity in rows
            if comment.author_id == person_id or holds_mark(comment.secret_mark, comment.part, person_id)]


def show_comments(person_id):
    return [{_("Board"): str(activity.title.best(current_language())), _("Text"): comment.text, _("Language"): language_name(comment.language),
             _("Written"): comment.made_at, _("Edited"): comment.edited_at, _("Deleted"): comment.deleted_at,
             _("Who sees the name"): level_word(comment.anonymity)} for comment, activity in comments_by(person_id)]


def erase_comments(person_id, leave_texts):
    """Without `leave_texts` the comments are gone for good, from every open screen too; with it they stay without their author."""
    rows = [(comment.part, f"note:{comment.note_id}", activity.topic_id) for comment, activity in comments_by(person_id)]
    numbers = [int(part.partition(":")[2]) for part, _note, _topic in rows]
    if leave_texts:
        db.session.execute(sa.update(Comment).where(Comment.id.in_(numbers)).values(author_id=None, secret_mark=None, region_id=None))
    else:
        forget_acts_on([part for part, _note, _topic in rows])
        db.session.execute(sa.delete(Comment).where(Comment.id.in_(numbers)))
    for part, note, topic in sorted(rows, key=lambda row: row[2]):
        announce(topic, part, note)


def forget_acts_on(parts) -> None:
    """They hold what was written before."""
    db.session.execute(sa.delete(Act).where(Act.thing.in_(parts)))


def reactions_by(person_id) -> list:
    """(reaction's id, its kind, its note, the board's title and topic): the mark is made again for each note that somebody has reacted to.

    Of all courses: while somebody is erased their memberships may be gone already.
    """
    rows = db.session.execute(sa.select(Reaction.id, Reaction.kind, Reaction.reactor, Note.id, Note.anonymity, Activity.title, Activity.topic_id)
                              .join(Note, Note.id == Reaction.note_id).join(Activity, Activity.id == Note.activity_id).order_by(Reaction.id)).all()
    own = set(own_among([(note, level, mark, mark) for _id, _kind, mark, note, level, _title, _topic in rows], person_id))
    return [(number, kind, note, title, topic) for number, kind, mark, note, _level, title, topic in rows if f"{note}:{mark}" in own]


def show_reactions(person_id):
    words = reaction_words()
    return [{_("Board"): str(title.best(current_language())), _("Reaction"): words[kind]} for _number, kind, _note, title, _topic in reactions_by(person_id)]


def erase_reactions(person_id, leave_texts):
    rows = reactions_by(person_id)
    db.session.execute(sa.delete(Reaction).where(Reaction.id.in_([number for number, *_rest in rows])))
    for topic, note in sorted({(topic, note) for _number, _kind, note, _title, topic in rows}):
        announce(topic, f"note:{note}")


def show_scale_answers(person_id):
    rows = db.session.execute(sa.select(Activity, ScaleAnswer).join(Phase, Phase.board_id == Activity.id).join(ScaleAnswer, ScaleAnswer.phase_id == Phase.id)
                              .where(ScaleAnswer.person_id == person_id).order_by(ScaleAnswer.phase_id)).all()
    return [{_("Board"): str(activity.title.best(current_language())), _("Answer"): answer.value} for activity, answer in rows]


def erase_scale_answers(person_id, leave_texts):
    rows = db.session.execute(sa.select(Activity.topic_id, Activity.id).join(Phase, Phase.board_id == Activity.id).join(ScaleAnswer, ScaleAnswer.phase_id == Phase.id)
                              .where(ScaleAnswer.person_id == person_id).distinct().order_by(Activity.topic_id)).all()
    db.session.execute(sa.delete(ScaleAnswer).where(ScaleAnswer.person_id == person_id))
    for topic, board in rows:
        announce(topic, f"scale-result:{board}")


def anonymise_scale_answers(course_id):
    phases = sa.select(Phase.id).where(Phase.board_id.in_(activities_in(course_id)))
    db.session.execute(sa.delete(ScaleAnswer).where(ScaleAnswer.phase_id.in_(phases)).execution_options(synchronize_session=False))


def anonymise_comments(course_id):
    db.session.execute(sa.update(Comment).where(Comment.activity_id.in_(activities_in(course_id))).values(author_id=None, secret_mark=None, region_id=None)
                       .execution_options(synchronize_session=False))


def anonymise_reactions(course_id):
    """They are counted on, under marks that belong to nobody."""
    given = db.session.scalars(sa.select(Reaction.id).join(Note).where(Note.activity_id.in_(activities_in(course_id)))).all()
    if given:
        db.session.execute(sa.update(Reaction), [{"id": number, "reactor": nobody()} for number in given])


def activities_in(course_id):
    return sa.select(Activity.id).where(Activity.course_id == course_id)


def register_response_holdings(app) -> None:
    register_held(app, Held("reaction", lambda: _("Reactions you gave to notes"), lambda: _("So that everybody sees how many agree. Nobody sees whose they are."),
                            lambda: _("Until you take them back, or the note is gone."), show_reactions, erase_reactions, anonymise_reactions))
    register_held(app, Held("scale_answer", lambda: _("Numbers you chose in check-ins"), lambda: _("So that everybody sees how many chose each number. Nobody sees who chose which."),
                            lambda: _("Until you take them back, or the workshop is gone."), show_scale_answers, erase_scale_answers, anonymise_scale_answers))
    register_held(app, Held("comment", lambda: _("Comments you wrote"), lambda: _("So that people can talk about what stands on a board."), how_long_texts_are_kept,
                            show_comments, erase_comments, anonymise_comments))


def how_long_texts_are_kept():
    return _("Until you or a facilitator deletes them (they can be restored for 30 days then), or the course ends here.")
