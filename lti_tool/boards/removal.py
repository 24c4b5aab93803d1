"""Removing for good, by facilitators: a text, or words of it, goes from rows, history, undo, every open screen, and wherever it was brought along. A mark stays.

There is no way back: what was removed is not restored after 30 days or ever. What is said about it and kept in the log is moderation's.
"""
import sqlalchemy as sa
from flask import Blueprint, current_app, request, url_for
from flask_babel import gettext as _

from ..access import FACILITATE, find, here
from ..activities.act import Act
from ..db import db
from ..db.traces import wipe_traces_after_commit
from ..files import remove_attachments_of
from ..live import announce, answer_parts, operation_done, remember_operation
from ..moderation import acting
from ..moderation.removing_form import words_to_take_out
from ..web import Unsuitable, answered_in_page, leads_to
from ..web.taking_out import mark_in, places_of, without
from .board import Board
from .comment import Comment
from .dialogs import dialog, done_already, page_with
from .kin import brought_from, kin_of
from .note import Note
from .parts import board_context

removals = Blueprint("removals", __name__)
HOLD_EARLIER = ("edited", "removed")


def remove_for_good(thing, by: int) -> None:
    """The whole text of a note or comment, and its pictures and files. With a note goes what was brought from it, whatever was made of it there,
    and whatever else of its kin says the same."""
    texts, kin = texts_of(thing), kin_of(thing) if isinstance(thing, Note) else []
    below = brought_from(thing, kin) if kin else set()
    empty(thing, texts, by)
    for one in kin:
        if one.id in below or one.text in texts:
            empty(one, texts_of(one), by)
        elif texts_of(one) & texts:  # it said so once
            put_instead(one, one.text, by)
        announce(one.column.activity.topic_id, one.part)
    wipe_traces_after_commit()


def take_out(thing, words: str, by: int) -> bool:
    """Out of the text, and wherever it was brought along; whether they stood in it."""
    if without(thing.text, words, mark_in(thing.language)) == thing.text:
        return False
    kin = kin_of(thing) if isinstance(thing, Note) else []
    for one in (thing, *kin):
        texts, text = texts_of(one), without(one.text, words, mark_in(one.language))
        held = any(places_of(words, said, longer=True) for said in texts)
        tell_removed(one, texts - {text} if held else set(), text, words)
        if held:
            put_instead(one, text, by)
    for one in kin:
        announce(one.column.activity.topic_id, one.part)
    wipe_traces_after_commit()
    return True


def empty(thing, texts: set[str], by: int) -> None:
    tell_removed(thing, texts, "")
    thing.removed_at = thing.moment()
    remove_attachments_of(thing.part)
    put_instead(thing, "", by)


def put_instead(thing, text: str, by: int) -> None:
    thing.text = text
    db.session.execute(sa.delete(Act).where(holds_earlier(thing)))
    thing.did("removed", by, {})


def texts_of(thing) -> set[str]:
    """What it says, and what it said before."""
    return {thing.text, *(act.before.get("text", "") for act in db.session.scalars(sa.select(Act).where(holds_earlier(thing))))} - {""}


def holds_earlier(thing):
    return sa.and_(Act.thing == thing.part, Act.verb.in_(HOLD_EARLIER))


def tell_removed(thing, texts: set[str], stays: str, words: str = "") -> None:
    """To whoever took its words along. `words`: those that were taken out, where the rest stays."""
    for hear in current_app.extensions["words_removed"]:
        hear(thing.part, texts, stays, words)


def ask_about(thing, action: str, back: str):
    board = db.session.get(Board, thing.activity_id)
    return dialog("boards/_removal.html", back=board, thing=thing, action=action, back_to=back, **board_context(board))


def remove(thing):
    viewer = here()
    if part := operation_done(viewer.topic):
        return done_already(part, thing.activity_id)
    if request.form.get("what") == "part":
        acting.take_out(thing, viewer, words_to_take_out())
    elif request.form.get("taken_out", "").strip():  # there is no way back: nothing is guessed
        raise Unsuitable("taken_out", _("You have written words to take out, and chosen the whole text. Choose one of the two, or empty the words."))
    else:
        acting.remove(thing, viewer)
    remember_operation(viewer.topic, thing.part)
    if not answered_in_page():
        return leads_to(page_with(thing.part, thing.activity_id))
    return answer_parts(viewer, *thing.parts)


@removals.get("/notes/<int:note_id>/removal")
def ask_about_note(note_id):
    note = find(Note, note_id, to=FACILITATE)
    return ask_about(note, url_for("removals.remove_note", note_id=note.id), page_with(note.part, note.activity_id))


@removals.post("/notes/<int:note_id>/removal")
def remove_note(note_id):
    return remove(find(Note, note_id, to=FACILITATE))


@removals.get("/comments/<int:comment_id>/removal")
def ask_about_comment(comment_id):
    comment = find(Comment, comment_id, to=FACILITATE)
    return ask_about(comment, url_for("removals.remove_comment", comment_id=comment.id), page_with(comment.part, comment.activity_id))


@removals.post("/comments/<int:comment_id>/removal")
def remove_comment(comment_id):
    return remove(find(Comment, comment_id, to=FACILITATE))
