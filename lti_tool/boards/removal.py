"""Removing for good, by facilitators: a text, or a part of it, goes from rows, history, undo and every open screen. A mark stays.

There is no way back: what was removed is not restored after 30 days or ever.
"""
import sqlalchemy as sa
from flask import Blueprint, current_app, request, url_for
from flask_babel import gettext as _

from ..access import FACILITATE, find, here
from ..db import db
from ..db.traces import wipe_traces_after_commit
from ..files import remove_attachments_of
from ..live import announce, answer_parts, operation_done, remember_operation
from ..moderation import record
from ..moderation.log import REDACTED, REMOVED
from ..web import Unsuitable, answered_in_page, leads_to, take_text
from ..activities.act import Act
from .board import Board
from .comment import COMMENT_LIMIT, Comment
from .dialogs import dialog, done_already, page_with, announce_change
from .note import NOTE_LIMIT, Note
from .parts import board_context

removals = Blueprint("removals", __name__)


def remove_for_good(thing, by: int) -> Act:
    """The whole text of a note or comment, and its pictures and files."""
    thing.removed_at = thing.moment()
    remove_attachments_of(thing.part)
    return redact(thing, "", by)


def redact(thing, text: str, by: int) -> Act:
    """A part of it: `text` is what stays. Rooms above that took its words along hear of it first."""
    earlier = sa.and_(Act.thing == thing.part, Act.verb.in_(("edited", "removed")))  # they hold earlier texts
    texts = {thing.text, *(act.before.get("text", "") for act in db.session.scalars(sa.select(Act).where(earlier)))}
    for hear in current_app.extensions["words_removed"]:
        hear(thing.part, texts - {text}, text)
    thing.text = text
    db.session.execute(sa.delete(Act).where(earlier))
    act = thing.did("removed", by, {})
    for copy in copies_of(thing):  # what was brought elsewhere goes the same way, whatever was made of it there
        copy.removed_at = thing.removed_at
        if copy.removed_at:
            remove_attachments_of(copy.part)
        redact(copy, text, by)
        announce(copy.column.activity.topic_id, copy.part)
    wipe_traces_after_commit()
    return act


def copies_of(thing) -> list[Note]:
    return list(db.session.scalars(sa.select(Note).where(Note.origin_id == thing.id))) if isinstance(thing, Note) else []


def ask_about(thing, action: str, limit: int, back: str):
    board = db.session.get(Board, thing.activity_id)
    return dialog("boards/_removal.html", back=board, thing=thing, action=action, limit=limit, back_to=back, **board_context(board))


def remove(thing, limit: int):
    viewer = here()
    if part := operation_done(viewer.topic):
        return done_already(part, thing.activity_id)
    if request.form.get("what") == "part":
        redact(thing, text_that_stays(thing, limit), viewer.person)
        record(thing, REDACTED, viewer.person)
    else:
        remove_for_good(thing, viewer.person)
        record(thing, REMOVED, viewer.person)
    remember_operation(viewer.topic, thing.part)
    announce_change(viewer.topic, thing)
    if not answered_in_page():
        return leads_to(page_with(thing.part, thing.activity_id))
    return answer_parts(viewer, *thing.parts)


def text_that_stays(thing, limit: int) -> str:
    text = take_text("text", limit, required=True)
    if text == thing.text:
        raise Unsuitable("text", _("Nothing was taken out of the text yet."))
    return text


@removals.get("/notes/<int:note_id>/removal")
def ask_about_note(note_id):
    note = find(Note, note_id, to=FACILITATE)
    return ask_about(note, url_for("removals.remove_note", note_id=note.id), NOTE_LIMIT, page_with(note.part, note.activity_id))


@removals.post("/notes/<int:note_id>/removal")
def remove_note(note_id):
    return remove(find(Note, note_id, to=FACILITATE), NOTE_LIMIT)


@removals.get("/comments/<int:comment_id>/removal")
def ask_about_comment(comment_id):
    comment = find(Comment, comment_id, to=FACILITATE)
    return ask_about(comment, url_for("removals.remove_comment", comment_id=comment.id), COMMENT_LIMIT, page_with(comment.part, comment.activity_id))


@removals.post("/comments/<int:comment_id>/removal")
def remove_comment(comment_id):
    return remove(find(Comment, comment_id, to=FACILITATE), COMMENT_LIMIT)
