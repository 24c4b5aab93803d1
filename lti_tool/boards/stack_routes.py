"""Putting notes together, and taking them apart. Whoever may move notes may do it."""
from flask import Blueprint, request
from flask_babel import gettext as _

from ..access import CONTRIBUTE, SEE, find, here
from ..db import db
from ..web import Unsuitable, thing_number
from .board import Board
from .dialogs import dialog
from .note import Note
from .note_routes import act_on, columns_open_to
from .parts import board_context
from .standing import Standing

stacks = Blueprint("stacks", __name__)


@stacks.get("/notes/<int:note_id>/stack")
def choose(note_id):
    note = find(Note, note_id, to=SEE)
    board = db.session.get(Board, note.activity_id)
    columns = columns_open_to(here().own, board)
    chosen = next((c for c in columns if c.id == request.args.get("column", note.column_id, thing_number)), note.column)
    others = [n for n in Standing([chosen], here().own).notes[chosen.id] if n is not note.top]
    return dialog("boards/_stack_form.html", back=board, note=note, columns=columns, chosen=chosen, others=others, **board_context(board))


@stacks.get("/notes/<int:note_id>/stack/notes")
def show(note_id):
    note = find(Note, note_id, to=SEE)
    board = db.session.get(Board, note.activity_id)
    stack = [] if note.column.phase.notes_are_hidden else [note.top, *note.top.members]
    return dialog("boards/_stack_notes.html", back=board, note=note, stack=stack, viewpoint=here().own, **board_context(board))


@stacks.post("/notes/<int:note_id>/stack")
def put_together(note_id):
    def lay(note, viewer):
        must_be_movable(note, viewer)
        other = db.session.get(Note, request.form.get("onto", 0, thing_number))
        if other is None or other is note or other.activity_id != note.activity_id or not other.in_sight_of(viewer.own):
            raise Unsuitable("onto", _("Choose a note of this board."))
        must_be_movable(other, viewer)
        return note.lay_on(other, viewer.person)
    return act_on(note_id, CONTRIBUTE, lay)


@stacks.post("/notes/<int:note_id>/unstack")
def take_out(note_id):
    def take(note, viewer):
        must_be_movable(note, viewer)
        return note.take_out(viewer.person)
    return act_on(note_id, CONTRIBUTE, take)


@stacks.post("/notes/<int:note_id>/split")
def split(note_id):
    def take_apart(note, viewer):
        must_be_movable(note, viewer)
        return note.split(viewer.person)
    return act_on(note_id, CONTRIBUTE, take_apart)


def must_be_movable(note: Note, viewer) -> None:
    note.must_be_changeable(viewer.own)
    note.column.phase.must_show_notes()
