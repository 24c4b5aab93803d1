"""Pictures and files on a note: what is there, and adding one."""
from flask import Blueprint, url_for

from ..access import CHANGE, find, here
from ..db import db, transaction
from ..files import UPLOAD_AT_MOST, attach, attaching, must_have_room, take_upload
from ..live import answer_parts, operation_done, remember_operation
from ..web import answered_in_page, leads_to, own_transactions, takes_up_to
from .board import Board
from .dialogs import dialog, own_note, announce_change
from .note import Note
from .parts import board_context

note_attachments = Blueprint("note_attachments", __name__)


@note_attachments.get("/notes/<int:note_id>/attachments")
def show(note_id):
    note = find(Note, note_id, to=CHANGE)
    board = db.session.get(Board, note.activity_id)
    return dialog("files/_attachments.html", back=board, about=note.text, to=url_for("note_attachments.add", note_id=note.id),
                  back_to=url_for("boards.show", board_id=board.id), **attaching(note.part), **board_context(board))


@note_attachments.post("/notes/<int:note_id>/attachments")
@own_transactions
@takes_up_to(UPLOAD_AT_MOST)
def add(note_id):
    """A large picture takes a second: nobody waits for it, so it is opened between the question whether one may and the writing."""
    with transaction(writes=False):
        note = find_to_attach(note_id)
        if operation_done(here().topic):
            return added(note)
        must_have_room(note.part)
    upload = take_upload()
    with transaction():
        note = find_to_attach(note_id)
        topic = here().topic
        if not operation_done(topic):
            attach(note, upload)
            remember_operation(topic, note.part)
            announce_change(topic, note)
        return added(note)


def find_to_attach(note_id: int) -> Note:
    note = find(Note, note_id, to=CHANGE)
    if not operation_done(here().topic):
        note.must_be_changeable(here().own)
    return note


def added(note: Note):
    if not answered_in_page():
        return leads_to(url_for("note_attachments.show", note_id=note.id))
    return answer_parts(here(), note.part, note=own_note(note))
