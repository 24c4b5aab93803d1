"""Marking a note as an action, and ticking it off: facilitators."""
from flask import Blueprint, render_template, request, url_for

from ..access import FACILITATE, find, here
from ..access.tickets import own_path
from ..boards import Board, Note
from ..boards.dialogs import dialog
from ..boards.note import NoteIsDeleted
from ..boards.parts import board_context
from ..db import db
from ..live import answer_parts, operation_done, remember_operation
from ..web import answered_in_page, leads_to, take_text
from ..web.days import take_day
from .action import WHO_LIMIT, action_of, announce_actions, mark_as_action
from .occasion import make_occasion

actions = Blueprint("actions", __name__)


def note_to_mark(note_id: int) -> Note:
    """Raises NoteIsDeleted, NoteIsRemoved and NotesAreHidden: nothing is agreed on what people cannot read."""
    note = find(Note, note_id, to=FACILITATE)
    if not note.is_on_board:
        raise NoteIsDeleted
    note.must_have_text()
    note.column.phase.must_show_notes()
    return note


def done_with(note: Note):
    """Those who have one of the pages open hear of it: also the page of another workshop that sent it, and stays where it is."""
    remember_operation(here().topic, note.part)
    announce_actions(note)
    own_page = url_for("boards.show", board_id=note.activity_id)
    back = request.form.get("back", own_page)
    if answered_in_page() and request.form.get("stay"):
        return "", 204
    if answered_in_page() and back == own_page:
        return answer_parts(here(), f"bar:{note.activity_id}")
    return leads_to(own_path(back))


@actions.get("/notes/<int:note_id>/action")
def edit(note_id):
    note = note_to_mark(note_id)
    board = db.session.get(Board, note.activity_id)
    return dialog("workshops/_action_form.html", back=board, note=note, action=action_of(note.id), **board_context(board))


@actions.post("/notes/<int:note_id>/action")
def change(note_id):
    note = note_to_mark(note_id)
    if not operation_done(here().topic):
        make_occasion(db.session.get(Board, note.activity_id))
        mark_as_action(note, take_text("who", WHO_LIMIT, one_line=True), take_day("due"), request.form.get("done") == "yes")
    return done_with(note)


@actions.post("/notes/<int:note_id>/action/done")
def tick(note_id):
    note = note_to_mark(note_id)
    action = action_of(note.id)
    if action is not None and not operation_done(here().topic):
        action.done = request.form.get("done") == "yes"
    return done_with(note)


@actions.post("/notes/<int:note_id>/action/removal")
def take_back(note_id):
    """Also from a note that is deleted, or whose text was removed: what stands beside it must go too, if somebody wants that."""
    note = find(Note, note_id, to=FACILITATE)
    action = action_of(note.id)
    if action is not None and not operation_done(here().topic):
        db.session.delete(action)
        db.session.flush()
    return done_with(note)


def render_note_act(number, note=None, viewpoint=None) -> str:
    if note is not None and not viewpoint.facilitates:
        return ""
    return render_template("workshops/_action_entry.html", number=number)
