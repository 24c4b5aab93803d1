"""What people do with notes, and undoing it."""
from flask import Blueprint, abort, g, request
from flask_babel import gettext as _

from ..access import CHANGE, CONTRIBUTE, SEE, find, here
from ..activities.colours import colour_taken
from ..activities.asking import may_be_asked, question_part
from ..db import db
from ..grades import took_part
from ..live import answer_parts, operation_done, remember_operation
from ..moderation import IsHidden
from ..web import Unsuitable, answered_in_page, take_language, take_text, thing_number
from .board import Board
from .column import Column, PhaseIsOver
from .dialogs import dialog, do_once, done, done_already, announce_change
from .look import looks_at
from .note import NOTE_LIMIT, Note, NoteIsDeleted, add_note
from .parts import board_context, nothing_lies_on
from .standing import Standing

notes = Blueprint("notes", __name__)


@notes.post("/columns/<int:column_id>/notes")
def add(column_id):
    column = find(Column, column_id, to=CONTRIBUTE)
    viewer = here()
    if part := operation_done(viewer.topic):
        note_id = int(part.partition(":")[2])
    else:
        column.must_take_notes(viewer.own)
        language = take_language(default=column.activity.course.languages[0])
        note = add_note(column, take_text("text", NOTE_LIMIT, required=True), colour_taken(), language, by=viewer.person)
        if not note.keeps_no_author:
            remember_language(language)
        remember_operation(viewer.topic, note.part)
        announce_change(viewer.topic, note)
        nothing_lies_on(note)
        took_part(column.activity, viewer.person)
        part, note_id = note.part, note.id
    if not answered_in_page():
        return done_already(part, column.activity_id)
    board = column.activity
    question = question_part(board.course) if may_be_asked(board.anonymity) else ""
    return answer_parts(viewer, part, f"pile:{column_id}", status=201, note=note_id, extra=question)


def remember_language(language: str) -> None:
    """The next note's form begins in the language of this one."""
    if g.person.note_language != language:
        g.person.note_language = language


def act_on(note_id: int, to, act):
    """Finds the note, does the act once, and answers."""
    return do_once(find(Note, note_id, to=to), act)


@notes.get("/notes/<int:note_id>")
def edit(note_id):
    note = find(Note, note_id, to=CHANGE)
    board = db.session.get(Board, note.activity_id)
    return dialog("boards/_note_form.html", back=board, note=note, looks=looks_at(note.part) if note.is_by(here().own) else [], **board_context(board))


@notes.get("/notes/<int:note_id>/acts")
def acts(note_id):
    """What can be done with the note, as a page: without JavaScript."""
    note = find(Note, note_id, to=SEE)
    if note.deleted_at is not None:
        raise NoteIsDeleted
    if note.is_hidden:
        raise IsHidden
    viewer, board = here().own, db.session.get(Board, note.activity_id)
    return dialog("boards/_note_acts_page.html", back=board, note=note, number=note.id, viewpoint=viewer,
                  own_act=viewer.facilitates or note.is_by(viewer), **board_context(board))


@notes.post("/notes/<int:note_id>")
def change(note_id):
    def save(note, viewer):
        note.must_be_changeable(viewer.own)
        return note.edit(take_text("text", NOTE_LIMIT, required=True), colour_taken(), take_language(default=note.language),
                         request.form.get("version", 0, thing_number), viewer.person)
    return act_on(note_id, CHANGE, save)


@notes.post("/notes/<int:note_id>/keeping")
def keep(note_id):
    """`kept` yes: its author keeps it to themselves; no: it stands there for the others, too, when notes are shown."""
    note, viewer = find(Note, note_id, to=CHANGE), here()
    if not note.is_by(viewer.own):
        abort(403)
    if part := operation_done(viewer.topic):
        return done_already(part, note.activity_id)
    note.must_be_changeable(viewer.own)
    if note.column.at_work.kind != "preassignment":
        raise PhaseIsOver
    note.keep_back(request.form.get("kept") == "yes")
    remember_operation(viewer.topic, note.part)
    parts = announce_change(viewer.topic, note)
    return answer_parts(viewer, *parts, note=note.id) if answered_in_page() else done_already(note.part, note.activity_id)


@notes.get("/notes/<int:note_id>/position")
def choose_position(note_id):
    note = find(Note, note_id, to=SEE)
    board = db.session.get(Board, note.activity_id)
    columns = columns_open_to(here().own, board)
    chosen = next((c for c in columns if c.id == request.args.get("column", note.column_id, thing_number)), note.column)
    others = [n for n in Standing([chosen], here().own).notes[chosen.id] if n is not note]
    return dialog("boards/_note_move.html", back=board, note=note, columns=columns, chosen=chosen, others=others, **board_context(board))


def columns_open_to(viewpoint, board: Board) -> list[Column]:
    return [column for column in board.columns_on_paper() if viewpoint.facilitates or not column.locked]


@notes.post("/notes/<int:note_id>/position")
def move(note_id):
    def move_note(note, viewer):
        note.must_be_changeable(viewer.own)
        column, after = place_taken(note)
        column.must_take_notes(viewer.own)
        return note.move(column, after, viewer.person)
    return act_on(note_id, CONTRIBUTE, move_note)


def place_taken(note: Note) -> tuple[Column, Note | None]:
    """The form's column, and the note behind which to go: "" is first, "last" is last."""
    column = db.session.get(Column, request.form.get("column", note.column_id, thing_number))
    if column is None or column.activity_id != note.activity_id:
        raise Unsuitable("column", _("That column is not on this board."))
    wanted = request.form.get("after", "last")
    standing = [n for n in Standing([column], here().own).notes[column.id] if n is not note]
    if wanted == "last":
        return column, standing[-1] if standing else None
    if wanted == "":
        return column, None
    # A neighbour that somebody has just taken away is no reason to refuse: then to the end.
    return column, next((n for n in standing if str(n.id) == wanted), standing[-1] if standing else None)


@notes.post("/notes/<int:note_id>/deletion")
def delete(note_id):
    def delete_note(note, viewer):
        note.must_be_changeable(viewer.own)
        return note.delete(viewer.person, as_facilitator=not note.is_by(viewer.own))
    return act_on(note_id, CHANGE, delete_note)


@notes.post("/notes/<int:note_id>/restoration")
def restore(note_id):
    note = find(Note, note_id, to=CHANGE)
    viewer = here()
    if not operation_done(viewer.topic):
        note.column.must_take_notes(viewer.own)
        note.must_be_restorable(viewer.own)
        if note.deleted_at is not None:
            return done(note, note.restore(viewer.person))
    return done_already(note.part, note.activity_id)
