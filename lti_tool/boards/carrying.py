"""Notes travel: from a group to the plenary, from phase to phase, from workshop to workshop. What arrives is a note of its own that knows where it came from."""
import sqlalchemy as sa
from flask import Blueprint, redirect, request, url_for
from flask_babel import gettext as _

from ..access import FACILITATE, SEE, find, here
from ..activities.activity import ARCHIVED, activities_of
from ..db import between, db
from ..live import announce, operation_done, remember_operation
from ..web import Refusal, Unsuitable, leads_to, thing_number
from .board import Board
from .column import Column, ColumnIsGone
from .copying import copy_files
from .dialogs import announce_change, dialog
from .note import Note, is_shared, last_in
from .parts import board_context
from .standing import Standing

carrying = Blueprint("carrying", __name__)
NOTES_AT_ONCE = 200


class OriginIsGone(Refusal):
    status = 404

    def words(self):
        return (_("The note it came from cannot be seen"), _("It has been deleted, is hidden, or stands in a workshop that is not open to you."), _("What was brought here stays as it is."))


def carry(note: Note, column: Column, by: int) -> Note:
    """A note like that one at the end of the column: with its author, its level of anonymity, its pictures and files."""
    arrived = Note(activity_id=column.activity_id, column_id=column.id, text=note.text, colour=note.colour, language=note.language, origin_id=note.id,
                   position=between(last_in(column.id), None), made_at=note.moment(), anonymity=note.anonymity, author_id=note.author_id, region_id=note.region_id,
                   imported=note.imported)
    db.session.add(arrived)
    db.session.flush()
    copy_files([note], {note.id: arrived}, column.activity)
    arrived.did("added", by, {})
    return arrived


@carrying.get("/boards/<int:board_id>/carrying")
def choose_notes(board_id):
    """All notes that are shown on this board, to be taken along together."""
    board = find(Board, board_id, to=FACILITATE)
    columns = board.columns()
    return dialog("boards/_carrying_form.html", back=board, columns=columns, notes=Standing(columns, here().as_participant.own).notes, note=None, places=places_for(board),
                  **board_context(board))


@carrying.get("/notes/<int:note_id>/carrying")
def choose_place(note_id):
    note = find(Note, note_id, to=FACILITATE)
    board = db.session.get(Board, note.activity_id)
    return dialog("boards/_carrying_form.html", back=board, columns=[], notes={}, note=note, places=places_for(board), **board_context(board))


def places_for(board: Board) -> list[tuple[Board, list[Column]]]:
    """Where notes can be taken: this board first, then the others of the course that are not archived."""
    others = [a for a in activities_of(board.course_id) if isinstance(a, Board) and a.id != board.id and a.deleted_at is None and a.state != ARCHIVED]
    return [(one, columns) for one in (board, *others) if (columns := one.columns())]


@carrying.post("/boards/<int:board_id>/carrying")
def carry_notes(board_id):
    """`note` (several) to `column`, each once."""
    board = find(Board, board_id, to=FACILITATE)
    if not operation_done(board.topic_id):
        column, by = column_taken(board), here().person
        arrived = [carry(note, column, by) for note in notes_taken(board)]
        remember_operation(board.topic_id, f"bar:{board.id}")
        topic = column.activity.topic_id
        if topic == board.topic_id:
            for note in arrived:
                announce_change(topic, note)
        else:
            announce(topic, *(note.part for note in arrived))
    else:
        column = column_taken(board)
    return leads_to(url_for("boards.show", board_id=column.activity_id, _anchor=column.part.replace(":", "-")))


def column_taken(board: Board) -> Column:
    """Raises Unsuitable, and ColumnIsGone."""
    column = db.session.get(Column, request.form.get("column", 0, thing_number))
    if column is None or column.activity.course_id != board.course_id or column.activity.deleted_at is not None:
        raise Unsuitable("column", _("Choose where the notes are taken."))
    if column.deleted_at is not None:
        raise ColumnIsGone
    return column


def notes_taken(board: Board) -> list[Note]:
    """Those that everybody may see. Raises Unsuitable when there is none, or too many."""
    numbers = request.form.getlist("note", type=thing_number)[:NOTES_AT_ONCE + 1]
    notes = db.session.scalars(sa.select(Note).where(Note.id.in_(numbers), Note.activity_id == board.id, is_shared(), Note.removed_at.is_(None)))
    seen = {note.id: note for note in notes if not note.column.phase.notes_are_hidden and note.column.deleted_at is None}
    if not seen or len(numbers) > NOTES_AT_ONCE:
        raise Unsuitable("note", _("Choose from 1 to %(number)s notes.", number=NOTES_AT_ONCE))
    return [seen[number] for number in dict.fromkeys(numbers) if number in seen]


@carrying.get("/notes/<int:note_id>/origin")
def origin(note_id):
    """Leads to where the note came from. Raises OriginIsGone."""
    note = find(Note, note_id, to=SEE)
    source = note.origin_id and db.session.get(Note, note.origin_id)
    if source is None or not source.is_on_board or not source.in_sight_of(here().own):
        raise OriginIsGone
    return redirect(url_for("boards.show", board_id=source.activity_id, _anchor=f"note-{source.id}"))
