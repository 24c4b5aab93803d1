"""Removing for good, by facilitators: a text, or a part of it, goes from rows, history, undo and every open screen. A mark stays.

There is no way back: what was removed is not restored after 30 days or ever.
"""
import sqlalchemy as sa
from flask import Blueprint, request
from flask_babel import gettext as _

from ..access import FACILITATE, find, here
from ..db import after_commit, db, now
from ..db.traces import wipe_traces
from ..live import announce, answer_parts, operation_done, remember_operation
from ..web import Unsuitable, answered_in_page, leads_to, take_text
from .act import Act
from .board import Board
from .dialogs import dialog, done_already
from .note import NOTE_LIMIT, Note
from .parts import board_context

removals = Blueprint("removals", __name__)


def remove_for_good(thing, by: int) -> Act:
    """The whole text of a note or comment."""
    thing.removed_at = thing.moment()
    return put_text(thing, "", by)


def redact(thing, text: str, by: int) -> Act:
    """A part of it: `text` is what stays."""
    return put_text(thing, text, by)


def put_text(thing, text: str, by: int) -> Act:
    thing.text = text
    db.session.execute(sa.delete(Act).where(Act.thing == thing.part, Act.verb.in_(("edited", "removed"))))  # they hold earlier texts
    act = thing.did("removed", by, {})
    engine = db.engine
    after_commit(lambda: wipe_traces(engine))
    return act


@removals.get("/notes/<int:note_id>/removal")
def ask(note_id):
    note = find(Note, note_id, to=FACILITATE)
    board = db.session.get(Board, note.activity_id)
    return dialog("boards/_removal.html", back=board, note=note, limit=NOTE_LIMIT, **board_context(board))


@removals.post("/notes/<int:note_id>/removal")
def remove(note_id):
    note = find(Note, note_id, to=FACILITATE)
    viewer = here()
    if part := operation_done(viewer.topic):
        return done_already(part, note.activity_id)
    if request.form.get("what") == "part":
        redact(note, text_that_stays(note), viewer.person)
    else:
        remove_for_good(note, viewer.person)
    remember_operation(viewer.topic, note.part)
    announce(viewer.topic, note.part)
    if not answered_in_page():
        return leads_to(f"/boards/{note.activity_id}#note-{note.id}")
    return answer_parts(viewer, note.part)


def text_that_stays(note: Note) -> str:
    text = take_text("text", NOTE_LIMIT, required=True)
    if text == note.text:
        raise Unsuitable("text", _("Nothing was taken out of the text yet."))
    return text
