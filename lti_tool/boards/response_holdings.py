"""What boards hold about a person besides notes: the comments they wrote and the reactions they gave.

What was signed with their browser's secret is found only while that browser asks.
"""
import sqlalchemy as sa
from flask_babel import gettext as _

from ..access.secret import holds_mark, secrets_here
from ..activities import Activity
from ..db import db
from ..live import announce
from ..people import Held, Membership, register_held
from ..web import current_language, language_name
from .act import Act
from .comment import Comment
from .note import Note
from .reaction import Reaction, reaction_words
from .responses import own_among


def comments_by(person_id) -> list:
    """(comment, its activity), by author or by the secret of the browser that asks."""
    nameless = sa.and_(Comment.author_id.is_(None), Comment.secret_mark.is_not(None)) if secrets_here() else sa.false()
    rows = db.session.execute(sa.select(Comment, Activity).join(Activity, Activity.id == Comment.activity_id)
                              .where(sa.or_(Comment.author_id == person_id, nameless)).order_by(Comment.id))
    return [(comment, activity) for comment, activity in rows
            if comment.author_id == person_id or holds_mark(comment.secret_mark, comment.part, person_id)]


def show_comments(person_id):
    return [{_("Board"): str(activity.title.best(current_language())), _("Text"): comment.text, _("Language"): language_name(comment.language),
             _("Written"): comment.made_at, _("Edited"): comment.edited_at, _("Deleted"): comment.deleted_at} for comment, activity in comments_by(person_id)]


def erase_comments(person_id, leave_texts):
    """Without `leave_texts` the comments are gone for good, from every open screen too; with it they stay without their author."""
    rows = [(comment.part, f"note:{comment.note_id}", activity.topic_id) for comment, activity in comments_by(person_id)]
    numbers = [int(part.partition(":")[2]) for part, _note, _topic in rows]
    if leave_texts:
        db.session.execute(sa.update(Comment).where(Comment.id.in_(numbers)).values(author_id=None, secret_mark=None))
    else:
        forget_acts_on([part for part, _note, _topic in rows])
        db.session.execute(sa.delete(Comment).where(Comment.id.in_(numbers)))
    for part, note, topic in sorted(rows, key=lambda row: row[2]):
        announce(topic, part, note)


def forget_acts_on(parts) -> None:
    """They hold what was written before."""
    db.session.execute(sa.delete(Act).where(Act.thing.in_(parts)))


def reactions_by(person_id) -> list:
    """(reaction, its note, its activity): the mark is made again for each note of the person's courses that somebody has reacted to."""
    courses = sa.select(Membership.course_id).where(Membership.person_id == person_id)
    rows = db.session.execute(sa.select(Reaction, Note, Activity).join(Note, Note.id == Reaction.note_id).join(Activity, Activity.id == Note.activity_id)
                              .where(Activity.course_id.in_(courses)).order_by(Reaction.id)).all()
    own = set(own_among([(note.id, note.anonymity, reaction.reactor, reaction.reactor) for reaction, note, _activity in rows], person_id))
    return [row for row in rows if f"{row[1].id}:{row[0].reactor}" in own]


def show_reactions(person_id):
    words = reaction_words()
    return [{_("Board"): str(activity.title.best(current_language())), _("Reaction"): words[reaction.kind]}
            for reaction, _note, activity in reactions_by(person_id)]


def erase_reactions(person_id, leave_texts):
    rows = [(reaction.id, note.part, activity.topic_id) for reaction, note, activity in reactions_by(person_id)]
    db.session.execute(sa.delete(Reaction).where(Reaction.id.in_([number for number, _part, _topic in rows])))
    for topic, part in sorted({(topic, part) for _number, part, topic in rows}):
        announce(topic, part)


def register_response_holdings(app) -> None:
    register_held(app, Held("reaction", lambda: _("Reactions you gave to notes"), show_reactions, erase_reactions))
    register_held(app, Held("comment", lambda: _("Comments you wrote"), show_comments, erase_comments))
